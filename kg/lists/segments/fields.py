"""What a segment of an item may be: name, place, role, organisation, candidate, or other.

Each type is scored between 0 and 1 by its evidence in the lexicon and the gazetteer; the layout
of the whole list decides between them (``kg.lists.segments.layout``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Literal, TypeVar

from kg.gazetteer import Gazetteer, fold_place
from kg.lexicon import Lexicon
from kg.lists.segments.bodyscores import BODY_BY_SHAPE, PLACE_LINKS, SETTINGS, organisation_score
from kg.lists.segments.items import Segment, cuts
from kg.lists.segments.namescores import name_score
from kg.lists.segments.nearplaces import near_place
from kg.lists.segments.roles import read_offices
from kg.model import Span
from kg.text import Token, fold, tokenise
from kg.words.once import once
from kg.words.scan import Scan, scan
from kg.words.titles import opening_titles

Answer = TypeVar("Answer")
FieldType = Literal["name", "place", "role", "organisation", "candidate", "other"]
_PLACE_KINDS = {"council": 1.0, "constituency": 0.95, "parish": 0.9, "ward": 0.8}
_WITH_INITIAL = 2
_UNKNOWN_PLACE = 0.35
_HANDLE = 0.9  # the name by which somebody writes on a network, alone or beside the name
_MISSPELT_PLACE = 0.85
_COUNCIL_WORDS = frozenset(
    ("council", "borough", "district", "county", "city", "mbc", "bc", "dc", "cc", "lb", "ward")
)
_PLACES_OF = frozenset(("city", "town", "village", "county", "borough", "township", "state"))
_CANDIDATE = 1.05
_DESCRIPTION = 0.5
_GLUED = re.compile(r"[a-z][A-Z][a-z]")
_GLUED_TITLE = re.compile(r"([A-Z][a-z]+)[A-Z][a-z]+$")
_DISTRICT = re.compile(r"[A-Z]{2}[-–](?:\d{1,3}|AL|[A-Z][a-z]{2,3})$")  # a state and its district
NO_ANSWER = frozenset(
    ("none", "n/a", "no", "neither", "undeclared", "nobody", "various", "tbc", "tba", "pending")
)
_LEAST = 0.15
_LEAST_NUMBERED = 2


def nobody(name: str) -> bool:
    """Tells no name as a candidate's."""
    return not name and bool(name)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was cut and looked at in an article, by its first and last character.

    The readers of a page ask for the same lines and fields, each for a purpose of its own.
    """

    cuts: dict[tuple[int, int], list[list[Segment]]] = field(default_factory=dict)
    looks: dict[tuple[int, int], Scan] = field(default_factory=dict)
    answers: dict[tuple[object, int, int, bool], Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What fields are scored with; ``is_candidate`` tells the names of the article's candidates.

    ``bodies``: those on the list are bodies, whatever their names look like.
    """

    text: str
    lexicon: Lexicon
    gazetteer: Gazetteer
    is_candidate: Callable[[str], bool] = nobody
    bodies: bool = False
    seen: Seen = field(default_factory=Seen, compare=False, repr=False)

    def cut(self, content: Span) -> list[list[Segment]]:
        """The ways to cut an item into segments: see ``cuts``."""
        key = content.start, content.end
        found = self.seen.cuts.get(key)
        if found is None:
            found = self.seen.cuts[key] = cuts(self.text, content)
        return found

    def look(self, tokens: Sequence[Token]) -> Scan:
        """The tokens of a segment, ready to be read; a title that lost its blank is set apart.

        The tokens must follow one another in the text, unless a surname stands before the given
        name: then they are read as if printed the other way round.
        """
        key = tokens[0].start, tokens[-1].end
        found = self.seen.looks.get(key)
        if found is None:
            found = self.seen.looks[key] = self._looked(tokens)
        return found

    def _looked(self, tokens: Sequence[Token]) -> Scan:
        start, end = tokens[0].start, tokens[-1].end
        if end < start:
            text = " ".join(token.text for token in tokens)
            return scan(text, tokenise(text), self.lexicon, self.gazetteer)
        parted = list(tokens)
        if _GLUED.search(self.text, start, end):
            parted = [part for token in tokens for part in _parted(token, self.lexicon)]
        if len(parted) > 1 and parted[0].fold == "the" and parted[1].fold in self.lexicon.titles:
            del parted[0]  # "The Rev. Jane Doe"
        return scan(self.text, parted, self.lexicon, self.gazetteer)


