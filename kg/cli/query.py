"""``kg query``: ask a saved question, show or explain it, or list them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.answer import (
    ANSWER_FORMATS,
    ENDINGS,
    GRAPH_FORMATS,
    IN_WORDS,
    AsJson,
    json_or,
    write_answer,
    write_quads,
)
from kg.cli.context import make_context, open_graph
from kg.cli.output import write_rows, write_text
from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.cli.context import Context
    from kg.queries import Outline, SavedQuery


def complete_name(incomplete: str) -> list[str]:
    """What the shell may offer for the name."""
    from kg.cli.completion import query_names  # here: only a shell asks

    return query_names(incomplete)


def complete_parameter(ctx: typer.Context, incomplete: str) -> list[str]:
    """What the shell may offer behind ``-p``."""
    from kg.cli.completion import parameters  # here: only a shell asks

    return parameters(ctx, incomplete)


def complete_tag(incomplete: str) -> list[str]:
    """What the shell may offer behind ``--tag``."""
    from kg.cli.completion import tags  # here: only a shell asks

    return tags(incomplete)


Name = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]",
        help="The saved query; without it they are listed.",
        autocompletion=complete_name,
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
        autocompletion=complete_parameter,
        show_default=False,
    ),
]
Tag = Annotated[
    str | None,
    typer.Option(
        "--tag",
        metavar="TAG",
        help="List only the queries with this tag.",
        autocompletion=complete_tag,
        show_default=False,
    ),
]
Show = Annotated[bool, typer.Option("--show", help="Print the text of the query.")]
Explain = Annotated[
    bool, typer.Option("--explain", help="Tell which parts of the graph the query reads.")
]
Format = Annotated[str | None, options.format_option(ANSWER_FORMATS, IN_WORDS)]


def run(
    ctx: typer.Context,
    name: Name = None,
    params: Params = None,
    tag: Tag = None,
    show: Show = False,
    explain: Explain = False,
    fmt: Format = None,
    as_json: AsJson = False,
    output: options.Output = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """List, show, explain or answer."""
    context = make_context(ctx, store, config, quiet)
    fmt = json_or(fmt, as_json=as_json)
    if name is None:
        if params or show or explain:
            raise UsageError("no query is named", todo="kg query lists them")
        _list(context, tag, fmt, output)
    elif tag is not None:
        raise UsageError("--tag is for the list of queries", todo="leave the name or --tag out")
    elif show:
        _show(context, name, fmt, output)
    elif explain:
        _explain(context, name, fmt, output)
    else:
        _answer(context, name, _by_name(params or ()), fmt, output)
    return 0


def _answer(
    context: Context, name: str, values: Mapping[str, str], fmt: str | None, output: str | None
) -> None:
    from kg import queries

    saved = queries.load_query(name)
    with open_graph(context) as graph:
        result = queries.run(graph, saved, values)
    write_answer(
        context, result.columns, result.rows, triples=result.triples, fmt=fmt, target=output
    )


def _show(context: Context, name: str, fmt: str | None, output: str | None) -> None:
    """The text of a query, or its description as RDF."""
    from kg import queries

    saved = queries.load_query(name)
    fmt = options.by_ending(fmt, output, {form: form for form in GRAPH_FORMATS})
    if fmt is None:
        write_text(context, saved.text, output)
    else:
        _write_examples(context, [saved], fmt, output)


def _explain(context: Context, name: str, fmt: str | None, output: str | None) -> None:
    """What a query reads, in words or as JSON."""
    from kg import queries
    from kg.cli.render import queries as render
    from kg.queries.explaining import explain_query

    found = explain_query(queries.load_query(name))
    fmt = options.by_ending(fmt, output, {"json": "json"})
    if fmt is None:
        write_text(context, render.explained(found, context.settings.base), output)
    elif fmt == "json":
        from kg.cli.render.table import json_text

        write_text(context, json_text(render.explained_object(found)), output)
    else:
        raise UsageError(f"an explanation has no form {fmt}", todo="choose json, or none")


def _list(context: Context, tag: str | None, fmt: str | None, output: str | None) -> None:
    """All queries by tag, or those with ``tag``; as RDF the checks, too."""
    from kg import queries
    from kg.cli.render import queries as render

    fmt = options.by_ending(fmt, output, ENDINGS)
    if fmt in GRAPH_FORMATS:
        every = [*queries.list_queries(), *queries.list_checks()]
        chosen = every if tag is None else render.tagged(every, tag)
        _write_examples(context, chosen, fmt, output)
        return
    outlines: Sequence[Outline] = queries.outlines()
    base = context.settings.base
    if tag is not None:
        outlines = render.led_by(render.tagged(outlines, tag), tag)
    if fmt == "json":
        from kg.cli.render.table import json_text

        write_text(context, json_text(render.as_objects(outlines)), output)
    elif fmt is None and context.terminal and output in (None, "-"):
        write_text(context, render.as_text(outlines, base), output)
    else:
        write_rows(context, render.COLUMNS, render.as_rows(outlines, base), fmt=fmt, target=output)


def _write_examples(
    context: Context, saved: Sequence[SavedQuery], fmt: str, output: str | None
) -> None:
    """The queries as RDF, in the form in which others keep examples."""
    if fmt not in GRAPH_FORMATS:
        raise UsageError(
            f"the text of a query has no form {fmt}", todo="choose ttl, nt or jsonld, or none"
        )
    from kg.queries.examples import example_quads

    location = context.settings.store
    endpoint = location if location.startswith(("http://", "https://")) else None
    quads = example_quads(saved, context.settings.base, endpoint)
    write_quads(context, quads, fmt, output)


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
