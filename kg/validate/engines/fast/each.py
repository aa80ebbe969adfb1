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

_INTEGER = f'"^^<{XSD.integer}>'

DATATYPES = values.CHECKED | {XSD.gYear, XSD.gYearMonth, XSD.NS + "anyURI"}
"""The values of sh:datatype that are followed."""


def _those(breaks: Callable[[str], bool]) -> Bad:
    def bad(_: Facts, found: Collection[str]) -> list[str]:
        return [value for value in found if breaks(value)]

    return bad


def of_kind(kind: str) -> Bad:
    """sh:nodeKind."""
    marks = _KINDS[kind]
    return _those(lambda value: value[0] not in marks)


def of_class(name: str) -> Bad:
    """sh:class."""
    return lambda facts, found: frozenset(found) - facts.instances(name)


def of_datatype(name: str) -> Bad:
    """sh:datatype."""
    if name == XSD.string:
        # Only a plain literal ends in a quotation mark.
        return _those(lambda value: value[-1] != '"')
    checked, whole, end = name in values.CHECKED, name == XSD.integer, f'"^^<{name}>'

    def breaks(value: str) -> bool:
        if whole and value.endswith(end) and value[1 : -len(end)].isdecimal():
            return False  # nearly every number of a large graph, so no more is made of it
        if not is_literal(value) or datatype(value) != name:
            return True
        return checked and not values.well_formed(value)

    return _those(breaks)


def among(terms: frozenset[str]) -> Bad:
    """sh:in."""
    return lambda _, found: frozenset(found) - terms


def matching(patterns: Sequence[re.Pattern[str]]) -> Bad:
    """sh:pattern, one breach for each pattern."""
    searches = [one.search for one in patterns]

    def breaks(value: str) -> bool:
        if value[0] == "_":
            return True
        found = value[1:-1] if value[0] == "<" else text(value)
        return not all(search(found) for search in searches)

    return _those(breaks)


def at_least_long(length: int) -> Bad:
    """sh:minLength."""
    if length == 1:
        return _those(lambda value: value[0] == "_" or value.startswith('""'))
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


def in_range(bound: str, holds: Callable[[int], bool]) -> Bad:
    """sh:minInclusive and its kin: ``holds`` is told how a value compares to ``bound``."""
    limit = values.literal(bound)
    whole = limit.value if isinstance(limit.value, int) else None

    def breaks(value: str) -> bool:
        if not is_literal(value):
            return True
        form = value[1 : -len(_INTEGER)]
        if whole is not None and value.endswith(_INTEGER) and form.isdecimal():
            number = int(form)
            return not holds((number > whole) - (number < whole))
        found = values.literal(value)
        if isinstance(found.value, str) != isinstance(limit.value, str):
            return True
        try:
            return not holds(values.compare(found, limit))
        except values.Incomparable:
            return True

    return _those(breaks)


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
