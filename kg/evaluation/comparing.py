"""When a name or role that was read is the one that a person wrote down.

Case, accents, marks, titles and letters after a name do not count; whole names must be equal. A
surname alone is enough for a candidate when it fits one only. The words that tell nobody apart are
data (``data/reference/comparing.tsv``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.gazetteer import fold_place
from kg.phrases import PhraseIndex
from kg.tables import rows

Name = tuple[str, ...]
Role = frozenset[str]

_CITATION = re.compile(r"\[[^\]]*\]")
_SHORT = 3
"""Words of up to so many letters that end in s are no plurals: ``ms``, ``gas``."""


@dataclass(frozen=True, slots=True)
class _Words:
    titles: frozenset[str]
    letters: frozenset[str]
    body_ends: tuple[Name, ...]
    empty: frozenset[str]
    tiers: frozenset[str]
    same: PhraseIndex[str]


@lru_cache(maxsize=1)
def _known() -> _Words:
    table = list(rows("comparing.tsv", ("words", "use", "as")))

    def of(use: str) -> frozenset[str]:
        return frozenset(cells[0] for cells in table if cells[1] == use)

    return _Words(
        titles=of("title"),
        letters=of("letters"),
        body_ends=tuple(sorted((tuple(end.split()) for end in of("body")), key=len, reverse=True)),
        empty=of("empty"),
        tiers=of("tier"),
        same=PhraseIndex((cells[0].split(), cells[2]) for cells in table if cells[1] == "same"),
    )


@lru_cache(maxsize=65536)
def name_words(printed: str) -> Name:
    """The words of a name without titles, letters after it, citations, and "party" at its end.

    The last word is never taken away, so a name of which only a title is known stays.
    """
    known = _known()
    words = fold_place(_CITATION.sub(" ", printed)).split()
    first, last = 0, len(words)
    while last - first > 1 and words[first] in known.titles:
        first += 1
    while last - first > 1 and words[last - 1] in known.letters:
        last -= 1
    name = tuple(words[first:last])
    for end in known.body_ends:
        if len(name) > len(end) and name[-len(end) :] == end:
            return name[: -len(end)]
    return name


@lru_cache(maxsize=65536)
def role_words(printed: str) -> Role:
    """The words of a role that count, in the singular: no small words, no years, no "former"."""
    known = _known()
    words = fold_place(printed).split()
    found: set[str] = set()
    at = 0
    while at < len(words):
        match = known.same.at(words, at)
        if match:
            found.update(match.value.split())
            at += match.length
        else:
            found.add(_singular(words[at]))
            at += 1
    return frozenset(word for word in found if word not in known.empty and not word.isdigit())


def _singular(word: str) -> str:
    if len(word) <= _SHORT or not word.endswith("s") or word.endswith("ss"):
        return word
    return _known().same.whole((word[:-1],)) or word[:-1]


def same_role(found: str, labelled: str, of: str) -> bool:
    """Whether two roles are one: their words are, the body or place ``of`` the label left aside.

    Party and tier ("council", "city") decide only when nothing else is left to compare.
    """
    one, other, aside = role_words(found), role_words(labelled), role_words(of)
    if one == other:
        return True
    return any(
        other - words and one - words == other - words for words in (aside, aside | _known().tiers)
    )


class CandidateNames:
    """The candidates that the labels of one article name."""

    def __init__(self, printed: Iterable[str]) -> None:
        self._by_surname: dict[str, set[Name]] = {}
        for name in map(name_words, printed):
            if len(name) > 1:
                self._by_surname.setdefault(name[-1], set()).add(name)

    def same(self, found: str, labelled: str) -> bool:
        """Whether the name found is the labelled one.

        A surname alone is the one candidate who has it; where the label has a surname alone, any
        name that ends in it will do.
        """
        one, other = name_words(found), name_words(labelled)
        if not one or not other or one == other:
            return one == other and bool(other)
        if one[-1] != other[-1]:
            return False
        return len(other) == 1 or (len(one) == 1 and len(self._by_surname.get(other[-1], ())) == 1)
