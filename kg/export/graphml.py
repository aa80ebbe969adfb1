"""GraphML for graph tools: who is for or against whom, every value with its type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg import __version__
from kg.export.describing import Described
from kg.export.edges import Edge, Edges, endorsements
from kg.export.xmltext import xml_text
from kg.rdf import Sources, load_sources
from kg.vocab import FOAF, SCHEMA

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_KEYS: Mapping[str, Mapping[str, str]] = {
    "graph": {
        "title": "string",
        "licence": "string",
        "rights": "string",
        "sources": "string",
        "version": "string",
        "sha256": "string",
        "program": "string",
        "triples": "long",
        "first": "string",
        "last": "string",
    },
    "node": {"label": "string", "kind": "string"},
    "edge": {
        "polarity": "string",
        "contest": "string",
        "date": "string",
        "passages": "int",
        "confidence": "double",
    },
}


def write_graphml(graph: Described, sink: BinaryIO) -> None:
    """Write a directed graph: a node for each person and body, an edge for each endorsement.

    A node has the IRI of the person or body as its id, an edge that of the endorsement. The
    description of the data set is the data of the graph itself.

    Raises ``UsageError`` for a character that XML lacks, and ``StoreError`` as the graph does.
    """
    edges = endorsements(graph)
    sink.write(_HEAD.encode())
    for domain, names in _KEYS.items():
        for name, kind in names.items():
            key = f'  <key id="{domain}-{name}" for="{domain}" attr.name="{name}"'
            sink.write(f'{key} attr.type="{kind}"/>\n'.encode())
    sink.write(b'  <graph id="endorsements" edgedefault="directed">\n')
    sink.writelines(_data("graph", _about(graph, load_sources()), "    "))
    sink.writelines(piece for node in edges.nodes() for piece in _node(node, edges))
    sink.writelines(piece for edge in edges.edges for piece in _edge(edge))
    sink.write(b"  </graph>\n</graphml>\n")


def _about(graph: Described, sources: Sources) -> dict[str, str]:
    census, own = graph.census, sources.own
    others = (f"{source.title} <{source.licence}>: {source.rights}" for source in sources.others)
    return {
        "title": own.title,
        "licence": own.licence,
        "rights": own.rights,
        "sources": "\n".join(others),
        "version": census.sha256[:16],
        "sha256": census.sha256,
        "program": f"kg {__version__}",
        "triples": str(census.triples),
        "first": census.first,
        "last": census.last,
    }


def _node(node: str, edges: Edges) -> Iterator[bytes]:
    classes = edges.classes(node)
    kind = "organisation"
    if FOAF.Person in classes:
        kind = "person"
    elif SCHEMA.GovernmentOrganization in classes:
        kind = "council"
    yield f'    <node id="{_text(node)}">\n'.encode()
    yield from _data("node", {"label": edges.name(node), "kind": kind}, "      ")
    yield b"    </node>\n"


def _edge(edge: Edge) -> Iterator[bytes]:
    ends = f'source="{_text(edge.source)}" target="{_text(edge.target)}"'
    yield f'    <edge id="{_text(edge.iri)}" {ends}>\n'.encode()
    values = {
        "polarity": edge.polarity,
        "contest": edge.contest,
        "date": edge.date,
        "passages": str(edge.passages),
        "confidence": edge.confidence,
    }
    yield from _data("edge", values, "      ")
    yield b"    </edge>\n"


def _data(domain: str, values: Mapping[str, str], indent: str) -> Iterator[bytes]:
    """The values that there are; what is not known is left out."""
    for name, value in values.items():
        if value:
            yield f'{indent}<data key="{domain}-{name}">{_text(value)}</data>\n'.encode()


def _text(text: str) -> str:
    return xml_text(text, "GraphML")
