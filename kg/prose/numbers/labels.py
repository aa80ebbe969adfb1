"""Lines that are a label and a number: "Jane Doe: 40 MPs", "Supporters: 36" under a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.frames import Actor
from kg.lexicon import Lexicon, words
from kg.model import Mention
from kg.passages import Passage
from kg.prose.numbers.changes import without_change
from kg.prose.numbers.pairs import read_pairs
from kg.prose.numbers.tallywords import (
    counts_otherwise,
    is_gated,
    is_tally,
    names_support,
    takes_sides,
)
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.heads import head_above, name_alone
from kg.words.nouns import Noun, Sentence
from kg.words.units import SUPPORT_UNIT

_SHORT = 14
_MOST = 2
_HEADING = 7
_FAR = 150  # passages below the lead that a heading still counts by
_REACH = 24
_MARKS = frozenset((":", "-", "(", "|", "=", ","))
_OLDEST = 110
_CLOSING = frozenset((")", ".", ",", ";", "|", ":", "&", "and", "plus", "+"))
_LINKS = frozenset(("for", "of", "by", "from", "the", "number", "total", "backing", "so", "far"))
_VERBAL = frozenset(("be", "have", "do", "modal", "tentative", "pronoun", "relative", "speech"))


@dataclass(frozen=True, slots=True)
class Lead:
    """The line above that says what the numbers below count, by its passage."""

    sentence: Sentence
    at: int


@dataclass(frozen=True, slots=True)
class Label:
    """The number on a line, the person that it belongs to, and the line that says what it counts.

    ``lead`` is None when the line itself says so.
    """

    number: Noun
    person: Mention
    lead: Lead | None = None


def read_labels(
    discourse: Discourse, at: int, lexicon: Lexicon, earlier: Lead | None
) -> list[Label]:
    """The numbers of supporters that the line of passage ``at`` states without a verb.

    The line must speak of support, or a line above it must, as it did for the numbers before
    (``earlier``); the names stand on the line, or one heads it from above.
    """
    sentence = without_change(discourse.passages[at].sentence)
    pairs = read_pairs(sentence)
    numbers = [number for number, _ in pairs] or _numbers(sentence, lexicon)
    if not numbers or any(is_gated(sentence, number, lexicon) for number in numbers):
        return []
    if not pairs and not numbers[0].unit and _may_be_age(discourse.passages, at, lexicon):
        return []
    if counts_otherwise(sentence, lexicon) or not (pairs or _is_label(sentence, lexicon)):
        return []
    named = [noun for noun in sentence.nouns if _is_beside(sentence, noun)]
    people = [one for noun in named for one in discourse.mentions(Actor(noun), at)]
    own = numbers[0].unit == SUPPORT_UNIT or names_support(sentence, lexicon)
    lead: Lead | None = None
    if not (own or (people and _counts_backers(numbers[0], lexicon))):
        unit = bool(numbers[0].unit)
        lead = _still(discourse.passages, at, lexicon, earlier) if people else None
        lead = lead or _lead_above(discourse.passages, at, lexicon, unit=unit)
        if lead is None:
            return []
        numbers = [n if n.unit else _in_unit_of(lead.sentence, n) for n in numbers]
    if pairs:
        return _paired(discourse, at, pairs, numbers, lead)
    if len(people) > 1:
        return []
    headed = own or bool(numbers[0].unit)
    head = people[0] if people else _head(discourse, at, lead, headed=headed)
    return [Label(number, head, lead) for number in numbers] if head else []


def _counts_backers(number: Noun, lexicon: Lexicon) -> bool:
    """Whether the unit is one of those who back somebody, holders of an office or bodies."""
    return bool(number.unit_role) or (
        number.kind == "group" and lexicon.units.whole(words(number.unit)) is not None
    )


def _paired(
    discourse: Discourse,
    at: int,
    pairs: Sequence[tuple[Noun, Noun]],
    numbers: Sequence[Noun],
    lead: Lead | None,
) -> list[Label]:
    """The numbers of a run with those whose they are; nothing when one of them is nobody."""
    people = [discourse.mentions(Actor(holder), at) for _, holder in pairs]
    if not all(people):
        return []
    return [Label(number, one[0], lead) for number, one in zip(numbers, people, strict=True)]


def _head(discourse: Discourse, at: int, lead: Lead | None, *, headed: bool) -> Mention | None:
    """Whom the lead above is about, "X has these nominations:", else who heads the line."""
    if lead is not None and lead.sentence.folds[-1] == ":":
        named = [noun for noun in lead.sentence.nouns if noun.kind == "person"]
        people = {one for noun in named for one in discourse.mentions(Actor(noun), lead.at)}
        if people:
            return next(iter(people)) if len(people) == 1 else None
    return head_above(discourse.passages, at, discourse.cast) if headed else None


def _still(
    passages: Sequence[Passage], at: int, lexicon: Lexicon, earlier: Lead | None
) -> Lead | None:
    """The earlier lead, when a heading counts on after the text below the one before."""
    here = without_change(passages[at].sentence)
    if earlier is None or at - earlier.at > _FAR or len(here.tokens) > _HEADING:
        return None
    between = (passages[index].sentence for index in range(earlier.at + 1, at))
    return None if any(counts_otherwise(one, lexicon) for one in between) else earlier


def _may_be_age(passages: Sequence[Passage], at: int, lexicon: Lexicon) -> bool:
    """Whether the number at the end of a line may be somebody's age.

    It stands behind a comma, and is low, like those on the lines of the same list before it.
    """
    for back in range(at, max(-1, at - _REACH), -1):
        sentence = passages[back].sentence
        numbers = _numbers(sentence, lexicon)
        if not numbers or sentence.folds[numbers[0].first - 1] != ",":
            return back < at
        if (numbers[0].count or 0) > _OLDEST:
            return False
    return True


def _is_beside(sentence: Sentence, noun: Noun) -> bool:
    """Whether the noun is a person, and no place or party in brackets behind one."""
    return noun.kind == "person" and sentence.folds[noun.first - 1 : noun.first] != ["("]


def _numbers(sentence: Sentence, lexicon: Lexicon) -> list[Noun]:
    """The number of a short line, at its end behind a mark or at its beginning; two at most.

    A unit that stands apart from it, "Branches: 99", is its unit.
    """
    counted = [noun for noun in sentence.nouns if noun.count is not None]
    if counted and sentence.folds[counted[0].first] == "both":
        return []
    units = sum(bool(noun.unit) for noun in counted)
    if not counted or len(counted) > max(_MOST, units) or any(noun.percent for noun in counted):
        return []
    first = counted[0]
    begins = first.first == 0 and first.unit == SUPPORT_UNIT
    end = len(sentence.tokens) if begins else first.first
    if len(sentence.tokens) > _SHORT or _has_verb(sentence, end):
        return []
    before = sentence.noun(first.first - 1)
    marked = first.first > 0 and (
        first.kind == "group"
        or sentence.folds[first.first - 1] in _MARKS
        or (before is not None and before.kind == "person")
    )
    if not begins and not (marked and _ends(sentence, first.first, lexicon)):
        return []
    return [_in_unit_of(sentence, n) if n.kind == "number" else n for n in counted]


def _ends(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether nothing but numbers, marks and words for support follow from token ``at`` on."""
    counted = False
    for index in range(at, len(sentence.tokens)):
        noun = sentence.noun(index)
        if counted and sentence.folds[index] == "(" and sentence.folds[-1] in _CLOSING:
            return True  # a remark in brackets
        counted = counted or (noun is not None and noun.count is not None)
        word = sentence.folds[index]
        counts = noun is not None and noun.count is not None
        known = word in lexicon.support_nouns or word in lexicon.cues
        if not (counts or known or word in _CLOSING or word in _MARKS):
            return False
    return True


