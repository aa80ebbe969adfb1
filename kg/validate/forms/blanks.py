"""Names for things that a file leaves unnamed: the parser makes them up anew each time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import pyoxigraph as ox

# The parser's names are 128 random bits in hexadecimal, leading zeros left out.
_MADE_UP = re.compile(r"[0-9a-f]{24,32}")
_WRITTEN = re.compile(r"\b[0-9a-f]{24,32}\b")


def steady(quads: Sequence[ox.Quad], text: str) -> list[ox.Quad]:
    """The statements with ``_:b1``, ``_:b2`` … for what ``text`` leaves unnamed, in their order.

    So a report on the same bytes is the same bytes.
    """
    unnamed = _unnamed(quads, text)
    if not unnamed:
        return list(quads)
    stem = "b"
    while f"_:{stem}" in text:
        stem += "b"
    names = {label: ox.BlankNode(f"{stem}{number + 1}") for number, label in enumerate(unnamed)}
    return [_renamed(quad, names) for quad in quads]


def _unnamed(quads: Iterable[ox.Quad], text: str) -> dict[str, None]:
    found: dict[str, None] = {}
    for quad in quads:
        for term in (quad.subject, quad.object, quad.graph_name):
            if isinstance(term, ox.BlankNode) and _MADE_UP.fullmatch(term.value):
                found[term.value] = None
    written = set(_WRITTEN.findall(text)) if found else set()
    return {label: None for label in found if label not in written}


def _renamed(quad: ox.Quad, names: dict[str, ox.BlankNode]) -> ox.Quad:
    def new(term: object) -> object:
        return names.get(term.value, term) if isinstance(term, ox.BlankNode) else term

    terms = (quad.subject, quad.object, quad.graph_name)
    if not any(isinstance(term, ox.BlankNode) for term in terms):
        return quad
    subject, value, graph = map(new, terms)
    return ox.Quad(subject, quad.predicate, value, graph)  # type: ignore[arg-type] # as before
