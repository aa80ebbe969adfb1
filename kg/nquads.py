"""A graph as sorted N-Quads lines: the one text of it that is hashed, stored and exported.

The lines are those of pyoxigraph's serialiser, one way to write each statement, sorted by their
bytes. As no statement holds a blank node, two equal graphs are equal bytes. Sorting puts the
statements of one subject together, within them those of one predicate, and one triple that stands
in several graphs on neighbouring lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import BinaryIO, Protocol, cast

from pyoxigraph import Quad, RdfFormat, parse, serialize
from pyoxigraph import Store as Index

from kg.errors import InternalError

# The label of a blank node in the place of the object or of the graph: only there can it be
# followed by nothing but an IRI and the full stop, as a literal ends in a quote, a tag or a `>`.
_BLANK_AT_END = rb' _:[^ "]+ (?:<[^>"]*> )?\.$'


Triple = tuple[str, str, str]
"""Subject, predicate and object as N-Quads writes them."""


class HasLines(Protocol):
    """Anything that holds a graph as sorted N-Quads lines, as every store does."""

    def lines(self) -> Iterator[bytes]:
        """The lines, each with its line feed."""
        ...


def as_text(quads: Iterable[Quad]) -> bytes:
    """The statements as N-Quads lines, in the order given."""
    return cast(bytes, serialize(quads, format=RdfFormat.N_QUADS))


def as_triples(quads: Iterable[Quad]) -> bytes:
    """The statements without their graphs, as N-Triples lines; one of two graphs stands twice."""
    return cast(bytes, serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES))


def sort_text(text: bytes) -> list[bytes]:
    """Each line of ``as_text`` once, with its line feed, in the order of the bytes.

    Raises ``InternalError`` when a statement holds a blank node: its label is made up anew in
    each run, so it can neither be sorted nor be named again.
    """
    # N-Quads escapes carriage returns, so only line feeds end a line here.
    lines = [line for line, _ in groupby(sorted(text.splitlines(keepends=True)))]
    _refuse_blank_nodes(text, lines)
    return lines


def sorted_lines(quads: Iterable[Quad]) -> list[bytes]:
    """Each statement once, as a sorted N-Quads line. Raises as ``sort_text`` does."""
    return sort_text(as_text(quads))


def _refuse_blank_nodes(text: bytes, lines: list[bytes]) -> None:
    # `_` sorts after `<`, so a blank subject is on the last line.
    if not lines or not (lines[-1].startswith(b"_:") or b" _:" in text):
        return
    if lines[-1].startswith(b"_:") or re.search(_BLANK_AT_END, text, re.MULTILINE):
        raise InternalError(
            "a statement of the graph holds a blank node", todo="give the node an IRI"
        )


def _object_and_graph(rest: str) -> tuple[str, str]:
    """What stands after the predicate, its end of line included, as object and graph ("")."""
    rest = rest[:-3]  # the space, the full stop and the line feed
    if rest[0] == "<":
        item, _, graph = rest.partition(" ")
        return item, graph
    item, _, graph = rest.rpartition(" ")
    # A literal may hold spaces: what follows the last one is a graph only if it is one IRI.
    if item and graph[0] == "<" and '"' not in graph:
        return item, graph
    return rest, ""


def split(line: bytes) -> tuple[str, str, str, str]:
    """Subject, predicate, object and graph of a sorted line, as written there.

    The graph of a statement in the default graph is "".
    """
    subject, predicate, rest = line.decode().split(" ", 2)
    return subject, predicate, *_object_and_graph(rest)


def triples(lines: Iterable[bytes]) -> Iterator[Triple]:
    """The union of all graphs: each triple of sorted lines once, its terms as written."""
    before = None
    for line in lines:
        subject, predicate, rest = line.decode().split(" ", 2)
        plain = rest[0] == "<"  # most objects are IRIs, and this runs a million times
        item = rest[: rest.index(" ")] if plain else _object_and_graph(rest)[0]
        triple = (subject, predicate, item)
        if triple != before:
            yield triple
            before = triple


def load_with_graphs(index: Index, file: BinaryIO) -> None:
    """Load N-Quads: each graph as it is, and the union of all, each triple once, as the default.

    Oxigraph can join the graphs while it answers, but then a triple that two articles state
    matches twice, and every count that meets it is wrong. Raises ``SyntaxError`` and ``OSError``.
    """
    index.bulk_load(file, RdfFormat.N_QUADS)
    index.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")


def lines_of(source: HasLines | Iterable[Quad]) -> Iterable[bytes]:
    """The sorted lines of a store, or of statements in any order."""
    if isinstance(source, Iterable):
        return sorted_lines(source)
    return source.lines()


def quads_of(lines: Iterable[bytes]) -> Iterator[Quad]:
    """The statements that the lines write, term by term as written."""
    return cast(Iterator[Quad], parse(b"".join(lines), RdfFormat.N_QUADS))
