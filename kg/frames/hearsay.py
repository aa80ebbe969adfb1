"""Hearsay: what is only understood, or said by nobody named, is expected and no fact."""

from __future__ import annotations

from kg.frames.model import Hedge
from kg.nouns import Sentence

_SOURCES = frozenset(("source", "sources", "insider", "insiders", "pundits", "observers"))
_MARKS = frozenset((",", '"', "“", "”", "that", "-", "–", "—"))
_ANNOUNCING = frozenset(("will", "'ll", "shall", "to"))
_QUOTES = frozenset((":", '"', "“"))
_REACH = 7
_BEHIND = 12


def hearsay(sentence: Sentence, first: int, last: int) -> Hedge:
    """What those who say a clause at tokens ``first`` to ``last`` do to it, before or behind it."""
    if _understood(sentence, first, last) or _by_sources(sentence, first, last):
        return "expected"
    return "expected" if _to_be_announced(sentence, first) else ""


def _understood(sentence: Sentence, first: int, last: int) -> bool:
    """Whether "it is understood" stands before the clause, behind it or set off inside it."""
    end = min(last + _BEHIND, len(sentence.folds) - 2)
    for at in range(max(0, first - _REACH), end):
        if sentence.folds[at] != "it" or sentence.kinds[at + 1] != "be":
            continue
        opens = at == 0 or sentence.folds[at - 1] in _MARKS
        if opens and "expectation" in sentence.kinds[at + 2 : at + 4]:
            return True
    return False


def _by_sources(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the clause is said by sources without a name."""
    if _SOURCES.isdisjoint(sentence.folds):
        return False
    for at, word in enumerate(sentence.folds):
        if word not in _SOURCES:
            continue
        beside = sentence.kinds[max(0, at - 3) : at + _REACH]
        near = first - _REACH <= at < first or last <= at < last + _BEHIND
        if near and "speech" in beside and _QUOTES.isdisjoint(sentence.folds[at:first]):
            return True  # a source quoted at length is a witness
    return False


def _to_be_announced(sentence: Sentence, first: int) -> bool:
    """Whether the clause will only be announced: "will say on Monday that it backs Y"."""
    at = first - 1
    while at > 0 and (
        sentence.folds[at] in ("that", "on") or sentence.kinds[at] in ("time", "adverb")
    ):
        at -= 1
    said = at > 0 and sentence.kinds[at] == "speech"
    return said and sentence.folds[at - 1] in _ANNOUNCING
