"""``kg sparql``: any SPARQL 1.1 query that only reads, within limits."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.answer import ANSWER_FORMATS, write_answer
from kg.cli.arguments import Parser, add_format, add_output, positive
from kg.cli.reading import STDIN
from kg.errors import InputError

if TYPE_CHECKING:
    from argparse import Namespace

    from kg.cli.context import Context

_READ_AT_MOST = 1 << 20  # bytes; the limit on a query's text is far below, and says so itself


def configure(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "query", metavar="QUERY", help="the query, a file whose name ends in .rq, or - for stdin"
    )
    parser.add_argument(
        "--timeout",
        metavar="SECONDS",
        type=positive,
        help="stop the query after this time (default 10, or what the settings say)",
    )
    parser.add_argument(
        "--rows",
        metavar="N",
        type=positive,
        help="cut the answer off after N rows (default 10000, or what the settings say)",
    )
    add_format(parser, ANSWER_FORMATS, "default table on a terminal, tsv elsewhere")
    add_output(parser)


def run(arguments: Namespace, context: Context) -> int:
    """Ask, and print the answer; an answer that was cut off is said to be so on stderr."""
    from pyoxigraph import Literal

    from kg import sparql
    from kg.store import open_store

    settings = context.settings
    limits = replace(
        sparql.Limits(),
        seconds=float(arguments.timeout or settings.query_seconds),
        rows=arguments.rows or settings.query_rows,
    )
    with open_store(settings.store) as store:
        answer = sparql.ask(store, _query_text(arguments.query), limits)
    columns, rows = answer.columns, answer.rows
    if answer.verdict is not None:
        columns, rows = ("answer",), ((Literal(answer.verdict),),)
    write_answer(
        context,
        columns,
        rows,
        triples=answer.triples,
        fmt=arguments.format,
        target=arguments.output,
    )
    if answer.truncated:
        context.say(f"kg: there are more rows; the answer was cut off after {len(answer.rows)}")
    return 0


def _query_text(given: str) -> str:
    if given != STDIN and not given.endswith(".rq"):
        return given
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
