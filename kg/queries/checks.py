"""The saved checks: questions to which a sound graph has no answer, run one after another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode

from kg.asking import Queryable, Row
from kg.nicknames import Nicknames, load_nicknames
from kg.queries.saved import CHECKS, Result, SavedQuery, list_checks, load_query, run
from kg.vocab import FOAF

_DUPLICATES = f"{CHECKS}/probable-duplicates"
_NAMESAKES = "namesakes"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check found: ``columns`` begin with entity, property and value.

    ``name`` is that of the file below ``queries/checks``. ``problem`` says what a row means and
    ``remedy`` what to do about it. A sound graph gives no rows.
    """

    name: str
    summary: str
    problem: str
    remedy: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def run_checks(
    store: Queryable, checks: Iterable[SavedQuery] | None = None
) -> tuple[CheckResult, ...]:
    """The result of every check on ``store``, by name; or only of the ``checks`` given."""
    chosen = list_checks() if checks is None else checks
    return tuple(run_check(store, check) for check in chosen)


def run_check(store: Queryable, check: SavedQuery) -> CheckResult:
    """The result of one check, its parameters at their defaults.

    SPARQL cannot know that Kate is short for Katherine, so the pairs that a table of nicknames
    gives are added to those that the check for probable duplicates finds.
    """
    found = run(store, check)
    if check.name == _DUPLICATES:
        pairs = run(store, load_query(_NAMESAKES))
        found = _with_nicknames(found, pairs, load_nicknames())
    return CheckResult(
        name=check.name.removeprefix(f"{CHECKS}/"),
        summary=check.header.summary,
        problem=check.header.problem,
        remedy=check.header.remedy,
        columns=found.columns,
        rows=found.rows,
    )


def _with_nicknames(found: Result, pairs: Result, nicknames: Nicknames) -> Result:
    """The rows of ``found`` and, after them, the namesakes with related given names."""
    seen = {(row[0], row[2]) for row in found.rows}
    more: list[Row] = []
    for name, other_name, council, person, other in pairs.rows:
        if (person, other) in seen or not _related(nicknames, (name, other_name)):
            continue
        more.append((person, NamedNode(FOAF.name), other, name, other_name, council))
    return replace(found, rows=(*found.rows, *more))


def _related(nicknames: Nicknames, names: Sequence[object]) -> bool:
    given = [name.value.partition(" ")[0] for name in names if isinstance(name, Literal)]
    return len(given) == 2 and nicknames.related(*given)
