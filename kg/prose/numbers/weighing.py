"""Whose the numbers are that no single word ties to a name: all that speaks for it is weighed.

What the sentence speaks of, what is counted, what stands between a number and a name, and whether
numbers and names take turns ("X is on 21, Y on 13") are independent signs. None of them is enough,
and several are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.frames.coordination.spelled import spelled_names
from kg.model import Mention
from kg.prose.numbers.tallywords import (
    is_side,
    is_size,
    names_support,
    takes_sides,
    tally_words,
)
from kg.prose.numbers.ties import TIED, tied
from kg.prose.numbers.turns import Scales, Side, is_heading, named_once, read_sides
from kg.words.nouns import Noun, Sentence
from kg.words.units import SUPPORT_UNIT

_NEEDED = 4
_SPELLED = 2
_LEAST_OTHER = 1  # what stands between a number and a name is never all the evidence
_ROW = 2
_PAIR = 2
_MARKS = frozenset(("'s", "'", "(", ":", "-"))
_SCORING = frozenset(("to", "against", "-", "and", ","))
_SIGNS = frozenset(("standing", "tally", "belief", "side", "showing", "holding"))
_CROWDS = frozenset(("people", "voters"))
_VAGUE = frozenset(("members", "parties", "states", "regions"))


class Weighed(NamedTuple):
    """A number, whose it is, and the phrase that says so."""

    number: Noun
    candidate: Mention
    holder: Noun


def weighed(scales: Scales) -> Iterator[Weighed]:
    """The numbers of the sentence that are surely somebody's, and whose they are."""
    if any(kind == "against" for _, kind in tally_words(scales.sentence, scales.lexicon)):
        return
    sides = read_sides(scales)
    if not sides:
        return
    said = _said(scales)
    row = _row(scales, named_once(sides)) or _touching(scales, sides)
    for pairs in [row] if row else [[pair] for pair in _alone(scales, sides)]:
        if not _is_enough(scales, pairs, said):
            continue
        for number, holder in pairs:
            for noun in number.nouns:
                if noun.first not in scales.told and not is_size(scales.sentence, noun):
                    yield from (Weighed(noun, one, holder.nouns[0]) for one in holder.people)


def _is_enough(scales: Scales, pairs: Sequence[tuple[Side, Side]], said: int) -> bool:
    """Whether the signs suffice for the pairs, which stand or fall together."""
    other = said + max(_counted(scales, number.nouns[0]) for number, _ in pairs)
    ties = [tied(scales, number, holder) for number, holder in pairs]
    in_row = len(pairs) > 1 or is_heading(scales.sentence, pairs[0][0].nouns[0])
    value = other + max(ties) + bool(scales.units) + (_ROW if in_row else 0)
    if not (scales.going_on or any(holder.stands for _, holder in pairs)):
        value -= 1 + (scales.known and not in_row)
    return min(ties) >= 0 < max(ties) and other >= _LEAST_OTHER and value >= _NEEDED


def _row(scales: Scales, sides: Sequence[Side]) -> list[tuple[Side, Side]]:
    """Numbers and contenders that take turns, two pairs at least; a score pairs them in order."""
    names = [side for side in sides if not side.counts]
    numbers = [side for side in sides if side.counts]
    if len(numbers) != len(names) or len(names) < _PAIR:
        return []
    turns = [side.counts for side in sides]
    if all(one != two for one, two in pairwise(turns)):
        return list(zip(numbers, names, strict=True))
    if turns == [False, False, True, True]:
        between = scales.sentence.folds[numbers[0].last : numbers[1].first]
        if len(between) == 1 and between[0] in _SCORING:
            return list(zip(numbers, names, strict=True))
    return []


def _touching(scales: Scales, sides: Sequence[Side]) -> list[tuple[Side, Side]]:
    """The numbers directly behind names, two at least, whatever else the sentence has."""
    found = [
        (number, name)
        for name, number in pairwise(sides)
        if number.counts and not name.counts and _is_directly_behind(scales.sentence, name, number)
    ]
    return found if len(found) >= _PAIR else []


def _is_directly_behind(sentence: Sentence, name: Side, number: Side) -> bool:
    between = sentence.folds[name.last : number.first]
    return number.nouns[0].kind == "number" and all(word in _MARKS for word in between)


def _alone(scales: Scales, sides: Sequence[Side]) -> Iterator[tuple[Side, Side]]:
    """Each number with the one person beside it, or the one of two who is tied to it."""
    for at, side in enumerate(sides):
        one = side.counts and side.nouns[0].count == 1
        if not side.counts or (one and not is_heading(scales.sentence, side.nouns[0])):
            continue
        beside = (*sides[max(0, at - 1) : at], *sides[at + 1 : at + 2])
        counted = {noun.first for noun in spelled_names(scales.sentence, side.nouns[0])}
        names = [one for one in beside if not one.counts and len(one.nouns) == 1]
        names = [one for one in names if one.first not in counted]
        bound = [one for one in names if tied(scales, side, one) >= TIED]
        if len(names) > 1 and names[0].people != names[1].people:
            names = bound
        if len(names) > 1:
            names = [max(names, key=lambda one: tied(scales, side, one))]
        if len(names) == 1:
            yield side, names[0]


def _said(scales: Scales) -> int:
    """How much the sentence, and the one before it, speak of support."""
    sentence, lexicon = scales.sentence, scales.lexicon
    kinds = {kind for _, kind in tally_words(sentence, lexicon)}
    value = 2 if names_support(sentence, lexicon) else int(takes_sides(sentence, lexicon))
    value += 2 if scales.going_on else int(scales.led)
    groups = [noun for noun in sentence.nouns if noun.kind == "group"]
    value += any(one.unit_role or _is_known(scales, one.unit) for one in groups)
    owned = any(is_side(sentence, n.last, lexicon) for n in sentence.nouns if n.kind == "person")
    return value + (owned or not _SIGNS.isdisjoint(kinds))


def _counted(scales: Scales, number: Noun) -> int:
    """How much what is counted speaks for support; of a crowd it speaks against it."""
    spelled = _SPELLED if spelled_names(scales.sentence, number) else 0
    if number.kind == "number":
        return spelled
    if number.unit == SUPPORT_UNIT:
        return 1
    if number.unit in _CROWDS:
        return -2
    if number.unit_role or _is_known(scales, number.unit):
        return spelled  # "40 MPs": that the sentence names them counts already
    return 1 if number.unit in scales.units else -2


def _is_known(scales: Scales, unit: str) -> bool:
    """Whether a unit is one of people or bodies that are known to support."""
    if unit in _CROWDS or unit in _VAGUE or unit == SUPPORT_UNIT:
        return False
    return scales.lexicon.units.whole(tuple(unit.lower().split())) is not None
