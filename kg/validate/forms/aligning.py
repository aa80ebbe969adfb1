"""Puts the statements that a parser gave out beside those that a walk over the text expects.

A walk knows where things stand, the parser what they mean. Both go through a file in about the
same order, but what a file leaves unnamed has a name of the parser's only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pyoxigraph as ox

from kg.validate.positions import Marks
from kg.validate.terms import text_of

_LOOK_AHEAD = 64


class Record(NamedTuple):
    """A statement that a walk expects.

    ``subject`` and ``value`` are as findings show them, a number each for what is unnamed; a
    ``value`` of None may be spelt in any way.
    """

    subject: str | int
    predicate: str
    value: str | int | None
    marks: Marks


@dataclass
class _Names:
    """Which name of the parser's is which unnamed thing of the walk's."""

    theirs: dict[int, str] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)

    def agree(self, expected: str | int | None, found: str) -> bool:
        """Whether the two may be one thing."""
        if expected is None:
            return True
        if isinstance(expected, str):
            return expected == found
        known = self.theirs.get(expected)
        return known == found if known else found.startswith("_:") and found not in self.known

    def take(self, expected: str | int | None, found: str) -> None:
        """Hold from now on that the two are one thing."""
        if isinstance(expected, int):
            self.theirs[expected] = found
            self.known.add(found)


def align(
    quads: Sequence[ox.Quad], records: Sequence[Record]
) -> tuple[list[Marks | None], list[Record]]:
    """The marks of each statement, None where the walk has none, and the records left over."""
    waiting: dict[str, list[int]] = {}
    for last in reversed(range(len(records))):
        waiting.setdefault(records[last].predicate, []).append(last)
    names, made, taken = _Names(), list[Marks | None](), set[int]()
    for quad in quads:
        row = waiting.get(quad.predicate.value, [])
        number = _next(quad, row, records, names)
        if number is None:
            made.append(None)
            continue
        record = records[number]
        names.take(record.subject, text_of(quad.subject))
        names.take(record.value, text_of(quad.object))
        taken.add(number)
        made.append(record.marks)
    return made, [record for place, record in enumerate(records) if place not in taken]


def _next(quad: ox.Quad, row: list[int], records: Sequence[Record], names: _Names) -> int | None:
    """The first record of ``row`` (which ends in the first) that may be ``quad``; it is removed."""
    subject, value = text_of(quad.subject), text_of(quad.object)
    for back in range(1, min(len(row), _LOOK_AHEAD) + 1):
        record = records[row[-back]]
        if names.agree(record.subject, subject) and names.agree(record.value, value):
            return row.pop(-back)
    return None
