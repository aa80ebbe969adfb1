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
    if not 0 < len(folds) <= _LONGEST:
        return None
    known = lexicon.class_words.get(folds[-1]) == "class"
    index = 0
    while index < len(folds) - 1:
        unit = lexicon.units.whole(folds[index:])
        if unit and folds[index].endswith("s"):  # "Former Members of Parliament"
            return unit.role
        party = lexicon.parties.at(folds, index)
        if party:
            index += party.length
        elif folds[index] in lexicon.class_words or folds[index] in _JOINING:
            index += 1
        else:
            return None
    if index >= len(folds):
        return None  # the whole name of a party
    unit = lexicon.units.whole(folds[-1:]) if known else None
    return (unit.role if unit else "") if known else None


def are_people(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether words that "for X" follows are of a class that is for X: "Community leaders for X".

    Those whose trade it is to work for somebody are none: "Strategists for X".
    """
    if not tokens or class_role(tokens, lexicon) is None:
        return False
    return lexicon.other_lists.isdisjoint(t.fold for t in tokens) and (
        lexicon.class_words.get(tokens[-1].fold) == "class"
    )


def is_chamber(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a heading names one body by its members: "House of Representatives"."""
    folds = [token.fold for token in _without_end(tokens)]
    return folds[-2:-1] == ["of"] and class_role(tokens[:-2], lexicon) is None


def is_for_nobody(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a heading says that those below it are for nobody: "Undeclared", "Neutral MPs"."""
    ends = _without_end(tokens)
    if not 0 < len(ends) <= _LONGEST:
        return False
    kinds = [lexicon.class_words.get(token.fold) for token in ends]
    return "nobody" in kinds and None not in kinds


def are_bodies_by_class(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a heading of a class says that those below it are bodies: "CLPs", "Unions"."""
    ends = _without_end(tokens)
    unit = lexicon.units.whole((ends[-1].fold,)) if ends else None
    return unit is not None and unit.unit in lexicon.body_units


def _without_end(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before a colon or a number in brackets that ends the heading."""
    end = len(tokens)
    while end and not tokens[end - 1].text[0].isalpha():
        end -= 1
    return tokens[:end]
