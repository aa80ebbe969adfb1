"""What a reader of one sentence looks at: its tokens, and the knowledge to read them with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kg.gazetteer import Gazetteer, fold_place
from kg.lexicon import Lexicon
from kg.text import Token

_TITLE_CASE_SHARE = 0.7
_TITLE_CASE_WORDS = 4
_WARD_WORDS = 2


@dataclass(frozen=True, slots=True)
class Scan:
    """One sentence to be read. ``title_case``: most words are capitalised, as in a headline.

    ``answers`` are what has been found out about it as a whole: see ``kg.words.once``.
    """

    text: str
    tokens: list[Token]
    folds: list[str]
    lexicon: Lexicon
    gazetteer: Gazetteer
    title_case: bool
    answers: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    def slice(self, first: int, last: int) -> str:
        """The printed words of tokens ``first`` up to ``last``, white space made single."""
        if last == first + 1:
            return self.tokens[first].text
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def part(self, first: int, last: int | None = None) -> Scan:
        """The tokens from ``first`` on, up to ``last`` if that is given, by themselves."""
        tokens, folds = self.tokens[first:last], self.folds[first:last]
        return Scan(self.text, tokens, folds, self.lexicon, self.gazetteer, self.title_case)

    def is_place(self, first: int, last: int) -> bool:
        """Whether tokens ``first`` up to ``last`` are the name of a place.

        One word must be a council or a seat, and a ward must not look like a person: there are
        wards that are called like people.
        """
        kinds = self.gazetteer.place_names.get(fold_place(self.slice(first, last)), frozenset())
        if kinds & {"council", "constituency"} or self._is_region(first, last):
            return True
        if last - first < _WARD_WORDS:
            return False
        return bool(kinds) and self.folds[first] not in self.lexicon.given_names

    def _is_region(self, first: int, last: int) -> bool:
        regions = self.lexicon.regions
        found = regions.at(self.folds, first) if self.folds[first] in regions else None
        return found is not None and found.length == last - first

    def capital(self, index: int) -> bool:
        """Whether there is a token at ``index`` that begins with a capital letter."""
        return index < len(self.tokens) and self.tokens[index].text[0].isupper()


def scan(text: str, tokens: list[Token], lexicon: Lexicon, gazetteer: Gazetteer) -> Scan:
    """Prepares the tokens of one sentence of ``text`` for reading."""
    return Scan(text, tokens, [t.fold for t in tokens], lexicon, gazetteer, _title_case(tokens))


def _title_case(tokens: list[Token]) -> bool:
    if len(tokens) < _TITLE_CASE_WORDS:
        return False
    words = [t.text for t in tokens if len(t.text) > 3 and t.text[0].isalpha()]
    if len(words) < _TITLE_CASE_WORDS:
        return False
    if tokens[-1].text == "." and any(word[0].islower() for word in words):
        return False  # a sentence that names many is no heading
    return sum(word[0].isupper() for word in words) >= _TITLE_CASE_SHARE * len(words)
