"""Lines that are a label and a number: "Jane Doe: 40 MPs", "Supporters: 36" under a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.frames import Actor
from kg.lexicon import Lexicon
from kg.nouns import Noun, Sentence
from kg.passages import Passage
from kg.prose.discourse import Discourse
from kg.prose.heads import head_above
from kg.prose.tallies import SUPPORT_UNIT, is_gated, names_support

_SHORT = 14
_REACH = 12
_MARKS = frozenset((":", "-", "(", "|", "="))
_CLOSING = frozenset((")", ".", ",", ";", "|", ":"))
_LINKS = frozenset(("for", "of", "by", "from", "the", "number", "total", "backing", "so", "far"))
_VERBAL = frozenset(("be", "have", "do", "modal", "tentative", "pronoun", "relative", "speech"))


@dataclass(frozen=True, slots=True)
class Label:
    """The number on a line, and the name that it belongs to, in passage ``at``."""

    number: Noun
    person: Noun
    at: int


def read_label(discourse: Discourse, at: int, lexicon: Lexicon) -> Label | None:
    """The number of supporters that the line of passage ``at`` states without a verb.

    The line must speak of support, or a line above it must; the name stands on the line or on one
    of its own above it.
    """
    passages = discourse.passages
    sentence = passages[at].sentence
    number = _only_number(sentence)
    if number is None or is_gated(sentence, number, lexicon):
        return None
    named = [noun for noun in sentence.nouns if noun.kind == "person"]
    people = [noun for noun in named if discourse.mentions(Actor(noun), at)]
    if not _is_label(sentence, lexicon) or len(people) > 1:
        return None
    own = number.unit == SUPPORT_UNIT or names_support(sentence, lexicon)
    own = own or (bool(people) and bool(number.unit_role))
    if not (own or _under_support(passages, at, lexicon)):
        return None
    if people:
        return Label(number, people[0], at)
    if not (own or number.unit):
        return None
    head = head_above(passages, at)
    return Label(number, head[0], head[1]) if head else None


def _only_number(sentence: Sentence) -> Noun | None:
    """The one number of a short line, at its end behind a mark or at its beginning.

    A unit that stands apart from it, "Branches: 99", is its unit.
    """
    if len(sentence.tokens) > _SHORT or _has_verb(sentence):
        return None
    counted = [noun for noun in sentence.nouns if noun.count is not None]
    if len(counted) != 1 or counted[0].percent:
        return None
    number = counted[0]
    rest = sentence.folds[number.last :]
    ends = all(word in _CLOSING for word in rest) and number.first > 0
    marked = ends and (number.kind == "group" or sentence.folds[number.first - 1] in _MARKS)
    if not marked and not (number.first == 0 and number.kind == "group"):
        return None
    groups = [noun for noun in sentence.nouns if noun.kind == "group" and noun.count is None]
    if number.kind == "number" and groups:
        return replace(number, unit=groups[0].unit, unit_role=groups[0].unit_role)
    return number


def _has_verb(sentence: Sentence) -> bool:
    return any(
        kind in _VERBAL and sentence.folds[at] != "'s" for at, kind in enumerate(sentence.kinds)
    )


def _is_label(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the line is nothing but names, numbers, marks and words for support."""
    others = 0
    for at, token in enumerate(sentence.tokens):
        noun = sentence.noun(at)
        plain = noun is None and token.text[0].isalpha() and token.fold not in _LINKS
        if plain and token.fold not in lexicon.support_nouns and token.fold not in lexicon.cues:
            others += 1
    return others <= 1


def _under_support(passages: Sequence[Passage], at: int, lexicon: Lexicon) -> bool:
    """Whether one of the nearest lines above speaks of support, and no ballot or poll of votes."""
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        sentence = passages[index].sentence
        if names_support(sentence, lexicon):
            return True
        if len(sentence.tokens) > _SHORT or _only_number(sentence) is None:
            if len(sentence.tokens) > _SHORT or _has_verb(sentence):
                return False
    return False
