"""``kg diff``: what two graphs differ in, in words or as statements."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.context import is_endpoint, make_context, open_graph
from kg.cli.output import open_sink, write_text
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.cli.context import Context
    from kg.diff.sides import Side

FORMATS = ("text", "json", "patch", "nquads")
INPUTS = ("ttl", "trig", "nt", "nq", "jsonld", "rdf")
_SHOWN = 10

Old = Annotated[
    str | None,
    typer.Argument(
        metavar="[A]",
        help="The graph of before: a store, or an export by its ending; - is an export on stdin "
        "(default what the store served before).",
        show_default=False,
    ),
]
New = Annotated[
    str | None,
    typer.Argument(
        metavar="[B]", help="The graph of now, likewise (default the store).", show_default=False
    ),
]
Input = Annotated[
    str | None,
    typer.Option(
        "--input",
        metavar="ENDING",
        callback=options.one_of("ending", INPUTS),
        help="What stdin, or a file whose name does not tell, holds: "
        f"{', '.join(INPUTS)} (default for stdin trig, of which Turtle is a part).",
        show_default=False,
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        min=0,
        help="Show at most N differences of a group; 0 shows all "
        f"(default {_SHOWN} in text, all in json).",
        show_default=False,
    ),
]
Format = Annotated[str, options.format_option(FORMATS, "text")]


def run(
    ctx: typer.Context,
    old: Old = None,
    new: New = None,
    input_ending: Input = None,
    limit: Limit = None,
    fmt: Format = "text",
    output: options.Output = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Compare; 0 when there is no difference, 1 when there is one."""
    from kg.diff.sides import opened
    from kg.store.versions import PREVIOUS

    context = make_context(ctx, store, config, quiet)
    served = context.settings.store
    if old is None and is_endpoint(served):
        raise UsageError(
            "an endpoint keeps no version of before", where=served, todo="name what to compare with"
        )
    sides = opened(
        old or f"{served}@{PREVIOUS}",
        new or served,
        sys.stdin.buffer,
        input_ending,
        opener=partial(open_graph, context),
    )
    with sides as (one, other):
        _remark(context, one, other)
        if fmt in ("patch", "nquads"):
            return _write_statements(context, one, other, fmt, output)
        return _write_words(context, one, other, fmt, limit, output)


def _remark(context: Context, one: Side, other: Side) -> None:
    if not (one.graphs and other.graphs):
        context.say("kg: without their graphs, as one side has none of its own")
    for side in (one, other):
        if side.unnamed:
            context.say(
                f"kg: {side.name}: {side.unnamed} things without an IRI are known by what is said "
                "of them"
            )


def _write_words(
    context: Context, one: Side, other: Side, fmt: str, limit: int | None, output: str | None
) -> int:
    from kg.cli.render import difference as render
    from kg.diff.comparing import compare

    found = compare(one, other, context.settings.base)
    if fmt == "json":
        text = render.as_json(found, one.name, other.name, limit or None)
    else:
        most = _SHOWN if limit is None else limit or None
        text = render.as_text(found, one.name, other.name, most)
    write_text(context, text, output)
    return 0 if found.none else 1


def _write_statements(
    context: Context, one: Side, other: Side, fmt: str, output: str | None
) -> int:
    from kg.cli.render import patches

    write = patches.write_patch if fmt == "patch" else patches.write_signed
    with open_sink(context, output) as sink:
        return 1 if write(one.path, other.path, sink) else 0
