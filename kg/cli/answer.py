"""The answer of a query in any format that is asked for: rows as a table, triples as RDF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from kg.cli.output import open_sink, write_rows
from kg.errors import UsageError

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, Quad

    from kg.cli.context import Context
    from kg.cli.render.terms import Term

GRAPH_FORMATS = {"ttl": "turtle", "nt": "ntriples", "jsonld": "jsonld"}
ANSWER_FORMATS = ("table", "csv", "tsv", "json", "jsonl", "md", "ttl", "nt", "jsonld", "html")


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

    That there are none is said on stderr, so that an empty table is no riddle.

    Raises ``UsageError`` when rows that are no statements are wanted as RDF.
    """
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
