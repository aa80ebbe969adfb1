"""The breaches of shapes: each constraint is asked once, of all nodes that it looks at."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.validate.engines.fast import joins
from kg.validate.engines.fast.facts import TYPE, Column, Facts
from kg.validate.engines.fast.paths import column
from kg.validate.engines.fast.shapes import Asked, Closed, Each, Part, Shape, Step, Together
from kg.validate.engines.fast.words import kind, text
from kg.validate.engines.result import Result

_RESOURCE = "<http://www.w3.org/2000/01/rdf-schema#Resource>"


def results(facts: Facts, shape: Shape, focus: frozenset[str]) -> Iterator[Result]:
    """What the nodes ``focus`` break of a shape."""
    if not focus:
        return
    reached = column(facts, shape.path, focus)
    path = _property(shape)
    for constraint in shape.constraints:
        match constraint:
            case Part():
                yield from results(facts, constraint.shape, _values(shape, reached, focus))
            case Closed():
                for node, predicate, value in _beyond(facts, constraint, focus, reached):
                    yield _result(shape, "closed", node, text(predicate), value)
            case Asked():
                for node, found in joins.rows(facts, constraint.query, focus):
                    yield answer(shape, constraint, node, found)
            case Each() | Together():
                for node, broken in _breaches(facts, constraint, focus, reached):
                    yield _result(shape, constraint.name, node, path, broken)


def failing(facts: Facts, shape: Shape, nodes: Collection[str]) -> set[str]:
    """Those of ``nodes`` that break a shape."""
    focus = frozenset(nodes)
    if not focus:
        return set()
    reached = column(facts, shape.path, focus)
    found: set[str] = set()
    for constraint in shape.constraints:
        match constraint:
            case Part():
                bad = failing(facts, constraint.shape, _values(shape, reached, focus))
                found.update(node for node, value in reached.pairs if value in bad)
            case Closed():
                found.update(node for node, _, _ in _beyond(facts, constraint, focus, reached))
            case Asked():
                found.update(node for node, _ in joins.rows(facts, constraint.query, focus))
            case Each() if shape.path is None:
                found.update(constraint.bad(facts, focus))
            case Each() | Together():
                found.update(node for node, _ in _breaches(facts, constraint, focus, reached))
    return found & focus


def _property(shape: Shape) -> str | None:
    """The IRI of the property, when the path of a shape is no more than that."""
    path = shape.path
    return text(path.predicate) if isinstance(path, Step) and not path.inverse else None


def _breaches(
    facts: Facts, constraint: Each | Together, focus: frozenset[str], reached: Column
) -> Iterator[tuple[str, str | None]]:
    if isinstance(constraint, Together):
        yield from constraint.breaches(facts, focus, reached)
        return
    bad = frozenset(constraint.bad(facts, reached.values))
    if bad:
        for node, value in reached.pairs:
            if value in bad and node in focus:
                yield node, value


def _values(shape: Shape, reached: Column, focus: frozenset[str]) -> frozenset[str]:
    if shape.path is None:
        return focus
    if reached.owners <= focus:
        return frozenset(reached.values)
    return frozenset(value for node, value in reached.pairs if node in focus)


def _beyond(
    facts: Facts, constraint: Closed, focus: frozenset[str], reached: Column
) -> Iterator[tuple[str, str, str]]:
    """The statements that no property of a closed shape allows, by the focus node they are at."""
    for predicate in facts.predicates:
        if predicate in constraint.allowed:
            continue
        for subject, value in facts.column(predicate).pairs:
            if (predicate, value) != (TYPE, _RESOURCE):
                for node in reached.to.get(subject, ()):
                    if node in focus:
                        yield node, predicate, value


def answer(shape: Shape, asked: Asked, node: str, found: str | None) -> Result:
    """The result that a row of a query is."""
    said = []
    for message in (*asked.messages, *shape.messages):
        for name, term in (("this", node), ("value", found)):
            if term is not None:
                message = message.replace(f"{{?{name}}}", text(term)).replace(
                    f"{{${name}}}", text(term)
                )
        said.append(message)
    value = node if found is None and shape.path is None else found
    return _result(shape, asked.name, node, _property(shape), value, tuple(dict.fromkeys(said)))


def _result(
    shape: Shape,
    name: str,
    node: str,
    path: str | None,
    value: str | None,
    messages: tuple[str, ...] | None = None,
) -> Result:
    return Result(
        shape.node,
        name,
        shape.severity,
        shape.messages if messages is None else messages,
        text(node),
        path,
        None if value is None else text(value),
        None if value is None else kind(value),
    )
