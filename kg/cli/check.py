"""``kg check``: the saved checks, and what each of them found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.cli.arguments import Parser, add_format, add_output, unknown
from kg.cli.output import write_rows, write_text
from kg.cli.render.table import Cell, cell_text, json_text
from kg.errors import UsageError

if TYPE_CHECKING:
    from argparse import Namespace

    from kg.cli.context import Context
    from kg.queries import SavedQuery
    from kg.store import Store

FORMATS = ("text", "csv", "tsv", "json", "jsonl", "md")
COLUMNS = ("check", "entity", "property", "value", "details")
_PREFIX = "checks/"
_SHARED = ("entity", "property", "value")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One check: what an answer of it means, what to do about it, and its answers.

    ``columns`` begin with entity, property and value; a check may have more of its own.
    """

    name: str
    problem: str
    remedy: str
    columns: Sequence[str]
    findings: Sequence[Sequence[Cell]]


def configure(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("names", nargs="*", metavar="CHECK", help="run only these checks")
    add_format(parser, FORMATS, "default text on a terminal, tsv elsewhere")
    add_output(parser)


def run(arguments: Namespace, context: Context) -> int:
    """Run the checks; the exit code is 1 when one of them found something."""
    outcomes = _outcomes(_chosen(arguments.names), context)
    fmt = arguments.format or ("text" if context.terminal and not arguments.output else "tsv")
    if fmt == "text":
        write_text(context, as_text(outcomes), arguments.output)
    elif fmt == "json":
        write_text(context, json_text([as_object(one) for one in outcomes]), arguments.output)
    else:
        write_rows(context, COLUMNS, as_rows(outcomes), fmt=fmt, target=arguments.output)
    found = sum(len(one.findings) for one in outcomes)
    context.say(f"{len(outcomes)} checks, {found} findings")
    return 1 if found else 0


def _chosen(names: Sequence[str]) -> list[SavedQuery]:
    from kg import queries

    checks = {check.name.removeprefix(_PREFIX): check for check in queries.list_checks()}
    for name in names:
        if name.removeprefix(_PREFIX) not in checks:
            raise UsageError(unknown("check", name, checks))
    wanted = {name.removeprefix(_PREFIX) for name in names}
    return [check for name, check in checks.items() if not wanted or name in wanted]


def _outcomes(checks: Sequence[SavedQuery], context: Context) -> list[Outcome]:
    from kg.store import open_store

    with open_store(context.settings.store) as store:
        return [_outcome(check, store) for check in checks]


def _outcome(check: SavedQuery, store: Store) -> Outcome:
    from kg import queries
    from kg.cli.render.terms import cells

    result = queries.run(store, check)
    return Outcome(
        check.name.removeprefix(_PREFIX),
        check.header.problem,
        check.header.remedy,
        result.columns,
        cells(result.rows),
    )


def as_text(outcomes: Sequence[Outcome]) -> str:
    """Every check with its findings below it, and what to do when there are any."""
    lines: list[str] = []
    for one in outcomes:
        count = len(one.findings)
        lines.append(f"{one.name}: {count or 'no'} finding{'' if count == 1 else 's'}")
        if count:
            lines.append(f"  {one.problem}.")
            lines += [f"  - {_words(one, row)}" for row in one.findings]
            lines.append(f"  What to do: {one.remedy}.")
    return "".join(line + "\n" for line in lines)


def as_rows(outcomes: Sequence[Outcome]) -> list[tuple[Cell, ...]]:
    """The findings of all checks under ``COLUMNS``."""
    return [
        (one.name, *row[: len(_SHARED)], _details(one, row))
        for one in outcomes
        for row in one.findings
    ]


def as_object(one: Outcome) -> dict[str, object]:
    """A check as JSON, its findings by column."""
    rows = [dict(zip(one.columns, row, strict=True)) for row in one.findings]
    return {"check": one.name, "problem": one.problem, "remedy": one.remedy, "findings": rows}


def _words(one: Outcome, row: Sequence[Cell]) -> str:
    value = cell_text(row[len(_SHARED) - 1])
    return "; ".join(part for part in (_details(one, row) or value, cell_text(row[0])) if part)


def _details(one: Outcome, row: Sequence[Cell]) -> str:
    """The columns that a check has of its own, as ``name: value``."""
    own = zip(one.columns[len(_SHARED) :], row[len(_SHARED) :], strict=True)
    return "; ".join(f"{name}: {cell_text(cell)}" for name, cell in own if cell is not None)
