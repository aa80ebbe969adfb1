"""The answer of a query in any format that is asked for: rows as a table, triples as RDF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from kg.cli.output import open_sink, write_rows
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.cli.context import Context
    from kg.cli.render.terms import Term

_GRAPH_FORMATS = {"ttl": "turtle", "nt": "ntriples", "jsonld": "jsonld"}
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
    if fmt in _GRAPH_FORMATS:
        if not triples:
            raise UsageError(
                f"{fmt} is for statements, and this query answers with rows",
                todo="choose table, csv, tsv, json, jsonl, md or html",
            )
        _write_graph(context, rows, _GRAPH_FORMATS[fmt], target)
        return
    from kg.cli.render.terms import cells

    write_rows(context, columns, cells(rows), fmt=fmt, target=target)


def _write_graph(
    context: Context, rows: Iterable[Sequence[Term | None]], name: str, target: str | None
) -> None:
    import pyoxigraph as ox

    from kg import export

    statements = cast("Iterable[tuple[ox.NamedNode, ox.NamedNode, ox.Literal]]", rows)
    quads = [ox.Quad(*statement) for statement in statements]
    with open_sink(context, target) as sink:
        export.write(quads, name, sink, context.settings.base)
