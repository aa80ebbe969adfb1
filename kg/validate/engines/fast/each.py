"""Constraints on each value by itself: which of some values break them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from kg.validate.engines.fast import values
from kg.validate.engines.fast.facts import Facts
from kg.validate.engines.fast.judging import failing
from kg.validate.engines.fast.shapes import Bad, Shape
from kg.validate.engines.fast.words import datatype, is_blank, is_literal, language, text
from kg.vocab import XSD

_KINDS = {
    "IRI": "<",
    "Literal": '"',
    "BlankNode": "_",
    "BlankNodeOrIRI": "_<",
    "BlankNodeOrLiteral": '_"',
    "IRIOrLiteral": '<"',
}
NODE_KINDS = frozenset(_KINDS)
"""The values of sh:nodeKind."""

DATATYPES = values.CHECKED | {XSD.gYear, XSD.gYearMonth, XSD.NS + "anyURI"}
"""The values of sh:datatype that are followed."""


def _those(breaks: Callable[[str], bool]) -> Bad:
    def bad(_: Facts, found: Collection[str]) -> list[str]:
        return [value for value in found if breaks(value)]

    return bad


def of_kind(kind: str) -> Bad:
    """sh:nodeKind."""
    marks = _KINDS[kind]
    return lambda _, found: [value for value in found if value[0] not in marks]


def of_class(name: str) -> Bad:
    """sh:class."""
    return lambda facts, found: frozenset(found) - facts.instances(name)


def of_datatype(name: str) -> Bad:
    """sh:datatype."""
    if name == XSD.string:
        # Only a plain literal ends in a quotation mark.
        return lambda _, found: [value for value in found if value[-1] != '"']

    def breaks(value: str) -> bool:
        if not is_literal(value) or datatype(value) != name:
            return True
        return name in values.CHECKED and not values.well_formed(value)

    if name == XSD.integer:
        return lambda facts, found: [v for v in found if v not in facts.numbers and breaks(v)]
    return _those(breaks)


def among(terms: frozenset[str]) -> Bad:
    """sh:in."""
    return lambda _, found: frozenset(found) - terms


def matching(patterns: Sequence[re.Pattern[str]]) -> Bad:
    """sh:pattern, one breach for each pattern."""

    def bad(_: Facts, found: Collection[str]) -> set[str]:
        broken = {value for value in found if value[0] == "_"}
        texts = {value: value[1:-1] if value[0] == "<" else text(value) for value in found}
        for pattern in patterns:
            search = pattern.search
            broken |= {value for value, said in texts.items() if search(said) is None}
        return broken

    return bad


def at_least_long(length: int) -> Bad:
    """sh:minLength."""
    if length == 1:
        return lambda _, found: [v for v in found if v[0] == "_" or v[:2] == '""']
    return _those(lambda value: length > 0 and (is_blank(value) or len(text(value)) < length))


def at_most_long(length: int) -> Bad:
    """sh:maxLength."""
    return _those(lambda value: is_blank(value) or len(text(value)) > length)


def in_language(ranges: frozenset[str]) -> Bad:
    """sh:languageIn."""

    def breaks(value: str) -> bool:
        spoken = language(value).lower() if is_literal(value) else ""
        if not spoken:
            return True
        return not ({"*", spoken, spoken.partition("-")[0]} & ranges)

    return _those(breaks)


def in_range(bound: str, holds: Callable[[int, int], bool]) -> Bad:
    """sh:minInclusive and its kin: ``holds`` says how a value must compare to ``bound``."""
    limit = values.literal(bound)
    whole = limit.value if isinstance(limit.value, int) else None

    def breaks(value: str) -> bool:
        if not is_literal(value):
            return True
        found = values.literal(value)
        if isinstance(found.value, str) != isinstance(limit.value, str):
            return True
        try:
            return not holds(values.compare(found, limit), 0)
        except values.Incomparable:
            return True

    def bad(facts: Facts, found: Collection[str]) -> list[str]:
        number = facts.numbers.get
        if whole is None:
            return [value for value in found if breaks(value)]
        return [
            value
            for value in found
            if ((known := number(value)) is None or not holds(known, whole)) and breaks(value)
        ]

    return bad


def conforming(shape: Shape) -> Bad:
    """sh:node."""
    return lambda facts, found: failing(facts, shape, found)


def not_conforming(shape: Shape) -> Bad:
    """sh:not."""
    return lambda facts, found: frozenset(found) - failing(facts, shape, found)


def conforming_to_all(shapes: Sequence[Shape]) -> Bad:
    """sh:and."""

    def bad(facts: Facts, found: Collection[str]) -> set[str]:
        return set().union(*(failing(facts, shape, found) for shape in shapes))

    return bad


def conforming_to_any(shapes: Sequence[Shape]) -> Bad:
    """sh:or."""

    def bad(facts: Facts, found: Collection[str]) -> Collection[str]:
        left: Collection[str] = found
        for shape in shapes:
            left = failing(facts, shape, left)
        return left

    return bad


def conforming_to_one(shapes: Sequence[Shape]) -> Bad:
    """sh:xone."""

    def bad(facts: Facts, found: Collection[str]) -> list[str]:
        broken = [failing(facts, shape, found) for shape in shapes]
        return [value for value in found if sum(value not in those for those in broken) != 1]

    return bad
