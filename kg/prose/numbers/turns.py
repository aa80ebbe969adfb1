"""The people and the numbers of a sentence as they follow each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kg.lexicon import Lexicon
from kg.model import Mention
from kg.prose.numbers.tallies import is_count, may_count
from kg.words.nouns import Noun, Sentence

_KINDS = 2
_AGES = range(18, 100)
_YEAR = 2
_MANY = 1000
_OWNER_REACH = 5
_JOINING = frozenset((",", "and", "&", "+"))
_SOMEBODY = frozenset(("he", "she", "him"))
_NAMING = ("person", "pronoun", "place")  # a place may be somebody's surname
_NUMBERED = frozenset(
    (
        *("no", "nos", "number", "ward", "district", "seat", "local", "office", "room", "section"),
        *("page", "question", "proposition", "measure", "amendment", "round", "day", "week", "age"),
        *("aged", "channel", "radio", "phase", "item", "chapter", "article", "rule", "zone"),
    )
)
_THEM = frozenset(("them", "these", "those"))
_WHOLES = (["of", "the"], ["votes", "to"])

Meant = Callable[[Noun], tuple[Mention | None, bool]]


@dataclass(frozen=True, slots=True)
class Scales:
    """A sentence whose untold numbers are weighed.

    ``told`` are the first tokens of numbers that are told or are to be left, ``units`` what was
    counted before in the article, ``going_on`` says that the sentence before told a number, and
    ``meant`` who a noun means and whether that is somebody who stands. ``known`` says that
    anybody is known to stand, and ``led`` that the sentence before speaks of support.
    """

    sentence: Sentence
    lexicon: Lexicon
    told: frozenset[int]
    units: frozenset[str]
    going_on: bool
    meant: Meant
    known: bool
    led: bool


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody or a run of people, or a number or a run of numbers; whether those people stand."""

    nouns: tuple[Noun, ...]
    counts: bool
    stands: bool = True
    people: tuple[Mention, ...] = ()

    @property
    def first(self) -> int:
        """The first token."""
        return self.nouns[0].first

    @property
    def last(self) -> int:
        """Where the tokens end."""
        return self.nouns[-1].last


def read_sides(scales: Scales) -> list[Side]:
    """People and numbers as they follow each other; nothing when one of the two is missing."""
    sentence = scales.sentence
    counted = [noun for noun in sentence.nouns if is_count(sentence, noun)]
    eligible = {noun.first for noun in counted if _is_eligible(scales, noun)}
    if eligible <= scales.told or any(noun.percent for noun in counted):
        return []
    sides: list[Side] = []
    for noun in sentence.nouns:
        if noun.first in eligible:
            _add(sentence, sides, Side((noun,), counts=True))
        elif noun.kind in _NAMING:
            one, stands = _who(scales, noun)
            labels = one is None and sentence.folds[noun.last : noun.last + 1] == [":"]
            apart = one is None and noun.kind != "person" and noun.name not in _SOMEBODY
            if not (labels or apart):
                people = (one,) if one else ()
                _add(sentence, sides, Side((noun,), counts=False, stands=stands, people=people))
    return sides if len({side.counts for side in sides}) == _KINDS else []


def is_heading(sentence: Sentence, number: Noun) -> bool:
    """Whether the number stands in brackets before a colon, above or before a list: "X (15):"."""
    after = sentence.folds[number.last : number.last + 2]
    return after == [")", ":"] and sentence.folds[number.first - 1 : number.first] == ["("]


def named_once(sides: Sequence[Side]) -> list[Side]:
    """The sides without those who are named again."""
    named: set[Mention] = set()
    kept = []
    for side in sides:
        if side.counts or named.isdisjoint(side.people):
            kept.append(side)
        named.update(side.people)
    return kept


