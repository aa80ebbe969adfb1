"""Headings that say of what kind those below are, not whom they support: "Federal officials"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.text import Token

_LONGEST = 7
_JOINING = frozenset(("and", "&", "of", "the", "in", "/", ",", "-", "."))


def class_role(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The office of all below a heading of this kind: "MP" for "Labour MPs", "" for no one office.

    None when the words are no such heading: its last word must name a class of people or bodies,
    and every other word must be one that goes before such a word, or a party.
    """
    folds = [token.fold for token in _without_end(tokens)]
    if not 0 < len(folds) <= _LONGEST or lexicon.class_words.get(folds[-1]) != "class":
        return None
    index = 0
    while index < len(folds) - 1:
        party = lexicon.parties.at(folds, index)
        if party:
            index += party.length
        elif folds[index] in lexicon.class_words or folds[index] in _JOINING:
            index += 1
        else:
            return None
    unit = lexicon.units.whole(tuple(folds[-1:]))
    return unit.role if unit else ""


def _without_end(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before a colon or a number in brackets that ends the heading."""
    end = len(tokens)
    while end and not tokens[end - 1].text[0].isalpha():
        end -= 1
    return tokens[:end]
