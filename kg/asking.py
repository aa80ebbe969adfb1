"""What a graph must offer to be asked: shared by saved queries and by explanations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Triple,
)

Term = NamedNode | BlankNode | Literal | Triple
Row = tuple[Term | None, ...]


class Queryable(Protocol):
    """A graph that answers SPARQL from the union of all its named graphs and the default graph."""

    def query(
        self, sparql: str, substitutions: Mapping[str, Term] | None = None
    ) -> QuerySolutions | QueryTriples | QueryBoolean:
        """The solutions of a SELECT, the triples of a CONSTRUCT, or the answer of an ASK.

        ``substitutions`` binds variables, named without ``?``, as terms.
        """
        ...
