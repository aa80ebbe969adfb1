"""Lines that are a label and a number: "Jane Doe: 40 MPs", "Supporters: 36" under a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.frames import Actor
from kg.lexicon import Lexicon
from kg.model import Mention
from kg.nouns import Noun, Sentence
from kg.passages import Passage
from kg.prose.discourse import Discourse
from kg.prose.heads import head_above, name_alone
from kg.prose.tallywords import counts_otherwise, is_gated, names_support
from kg.units import SUPPORT_UNIT

_SHORT = 14
_MOST = 2
_REACH = 24
_MARKS = frozenset((":", "-", "(", "|", "="))
_CLOSING = frozenset((")", ".", ",", ";", "|", ":"))
_LINKS = frozenset(("for", "of", "by", "from", "the", "number", "total", "backing", "so", "far"))
_VERBAL = frozenset(("be", "have", "do", "modal", "tentative", "pronoun", "relative", "speech"))


@dataclass(frozen=True, slots=True)
class Label:
    """The number on a line, and the person that it belongs to."""

    number: Noun
    person: Mention


def read_labels(discourse: Discourse, at: int, lexicon: Lexicon) -> list[Label]:
    """The numbers of supporters that the line of passage ``at`` states without a verb.

    The line must speak of support, or a line above it must; the name stands on the line or on one
    of its own above it.
    """
    sentence = discourse.passages[at].sentence
    numbers = _numbers(sentence, lexicon)
    if not numbers or is_gated(sentence, numbers[0], lexicon):
        return []
    named = [noun for noun in sentence.nouns if _is_beside(sentence, noun)]
    people = [one for noun in named for one in discourse.mentions(Actor(noun), at)]
    if not _is_label(sentence, lexicon) or len(people) > 1:
        return []
    own = numbers[0].unit == SUPPORT_UNIT or names_support(sentence, lexicon)
    if not (own or (people and numbers[0].unit_role)):
        passages = discourse.passages
        above = _support_above(passages, at, lexicon, unit=bool(numbers[0].unit))
        if above is None:
            return []
        numbers = [n if n.unit else _in_unit_of(above, n) for n in numbers]
    if people:
        return [Label(number, people[0]) for number in numbers]
    if not (own or numbers[0].unit):
        return []
    head = head_above(discourse.passages, at, discourse.cast)
    return [Label(number, head) for number in numbers] if head else []


def _is_beside(sentence: Sentence, noun: Noun) -> bool:
    """Whether the noun is a person, and no place or party in brackets behind one."""
    return noun.kind == "person" and sentence.folds[noun.first - 1 : noun.first] != ["("]


def _numbers(sentence: Sentence, lexicon: Lexicon) -> list[Noun]:
    """The number of a short line, at its end behind a mark or at its beginning; two at most.

    A unit that stands apart from it, "Branches: 99", is its unit.
    """
    counted = [noun for noun in sentence.nouns if noun.count is not None]
    if not counted or len(counted) > _MOST or any(noun.percent for noun in counted):
        return []
    first = counted[0]
    begins = first.first == 0 and first.unit == SUPPORT_UNIT
    end = len(sentence.tokens) if begins else first.first
    if len(sentence.tokens) > _SHORT or _has_verb(sentence, end):
        return []
    marked = first.first > 0 and (
        first.kind == "group" or sentence.folds[first.first - 1] in _MARKS
    )
    if not begins and not (marked and _ends(sentence, first.first, lexicon)):
        return []
    return [_in_unit_of(sentence, n) if n.kind == "number" else n for n in counted]


def _ends(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether nothing but numbers, marks and words for support follow from token ``at`` on."""
    for index in range(at, len(sentence.tokens)):
        noun = sentence.noun(index)
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


def _support_above(
    passages: Sequence[Passage], at: int, lexicon: Lexicon, *, unit: bool
) -> Sentence | None:
    """The line above that speaks of support, and so says what a number without a word counts.

    For a number without a ``unit`` it is the nearest that is neither a name nor a number itself.
    """
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        sentence = passages[index].sentence
        if names_support(sentence, lexicon):
            return sentence
        passed = unit or _numbers(sentence, lexicon) or name_alone(sentence) is not None
        if not passed or counts_otherwise(sentence, lexicon):
            return None
    return None
