"""``kg check``: the saved checks, what each of them found, and what to decide next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.answer import AsJson, json_or
from kg.cli.context import make_context, open_graph
from kg.cli.names import unknown
from kg.cli.output import write_rows, write_text
from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.cli.context import Context
    from kg.queries import SavedQuery
    from kg.queries.checks import CheckResult
    from kg.store import Store

FORMATS = ("text", "csv", "tsv", "json", "jsonl", "md")
_ENDINGS = {"txt": "text"} | {name: name for name in FORMATS[1:]}
_PREFIX = "checks/"
_DUPLICATES = "probable-duplicates"


def complete_name(incomplete: str) -> list[str]:
    """What the shell may offer for the name of a check."""
    from kg.cli.completion import check_names  # here: only a shell asks

    return check_names(incomplete)


Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[CHECK]...",
        help="Run only these checks.",
        autocompletion=complete_name,
        show_default=False,
    ),
]
Limit = Annotated[
    int,
    typer.Option(
        "--limit", metavar="N", min=0, help="Propose at most N decisions; 0 proposes all."
    ),
]
Format = Annotated[str | None, options.format_option(FORMATS, "text on a terminal, tsv elsewhere")]


def run(
    ctx: typer.Context,
    names: Names = None,
    limit: Limit = 10,
    fmt: Format = None,
    as_json: AsJson = False,
    output: options.Output = None,
    decisions: options.Decisions = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Run the checks; the exit code is 1 when one of them found something."""
    from kg.cli.render import checks
    from kg.cli.render.table import json_text
    from kg.queries.checks import run_checks

    context = make_context(ctx, store, config, quiet)
    fmt = json_or(fmt, as_json=as_json)
    chosen = _chosen(names or ())
    ahead = ctx.obj or {}
    given = Given(store or ahead.get("store"), config or ahead.get("config"), decisions)
    with open_graph(context) as graph:
        results = [
            _with_questions(context, graph, result, limit, given)
            for result in run_checks(graph, chosen)
        ]
    fmt = options.by_ending(fmt, output, _ENDINGS)
    fmt = fmt or ("text" if context.terminal and not output else "tsv")
    if fmt == "text":
        write_text(context, checks.as_text(results), output)
    elif fmt == "json":
        write_text(context, json_text([checks.as_object(result) for result in results]), output)
    else:
        write_rows(context, checks.COLUMNS, checks.as_rows(results), fmt=fmt, target=output)
    found = sum(result.total for result in results)
    context.say(f"checks: {len(results)}, findings: {found}")
    return 1 if found else 0


@dataclass(frozen=True, slots=True)
class Given:
    """Options of the command line that say where things are; None where they were not given."""

    store: str | None
    config: str | None
    decisions: str | None

    def again(self) -> list[str]:
        """The same options for a command that is to find the same things."""
        pairs = (
            ("--store", self.store),
            ("--config", self.config),
            ("--decisions", self.decisions),
        )
        return [word for name, value in pairs if value for word in (name, value)]


def _with_questions(
    context: Context, graph: Store, result: CheckResult, limit: int, given: Given
) -> CheckResult:
    """The check for duplicates with the decisions that are proposed; any other as it is.

    Where the store keeps no occurrences nothing can be proposed, and the query alone answers.
    """
    if result.name != _DUPLICATES:
        return result
    from kg.cli.decisions import decisions_of
    from kg.cli.render.questions import as_result
    from kg.deciding import questions, read_known
    from kg.iris import Minter

    rows = decisions_of(context, given.decisions)
    known = read_known(graph, rows, Minter(context.settings.base))
    if known is None:
        return result
    asked = questions(known, limit or None, given.again())
    if len(asked.shown) < asked.total:
        context.say(f"{_DUPLICATES}: the first {limit} of {asked.total}; --limit 0 gives all")
    return as_result(result, asked)


def _chosen(names: Sequence[str]) -> list[SavedQuery]:
    from kg import queries

    checks = {check.name.removeprefix(_PREFIX): check for check in queries.list_checks()}
    wanted = {name.removeprefix(_PREFIX) for name in names}
    for name in sorted(wanted):
        if name not in checks:
            raise UsageError(unknown("check", name, checks))
    return [check for name, check in checks.items() if not wanted or name in wanted]
