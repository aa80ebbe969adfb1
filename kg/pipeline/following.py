"""What others handed in before it was decided who is who, brought to the keys that hold now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from pyoxigraph import NamedNode, Quad

from kg.identity.moving import moved
from kg.nquads import as_text, quads_of, sort_text

Term = TypeVar("Term")


def follow(text: bytes, redirects: Mapping[str, str]) -> bytes:
    """N-Quads lines with each IRI that gave way replaced, sorted; the graphs stay as they are.

    ``redirects`` lead from old IRIs of people, bodies and contests to new ones.
    """
    if not redirects:
        return text

    def now(term: Term) -> Term | NamedNode:
        return NamedNode(moved(term.value, redirects)) if isinstance(term, NamedNode) else term

    quads = (
        Quad(now(q.subject), q.predicate, now(q.object), q.graph_name) for q in quads_of([text])
    )
    return b"".join(sort_text(as_text(quads)))
