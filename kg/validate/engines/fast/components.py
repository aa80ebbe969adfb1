"""What each constraint of SHACL becomes. Parameters that are not well-formed are refused."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

import pyoxigraph as ox

from kg.validate.engines.fast import each, together
from kg.validate.engines.fast.facts import TYPE
from kg.validate.engines.fast.parsing import parse_query
from kg.validate.engines.fast.reading import flag, members, names, number, one, words
from kg.validate.engines.fast.shapes import (
    Asked,
    Bad,
    Breaches,
    Closed,
    Constraint,
    Each,
    Part,
    Shape,
    Step,
    Together,
    Track,
    Unsupported,
)
from kg.validate.engines.fast.tracks import is_eased, tracks
from kg.validate.shapesgraph import SH, Node, ShapesGraph, Term

_TYPES: tuple[Track, ...] = ((Step(TYPE),),)


class Maker(Protocol):
    """Gives components the shapes that they refer to."""

    @property
    def graph(self) -> ShapesGraph:
        """The shapes as written."""
        ...

    def shape(self, node: Term) -> Shape:
        """The shape ``node``. Raises ``Unsupported``."""
        ...


Component = Callable[[Maker, Node], list[Constraint]]
"""Makes the constraints of one parameter of a shape. Raises ``Unsupported``."""


def _each(name: str, bad: Bad) -> list[Constraint]:
    return [Each(name, bad)]


def _node_kind(made: Maker, node: Node) -> list[Constraint]:
    kind = names(made.graph, node, "nodeKind")[0][1:-1].removeprefix(SH)
    if len(made.graph.objects(node, SH + "nodeKind")) > 1 or kind not in each.NODE_KINDS:
        raise Unsupported(f"sh:nodeKind {kind}")
    return _each("nodeKind", each.of_kind(kind))


def _class(made: Maker, node: Node) -> list[Constraint]:
    found = names(made.graph, node, "class")
    return [Each("class", each.of_class(name), _TYPES, eased=True) for name in found]


def _datatype(made: Maker, node: Node) -> list[Constraint]:
    found = one(made.graph, node, "datatype")
    if not isinstance(found, ox.NamedNode) or found.value not in each.DATATYPES:
        raise Unsupported(f"sh:datatype {found}")
    return _each("datatype", each.of_datatype(found.value))


def _in(made: Maker, node: Node) -> list[Constraint]:
    terms = members(made.graph, one(made.graph, node, "in"), "in")
    return _each("in", each.among(frozenset(map(str, terms))))


def _pattern(made: Maker, node: Node) -> list[Constraint]:
    flags = "".join(words(made.graph, node, "flags")).lower()
    if set(flags) - {"i", "m"}:
        raise Unsupported(f"sh:flags {flags}")
    given = re.IGNORECASE * ("i" in flags) | re.MULTILINE * ("m" in flags)
    try:
        patterns = [re.compile(text, given) for text in words(made.graph, node, "pattern")]
    except re.error as error:
        raise Unsupported(f"sh:pattern: {error}") from error
    return _each("pattern", each.matching(patterns))


def _length(name: str, bad: Callable[[int], Bad]) -> Component:
    return lambda made, node: _each(name, bad(number(made.graph, node, name)))


def _languages(made: Maker, node: Node) -> list[Constraint]:
    found = members(made.graph, one(made.graph, node, "languageIn"), "languageIn")
    if not all(isinstance(value, ox.Literal) for value in found):
        raise Unsupported("sh:languageIn is no list of texts")
    ranges = frozenset(value.value.lower() for value in found if isinstance(value, ox.Literal))
    return _each("languageIn", each.in_language(ranges))


def _range(name: str, holds: Callable[[int, int], bool]) -> Component:
    def component(made: Maker, node: Node) -> list[Constraint]:
        found = made.graph.objects(node, SH + name)
        if not all(isinstance(value, ox.Literal) for value in found):
            raise Unsupported(f"sh:{name} is no literal")
        return [Each(name, each.in_range(str(value), holds)) for value in found]

    return component


def _nested(name: str, bad: Callable[[Shape], Bad], *, eased: bool) -> Component:
    def component(made: Maker, node: Node) -> list[Constraint]:
        shapes = [made.shape(value) for value in made.graph.objects(node, SH + name)]
        return [Each(name, bad(one), tracks(one), eased and is_eased(one)) for one in shapes]

    return component


def _listed(name: str, bad: Callable[[Sequence[Shape]], Bad], *, eased: bool) -> Component:
    def component(made: Maker, node: Node) -> list[Constraint]:
        found: list[Constraint] = []
        for head in made.graph.objects(node, SH + name):
            shapes = [made.shape(value) for value in members(made.graph, head, name)]
            if not shapes:
                raise Unsupported(f"sh:{name} of nothing")
            along = tuple(track for shape in shapes for track in tracks(shape))
            found.append(Each(name, bad(shapes), along, eased and all(map(is_eased, shapes))))
        return found

    return component


def _property(made: Maker, node: Node) -> list[Constraint]:
    parts = [made.shape(value) for value in made.graph.objects(node, SH + "property")]
    if any(part.path is None for part in parts):
        raise Unsupported("sh:property of a shape without a path")
    return [Part(part) for part in parts]


def _count(name: str, breaches: Callable[[int], Breaches]) -> Component:
    def component(made: Maker, node: Node) -> list[Constraint]:
        _need_path(made, node, name)
        return [Together(name, breaches(number(made.graph, node, name)))]

    return component


def _has_value(made: Maker, node: Node) -> list[Constraint]:
    found = made.graph.objects(node, SH + "hasValue")
    return [Together("hasValue", together.having(str(value))) for value in found]


def _unique_lang(made: Maker, node: Node) -> list[Constraint]:
    _need_path(made, node, "uniqueLang")
    if not flag(made.graph, node, "uniqueLang"):
        return []
    return [Together("uniqueLang", together.each_language_once)]


def _pair(name: str, breaches: Callable[[str], Breaches], *, values: bool = False) -> Component:
    def component(made: Maker, node: Node) -> list[Constraint]:
        if values:
            _need_path(made, node, name)
        return [
            Together(name, breaches(other), beside=((Step(other),),))
            for other in names(made.graph, node, name)
        ]

    return component


def _qualified(made: Maker, node: Node) -> list[Constraint]:
    _need_path(made, node, "qualifiedValueShape")
    inner = one(made.graph, node, "qualifiedValueShape")
    siblings = [made.shape(one) for one in _siblings(made.graph, node, inner)]
    shape = made.shape(inner)
    along = tuple(track for each_one in (shape, *siblings) for track in tracks(each_one))
    found: list[Constraint] = []
    if made.graph.objects(node, SH + "qualifiedMinCount"):
        least = number(made.graph, node, "qualifiedMinCount")
        breaches = together.qualified(shape, siblings, least, None)
        found.append(Together("qualifiedMinCount", breaches, along))
    if made.graph.objects(node, SH + "qualifiedMaxCount"):
        most = number(made.graph, node, "qualifiedMaxCount")
        breaches = together.qualified(shape, siblings, None, most)
        found.append(Together("qualifiedMaxCount", breaches, along))
    if not found:
        raise Unsupported("sh:qualifiedValueShape without a count")
    return found


def _siblings(graph: ShapesGraph, node: Node, inner: Term) -> list[Term]:
    if not flag(graph, node, "qualifiedValueShapesDisjoint"):
        return []
    found: dict[Term, None] = {}
    for parent, part in graph.pairs(SH + "property"):
        if part == node:
            for other in graph.objects(parent, SH + "property"):
                found |= dict.fromkeys(graph.objects(other, SH + "qualifiedValueShape"))
    return [shape for shape in found if shape != inner]


def _closed(made: Maker, node: Node) -> list[Constraint]:
    if not flag(made.graph, node, "closed"):
        return []
    allowed: set[str] = set()
    for head in made.graph.objects(node, SH + "ignoredProperties"):
        allowed |= set(map(str, members(made.graph, head, "ignoredProperties")))
    for value in made.graph.objects(node, SH + "property"):
        path = made.shape(value).path
        if isinstance(path, Step) and not path.inverse:
            allowed.add(path.predicate)
    return [Closed(frozenset(allowed))]


def _sparql(made: Maker, node: Node) -> list[Constraint]:
    found: list[Constraint] = []
    for value in made.graph.objects(node, SH + "sparql"):
        if flag(made.graph, value, "deactivated"):
            continue
        if made.graph.objects(value, SH + "prefixes"):
            raise Unsupported("sh:prefixes")
        [*select] = words(made.graph, value, "select")
        if len(select) != 1:
            raise Unsupported(f"{len(select)} values of sh:select")
        found.append(Asked(parse_query(select[0]), words(made.graph, value, "message")))
    return found


def _need_path(made: Maker, node: Node, name: str) -> None:
    if not made.graph.objects(node, SH + "path"):
        raise Unsupported(f"sh:{name} without a path")


COMPONENTS: Mapping[str, Component] = MappingProxyType(
    {
        "nodeKind": _node_kind,
        "class": _class,
        "datatype": _datatype,
        "in": _in,
        "pattern": _pattern,
        "minLength": _length("minLength", each.at_least_long),
        "maxLength": _length("maxLength", each.at_most_long),
        "languageIn": _languages,
        "minInclusive": _range("minInclusive", operator.ge),
        "minExclusive": _range("minExclusive", operator.gt),
        "maxInclusive": _range("maxInclusive", operator.le),
        "maxExclusive": _range("maxExclusive", operator.lt),
        "node": _nested("node", each.conforming, eased=True),
        "not": _nested("not", each.not_conforming, eased=False),
        "and": _listed("and", each.conforming_to_all, eased=True),
        "or": _listed("or", each.conforming_to_any, eased=True),
        "xone": _listed("xone", each.conforming_to_one, eased=False),
        "property": _property,
        "minCount": _count("minCount", together.at_least),
        "maxCount": _count("maxCount", together.at_most),
        "hasValue": _has_value,
        "uniqueLang": _unique_lang,
        "equals": _pair("equals", together.equal_to),
        "disjoint": _pair("disjoint", together.disjoint_from),
        "lessThan": _pair(
            "lessThan",
            lambda other: together.before(other, together.less, operator.lt),
            values=True,
        ),
        "lessThanOrEquals": _pair(
            "lessThanOrEquals",
            lambda other: together.before(other, together.less_or_equal, operator.le),
            values=True,
        ),
        "qualifiedValueShape": _qualified,
        "closed": _closed,
        "sparql": _sparql,
    }
)
"""By the name of the parameter that calls for the constraint."""
