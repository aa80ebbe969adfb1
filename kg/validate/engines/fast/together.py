"""Constraints on all values of a node taken together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import compress

from kg.validate.engines.fast import values
from kg.validate.engines.fast.facts import Column, Facts
from kg.validate.engines.fast.judging import failing
from kg.validate.engines.fast.shapes import Breach, Breaches, Shape
from kg.validate.engines.fast.words import is_blank, is_iri, is_literal, language, text
from kg.vocab import XSD


def at_least(count: int) -> Breaches:
    """sh:minCount."""

    def breaches(_: Facts, focus: frozenset[str], reached: Column) -> Iterator[Breach]:
        if count == 1:
            missing = focus - reached.owners
        else:
            tally = Counter(reached.subjects)
            missing = frozenset(node for node in focus if tally[node] < count)
        return ((node, None) for node in missing)

    return breaches


def at_most(count: int) -> Breaches:
    """sh:maxCount."""

    def breaches(_: Facts, focus: frozenset[str], reached: Column) -> Iterator[Breach]:
        if count == 1 and len(reached.owners) == len(reached.subjects):
            return  # nothing has the property twice
        for node, found in Counter(reached.subjects).items():
            if found > count and node in focus:
                yield node, None

    return breaches


def having(term: str) -> Breaches:
    """sh:hasValue."""

    def breaches(_: Facts, focus: frozenset[str], reached: Column) -> Iterator[Breach]:
        return ((node, None) for node in focus.difference(reached.to.get(term, ())))

    return breaches


def each_language_once(_: Facts, focus: frozenset[str], reached: Column) -> Iterator[Breach]:
    """sh:uniqueLang."""
    spoken = Counter(
        (node, language(value).lower())
        for node, value in reached.pairs
        if is_literal(value) and node in focus and language(value)
    )
    return ((node, None) for (node, _), count in spoken.items() if count > 1)


def equal_to(predicate: str) -> Breaches:
    """sh:equals."""

    def breaches(facts: Facts, focus: frozenset[str], reached: Column) -> Iterator[Breach]:
        other = facts.column(predicate)
        for node in focus & (reached.owners | other.owners):
            differing = set(reached.of.get(node, ())) ^ set(other.of.get(node, ()))
            yield from ((node, value) for value in differing)

    return breaches


def disjoint_from(predicate: str) -> Breaches:
    """sh:disjoint."""

    def breaches(facts: Facts, focus: frozenset[str], reached: Column) -> Iterator[Breach]:
        other = facts.column(predicate)
        for node in focus & reached.owners & other.owners:
            for value in set(reached.of[node]) & set(other.of[node]):
                yield node, value

    return breaches


def before(
    predicate: str, holds: Callable[[str, str], bool], of_numbers: Callable[[int, int], bool]
) -> Breaches:
    """sh:lessThan and sh:lessThanOrEquals: ``holds`` compares two values, or two numbers."""

    def breaches(facts: Facts, focus: frozenset[str], reached: Column) -> Iterator[Breach]:
        later, number = facts.column(predicate).of, facts.numbers.get
        for node, value in reached.pairs:
            if node in later and node in focus:
                known = number(value)
                for other in later[node]:
                    if known is not None and (limit := number(other)) is not None:
                        kept = of_numbers(known, limit)
                    else:
                        kept = holds(value, other)
                    if not kept:
                        yield node, value

    return breaches


def less(one: str, other: str) -> bool:
    """Whether ``one`` is less than ``other``, both terms."""
    return _compared(one, other, values.less)


def less_or_equal(one: str, other: str) -> bool:
    """Whether ``one`` is no more than ``other``, both terms."""
    return _compared(one, other, _not_greater)


def _compared(
    one: str, other: str, holds: Callable[[values.Literal, values.Literal], bool]
) -> bool:
    if is_blank(one) or is_blank(other):
        raise BlankComparedError
    kept, against = _comparable(one), _comparable(other)
    if isinstance(kept.value, str) != isinstance(against.value, str):
        return False
    return holds(kept, against)


class BlankComparedError(Exception):
    """A blank node stands where values are compared; no engine can go on."""


def _comparable(term: str) -> values.Literal:
    """A literal; IRIs and texts of any kind compare as plain texts."""
    found = None if is_iri(term) else values.literal(term)
    if found is None or isinstance(found.value, str):
        return values.Literal(XSD.string, "", text(term), text(term))
    return found


def _not_greater(one: values.Literal, other: values.Literal) -> bool:
    try:
        return values.compare(one, other) <= 0
    except values.Incomparable:
        return False


def qualified(
    shape: Shape, siblings: Sequence[Shape], least: int | None, most: int | None
) -> Breaches:
    """sh:qualifiedMinCount, or sh:qualifiedMaxCount: the one that is not None."""

    def breaches(facts: Facts, focus: frozenset[str], reached: Column) -> Iterator[Breach]:
        kept = reached.values - failing(facts, shape, reached.values)
        for sibling in siblings:
            kept = kept & failing(facts, sibling, kept)
        tally = Counter(compress(reached.subjects, map(kept.__contains__, reached.objects)))
        if least == 1:
            yield from ((node, None) for node in focus - tally.keys())
        elif least is not None:
            yield from ((node, None) for node in focus if tally[node] < least)
        if most is not None:
            many = [node for node, count in tally.items() if count > most]
            yield from ((node, None) for node in many if node in focus)

    return breaches
