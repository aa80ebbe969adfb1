"""How well a segment of an item reads as the name of a person."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.lexicon import Lexicon
from kg.lists.segments.bodyscores import NEVER_SURNAMES, ends_as_branch
from kg.text import Token, fold
from kg.words.offices import read_office
from kg.words.once import once
from kg.words.scan import Scan
from kg.words.titles import opening_titles, past_generation, read_letters

_NAME_BY_WORDS: Mapping[int, float] = {1: 0.3, 2: 0.8, 3: 0.65, 4: 0.45, 5: 0.3}
_WITH_INITIAL = 2
_LEAST_LETTERS = 3
_LENGTHS = (3, 4)
_MARKS = frozenset(('"', "“", "”"))
_PAIR = 2
_GLUED = re.compile(r"([^\W\d_]{4,})(?<![A-Z])[A-Z][a-z]{2,}$")


@once
def name_bounds(looked: Scan) -> tuple[int, int]:
    """Where the name itself begins and ends, titles and letters left out."""
    start = opening_titles(looked)[0]
    start += _is_of_body(looked, start)
    end = stop = len(looked.tokens)
    while stop - 1 > start and _may_be_letters(looked.tokens[stop - 1].text):
        stop -= 1
        if read_letters(looked, stop)[0] == len(looked.tokens):
            end = stop
    return start, max(past_generation(looked, end), start)


def _may_be_letters(printed: str) -> bool:
    """Whether a word may be of letters behind a name: in capitals, one letter, or its full stop."""
    return len(printed) == 1 or printed[:2].isupper()


def _is_of_body(looked: Scan, at: int) -> bool:
    """Whether the letters of a body stand before a name: "DNC Jane Doe"."""
    letters, *name = [token.text for token in looked.tokens[at : at + _LEAST_LETTERS]] or [""]
    if len(name) + 1 < _LEAST_LETTERS or not letters.isupper() or len(letters) not in _LENGTHS:
        return False
    return not name[0].isupper() and looked.folds[at + 1] in looked.lexicon.given_names


@once
def name_score(looked: Scan) -> float:
    """How well the segment reads as a person's name, or as two that share a surname."""
    first = looked.tokens[0]
    titled = opening_titles(looked)[0] > 0  # "state Rep. Jane Doe"
    if first.text[0].islower() and not titled and first.fold not in looked.lexicon.particles:
        return 0.0
    start, end = name_bounds(looked)
    words = [t for t in looked.tokens[start:end] if t.text != "."]
    words = _without_marks(words)
    if opening_titles(looked)[2]:  # a peer's title may name a place
        words = [t for t in words if t.fold != "of"]
    joint = [i for i, t in enumerate(words) if t.fold in ("and", "&")]
    if len(joint) == 1 and 0 < joint[0] < len(words) - 2:
        if not _may_be_name(words[: joint[0]], looked.lexicon, start > 0):
            return 0.0
        words = words[joint[0] + 1 :]
    if not words or not _may_be_name(words, looked.lexicon, start > 0):
        return 0.0
    initials = max(0, sum(len(t.text) == 1 for t in words) - 1)  # "A. B. C. Doe"
    value = _NAME_BY_WORDS.get(sum(_names_in(t, looked.lexicon) for t in words) - initials, 0.0)
    if start > 0 or end < len(looked.tokens):
        value += 0.3 if len(words) == 1 else 0.1
    value += _evidence(words, looked, start, end)
    return max(0.0, min(1.0, value))


def _without_marks(words: list[Token]) -> list[Token]:
    """The words of a name without the marks around a nickname in it: 'Jane "Jo" Doe'."""
    marks = [at for at, word in enumerate(words) if word.text in _MARKS]
    if len(marks) != _PAIR or marks[0] == 0 or marks[1] != marks[0] + _PAIR:
        return words
    return (
        [word for word in words if word.text not in _MARKS] if words[-1].text.isalpha() else words
    )


def _evidence(words: Sequence[Token], looked: Scan, start: int, end: int) -> float:
    """What the words themselves say for a person's name, or (below 0) against it."""
    value = 0.0
    if _is_initial(words):
        return value
    if words[0].fold in looked.lexicon.given_names:
        value += 0.15
    elif (
        looked.lexicon.regions.at(looked.folds, start)
        or ends_as_branch(looked, end)
        or words[0].fold in looked.lexicon.numbers  # "Four Lakes"
    ):
        value -= 0.3
    elif words[0].fold in looked.lexicon.organisation_words and start == 0:
        value -= 0.0 if any(_is_joined(word) for word in words) else 0.35
    if words[-1].fold in NEVER_SURNAMES or _is_other(looked, start, end):
        value -= 0.5
    return value


def _may_be_name(words: Sequence[Token], lexicon: Lexicon, titled: bool) -> bool:
    """Whether each word may be part of a name; a body's word only as the first of several."""
    person = titled or words[0].fold in lexicon.given_names or _is_initial(words)
    office = lexicon.offices.whole((words[-1].fold,))
    if (office and office.plural) or (
        len(words[0].text) == 1 and all(len(t.text) == 1 for t in words)
    ):
        return False
    if not all(_name_word(t, lexicon, person) for t in words[1:]):
        return False
    return _name_word(words[0], lexicon, person or len(words) > 1)


def _is_initial(words: Sequence[Token]) -> bool:
    """Whether a surname stands behind one letter: "H Hall" is no hall."""
    return len(words) == _WITH_INITIAL and len(words[0].text) == 1


def _is_joined(word: Token) -> bool:
    """Whether a given name of two parts has one capital, as in Korea: "Park Min-ji"."""
    first, _, second = word.text.partition("-")
    return first[:1].isupper() and second.islower() and second.isalpha()


def _names_in(token: Token, lexicon: Lexicon) -> int:
    """How many names a word holds: none in small letters, two when a blank was lost: "JaneDoe"."""
    if not token.text[0].isupper():
        return 0
    glued = _GLUED.match(token.text)
    return 2 if glued and fold(glued.group(1)) in lexicon.given_names else 1


def _name_word(token: Token, lexicon: Lexicon, person: bool) -> bool:
    """Whether a word may be part of a name; "Press" and "Post" after a title or a given name."""
    if token.fold in lexicon.particles:
        return True
    if not token.text[0].isupper():
        return False
    if not token.text.isalpha() and any(c.isdigit() for c in token.text):
        return False
    if person or token.fold in lexicon.given_names:
        return token.fold not in ("the", "of")
    return token.fold not in lexicon.organisation_words and token.fold not in ("the", "of")


def _is_other(looked: Scan, start: int, end: int) -> bool:
    """Whether the words are known as a place, an office or a body."""
    words = looked.folds[start:end]
    office = read_office(looked, start)
    return bool(
        looked.lexicon.organisations.at(words, 0)
        or looked.lexicon.parties.whole(words)
        or (office and office.last == end)
        or looked.is_place(start, end)
    )