def _in_unit_of(sentence: Sentence, number: Noun) -> Noun:
    """The number with the unit of supporters that the sentence names, if it names one."""
    groups = [noun for noun in sentence.nouns if noun.kind == "group" and noun.count is None]
    if not groups:
        return number
    return replace(number, unit=groups[0].unit, unit_role=groups[0].unit_role)


def _has_verb(sentence: Sentence, end: int) -> bool:
    """Whether a verb stands before token ``end``, so that the line is a sentence."""
    return any(sentence.kinds[at] in _VERBAL and sentence.folds[at] != "'s" for at in range(end))


def _is_label(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the line is nothing but names, numbers, marks and words for support."""
    others = 0
    for at, token in enumerate(sentence.tokens):
        noun = sentence.noun(at)
        plain = noun is None and token.text[0].isalpha() and token.fold not in _LINKS
        if plain and token.fold not in lexicon.support_nouns and token.fold not in lexicon.cues:
            others += 1
    return others <= 1


def _lead_above(
    passages: Sequence[Passage], at: int, lexicon: Lexicon, *, unit: bool
) -> Lead | None:
    """The line above that speaks of support, and so says what a number without a word counts.

    For a number without a ``unit`` only names, other numbers and plain headings may stand between,
    unless one says that it is a tally.
    """
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        sentence = passages[index].sentence
        if names_support(sentence, lexicon):
            return Lead(sentence, index)
        sentence = without_change(sentence)
        if _is_of_page(sentence, lexicon):
            continue
        if counts_otherwise(sentence, lexicon):
            return None
        if takes_sides(sentence, lexicon):
            return Lead(sentence, index)
        unit = unit or is_tally(sentence, lexicon)
        passed = unit or _numbers(sentence, lexicon) or read_pairs(sentence)
        if not (passed or name_alone(sentence) is not None or _is_plain(sentence)):
            return None
    return None


def _is_of_page(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the line only says when the page was changed: "Last updated 3 May, 11am."."""
    ahead = sentence.folds[:2] if len(sentence.tokens) <= _SHORT else []
    return any(lexicon.furniture_words.get(word) == "opens" for word in ahead)


def _is_plain(sentence: Sentence) -> bool:
    """Whether the line is short and names nothing: "The current tally is:", a note on the table."""
    named = any(noun.kind in ("person", "organisation", "place") for noun in sentence.nouns)
    return len(sentence.tokens) <= _SHORT and not named
