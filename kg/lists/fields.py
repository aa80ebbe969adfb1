"""What a segment of an item may be: name, place, role, organisation, candidate, or other.

Each type is scored between 0 and 1 by its evidence in the lexicon and the gazetteer; the layout
of the whole list decides between them (``kg.lists.layout``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.gazetteer import Gazetteer, fold_place
from kg.lexicon import Lexicon
from kg.lists.nearplaces import near_place
from kg.lists.roles import read_offices
from kg.offices import read_office
from kg.scan import Scan, scan
from kg.text import Token, fold
from kg.titles import read_letters, read_titles

FieldType = Literal["name", "place", "role", "organisation", "candidate", "other"]
_NAME_BY_WORDS: Mapping[int, float] = {1: 0.3, 2: 0.8, 3: 0.65, 4: 0.45, 5: 0.3}
_PLACE_KINDS = {"council": 1.0, "constituency": 0.95, "parish": 0.9, "ward": 0.8}
_UNKNOWN_PLACE = 0.35
_HANDLE = 0.9  # the name by which somebody writes on a network, alone or beside the name
_MISSPELT_PLACE = 0.85
_PLACE_LINKS = frozenset(
    ("and", "&", "of", "the", "on", "in", "upon", "with", "under", "-", "by", ",", ".", "le", "y")
)
_COUNCIL_WORDS = frozenset(
    ("council", "borough", "district", "county", "city", "mbc", "bc", "dc", "cc", "lb", "ward")
)
_PLACES_OF = frozenset(("city", "town", "village", "county", "borough", "township", "state"))
_NEVER_SURNAMES = frozenset(("council", "borough", "district", "county"))
_BODY_LINKS = frozenset(("of", "for", "to"))
_BODY_BY_SHAPE = 0.65
_DESCRIPTION = 0.5
_GLUED = re.compile(r"[^\W\d_]{4,}(?<![A-Z])[A-Z][a-z]{2,}$")
_GLUED_TITLE = re.compile(r"([A-Z][a-z]+)[A-Z][a-z]+$")
_DISTRICT = re.compile(r"[A-Z]{2}[-–](?:\d{1,3}|AL|[A-Z][a-z]{2,3})$")  # a state and its district
_NO_ANSWER = frozenset(("none", "n/a", "no", "neither", "undeclared", "nobody", "various"))
_LEAST = 0.15
_LONGEST_NAME = 4
_LEAST_NUMBERED = 2


def nobody(name: str) -> bool:
    """Tells no name as a candidate's."""
    return not name and bool(name)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What fields are scored with; ``is_candidate`` tells the names of the article's candidates."""

    text: str
    lexicon: Lexicon
    gazetteer: Gazetteer
    is_candidate: Callable[[str], bool] = nobody

    def look(self, tokens: tuple[Token, ...]) -> Scan:
        """The tokens of a segment, ready to be read; a title that lost its blank is set apart."""
        parted = [part for token in tokens for part in _parted(token, self.lexicon)]
        return scan(self.text, parted, self.lexicon, self.gazetteer)


