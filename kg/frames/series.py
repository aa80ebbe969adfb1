"""Objects with a seat each: "backs X for mayor, Y for clerk and Z in District 4"."""

from __future__ import annotations

from kg.frames.clauses import is_predicate
from kg.frames.whence import past_bracket
from kg.nouns import Noun, Sentence

_LINKS = frozenset(("for", "in", "as"))
_SEPARATING = frozenset((",", ";", "and", "&"))
_SEATS = frozenset(
    ("district", "ward", "area", "division", "zone", "seat", "precinct", "region", "position")
)
_MOST_JOINTS = 2
_MOST_WORDS = 5


def object_series(sentence: Sentence, last: Noun) -> list[Noun]:
    """The people named after ``last``, an object, as long as each has what he is to be or where.

    One who has a verb of his own opens the next clause: "backs X in Kent, and Y in Leeds says".
    """
    found: list[Noun] = []
    at = _past_seat(sentence, last.last)
    while at is not None:
        start = at
        while start < len(sentence.folds) and sentence.folds[start] in _SEPARATING:
            start += 1
        noun = sentence.noun(start)
        if not 0 < start - at <= _MOST_JOINTS or noun is None or noun.kind != "person":
            break
        at = _past_seat(sentence, noun.last)
        if at is None or _goes_on(sentence, at):
            break
        found.append(noun)
    return found


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a verb, with or without words set off before it, follows at token ``at``."""
    return is_predicate(sentence, at) or is_predicate(sentence, at + 1)


def _past_seat(sentence: Sentence, at: int) -> int | None:
    """Past what somebody stands for or where: "for mayor", "in District 4", "(Ward 3)"."""
    if at >= len(sentence.folds):
        return None
    past = past_bracket(sentence, at, 1)
    if past is not None:
        return past
    if sentence.folds[at] not in _LINKS:
        return None
    return _past_place(sentence, at + 1)


def _past_place(sentence: Sentence, at: int) -> int | None:
    told = False
    for index in range(at, min(at + _MOST_WORDS, len(sentence.folds))):
        noun = sentence.noun(index)
        if noun is not None and noun.kind in ("office", "place"):
            return noun.last
        number = noun is not None and noun.kind == "number"
        if told and (number or sentence.folds[index][0].isdigit()):
            return index + 1
        seat = sentence.folds[index] in _SEATS
        if seat and sentence.folds[index - 1][0].isdigit():
            return index + 1  # "the 4th district"
        told = told or seat
        if not (
            told
            or sentence.folds[index][0].isdigit()
            or sentence.kinds[index] == "determiner"
            or number
        ):
            return None
    return None
