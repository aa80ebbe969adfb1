"""Names for the nameless things of a stranger's file, so that its statements can be kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import cast

import pyoxigraph as ox

from kg.identity.moving import moved
from kg.nquads import as_text, sort_text
from kg.vocab import OA, RDF

_Subject = ox.NamedNode | ox.BlankNode
_Object = ox.NamedNode | ox.BlankNode | ox.Literal


_SELECTORS = {OA.TextPositionSelector: "pos", OA.TextQuoteSelector: "quote"}


def with_selectors(quads: Sequence[ox.Quad]) -> tuple[ox.Quad, ...]:
    """The statements in their order, nameless position and words of a passage named as kg does.

    So two files that cite one passage agree on it, as they do when both use the names of kg. A
    selector that more than one passage points at, or that is not the only one of its kind, stays
    nameless for the shapes to find.
    """
    kinds = {
        quad.subject: _SELECTORS[quad.object.value]
        for quad in quads
        if quad.predicate.value == RDF.type
        and isinstance(quad.subject, ox.BlankNode)
        and isinstance(quad.object, ox.NamedNode)
        and quad.object.value in _SELECTORS
    }
    pointing = {
        (quad.subject.value, quad.object)
        for quad in quads
        if quad.predicate.value == OA.hasSelector
        and isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.BlankNode)
        and quad.object in kinds
    }
    selectors = Counter(item for _, item in pointing)
    names = Counter((passage, kinds[item]) for passage, item in pointing)
    made = {
        item: ox.NamedNode(f"{passage}#{kinds[item]}")
        for passage, item in pointing
        if selectors[item] == names[passage, kinds[item]] == 1 and "#" not in passage
    }
    if not made:
        return tuple(quads)
    return tuple(
        ox.Quad(
            cast(_Subject, made.get(cast(ox.BlankNode, quad.subject), quad.subject)),
            quad.predicate,
            cast(_Object, made.get(cast(ox.BlankNode, quad.object), quad.object)),
            quad.graph_name,
        )
        for quad in quads
    )


def said_now(
    quads: Iterable[ox.Quad],
    redirects: Mapping[str, str],
    is_there: Callable[[ox.Quad], bool],
) -> tuple[ox.Quad, ...]:
    """The statements in their order, said of what their subjects and objects are called now.

    ``redirects`` lead from IRIs that gave way to those that took their place. What the graph says
    itself, such as that one gave way, stays as it is; ``is_there`` knows.
    """
    if not redirects:
        return tuple(quads)

    @cache
    def now(term: object) -> object:
        return (
            ox.NamedNode(moved(term.value, redirects)) if isinstance(term, ox.NamedNode) else term
        )

    return tuple(
        quad
        if (now(quad.subject), now(quad.object)) == (quad.subject, quad.object) or is_there(quad)
        else ox.Quad(
            cast(_Subject, now(quad.subject)),
            quad.predicate,
            cast(_Object, now(quad.object)),
            quad.graph_name,
        )
        for quad in quads
    )


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
