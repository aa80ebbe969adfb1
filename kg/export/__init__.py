"""Exports: the graph in the formats of many tools, the same bytes for the same graph, always.

    FORMATS                     format name → Format: those of the RDF family
    Format                      name, media type, extension, whether it keeps the article graphs
    write(source, ...)          one graph, or store, to an open binary file, in one of FORMATS
    WHOLE                       format name → what it is for: all formats of a whole graph
    describe(store, base)       the graph of a store with its description
    write_whole(described, ...) that, to an open binary file
    write_tables(described, ...), is_tables(folder)   the folder of tables

A format without named graphs gets the union of all graphs, each triple once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from pyoxigraph import Quad

from kg.errors import UsageError
from kg.export.describing import Described, describe
from kg.export.jsonld import write_jsonld
from kg.export.rdfxml import write_rdfxml
from kg.export.turtle import write_trig, write_turtle
from kg.iris import DEFAULT_BASE
from kg.nquads import HasLines, lines_of, triples

__all__ = [
    "FORMATS",
    "TABLES",
    "WHOLE",
    "Format",
    "Options",
    "beside",
    "describe",
    "find_format",
    "is_tables",
    "write",
    "write_tables",
    "write_whole",
]

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
    sink.writelines(f"{s} {p} {o} .\n".encode() for s, p, o in triples(lines))


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


TABLES = "csv"
"""The format that is a folder, or an archive of one."""
_STATEMENTS, _SHEETS, _GRAPH_TOOLS, _WIKIDATA = "statements", "tables", "graph tools", "Wikidata"
WHOLE: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(FORMATS, _STATEMENTS),
        TABLES: _SHEETS,
        "backs": _SHEETS,
        "graphml": _GRAPH_TOOLS,
        "quickstatements": _WIKIDATA,
    }
)


@dataclass(frozen=True, slots=True)
class Options:
    """How to write a whole graph.

    ``base`` begins its IRIs. ``guard`` puts a ``'`` before cells that a spreadsheet would run.
    ``say`` is told what a person should know, such as what was left out.
    """

    base: str
    guard: bool
    say: Callable[[str], None]


def write_whole(graph: Described, name: str, sink: BinaryIO, options: Options) -> None:
    """Write a graph with its description in any format of ``WHOLE``; tables as a ZIP archive.

    Raises ``UsageError`` for an unknown format, or for a graph that the format cannot carry, and
    ``StoreError`` as the graph does.
    """
    # The formats below are imported when they are asked for: answers of queries need none of them.
    if name == TABLES:
        from kg.export.folder import write_archive

        write_archive(graph, sink, guard=options.guard)
    elif name == "backs":
        from kg.export.edges import write_backs

        write_backs(graph, sink, guard=options.guard)
    elif name == "graphml":
        from kg.export.graphml import write_graphml

        write_graphml(graph, sink)
    elif name == "quickstatements":
        from kg.export.quickstatements import write_quickstatements

        write_quickstatements(graph, sink, options.say)
    else:
        write(graph, name, sink, options.base)


def write_tables(graph: Described, folder: Path, options: Options) -> None:
    """Write the tables and their description to a folder that is there and empty.

    Raises ``StoreError`` as the graph does, and ``OSError``.
    """
    from kg.export.folder import write_folder

    write_folder(graph, folder, guard=options.guard)


def beside(graph: Described, name: str, file: Path, options: Options) -> tuple[Path, bytes] | None:
    """The file to put beside an export that has no place for its description, and what is in it.

    None: the format has the place, or nobody would look for such a file. Raises ``OSError`` when
    ``file``, the export, cannot be read.
    """
    if name != "backs":
        return None
    from hashlib import file_digest

    from kg.export.csvw import BESIDE, backs_metadata
    from kg.rdf import load_sources

    with file.open("rb") as written:
        digest = file_digest(written, "sha256").hexdigest()
    made = backs_metadata(graph.census, load_sources(), file.name, digest, guarded=options.guard)
    return file.with_name(file.name + BESIDE), made


def is_tables(folder: Path) -> bool:
    """Whether a folder holds nothing but what ``write_tables`` left there."""
    from kg.export.folder import is_ours

    return is_ours(folder)