def _parted(token: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """The token, or the title and the name that it holds: "CllrJane"."""
    glued = _GLUED_TITLE.match(token.text)
    if glued is None or lexicon.titles.whole((token.fold[: glued.end(1)],)) is None:
        return (token,)
    at = token.start + glued.end(1)
    title, name = token.text[: glued.end(1)], token.text[glued.end(1) :]
    return Token(token.start, at, title, fold(title)), Token(at, token.end, name, fold(name))


def score(tokens: tuple[Token, ...], knowledge: Knowledge) -> dict[FieldType, float]:
    """The types that the tokens of a segment may be, each with its score; "other" always."""
    looked = knowledge.look(tokens)
    if looked.folds[0] == "@":
        return {"name": _HANDLE, "other": _HANDLE}
    letters = "".join(word for word in looked.folds if word != ".")
    if looked.lexicon.postnominals.get(letters) == "":  # an honour or a degree, no office
        return {"other": 1.0}
    scores: dict[FieldType, float] = {
        "name": name_score(looked),
        "place": _place_score(looked),
        "role": 1.0 if read_offices(looked) else 0.0,
        "organisation": _organisation_score(looked),
        "candidate": 1.05 if knowledge.is_candidate(looked.slice(0, len(tokens))) else 0.0,
        "other": _other_score(looked),
    }
    return {kind: value for kind, value in scores.items() if value >= _LEAST or kind == "other"}


def name_bounds(looked: Scan) -> tuple[int, int]:
    """Where the name itself begins and ends, titles and letters left out."""
    start = read_titles(looked, 0)[0]
    end = len(looked.tokens)
    for stop in range(end, start, -1):
        if read_letters(looked, stop)[0] == len(looked.tokens):
            end = stop
    return start, max(end, start)


def name_score(looked: Scan) -> float:
    """How well the segment reads as a person's name, or as two that share a surname."""
    start, end = name_bounds(looked)
    words = [t for t in looked.tokens[start:end] if t.text != "."]
    if read_titles(looked, 0)[2]:  # a peer's title may name a place
        words = [t for t in words if t.fold != "of"]
    joint = [i for i, t in enumerate(words) if t.fold in ("and", "&")]
    if len(joint) == 1 and 0 < joint[0] < len(words) - 2:
        if not _may_be_name(words[: joint[0]], looked.lexicon, start > 0):
            return 0.0
        words = words[joint[0] + 1 :]
    if not words or not _may_be_name(words, looked.lexicon, start > 0):
        return 0.0
    value = _NAME_BY_WORDS.get(sum(_names_in(t) for t in words), 0.0)
    if start > 0 or end < len(looked.tokens):
        value += 0.3 if len(words) == 1 else 0.1
    value += _evidence(words, looked, start, end)
    return max(0.0, min(1.0, value))


def _evidence(words: Sequence[Token], looked: Scan, start: int, end: int) -> float:
    """What the words themselves say for a person's name, or (below 0) against it."""
    value = 0.0
    if words[0].fold in looked.lexicon.given_names:
        value += 0.15
    elif looked.lexicon.regions.at(looked.folds, start) or _ends_as_branch(looked, end):
        value -= 0.3
    elif words[0].fold in looked.lexicon.organisation_words and start == 0:
        value -= 0.35
    if words[-1].fold in _NEVER_SURNAMES or _is_other(looked, start, end):
        value -= 0.5
    return value


def _may_be_name(words: Sequence[Token], lexicon: Lexicon, titled: bool) -> bool:
    """Whether each word may be part of a name; a body's word only as the first of several."""
    person = titled or words[0].fold in lexicon.given_names
    office = lexicon.offices.whole((words[-1].fold,))
    if all(len(t.text) == 1 for t in words) or (office and office.plural):
        return False
    if not all(_name_word(t, lexicon, person) for t in words[1:]):
        return False
    return _name_word(words[0], lexicon, person or len(words) > 1)


def _names_in(token: Token) -> int:
    """How many names a word holds: none in small letters, two when a blank was lost: "JaneDoe"."""
    if not token.text[0].isupper():
        return 0
    return 2 if _GLUED.match(token.text) else 1


def _name_word(token: Token, lexicon: Lexicon, person: bool) -> bool:
    """Whether a word may be part of a name; "Press" and "Post" after a title or a given name."""
    if token.fold in lexicon.particles:
        return True
    if not token.text[0].isupper() or any(c.isdigit() for c in token.text):
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


def _place_score(looked: Scan) -> float:
    if len(looked.tokens) == 1 and _DISTRICT.match(looked.tokens[0].text):
        return 0.9
    if not looked.capital(0) or any(t.text[0].isdigit() for t in looked.tokens):
        return 0.0
    folded = fold_place(looked.slice(0, len(looked.tokens)))
    kinds = looked.gazetteer.place_names.get(folded, frozenset())
    known = max((_PLACE_KINDS[kind] for kind in kinds), default=0.0)
    if known:
        return known
    if len(looked.folds) > 1 and looked.folds[-1] in _COUNCIL_WORDS:
        return 0.95
    if len(looked.folds) > _LEAST_NUMBERED and looked.folds[0] in _PLACES_OF:
        return 0.95 if looked.folds[1] == "of" else 0.0
    if near_place(looked.gazetteer, tuple(folded.split())):
        return _MISSPELT_PLACE
    if all(t.text[0].isupper() or t.fold in _PLACE_LINKS for t in looked.tokens):
        return 0.0 if read_offices(looked) else _UNKNOWN_PLACE
    return 0.0


def _organisation_score(looked: Scan) -> float:
    lexicon = looked.lexicon
    if lexicon.organisations.whole(looked.folds) or lexicon.parties.whole(looked.folds):
        return 1.0
    article = looked.folds[0] == "the" and len(looked.folds) > 1
    looked = looked.part(1) if article else looked
    words = looked.folds
    inside = any(word in lexicon.organisation_words for word in words[1:])
    given = words[0] in lexicon.given_names and _NEVER_SURNAMES.isdisjoint(words)
    titled = given or read_titles(looked, 0)[0] > 0
    if not (looked.capital(0) and _ends_as_name(looked)) or (
        titled and not (inside and len(words) > _LONGEST_NAME)
    ):
        return 0.0
    numbered = len(words) > _LEAST_NUMBERED and words[-1][0].isdigit()  # "Local 12", "Council 7"
    kind = lexicon.organisation_words.get(words[-2] if numbered else words[-1])
    if kind and kind not in ("law", "place") and len(words) > 1:
        return 0.9
    begins = lexicon.organisations.at(words, 0)
    if begins or (kind is None and inside):
        return 0.9
    if article:
        return 0.6
    acronym = looked.tokens[0].text
    if len(words) == 1 and len(acronym) > 2 and acronym.isupper():
        return 0.7
    shaped = _linked_as_body(looked) or _members_of_region(looked)
    return _BODY_BY_SHAPE if shaped or _ends_as_branch(looked, len(words)) else 0.0


def _ends_as_branch(looked: Scan, end: int) -> bool:
    """Whether the words end in a party or a region, as a branch is named: "Young Labour"."""
    if end < _LEAST_NUMBERED or not looked.capital(0):
        return False
    word, lexicon = looked.folds[end - 1], looked.lexicon
    many = word == "labour" or word.endswith("s") or looked.tokens[end - 1].text.isupper()
    return (many and lexicon.parties.whole((word,)) is not None) or (
        lexicon.regions.whole((word,)) is not None
    )


def _ends_as_name(looked: Scan) -> bool:
    """Whether the last word may end a name: "X Party fundraiser" is nobody's name."""
    last = looked.tokens[-1]
    return not last.text[0].islower() or last.fold in looked.lexicon.organisation_words


def _members_of_region(looked: Scan) -> bool:
    """Whether a region and the plural of those who join there make a body: "Ohio Gun Owners"."""
    region = looked.lexicon.regions.at(looked.folds, 0)
    if region is None or len(looked.tokens) < region.length + 2:
        return False
    return looked.folds[-1].endswith("s") and all(
        token.text[0].isupper() for token in looked.tokens
    )


def _linked_as_body(looked: Scan) -> bool:
    """Whether small words link capitalised ones as in "Owners of America", "Right to Life"."""
    inner = looked.tokens[1:-1]
    linked = any(token.text in _BODY_LINKS for token in inner)
    whole = all(
        token.text[0].isupper() or token.fold in _PLACE_LINKS | _BODY_LINKS for token in inner
    )
    return (
        linked and whole and not read_offices(looked) and not looked.is_place(0, len(looked.tokens))
    )


def _other_score(looked: Scan) -> float:
    """Dates, years, numbers, "none" and professions are fields of no kind that matters."""
    if looked.folds[0] in _NO_ANSWER and len(looked.folds) == 1:
        return 0.9
    digits = sum(t.text[0].isdigit() for t in looked.tokens)
    if digits * 2 >= len(looked.tokens):
        return 0.7
    return _DESCRIPTION if _describes(looked) else 0.05


def _describes(looked: Scan) -> bool:
    """Whether the words say in small letters what somebody does: "writer", "X Party fundraiser"."""
    if not looked.tokens[-1].text[0].islower():
        return False
    return (
        looked.tokens[0].text[0].islower() or looked.lexicon.parties.at(looked.folds, 0) is not None
    )


def folded_name(text: str) -> str:
    """A printed name as candidates are compared."""
    return " ".join(fold(text).split())
