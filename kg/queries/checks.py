"""The saved checks: questions to which a sound graph has no answer, run one after another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.asking import Queryable, Row
from kg.queries.saved import CHECKS, SavedQuery, list_checks, run


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check found: ``columns`` begin with entity, property and value.

    ``name`` is that of the file below ``queries/checks``. ``problem`` says what a row means and
    ``remedy`` what to do about it. A sound graph gives no rows. ``total`` is how many findings
    there are, those included that are not among ``rows``.
    """

    name: str
    summary: str
    problem: str
    remedy: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    total: int


def run_checks(
    store: Queryable, checks: Iterable[SavedQuery] | None = None
) -> tuple[CheckResult, ...]:
    """The result of every check on ``store``, by name; or only of the ``checks`` given."""
    chosen = list_checks() if checks is None else checks
    return tuple(run_check(store, check) for check in chosen)


def run_check(store: Queryable, check: SavedQuery) -> CheckResult:
    """The result of one check, its parameters at their defaults."""
    found = run(store, check)
    return CheckResult(
        name=check.name.removeprefix(f"{CHECKS}/"),
        summary=check.header.summary,
        problem=check.header.problem,
        remedy=check.header.remedy,
        columns=found.columns,
        rows=found.rows,
        total=len(found.rows),
    )