def _who(scales: Scales, noun: Noun) -> tuple[Mention | None, bool]:
    """Whom the noun means; a pronoun none of those who are named behind it."""
    one, stands = scales.meant(noun)
    if noun.kind != "pronoun" or one is None:
        return one, stands
    people = [person for person in scales.sentence.nouns if person.kind == "person"]
    if one not in {scales.meant(person)[0] for person in people if person.first > noun.first}:
        return one, stands
    before = [person for person in people if person.first < noun.first]
    return scales.meant(before[0]) if len(before) == 1 else (None, False)


def _is_eligible(scales: Scales, noun: Noun) -> bool:
    """Whether a number may count supporters: no age, no year, no whole ("of the 44"), no mass."""
    sentence = scales.sentence
    if not may_count(sentence, noun, scales.lexicon) or _may_be_age(scales, noun):
        return False
    if not 0 < (noun.count or 0) < _MANY or _is_of_thing(sentence, noun):
        return False
    before = sentence.folds[max(0, noun.first - 2) : noun.first]
    if before[:1] == ["so"] or (noun.kind == "number" and before[-1:] == ["the"]):
        return False  # "so have seven councillors", "the pair"
    if (
        before[-1:] == ["'s"]
        and "of" in sentence.folds[max(0, noun.first - _OWNER_REACH) : noun.first]
    ):
        return False  # "half of the party's 40 members"
    return not (
        before in _WHOLES or (noun.first == 1 and before == ["of"]) or _is_parted(sentence, noun)
    )


def _is_parted(sentence: Sentence, whole: Noun) -> bool:
    """Whether nobody has those counted, of whom a part is told: "88 MPs, 30 of whom are for Y"."""
    if any(noun.kind == "person" and noun.first < whole.first for noun in sentence.nouns):
        return False
    parts = (noun for noun in sentence.nouns if noun.count is not None and noun.first > whole.last)
    return any(sentence.folds[noun.last - 1] in _THEM or _of_whom(sentence, noun) for noun in parts)


def _of_whom(sentence: Sentence, part: Noun) -> bool:
    return sentence.folds[part.last : part.last + 2] == ["of", "whom"]


def _is_of_thing(sentence: Sentence, noun: Noun) -> bool:
    """Whether the number only says which one of its kind is meant: "District 8", "class of '26"."""
    if not noun.first or sentence.noun(noun.first - 1) is not None:
        return False
    before, number = (sentence.tokens[at].text for at in (noun.first - 1, noun.first))
    word = sentence.folds[noun.first - 2] if before == "." and noun.first > 1 else before.lower()
    if word in _NUMBERED:
        return True
    if before in ("'", "’"):
        return number.isdigit() and len(number) == _YEAR
    return noun.kind == "number" and noun.first > 1 and before[0].isupper()


def _may_be_age(scales: Scales, noun: Noun) -> bool:
    """Whether a bare number set off behind a name may be an age: "X, 41,", "X (41)".

    Where one of those in brackets is no age, none is, nor where numbers were told before and the
    sentence has no others.
    """
    if noun.kind != "number" or noun.count not in _AGES or is_heading(scales.sentence, noun):
        return False
    folds = scales.sentence.folds
    before, after = folds[noun.first - 1 : noun.first], folds[noun.last : noun.last + 1]
    if before == ["("] and after == [")"]:
        counts = [n for n in scales.sentence.nouns if n.count is not None]
        inside = [n for n in counts if folds[n.first - 1 : n.first] == ["("]]
        if scales.units and len(inside) == len(counts):
            return False
        return all(one.count in _AGES for one in inside)
    named = scales.sentence.noun(noun.first - 2)
    return before == after == [","] and named is not None and named.kind == "person"


def _add(sentence: Sentence, sides: list[Side], side: Side) -> None:
    """Appends the side, to the run before it when "and" or a comma joins them."""
    last = sides[-1] if sides else None
    if last is not None and last.counts == side.counts:
        between = sentence.folds[last.last : side.first]
        if between and all(word in _JOINING for word in between):
            nouns, people = (*last.nouns, *side.nouns), (*last.people, *side.people)
            stands = last.stands or side.stands
            sides[-1] = replace(last, nouns=nouns, people=people, stands=stands)
            return
    sides.append(side)
