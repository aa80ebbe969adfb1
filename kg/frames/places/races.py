"""Descriptions that a comma parts from a name: "the ABC nominee for mayor, Y", "her aide, X"."""

from __future__ import annotations

from kg.words.nouns import Noun, Sentence

_TIES = frozenset(("for", "in", "at", "to"))
_BREAKS = frozenset((".", ";", ":", "who", "which", "and", "but"))
_DESCRIPTION = 6  # tokens of "her former running mate,"
_LONGEST = 10  # tokens of "for governor of Rivers State"


def past_letters(sentence: Sentence, noun: Noun) -> int:
    """Behind a phrase and the letters of a body in brackets: "the Orange Party (OP) candidate"."""
    at = noun.last
    bracketed = sentence.folds[at : at + 1] == ["("] and sentence.folds[at + 2 : at + 3] == [")"]
    return at + 3 if bracketed and noun.kind == "organisation" else at


def past_race(sentence: Sentence, at: int) -> int:
    """The comma behind what somebody stands for, which begins at ``at``; else ``at`` itself.

    The name follows the comma, and nobody is named in full before it.
    """
    if sentence.folds[at] not in _TIES:
        return at
    for index in range(at + 1, min(at + _LONGEST, len(sentence.folds) - 1)):
        noun = sentence.noun(index)
        if sentence.folds[index] == ",":
            behind = sentence.noun(index + 1)
            return index if behind is not None and behind.kind == "person" else at
        named = noun is not None and noun.kind == "person" and " " in noun.name
        if named or sentence.folds[index] in _BREAKS or sentence.kinds[index] == "verb":
            return at
    return at


def own_described(sentence: Sentence, at: int) -> Noun | None:
    """X in "her predecessor, X", "his former boss, X": whose she is, and what, begins at ``at``."""
    if sentence.kinds[at : at + 1] != ["possessive"] and sentence.folds[at : at + 1] != ["her"]:
        return None
    for index in range(at + 1, min(at + _DESCRIPTION, len(sentence.folds) - 1)):
        if sentence.folds[index] == ",":
            named = sentence.noun(index + 1)
            return (
                named if index > at + 1 and named is not None and named.kind == "person" else None
            )
        if sentence.noun(index) is not None or sentence.kinds[index] not in ("", "relation"):
            return None
    return None
