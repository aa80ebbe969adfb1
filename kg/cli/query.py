"""``kg query``: ask a saved question, show it, or list them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.answer import ANSWER_FORMATS, write_answer
from kg.cli.context import make_context
from kg.cli.output import write_rows, write_text
from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.cli.context import Context
    from kg.queries import Outline

Name = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]",
        help="The saved query; without it they are listed.",
        show_default=False,
    ),
]
Params = Annotated[
    list[str] | None,
    typer.Option(
        "--param",
        "-p",
        metavar="NAME=VALUE",
        help="A value for a parameter; may be given several times.",
        show_default=False,
    ),
]
Show = Annotated[bool, typer.Option("--show", help="Print the text of the query.")]
Format = Annotated[
    str | None, options.format_option(ANSWER_FORMATS, "table on a terminal, tsv elsewhere")
]


def run(
    ctx: typer.Context,
    name: Name = None,
    params: Params = None,
    show: Show = False,
    fmt: Format = None,
    output: options.Output = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """List, show or answer."""
    from kg import queries

    context = make_context(ctx, store, config, quiet)
    if name is None:
        if params or show:
            raise UsageError("no query is named", todo="kg query lists them")
        return _list(context, fmt, output)
    saved = queries.load_query(name)
    if show:
        write_text(context, saved.text, output)
        return 0
    from kg.store import open_store

    values = _by_name(params or ())
    with open_store(context.settings.store) as graph:
        result = queries.run(graph, saved, values)
    write_answer(
        context, result.columns, result.rows, triples=result.triples, fmt=fmt, target=output
    )
    return 0


def _list(context: Context, fmt: str | None, output: str | None) -> int:
    from kg import queries

    rows = [(q.name, _parameters(q), q.header.summary) for q in queries.outlines()]
    columns = ("query", "parameters", "answers")
    write_rows(context, columns, rows, fmt=fmt, target=output)
    return 0


def _parameters(saved: Outline) -> str:
    """The parameters as they are given: ``name=default``, optional ones in brackets."""
    shown = []
    for parameter in saved.parameters:
        text = f"{parameter.name}={parameter.default or ''}"
        shown.append(text if parameter.required else f"[{text}]")
    return " ".join(shown)


def _by_name(given: Sequence[str]) -> dict[str, str]:
    """``name=value`` by name; a value may be empty and may hold ``=``."""
    values: dict[str, str] = {}
    for word in given:
        name, equals, value = word.partition("=")
        if not name or not equals:
            raise UsageError(f"a parameter is given as name=value, not '{word}'")
        if name in values:
            raise UsageError(f"the parameter {name} is given twice")
        values[name] = value
    return values
