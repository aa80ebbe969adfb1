"""``kg push``: the graph to a SPARQL endpoint, graph by graph; a repeat changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.context import access, is_endpoint, make_context, open_graph
from kg.cli.output import write_text
from kg.cli.progress import bar
from kg.cli.render.table import json_text
from kg.errors import UsageError
from kg.plain import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.cli.context import Context
    from kg.endpoint import Endpoint
    from kg.pushing import Plan

Url = Annotated[
    str,
    typer.Argument(
        metavar="URL", help="The endpoint, its graph store, or the server.", show_default=False
    ),
]
GraphStore = Annotated[
    str | None,
    typer.Option(
        "--graph-store",
        metavar="URL",
        help="Where the server takes graphs, if kg does not know the server.",
        show_default=False,
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")]
All = Annotated[bool, typer.Option("--all", help="Write every graph, also what is there already.")]
_DONE = {"write": "written", "keep": "there already", "remove": "removed"}
_WOULD = {"write": "to write", "keep": "there already", "remove": "to remove"}


def run(
    ctx: typer.Context,
    url: Url,
    graph_store: GraphStore = None,
    dry_run: DryRun = False,
    everything: All = False,
    as_json: options.AsJson = False,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Compare, write what differs, and say what was done."""
    from kg.endpoint import Endpoint

    context = make_context(ctx, store, config, quiet)
    if not is_endpoint(url):
        raise UsageError("this is no URL of an endpoint", todo="write https://HOST/sparql")
    endpoint = Endpoint(url, replace(access(context), graph_store=graph_store))
    try:
        made = _push(context, endpoint, everything=everything, dry_run=dry_run)
        where = endpoint.location
    finally:
        endpoint.close()
    if as_json:
        write_text(context, json_text(_object(where, made, done=not dry_run)))
    else:
        write_text(context, "".join(_lines(where, made, _WOULD if dry_run else _DONE)))
    return 0


def _push(context: Context, endpoint: Endpoint, *, everything: bool, dry_run: bool) -> Plan:
    """Compare, and unless it is only tried, write; the graphs done before a fault are told."""
    from kg.pushing import InterruptedPushError, carry_out, plan

    with open_graph(context) as graph:
        made = plan(endpoint, graph, context.settings.base, everything=everything)
    if dry_run:
        return made
    total = sum(step.action != "keep" for step in made.steps)
    try:
        with bar(context, "Pushing", total, then="Ending") as step:
            carry_out(endpoint, made, step)
    except InterruptedPushError as error:
        for one in error.done:
            context.say(f"{clean(one.graph)}: {_DONE[one.action]}")
        raise
    return made


def _lines(where: str, made: Plan, words: Mapping[str, str]) -> Iterator[str]:
    """A line for each graph that changes, and one for the whole."""
    for step in made.steps:
        if step.action != "keep":
            yield f"{clean(step.graph)}: {step.statements} statements {words[step.action]}\n"
    counts = [f"{_count(made, action)} {word}" for action, word in words.items()]
    yield f"{clean(where)}: {len(made.steps)} graphs, {', '.join(counts)}\n"


def _count(made: Plan, action: str) -> int:
    return sum(step.action == action for step in made.steps)


def _object(where: str, made: Plan, *, done: bool) -> dict[str, object]:
    return {
        "endpoint": where,
        "done": done,
        "written": _count(made, "write"),
        "kept": _count(made, "keep"),
        "removed": _count(made, "remove"),
        "graphs": [
            {"graph": step.graph, "action": step.action, "statements": step.statements}
            for step in made.steps
        ],
    }
