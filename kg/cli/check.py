"""``kg check``: the saved checks, and what each of them found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.context import make_context
from kg.cli.names import unknown
from kg.cli.output import write_rows, write_text
from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.queries import SavedQuery

FORMATS = ("text", "csv", "tsv", "json", "jsonl", "md")
_PREFIX = "checks/"

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="[CHECK]...", help="Run only these checks.", show_default=False),
]
Format = Annotated[str | None, options.format_option(FORMATS, "text on a terminal, tsv elsewhere")]


def run(
    ctx: typer.Context,
    names: Names = None,
    fmt: Format = None,
    output: options.Output = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Run the checks; the exit code is 1 when one of them found something."""
    from kg.cli.render import checks
    from kg.cli.render.table import json_text
    from kg.queries.checks import run_checks
    from kg.store import open_store

    context = make_context(ctx, store, config, quiet)
    chosen = _chosen(names or ())
    with open_store(context.settings.store) as graph:
        results = run_checks(graph, chosen)
    fmt = fmt or ("text" if context.terminal and not output else "tsv")
    if fmt == "text":
        write_text(context, checks.as_text(results), output)
    elif fmt == "json":
        write_text(context, json_text([checks.as_object(result) for result in results]), output)
    else:
        write_rows(context, checks.COLUMNS, checks.as_rows(results), fmt=fmt, target=output)
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
