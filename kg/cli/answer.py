"""The answer of a query in any format that is asked for: rows as a table, triples as RDF."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, cast

import typer

from kg.cli.options import by_ending
from kg.cli.output import open_sink, write_rows
from kg.errors import UsageError

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, Quad

    from kg.cli.context import Context
    from kg.cli.render.terms import Term

GRAPH_FORMATS = {"ttl": "turtle", "nt": "ntriples", "jsonld": "jsonld"}
ANSWER_FORMATS = ("table", "csv", "tsv", "json", "jsonl", "md", "ttl", "nt", "jsonld", "html")
ENDINGS: Mapping[str, str] = MappingProxyType({name: name for name in ANSWER_FORMATS[1:]})
"""The format of a file by its ending."""
IN_WORDS = "by the ending of FILE, else table on a terminal, tsv elsewhere"

AsJson = Annotated[bool, typer.Option("--json", help="The same as --format json.")]


def json_or(fmt: str | None, *, as_json: bool) -> str | None:
    """``fmt``, or json if that is wanted. Raises ``UsageError`` when both are given and differ."""
    if as_json and fmt not in (None, "json"):
        raise UsageError(f"--json and --format {fmt} are given", todo="choose one of them")
    return "json" if as_json else fmt


def write_answer(
    context: Context,
    columns: Sequence[str],
    rows: Iterable[Sequence[Term | None]],
    *,
    triples: bool,
    fmt: str | None,
    target: str | None,
) -> None:
    """Write rows of terms; ``triples`` says that they are statements, and Turtle the default.

    Without ``fmt`` the ending of the file ``target`` tells it. That there are no rows is said on
    stderr, so that an empty table is no riddle.

    Raises ``UsageError`` when rows that are no statements are wanted as RDF.
    """
    fmt = by_ending(fmt, target, ENDINGS)
    if fmt is None and triples:
        fmt = "ttl"
    rows = list(rows)
    if not rows:
        context.say("kg: the answer is empty")
    if fmt in GRAPH_FORMATS:
        if not triples:
            raise UsageError(
                f"{fmt} is for statements, and this query answers with rows",
                todo="choose table, csv, tsv, json, jsonl, md or html",
            )
        _write_graph(context, rows, fmt, target)
        return
    from kg.cli.render.terms import cells

    write_rows(context, columns, cells(rows), fmt=fmt, target=target)


def _write_graph(
    context: Context, rows: Iterable[Sequence[Term | None]], fmt: str, target: str | None
) -> None:
    from pyoxigraph import Quad

    statements = cast("Iterable[tuple[NamedNode, NamedNode, Literal]]", rows)
    write_quads(context, (Quad(*statement) for statement in statements), fmt, target)


def write_quads(context: Context, quads: Iterable[Quad], fmt: str, target: str | None) -> None:
    """Write statements in ``fmt``, a key of ``GRAPH_FORMATS``, as ``kg export`` would."""
    from kg import export

    with open_sink(context, target) as sink:
        export.write(list(quads), GRAPH_FORMATS[fmt], sink, context.settings.base)
