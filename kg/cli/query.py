"""``kg query``: ask a saved question, show it, or list them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.cli.answer import ANSWER_FORMATS, write_answer
from kg.cli.arguments import Parser, add_format, add_output, name_value
from kg.cli.output import write_rows, write_text
from kg.errors import UsageError

if TYPE_CHECKING:
    from argparse import Namespace

    from kg.cli.context import Context
    from kg.queries import SavedQuery


def configure(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "name", nargs="?", metavar="NAME", help="the saved query; without it they are listed"
    )
    parser.add_argument(
        "-p",
        "--param",
        dest="params",
        metavar="NAME=VALUE",
        type=name_value,
        action="append",
        default=[],
        help="a value for a parameter; may be given several times",
    )
    parser.add_argument("--show", action="store_true", help="print the text of the query")
    add_format(parser, ANSWER_FORMATS, "default table on a terminal, tsv elsewhere")
    add_output(parser)


def run(arguments: Namespace, context: Context) -> int:
    """List, show or answer."""
    from kg import queries

    if arguments.name is None:
        if arguments.params or arguments.show:
            raise UsageError("no query is named", todo="kg query lists them")
        return _list(arguments, context)
    saved = queries.load_query(arguments.name)
    if arguments.show:
        write_text(context, saved.text, arguments.output)
        return 0
    from kg.store import open_store

    values = _by_name(arguments.params)
    with open_store(context.settings.store) as store:
        result = queries.run(store, saved, values)
    write_answer(
        context,
        result.columns,
        result.rows,
        triples=result.triples,
        fmt=arguments.format,
        target=arguments.output,
    )
    return 0


def _list(arguments: Namespace, context: Context) -> int:
    from kg import queries

    rows = [(q.name, _parameters(q), q.header.summary) for q in queries.list_queries()]
    columns = ("query", "parameters", "answers")
    write_rows(context, columns, rows, fmt=arguments.format, target=arguments.output)
    return 0


def _parameters(saved: SavedQuery) -> str:
    """The parameters as they are given: ``name=default``, optional ones in brackets."""
    shown = []
    for parameter in saved.parameters:
        text = f"{parameter.name}={parameter.default or ''}"
        shown.append(text if parameter.required else f"[{text}]")
    return " ".join(shown)


def _by_name(pairs: list[tuple[str, str]]) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, value in pairs:
        if name in values:
            raise UsageError(f"the parameter {name} is given twice")
        values[name] = value
    return values
