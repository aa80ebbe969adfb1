"""The district beside a name: "A in Texas's 24th", "B in the 10th District"."""

from __future__ import annotations

from kg.words.nouns import Sentence

_LEADING = frozenset(("in", "of", "from", "for"))
_WORDS = frozenset(
    (
        *("district", "congressional", "senate", "house", "assembly", "legislative", "state"),
        *("ward", "cd", "circuit", "precinct", "seat", "council", "judicial", "supervisorial"),
    )
)
_ORDINALS = frozenset(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
)
_ENDINGS = ("st", "nd", "rd", "th")
_CLOSING = frozenset((",", ".", ";", ")", "and", "&"))
_LONGEST = 9
_SEAT = 3
_SEATS = frozenset(
    (
        *("district", "ward", "seat", "place", "position", "precinct", "division", "zone", "area"),
        *("post", "department", "part", "group", "region", "sub-district", "subdistrict"),
    )
)


def past_seat(sentence: Sentence, at: int) -> int | None:
    """Past the seat that stands beside a name: "District 1", "Ward 3", "at large"; else None."""
    words = sentence.folds[at : at + _SEAT]
    if words[:1] == ["at-large"]:
        return at + 1
    if words[:2] in (["at", "large"], ["at", "-"]):
        return at + (3 if words[1] == "-" else 2)
    numbered = len(words) > 1 and words[0] in _SEATS and words[1][0].isalnum()
    return at + 2 if numbered and (words[1][0].isdigit() or len(words[1]) == 1) else None


def past_district(sentence: Sentence, at: int) -> int | None:
    """Past the district that the preposition at token ``at`` leads to; None when it leads to none.

    An ordinal tells it, "the 10th District", "Texas's 24th", or a number behind, "District 4".
    """
    if at + 1 >= len(sentence.folds) or sentence.folds[at] not in _LEADING:
        return None
    start = at + 1 + (sentence.folds[at + 1] == "the")
    place = sentence.noun(start)
    if place is not None and place.kind == "place" and place.first == start:
        start = place.last + sentence.is_owning(place.last)
    if start >= len(sentence.folds):
        return None
    seat = past_seat(sentence, start)
    return seat if seat is not None else _past_ordinal(sentence, start)


def _past_ordinal(sentence: Sentence, at: int) -> int | None:
    word = sentence.folds[at]
    counted = word[0].isdigit() and word.endswith(_ENDINGS)
    if not (counted or word in _ORDINALS):
        return None
    end = at + 1
    while end < len(sentence.folds) and sentence.folds[end] in _WORDS:
        end += 1
    closed = end == len(sentence.folds) or sentence.folds[end] in _CLOSING
    return end if end > at + 1 or (counted and closed) else None


def before_district(sentence: Sentence, at: int) -> int | None:
    """The token before the district that ends with token ``at``; None when none does."""
    for start in range(at - 1, max(0, at - _LONGEST), -1):
        if sentence.folds[start] in _LEADING:
            return start - 1 if past_district(sentence, start) == at + 1 else None
    return None
