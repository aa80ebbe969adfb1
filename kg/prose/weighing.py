"""Whose the numbers are that no single word ties to a name: all that speaks for it is weighed.

What the sentence speaks of, what is counted, what stands between a number and a name, and whether
numbers and names take turns ("X is on 21, Y on 13") are independent signs. None of them is enough,
and several are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.model import Mention
from kg.nouns import Noun, Sentence
from kg.prose.tallies import is_count
from kg.prose.tallywords import is_side, is_support_at, names_support, takes_sides, tally_words
from kg.prose.turns import Scales, Side, named_once, read_sides
from kg.units import SUPPORT_UNIT

_NEEDED = 4
_LEAST_OTHER = 1  # what stands between a number and a name is never all the evidence
_ROW = 2
_TIED = 2
_PAIR = 2
_LONGEST_TIE = 9
_WEAK = frozenset(
    ("for", "with", "to", "behind", "on", "at", "has", "had", "have", "is", "against")
)
_MARKS = frozenset(("'s", "'", "(", ":", "-"))
_SCORING = frozenset(("to", "against", "-", "and", ","))
_ELSEWHERE = frozenset(("-", "–", "—", ":", "against", "over", "rival", "opponent", "than"))
_SIGNS = frozenset(("standing", "tally", "belief", "side", "showing"))
_CROWDS = frozenset(("people", "voters"))


class Weighed(NamedTuple):
    """A number, whose it is, and the phrase that says so."""

    number: Noun
    candidate: Mention
    holder: Noun


def weighed(scales: Scales) -> Iterator[Weighed]:
    """The numbers of the sentence that are surely somebody's, and whose they are."""
    counted = (noun for noun in scales.sentence.nouns if is_count(scales.sentence, noun))
    if all(noun.first in scales.told for noun in counted):
        return
    sides = read_sides(scales)
    untold = [n for side in sides if side.counts for n in side.nouns if n.first not in scales.told]
    if not untold:
        return
    if any(kind == "against" for _, kind in tally_words(scales.sentence, scales.lexicon)):
        return
    said = _said(scales)
    row = _row(scales, named_once(sides)) or _touching(scales, sides)
    for pairs in [row] if row else [[pair] for pair in _alone(scales, sides)]:
        if not _is_enough(scales, pairs, said):
            continue
        for number, holder in pairs:
            for noun in number.nouns:
                if noun.first not in scales.told:
                    yield from (Weighed(noun, one, holder.nouns[0]) for one in holder.people)


def _is_enough(scales: Scales, pairs: Sequence[tuple[Side, Side]], said: int) -> bool:
    """Whether the signs suffice for the pairs, which stand or fall together."""
    other = said + max(_counted(scales, number.nouns[0]) for number, _ in pairs)
    tie = max(_tie(scales, number, holder) for number, holder in pairs)
    value = other + tie + (_ROW if len(pairs) > 1 else bool(scales.units))
    unknown = not any(holder.stands for _, holder in pairs)
    value -= unknown and scales.known and not scales.going_on
    return tie > 0 and other >= _LEAST_OTHER and value >= _NEEDED


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
        if not side.counts:
            continue
        beside = (*sides[max(0, at - 1) : at], *sides[at + 1 : at + 2])
        names = [one for one in beside if not one.counts and len(one.nouns) == 1]
        tied = [one for one in names if _tie(scales, side, one) >= _TIED]
        if len(names) > 1 and names[0].people != names[1].people:
            names = tied
        if len(names) > 1:
            names = [max(names, key=lambda one: _tie(scales, side, one))]
        if len(names) == 1:
            yield side, names[0]


def _said(scales: Scales) -> int:
    """How much the sentence, and the one before it, speak of support."""
    sentence, lexicon = scales.sentence, scales.lexicon
    kinds = {kind for _, kind in tally_words(sentence, lexicon)}
    value = 2 if names_support(sentence, lexicon) else int(takes_sides(sentence, lexicon))
    value += 2 if scales.going_on else int(scales.led)
    value += any(noun.kind == "group" and noun.unit_role for noun in sentence.nouns)
    owned = any(is_side(sentence, n.last, lexicon) for n in sentence.nouns if n.kind == "person")
    return value + (owned or not _SIGNS.isdisjoint(kinds))


def _counted(scales: Scales, number: Noun) -> int:
    """How much what is counted speaks for support; of a crowd it speaks against it."""
    if number.kind == "number":
        return 0
    if number.unit == SUPPORT_UNIT:
        return 1
    if number.unit in _CROWDS:
        return -2
    if number.unit_role:
        return 0  # "40 MPs": the sentence names them
    known = scales.lexicon.units.whole(tuple(number.unit.lower().split()))
    return 1 if known or number.unit in scales.units else -1


def _tie(scales: Scales, number: Side, holder: Side) -> int:
    """How closely what stands between a number and a name ties the two."""
    first, last = sorted((number, holder), key=lambda side: side.first)
    sentence = scales.sentence
    between = range(first.last, last.first)
    if last is holder and sentence.folds[holder.first - 1] in _ELSEWHERE:
        return -_TIED  # "two MPs - X and Y", "40 MPs signed up against X"
    owned = is_side(sentence, first.last, scales.lexicon)
    if last is number and _acts(sentence, number) and not owned:
        return -_TIED  # "X was pleased and 40 MPs have signed"
    if "speech" in sentence.kinds[first.last : last.first] and not owned:
        spoken = not any(is_support_at(sentence, at, scales.lexicon) for at in between)
        return -_TIED if spoken else _TIED
    if len(between) > _LONGEST_TIE:
        return 0
    if owned or any(_ties(scales, at) for at in between):
        return _TIED
    folds = sentence.folds[first.last : last.first]
    if all(word in _MARKS for word in folds):
        return 1
    return 1 if folds[-1] in _WEAK or folds[0] in _WEAK else 0


def _acts(sentence: Sentence, number: Side) -> bool:
    """Whether those counted do something, so that whoever stands before does not have them."""
    group = number.nouns[-1].kind == "group"
    return group and sentence.kinds[number.last : number.last + 1] in (["have"], ["be"], ["verb"])


def _ties(scales: Scales, at: int) -> bool:
    """Whether the words at a token are said of those who have support, or give it."""
    sentence, lexicon = scales.sentence, scales.lexicon
    if sentence.kinds[at] == "have":
        return True
    word = sentence.folds[at]
    cue = lexicon.cues.at(sentence.folds, at) if word in lexicon.cues else None
    if cue is not None and cue.value.frame in ("get", "winover", "act", "give"):
        return True
    found = lexicon.tally_words.at(sentence.folds, at)
    return found is not None and found.value in ("support", "holding", "linking")
