"""Names for the nameless things of a stranger's file, so that its statements can be kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import pyoxigraph as ox

from kg.nquads import as_text, sort_text

_Subject = ox.NamedNode | ox.BlankNode
_Object = ox.NamedNode | ox.BlankNode | ox.Literal


def named(quads: Iterable[ox.Quad], under: str) -> bytes:
    """The triples of ``quads`` as sorted N-Triples lines, each blank node with an IRI.

    The IRI is ``under`` and the label that RDFC-1.0 gives the node, so it depends on the
    statements alone: not on the labels of the file, nor on their order. ``quads`` hold no triple
    terms. Finding the labels may take very long for a file made for that: whoever calls this
    watches the clock.
    """
    triples = ox.Dataset(ox.Quad(*quad.triple) for quad in quads)
    if any(isinstance(t, ox.BlankNode) for quad in triples for t in (quad.subject, quad.object)):
        triples.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    made = (
        ox.Quad(
            cast(_Subject, _name(quad.subject, under)),
            quad.predicate,
            cast(_Object, _name(quad.object, under)),
        )
        for quad in triples
    )
    return b"".join(sort_text(as_text(made)))


def _name(term: object, under: str) -> object:
    return ox.NamedNode(f"{under}{term.value}") if isinstance(term, ox.BlankNode) else term
