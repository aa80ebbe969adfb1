"""Exports: the graph in the formats of the RDF family, the same bytes for the same graph, always.

    FORMATS                 format name → Format
    Format                  name, media type, extension, whether it keeps the article graphs
    write(source, ...)      one graph, or store, to an open binary file

A format without named graphs gets the union of all graphs, each triple once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import BinaryIO

from pyoxigraph import Quad

from kg.errors import UsageError
from kg.export.jsonld import write_jsonld
from kg.export.rdfxml import write_rdfxml
from kg.export.turtle import write_trig, write_turtle
from kg.iris import DEFAULT_BASE
from kg.nquads import HasLines, lines_of, union_text

__all__ = ["FORMATS", "Format", "find_format", "write"]

Writer = Callable[[Iterable[bytes], BinaryIO, str], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write the graph.

    ``extension`` has no dot. ``keeps_graphs`` says whether it tells the articles' graphs apart.
    ``writer`` takes sorted N-Quads lines, an open binary file and the base of our IRIs.
    """

    name: str
    media_type: str
    extension: str
    keeps_graphs: bool
    writer: Writer


def _write_ntriples(lines: Iterable[bytes], sink: BinaryIO, _base: str) -> None:
    sink.write(union_text(lines))


def _write_nquads(lines: Iterable[bytes], sink: BinaryIO, _base: str) -> None:
    sink.writelines(lines)


_FORMATS = (
    Format("turtle", "text/turtle", "ttl", False, write_turtle),
    Format("trig", "application/trig", "trig", True, write_trig),
    Format("ntriples", "application/n-triples", "nt", False, _write_ntriples),
    Format("nquads", "application/n-quads", "nq", True, _write_nquads),
    Format("jsonld", "application/ld+json", "jsonld", True, write_jsonld),
    Format("rdfxml", "application/rdf+xml", "rdf", False, write_rdfxml),
)
FORMATS: Mapping[str, Format] = MappingProxyType({made.name: made for made in _FORMATS})


def find_format(name: str) -> Format:
    """The format of this name. Raises ``UsageError`` for an unknown one, naming those there are."""
    if name not in FORMATS:
        raise UsageError(f"there is no format {name!r}", todo=f"choose one of {', '.join(FORMATS)}")
    return FORMATS[name]


def write(
    source: HasLines | Iterable[Quad], format_name: str, sink: BinaryIO, base: str = DEFAULT_BASE
) -> None:
    """Write a store, or statements in any order, to an open binary file.

    ``base`` only shortens what is written: the IRIs below it are written relative to it.

    Raises ``UsageError`` for an unknown format, or for a graph that the format cannot carry.
    """
    find_format(format_name).writer(lines_of(source), sink, base)