def once_a_stretch(
    read: Callable[[Span, Knowledge], Answer],
) -> Callable[[Span, Knowledge], Answer]:
    """``read``, asked once of each stretch of an article: see ``kg.words.once``.

    Its answer may not depend on who the candidates are.
    """

    @wraps(read)
    def kept(where: Span, knowledge: Knowledge) -> Answer:
        answers = knowledge.seen.answers
        key = read, where.start, where.end, knowledge.bodies
        if key not in answers:
            answers[key] = read(where, knowledge)
        answer: Answer = answers[key]
        return answer

    return kept


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
    letters = "".join(looked.folds).replace(".", "")
    if looked.lexicon.postnominals.get(letters) == "":  # an honour or a degree, no office
        return {"other": 1.0}
    scores = dict(_scores(looked))
    if knowledge.is_candidate(looked.slice(0, len(looked.tokens))):
        scores["candidate"] = _CANDIDATE
    if knowledge.bodies and looked.folds[0] not in SETTINGS:
        _take_for_body(looked, scores)
    return {kind: value for kind, value in scores.items() if value >= _LEAST or kind == "other"}


@once
def _scores(looked: Scan) -> Mapping[FieldType, float]:
    """What the words alone say for each type."""
    return {
        "name": name_score(looked),
        "place": _place_score(looked),
        "role": 1.0 if read_offices(looked) else 0.0,
        "organisation": organisation_score(looked),
        "candidate": 0.0,
        "other": _other_score(looked),
    }


def _take_for_body(looked: Scan, scores: dict[FieldType, float]) -> None:
    """Scores a segment, in place, in a list of bodies: places and shapes of names are theirs."""
    titled = opening_titles(looked)[0] > 0
    shaped = (
        not titled
        and looked.capital(0)
        and all(
            t.text[0].isupper() or t.fold in PLACE_LINKS or t.text[0].isdigit()
            for t in looked.tokens
        )
    )
    called = max(
        scores["place"], BODY_BY_SHAPE if shaped and scores["other"] < BODY_BY_SHAPE else 0.0
    )
    scores["organisation"] = max(scores["organisation"], called)
    scores["place"] = 0.0
    if looked.folds[0] not in looked.lexicon.given_names and not titled:
        scores["name"] = max(0.0, scores["name"] - 0.5)


@once
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
        initial = len(looked.folds) == _WITH_INITIAL and len(looked.folds[0]) == 1
        return _UNKNOWN_PLACE if initial else 0.95  # "N Ward" is somebody
    if len(looked.folds) > _LEAST_NUMBERED and looked.folds[0] in _PLACES_OF:
        return 0.95 if looked.folds[1] == "of" else 0.0
    if near_place(looked.gazetteer, tuple(folded.split())):
        return _MISSPELT_PLACE
    if all(t.text[0].isupper() or t.fold in PLACE_LINKS for t in looked.tokens):
        return 0.0 if read_offices(looked) else _UNKNOWN_PLACE
    return 0.0


@once
def _other_score(looked: Scan) -> float:
    """Dates, years, numbers, "none" and professions are fields of no kind that matters."""
    if looked.folds[0] in NO_ANSWER and len(looked.folds) == 1:
        return 0.9
    digits = sum(t.text[0].isdigit() for t in looked.tokens)
    if digits * 2 >= len(looked.tokens):
        return 0.7
    described = looked.tokens[0].text[0].islower() or _describes(looked)
    return _DESCRIPTION if described else 0.05


def _describes(looked: Scan) -> bool:
    """Whether words after a party say in small letters what somebody does: "X Party fundraiser"."""
    small = looked.tokens[-1].text[0].islower()
    return small and looked.lexicon.parties.at(looked.folds, 0) is not None


def folded_name(text: str) -> str:
    """A printed name as candidates are compared."""
    return " ".join(fold(text).split())
