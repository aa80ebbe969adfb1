"""Where paths lead."""

from __future__ import annotations

from collections.abc import Iterable

from kg.validate.engines.fast.facts import Column, Facts
from kg.validate.engines.fast.shapes import Chain, Choice, Path, Repeat, Step


def column(facts: Facts, path: Path | None, focus: frozenset[str]) -> Column:
    """The values of each focus node; of a single property, those of other nodes as well.

    Without a path each node is its own value.
    """
    if path is None:
        nodes = tuple(focus)
        return Column(nodes, nodes)
    if isinstance(path, Step):
        stated = facts.column(path.predicate)
        return Column(stated.objects, stated.subjects) if path.inverse else stated
    found = [(node, value) for node in focus for value in follow(facts, path, {node})]
    return Column([node for node, _ in found], [value for _, value in found])


def follow(graph: Facts, path: Path, nodes: Iterable[str]) -> set[str]:
    """What a path leads to from any of ``nodes``."""
    match path:
        case Step(predicate, inverse):
            column = graph.column(predicate)
            known = column.to if inverse else column.of
            return {value for node in nodes for value in known.get(node, ())}
        case Chain(parts):
            found = set(nodes)
            for part in parts:
                found = follow(graph, part, found)
            return found
        case Choice(parts):
            kept = tuple(nodes)
            return {value for part in parts for value in follow(graph, part, kept)}
        case Repeat():
            return _repeated(graph, path, set(nodes))


def _repeated(graph: Facts, path: Repeat, nodes: set[str]) -> set[str]:
    found = set(nodes) if path.least == 0 else set()
    if path.once:
        return found | follow(graph, path.path, nodes)
    waiting = nodes
    while waiting:
        waiting = follow(graph, path.path, waiting) - found
        found |= waiting
    return found
