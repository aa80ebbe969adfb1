"""Shapes as written made into shapes that the engine follows, or refused."""

from __future__ import annotations

from functools import lru_cache

import pyoxigraph as ox

from kg.validate.engines.fast.components import COMPONENTS
from kg.validate.engines.fast.reading import flag, names, one, path_of, words
from kg.validate.engines.fast.shapes import Constraint, Shape, Targets, Unsupported
from kg.validate.shapesgraph import RDFS_CLASS, SH, Node, ShapesGraph, Term
from kg.vocab import RDF

_TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")
# What says nothing about values: words, targets, and the parameters beside another.
_SILENT = frozenset(
    (
        *_TARGETS,
        *("path", "severity", "message", "description", "name", "order", "group"),
        *("defaultValue", "deactivated", "flags", "ignoredProperties", "qualifiedMinCount"),
        *("qualifiedMaxCount", "qualifiedValueShapesDisjoint"),
    )
)


@lru_cache(maxsize=8)
def compile_shapes(graph: ShapesGraph) -> tuple[Shape, ...]:
    """Every shape that looks at something by itself, sorted.

    Raises ``Unsupported`` for what the engine does not follow, and for what is malformed.
    """
    if any(graph.instances(SH + "ConstraintComponent")):
        raise Unsupported("constraint components of its own")
    compiler = Compiler(graph)
    nodes = {node for name in _TARGETS for node, _ in graph.pairs(SH + name)}
    kinds = {ox.NamedNode(SH + "NodeShape"), ox.NamedNode(SH + "PropertyShape")}
    for node in graph.instances(RDFS_CLASS):
        if kinds & set(graph.objects(node, RDF.type)):
            nodes.add(node)
    made = [compiler.shape(node) for node in sorted(nodes, key=str)]
    return tuple(shape for shape in made if shape.constraints)


class Compiler:
    """Makes each shape of a graph once."""

    def __init__(self, graph: ShapesGraph) -> None:
        self.graph = graph
        self._made: dict[Term, Shape] = {}
        self._open: set[Term] = set()

    def shape(self, node: Term) -> Shape:
        """The shape ``node``. Raises ``Unsupported``, for one that contains itself as well."""
        known = self._made.get(node)
        if known is None:
            if node in self._open:
                raise Unsupported("a shape that contains itself")
            self._open.add(node)
            known = self._made[node] = self._make(node)
            self._open.remove(node)
        return known

    def _make(self, node: Term) -> Shape:
        if not isinstance(node, ox.NamedNode | ox.BlankNode) or not self.graph.predicates(node):
            raise Unsupported("a shape that is not described")
        path = None
        if self.graph.objects(node, SH + "path"):
            path = path_of(self.graph, one(self.graph, node, "path"))
        severity = names(self.graph, node, "severity") or (f"<{SH}Violation>",)
        if len(severity) > 1:
            raise Unsupported("several values of sh:severity")
        return Shape(
            node.value,
            path,
            self._targets(node),
            severity[0][1:-1],
            words(self.graph, node, "message"),
            () if flag(self.graph, node, "deactivated") else tuple(self._constraints(node)),
        )

    def _targets(self, node: Node) -> Targets:
        classes = names(self.graph, node, "targetClass")
        if ox.NamedNode(RDFS_CLASS) in self.graph.objects(node, RDF.type):
            classes = (*classes, str(node))
        return Targets(
            classes,
            names(self.graph, node, "targetSubjectsOf"),
            names(self.graph, node, "targetObjectsOf"),
            frozenset(str(value) for value in self.graph.objects(node, SH + "targetNode")),
        )

    def _constraints(self, node: Node) -> list[Constraint]:
        found: list[Constraint] = []
        for predicate in sorted(self.graph.predicates(node)):
            name = predicate.removeprefix(SH)
            if name == predicate or name in _SILENT:
                continue
            component = COMPONENTS.get(name)
            if component is None:
                raise Unsupported(f"sh:{name}")
            found += component(self, node)
        return found
