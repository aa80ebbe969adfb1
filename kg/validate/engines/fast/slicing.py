"""Parts of a graph that hold all that shapes look at from some nodes."""

from __future__ import annotations

from collections.abc import Iterable

from kg.validate.engines.fast.overlay import Overlay
from kg.validate.engines.fast.shapes import Track

Triple = tuple[str, str, str]


class Slice:
    """A part of a graph that grows; what is described in it is described in full."""

    def __init__(self, graph: Overlay) -> None:
        self._graph = graph
        self._described: set[str] = set()
        self.triples: dict[Triple, None] = {}

    def describe(self, nodes: Iterable[str]) -> None:
        """Take in all that is said of some nodes."""
        for node in nodes:
            if node not in self._described and node[0] != '"':
                self._described.add(node)
                for predicate, values in self._graph.told(node).items():
                    for value in values:
                        self.triples[node, predicate, value] = None

    def witness(self, predicates: Iterable[str], nodes: Iterable[str]) -> None:
        """Take in one statement, if there is any, with each node as value of each property."""
        for predicate in predicates:
            for node in nodes:
                subject = self._graph.has(predicate, node)
                if subject is not None:
                    self.triples[subject, predicate, node] = None

    def follow(self, track: Track, nodes: set[str]) -> None:
        """Take in the statements on a way from some nodes."""
        for step in track:
            if step.inverse:
                nodes = self._holders(step.predicate, nodes)
            else:
                self.describe(nodes)
                nodes = self._graph.values(step.predicate, nodes)

    def _holders(self, predicate: str, nodes: Iterable[str]) -> set[str]:
        found = set()
        for node in nodes:
            for holder in self._graph.subjects(predicate, node):
                self.triples[holder, predicate, node] = None
                found.add(holder)
        return found
