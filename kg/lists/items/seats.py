"""Slates told by their shape: each line names what is contested, and who should have it."""

from __future__ import annotations

import re

from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.items import Segment
from kg.lists.segments.roles import read_offices
from kg.words.scan import Scan

_NUMBERED = re.compile(r"[a-z]{1,3}\d{1,3}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AREAS = frozenset(
    ("city", "town", "village", "county", "borough", "township", "municipality", "parish", "shire")
)
_BOARDS = frozenset(("board", "boards", "district", "council", "commission", "department"))
_PARTS = frozenset(
    (
        "district",
        "ward",
        "area",
        "division",
        "zone",
        "seat",
        "precinct",
        "senate",
        "region",
        "section",
    )
)


def is_seat(segment: Segment, knowledge: Knowledge) -> bool:
    """Whether a segment names something that is contested: an office, a board, a district."""
    looked = knowledge.look(segment.tokens)
    if looked.folds[0] in looked.lexicon.given_names and not _is_of_board(looked):
        return False
    if read_offices(looked) or (len(looked.folds) == 1 and _YEAR.fullmatch(looked.folds[0])):
        return True
    if _is_area(looked):
        return True
    return any(
        looked.lexicon.organisation_words.get(word) == "body"
        or word in _PARTS
        or _NUMBERED.fullmatch(word)
        for word in looked.folds
    )


def _is_of_board(looked: Scan) -> bool:
    """Whether a board or a district has a given name in front: "Marina Coast Water District"."""
    words = looked.folds
    behind = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
    return behind > (0 if "of" in words else 1) and words[behind] in _BOARDS


def _is_area(looked: Scan) -> bool:
    """Whether the words are an area that has seats of its own: "City of X", "X County"."""
    of_one = len(looked.folds) > 1 and looked.folds[1] == "of" and looked.folds[0] in _AREAS
    return of_one or (len(looked.folds) > 1 and looked.folds[-1] in _AREAS)


def year_of(line: Line, knowledge: Knowledge) -> int | None:
    """The year that a line of a slate begins with, as one that tells whom a paper chose when."""
    found = _YEAR.match(knowledge.text, line.content.start, line.content.end)
    return int(found.group()) if found else None
