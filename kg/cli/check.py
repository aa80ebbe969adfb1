"""``kg check``: the saved checks, and what each of them found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.cli.arguments import Parser, add_format, add_output, unknown
from kg.cli.output import write_rows, write_text
from kg.errors import UsageError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from kg.cli.context import Context
    from kg.queries import SavedQuery

FORMATS = ("text", "csv", "tsv", "json", "jsonl", "md")
_PREFIX = "checks/"


def configure(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("names", nargs="*", metavar="CHECK", help="run only these checks")
    add_format(parser, FORMATS, "default text on a terminal, tsv elsewhere")
    add_output(parser)


def run(arguments: Namespace, context: Context) -> int:
    """Run the checks; the exit code is 1 when one of them found something."""
    from kg import queries
    from kg.cli.render import checks
    from kg.cli.render.table import json_text
    from kg.store import open_store

    chosen = _chosen(arguments.names)
    with open_store(context.settings.store) as store:
        results = queries.run_checks(store, chosen)
    fmt = arguments.format or ("text" if context.terminal and not arguments.output else "tsv")
    if fmt == "text":
        write_text(context, checks.as_text(results), arguments.output)
    elif fmt == "json":
        objects = [checks.as_object(result) for result in results]
        write_text(context, json_text(objects), arguments.output)
    else:
        rows = checks.as_rows(results)
        write_rows(context, checks.COLUMNS, rows, fmt=fmt, target=arguments.output)
    found = sum(len(result.rows) for result in results)
    context.say(f"checks: {len(results)}, findings: {found}")
    return 1 if found else 0


def _chosen(names: Sequence[str]) -> list[SavedQuery]:
    from kg import queries

    checks = {check.name.removeprefix(_PREFIX): check for check in queries.list_checks()}
    wanted = {name.removeprefix(_PREFIX) for name in names}
    for name in sorted(wanted):
        if name not in checks:
            raise UsageError(unknown("check", name, checks))
    return [check for name, check in checks.items() if not wanted or name in wanted]
