"""Parts of shapes as written: parameters of constraints, and paths.

Whatever is not well-formed is refused, so that the reference engine gets to say what is wrong.
"""

from __future__ import annotations

import pyoxigraph as ox

from kg.validate.engines.fast.shapes import Chain, Choice, Path, Repeat, Step, Unsupported
from kg.validate.shapesgraph import SH, ShapesGraph, Term
from kg.vocab import RDF, XSD

_REPEATS = {
    SH + "zeroOrMorePath": (0, False),
    SH + "oneOrMorePath": (1, False),
    SH + "zeroOrOnePath": (0, True),
}


def one(graph: ShapesGraph, node: Term, name: str) -> Term:
    """The only value of ``sh:name``. Raises ``Unsupported`` when there is none, or another."""
    found = graph.objects(node, SH + name)
    if len(found) != 1:
        raise Unsupported(f"{len(found)} values of sh:{name}")
    return found[0]


def number(graph: ShapesGraph, node: Term, name: str) -> int:
    """The value of ``sh:name``, a whole number that is not negative."""
    found = one(graph, node, name)
    if not (
        isinstance(found, ox.Literal)
        and found.datatype.value == XSD.integer
        and found.value.isascii()
        and found.value.isdigit()
    ):
        raise Unsupported(f"sh:{name} is no whole number")
    return int(found.value)


def flag(graph: ShapesGraph, node: Term, name: str) -> bool:
    """Whether ``sh:name`` is true; it is not when there is none."""
    if not graph.objects(node, SH + name):
        return False
    found = one(graph, node, name)
    if found not in (ox.Literal(True), ox.Literal(False)):
        raise Unsupported(f"sh:{name} is neither true nor false")
    return found == ox.Literal(True)


def words(graph: ShapesGraph, node: Term, name: str) -> tuple[str, ...]:
    """The texts that ``sh:name`` has."""
    found = []
    for value in graph.objects(node, SH + name):
        if not isinstance(value, ox.Literal):
            raise Unsupported(f"sh:{name} is no text")
        found.append(value.value)
    return tuple(found)


def names(graph: ShapesGraph, node: Term, name: str) -> tuple[str, ...]:
    """The IRIs that ``sh:name`` has, as terms."""
    found = graph.objects(node, SH + name)
    if not all(isinstance(value, ox.NamedNode) for value in found):
        raise Unsupported(f"sh:{name} is no IRI")
    return tuple(str(value) for value in found)


def members(graph: ShapesGraph, head: Term, name: str) -> list[Term]:
    """The members of the list that ``sh:name`` has."""
    found = graph.items(head)
    if found is None:
        raise Unsupported(f"sh:{name} is no list")
    return found


def path_of(graph: ShapesGraph, node: Term) -> Path:
    """The path that ``node`` describes. Raises ``Unsupported`` for one that is no path."""
    if isinstance(node, ox.NamedNode):
        return Step(str(node))
    if graph.objects(node, RDF.NS + "first"):
        parts = members(graph, node, "path")
        if len(parts) < 2:
            raise Unsupported("a path of one part")
        return Chain(tuple(path_of(graph, part) for part in parts))
    [*kinds] = graph.predicates(node)
    if len(kinds) != 1:
        raise Unsupported("a path of several kinds")
    inner = one(graph, node, kinds[0].removeprefix(SH))
    return _special(graph, kinds[0], inner)


def _special(graph: ShapesGraph, kind: str, inner: Term) -> Path:
    if kind == SH + "inversePath":
        path = path_of(graph, inner)
        if not isinstance(path, Step):
            raise Unsupported("an inverse path of more than one property")
        return Step(path.predicate, not path.inverse)
    if kind == SH + "alternativePath":
        parts = members(graph, inner, "alternativePath")
        return Choice(tuple(path_of(graph, part) for part in parts))
    if kind in _REPEATS:
        return Repeat(path_of(graph, inner), *_REPEATS[kind])
    raise Unsupported("a path of another kind")
