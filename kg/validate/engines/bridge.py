"""From pyoxigraph's terms to rdflib's, one by one and spelt as they are.

rdflib rewrites literals when it makes them, unless told not to; it then spells ``0.80`` as ``0.8``
and takes gigabytes over ``1E999999999``. What is validated has to be what was written.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pyoxigraph as ox
import rdflib
from rdflib.term import Node


@contextmanager
def literals_as_written() -> Iterator[None]:
    """Stop rdflib from rewriting literals, and from remarking on ill-typed ones, for a while."""
    before, logger = rdflib.NORMALIZE_LITERALS, logging.getLogger("rdflib.term")
    level = logger.level
    rdflib.NORMALIZE_LITERALS = False
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = before
        logger.setLevel(level)


def graph_of(quads: Iterable[ox.Quad]) -> rdflib.Graph:
    """All statements in one rdflib graph, whichever graph they are in.

    To be called, and the graph used, within ``literals_as_written``. Raises ``ValueError`` for a
    triple term, which rdflib cannot hold.
    """
    known: dict[object, Node] = {}
    graph = rdflib.Graph()
    for quad in quads:
        graph.add(
            (
                _node(quad.subject, known),
                _node(quad.predicate, known),
                _node(quad.object, known),
            )
        )
    return graph


def _node(term: object, known: dict[object, Node]) -> Node:
    made = known.get(term)
    if made is None:
        made = known[term] = _made(term)
    return made


def _made(term: object) -> Node:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, ox.Literal):
        return _literal(term)
    raise ValueError(f"rdflib cannot hold {term}")


def _literal(term: ox.Literal) -> rdflib.Literal:
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    # rdflib tells "a" from "a"^^xsd:string, which RDF 1.1 made the same; shapes ask for xsd:string.
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))
