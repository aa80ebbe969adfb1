"""What a segment of an item may be: name, place, role, organisation, candidate, or other.

Each type is scored between 0 and 1 by its evidence in the lexicon and the gazetteer; the layout
of the whole list decides between them (``kg.lists.layout``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kg.gazetteer import Gazetteer, fold_place
from kg.lexicon import Lexicon
from kg.names import read_letters, read_titles
from kg.offices import read_office
from kg.scan import Scan, scan
from kg.text import Token, fold, near

FieldType = Literal["name", "place", "role", "organisation", "candidate", "other"]
_NAME_BY_WORDS: Mapping[int, float] = {1: 0.3, 2: 0.8, 3: 0.65, 4: 0.45, 5: 0.3}
_PLACE_KINDS = {"council": 1.0, "constituency": 0.95, "parish": 0.9, "ward": 0.8}
_UNKNOWN_PLACE = 0.35
_PLACE_LINKS = frozenset(("and", "&", "of", "the", "on", "in", "upon", "with", "under", "-", "by"))
_LEAST = 0.15


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What fields are scored with; ``is_candidate`` tells the names of the article's candidates."""

    text: str
    lexicon: Lexicon
    gazetteer: Gazetteer
    is_candidate: Callable[[str], bool]


def score(tokens: tuple[Token, ...], knowledge: Knowledge) -> dict[FieldType, float]:
    """The types that the tokens of a segment may be, each with its score; "other" always."""
    looked = scan(knowledge.text, list(tokens), knowledge.lexicon, knowledge.gazetteer)
    scores: dict[FieldType, float] = {
        "name": name_score(looked),
        "place": _place_score(looked),
        "role": _role_score(looked),
        "organisation": _organisation_score(looked),
        "candidate": 1.0 if knowledge.is_candidate(looked.slice(0, len(tokens))) else 0.0,
        "other": 0.05,
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
    """How well the segment reads as a person's name."""
    start, end = name_bounds(looked)
    words = [t for t in looked.tokens[start:end] if t.text != "."]
    if not words or not all(_name_word(t, looked.lexicon) for t in words):
        return 0.0
    value = _NAME_BY_WORDS.get(sum(t.text[0].isupper() for t in words), 0.0)
    if words[0].fold in looked.lexicon.given_names:
        value += 0.15
    if start > 0 or end < len(looked.tokens):
        value += 0.1
    if _is_other(looked, start, end):
        value -= 0.5
    return max(0.0, min(1.0, value))


def _name_word(token: Token, lexicon: Lexicon) -> bool:
    if token.fold in lexicon.particles:
        return True
    if not token.text[0].isupper() or any(c.isdigit() for c in token.text):
        return False
    return token.fold not in lexicon.organisation_words or token.fold in lexicon.given_names


def _is_other(looked: Scan, start: int, end: int) -> bool:
    """Whether the words are known as a place, an office or a body."""
    words = looked.folds[start:end]
    office = read_office(looked, start)
    return bool(
        looked.lexicon.organisations.whole(words)
        or looked.lexicon.parties.whole(words)
        or (office and office.last == end)
        or looked.is_place(start, end)
    )


def _place_score(looked: Scan) -> float:
    if not looked.capital(0) or any(t.text[0].isdigit() for t in looked.tokens):
        return 0.0
    words = looked.slice(0, len(looked.tokens))
    kinds = looked.gazetteer.place_names.get(fold_place(words), frozenset())
    known = max((_PLACE_KINDS[kind] for kind in kinds), default=0.0)
    if known:
        return known
    if _kind_words(looked):
        return 0.95
    if all(t.text[0].isupper() or t.fold in _PLACE_LINKS for t in looked.tokens):
        office = read_office(looked, 0)
        return 0.0 if office and office.last == len(looked.tokens) else _UNKNOWN_PLACE
    return 0.0


def _kind_words(looked: Scan) -> bool:
    """Whether the words end (or begin) as names of councils do: "... District Council"."""
    last = looked.folds[-1]
    if len(looked.folds) < 2:
        return False
    return last in (
        "council",
        "borough",
        "district",
        "county",
        "city",
        "mbc",
        "bc",
        "dc",
        "cc",
        "lb",
    )


def _role_score(looked: Scan) -> float:
    if known_role(looked):
        return 1.0
    return 0.7 if misspelt_role(looked.lexicon, tuple(looked.folds)) else 0.0


def known_role(looked: Scan) -> bool:
    """Whether an office fills the segment, complements such as "for Older People" included."""
    office = read_office(looked, 0)
    return office is not None and office.last >= len(looked.tokens)


def misspelt_role(lexicon: Lexicon, words: tuple[str, ...]) -> str | None:
    """The label of the one office that differs from the words by a slip in one word."""
    if not 1 <= len(words) <= 4:
        return None
    return _closest_office(lexicon.office_forms, words)


@lru_cache(maxsize=4096)
def _closest_office(
    known: tuple[tuple[tuple[str, ...], str], ...], words: tuple[str, ...]
) -> str | None:
    found = set()
    for form, label in known:
        if len(form) != len(words):
            continue
        pairs = [(a, b) for a, b in zip(form, words, strict=True) if a != b]
        if len(pairs) == 1 and near(*pairs[0]):
            found.add(label)
    return found.pop() if len(found) == 1 else None


def _organisation_score(looked: Scan) -> float:
    words = looked.folds
    lexicon = looked.lexicon
    if lexicon.organisations.whole(words) or lexicon.parties.whole(words):
        return 1.0
    kind = lexicon.organisation_words.get(words[-1])
    if kind and kind not in ("law", "place") and len(words) > 1 and looked.capital(0):
        return 0.85
    return 0.0


def folded_name(text: str) -> str:
    """A printed name as candidates are compared."""
    return " ".join(fold(text).split())
