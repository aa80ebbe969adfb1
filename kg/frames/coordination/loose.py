"""The names in a stretch of a sentence, however they are strung together.

A chain that breaks at one unknown word loses all the names behind it. Where the words around a
stretch say what all its names have in common, only those are left out that plainly belong to
somebody else's description: behind a preposition, before an "'s", in a clause of their own.
"""

from __future__ import annotations

from kg.frames.clause.clauses import ACTING, past_attributes
from kg.words.nouns import Noun, Sentence

_BELONGING = frozenset(
    ("of", "for", "at", "in", "from", "against", "under", "to", "on", "over", "than", "near")
)
_ENDS = frozenset((";", ":", "!", "?", "while", "whereas", "but"))  # a full stop inside abbreviates
_DASHES = frozenset(("-", "–", "—"))
_RELATIVES = frozenset(("who", "whose", "whom", "which", "that"))
_BACK = 4


def clause_end(sentence: Sentence, at: int) -> int:
    """Where the clause ends in which token ``at`` stands: a mark or a word that sets another off.

    A semicolon between names goes on: "A, a mayor; B, her deputy; and C".
    """
    while at < len(sentence.folds):
        word = sentence.folds[at]
        if word == ";" and _names_next(sentence, at + 1):
            at += 1
            continue
        ends = word == "." and at + 1 == len(sentence.folds)
        if ends or word in _ENDS or word in _DASHES:
            break
        at += 1
    return at


def _names_next(sentence: Sentence, at: int) -> bool:
    ahead = [sentence.noun(index) for index in range(at, at + _BACK)]
    return any(noun is not None and noun.kind in ACTING for noun in ahead)


def names_within(sentence: Sentence, first: int, last: int) -> list[Noun]:
    """The people and bodies named in tokens ``first`` to ``last`` that belong to no description."""
    found = []
    for noun in sentence.nouns:
        if noun.first < first or noun.last > last or noun.kind not in ("person", "organisation"):
            continue
        told = _are_letters(sentence, noun) or _belongs(sentence, noun, first)
        if not told and not _in_relative(sentence, noun, first):
            found.append(noun)
    return found


def _are_letters(sentence: Sentence, noun: Noun) -> bool:
    """Whether a bracket only holds the letters of the body before it: "the Nurses' Union (NU)"."""
    if sentence.folds[noun.first - 1] != "(" or sentence.folds[noun.last : noun.last + 1] != [")"]:
        return False
    whole = sentence.noun(noun.first - 2)
    return whole is not None and whole.kind == noun.kind == "organisation"


def _belongs(sentence: Sentence, noun: Noun, first: int) -> bool:
    """Whether the phrase only says whose or from where somebody else is."""
    if sentence.is_owning(noun.last):
        return True
    behind = sentence.noun(noun.last)
    if noun.body is not None and noun.body.kind == "party" and behind is not None:
        return True  # "Tory veteran A"
    at = past_attributes(sentence, noun)
    while at >= first and sentence.kinds[at] in ("determiner", "possessive"):
        at -= 1
    return at >= first and sentence.folds[at] in _BELONGING


def _in_relative(sentence: Sentence, noun: Noun, first: int) -> bool:
    """Whether a "who" or "which" stands before it in the same part of the sentence."""
    for at in range(noun.first - 1, first - 1, -1):
        word = sentence.folds[at]
        if word in _RELATIVES:
            return True
        if word in (",", ";", ")") or word in _DASHES:
            return False
    return False
