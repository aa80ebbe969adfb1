"""``kg sparql``: any SPARQL 1.1 query that only reads, within limits."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.answer import ANSWER_FORMATS, IN_WORDS, AsJson, json_or, write_answer
from kg.cli.context import make_context, open_graph
from kg.cli.reading import STDIN
from kg.errors import InputError

_READ_AT_MOST = 1 << 20  # bytes; the limit on a query's text is far below, and says so itself

Query = Annotated[
    str,
    typer.Argument(
        metavar="QUERY",
        help="The query, a file whose name ends in .rq, or - for stdin.",
        show_default=False,
    ),
]
Timeout = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        min=0.001,
        help="Stop the query after this time (default 10, or what the settings say).",
        show_default=False,
    ),
]
Rows = Annotated[
    int | None,
    typer.Option(
        "--rows",
        metavar="N",
        min=1,
        help="Cut the answer off after N rows (default 10000, or what the settings say).",
        show_default=False,
    ),
]
Format = Annotated[str | None, options.format_option(ANSWER_FORMATS, IN_WORDS)]


def run(
    ctx: typer.Context,
    query: Query,
    timeout: Timeout = None,
    max_rows: Rows = None,
    fmt: Format = None,
    as_json: AsJson = False,
    output: options.Output = None,
    store: options.Store = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Ask, and print the answer; an answer that was cut off is said to be so on stderr."""
    from pyoxigraph import Literal

    from kg import sparql

    context = make_context(ctx, store, config, quiet)
    fmt = json_or(fmt, as_json=as_json)
    settings = context.settings
    limits = replace(
        sparql.Limits(),
        seconds=timeout or settings.query_seconds,
        rows=max_rows or settings.query_rows,
    )
    with open_graph(context) as graph:
        answer = sparql.ask(graph, _query_text(query), limits)
    columns, rows = answer.columns, answer.rows
    if answer.verdict is not None:
        columns, rows = ("answer",), ((Literal(answer.verdict),),)
    write_answer(context, columns, rows, triples=answer.triples, fmt=fmt, target=output)
    if answer.truncated:
        context.say(f"kg: there are more rows; the answer was cut off after {len(answer.rows)}")
    return 0


def _query_text(given: str) -> str:
    if given != STDIN and not given.endswith(".rq"):
        return given.removeprefix("\ufeff")
    try:
        if given == STDIN:
            data = sys.stdin.buffer.read(_READ_AT_MOST)
        else:
            with Path(given).open("rb") as file:
                data = file.read(_READ_AT_MOST)
        return data.decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"the query cannot be read: {reason}", where=given) from error
    except UnicodeDecodeError as error:
        raise InputError("the query is not UTF-8", where=given, todo="save it as UTF-8") from error
