"""Ranks: "X is the first MP to back Y", "X has become the most senior figure in Z to back Y"."""

from __future__ import annotations

from kg.frames.clauses import VERBAL
from kg.nouns import Sentence

BECOMING = frozenset(("became", "becomes", "become"))
_RANKS = frozenset(
    (
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "latest",
        "last",
        "newest",
        "most",
        "biggest",
        "largest",
        "highest-ranking",
        "highest-profile",
        "only",
        "another",
    )
)
_REACH = 14


def ranked(sentence: Sentence, at: int) -> int:
    """The "is" or "became" that ranks somebody as the words up to token ``at`` tell, or -1.

    Between it and the "to" stands nothing but the phrase of the rank: "the third member of Z".
    """
    for index in range(at, max(0, at - _REACH), -1):
        if sentence.kinds[index] == "be" or sentence.folds[index] in BECOMING:
            phrase = sentence.folds[index + 1 : index + 4]
            return index if not _RANKS.isdisjoint(phrase) else -1
        if sentence.kinds[index] in VERBAL or sentence.folds[index] in (",", ";", ":", "."):
            return -1
    return -1
