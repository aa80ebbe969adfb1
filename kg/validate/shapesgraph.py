"""A graph of shapes as it was written, to be looked up in: what both engines start from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import pyoxigraph as ox

from kg.vocab import RDF

SH = "http://www.w3.org/ns/shacl#"
RDFS_CLASS = "http://www.w3.org/2000/01/rdf-schema#Class"

Node = ox.NamedNode | ox.BlankNode
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

# By what one shape hangs on another; through lists, too.
_OWNING = frozenset(
    SH + name
    for name in ("property", "node", "and", "or", "xone", "not", "qualifiedValueShape", "sparql")
) | {RDF.NS + "first", RDF.NS + "rest"}


@dataclass(frozen=True, slots=True, eq=False)
class ShapesGraph:
    """The statements, and look-ups by subject; each list of objects in the order written.

    It is equal to itself only, so that what is made of it can be kept with it.
    """

    quads: tuple[ox.Quad, ...]
    by_subject: Mapping[Node, Mapping[str, Sequence[Term]]]

    @staticmethod
    def of(quads: Iterable[ox.Quad]) -> ShapesGraph:
        """The graph that ``quads`` make, whichever graph each is in."""
        kept = tuple(quads)
        found: dict[Node, dict[str, list[Term]]] = {}
        for quad in kept:
            if isinstance(quad.subject, ox.NamedNode | ox.BlankNode):
                told = found.setdefault(quad.subject, {}).setdefault(quad.predicate.value, [])
                if quad.object not in told:
                    told.append(quad.object)
        return ShapesGraph(kept, MappingProxyType(found))

    def subjects(self) -> Iterator[Node]:
        """Everything that something is said of."""
        return iter(self.by_subject)

    def predicates(self, node: Term) -> frozenset[str]:
        """The properties that ``node`` has."""
        return frozenset(self._of(node))

    def objects(self, node: Term, predicate: str) -> Sequence[Term]:
        """The values of a property of ``node``."""
        return self._of(node).get(predicate, ())

    def pairs(self, predicate: str) -> Iterator[tuple[Node, Term]]:
        """Every subject and object of a property."""
        for node, told in self.by_subject.items():
            for value in told.get(predicate, ()):
                yield node, value

    def instances(self, name: str) -> Iterator[Node]:
        """The nodes of a class, not of those below it."""
        wanted = ox.NamedNode(name)
        return (node for node, value in self.pairs(RDF.type) if value == wanted)

    def items(self, head: Term) -> list[Term] | None:
        """The members of a list; None when ``head`` is not one that is well-formed and ends."""
        found: list[Term] = []
        seen: set[Term] = set()
        while head != ox.NamedNode(RDF.NS + "nil"):
            first = self.objects(head, RDF.NS + "first")
            rest = self.objects(head, RDF.NS + "rest")
            if head in seen or len(first) != 1 or len(rest) != 1:
                return None
            seen.add(head)
            found.append(first[0])
            head = rest[0]
        return found

    def owners(self) -> Mapping[str, str]:
        """For each shape without an IRI, by its label, the IRI of the shape that it is part of.

        A label is made up anew in each run, so a finding names the owner instead. Of several
        owners the first by IRI is meant.
        """
        above: dict[Term, list[Node]] = {}
        for node, told in self.by_subject.items():
            for predicate in _OWNING & told.keys():
                for part in told[predicate]:
                    above.setdefault(part, []).append(node)
        found = {}
        for node in self.by_subject:
            if isinstance(node, ox.BlankNode):
                named = _named_above(node, above)
                if named:
                    found[node.value] = min(named)
        return found

    def _of(self, node: Term) -> Mapping[str, Sequence[Term]]:
        if isinstance(node, ox.NamedNode | ox.BlankNode):
            return self.by_subject.get(node, {})
        return {}


def _named_above(node: Node, above: Mapping[Term, Sequence[Node]]) -> set[str]:
    found: set[str] = set()
    seen: set[Node] = set()
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        if isinstance(one, ox.NamedNode):
            found.add(one.value)
        else:
            waiting.extend(above.get(one, ()))
    return found
