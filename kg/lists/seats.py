"""Slates told by their shape: each line names what is contested, and who should have it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lists.fields import Knowledge
from kg.lists.items import Segment, cuts
from kg.lists.namescores import name_score
from kg.lists.regions import Line
from kg.lists.roles import read_offices

_LEAST = 3
_LEAST_SHARE = 0.5
_NAME = 0.6
_NUMBERED = re.compile(r"[a-z]{1,3}\d{1,3}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PARTS = frozenset(
    ("district", "ward", "area", "division", "zone", "seat", "precinct", "senate", "region")
)


def is_slate(lines: Sequence[Line], knowledge: Knowledge) -> bool:
    """Whether half of the lines, and three at the least, name a seat and then one person.

    The seat may also be a line of its own, above the person. A person who comes twice is a
    candidate with several endorsers, and then the list is no slate.
    """
    names: list[str] = []
    seats = 0
    previous = False
    for line in lines:
        segments = cuts(knowledge.text, line.content)[0]
        seat = bool(segments) and is_seat(segments[0], knowledge)
        behind = segments[1:2] if seat else segments[:1]
        if behind and (seat or previous) and _is_name(behind[0], knowledge):
            names.append(" ".join(token.fold for token in behind[0].tokens))
            seats += 1 + (not seat)
        previous = seat and len(segments) == 1
    distinct = len(set(names)) == len(names)
    return len(names) >= _LEAST and distinct and seats >= _LEAST_SHARE * len(lines)


def is_seat(segment: Segment, knowledge: Knowledge) -> bool:
    """Whether a segment names something that is contested: an office, a board, a district."""
    looked = knowledge.look(segment.tokens)
    if looked.folds[0] in looked.lexicon.given_names:
        return False
    if read_offices(looked) or (len(looked.folds) == 1 and _YEAR.fullmatch(looked.folds[0])):
        return True
    return any(
        looked.lexicon.organisation_words.get(word) == "body"
        or word in _PARTS
        or _NUMBERED.fullmatch(word)
        for word in looked.folds
    )


def _is_name(segment: Segment, knowledge: Knowledge) -> bool:
    return name_score(knowledge.look(segment.tokens)) >= _NAME


def year_of(line: Line, knowledge: Knowledge) -> int | None:
    """The year that a line of a slate begins with, as one that tells whom a paper chose when."""
    found = _YEAR.match(knowledge.text, line.content.start, line.content.end)
    return int(found.group()) if found else None
