"""Tables with a column of numbers for each kind of supporter: "Candidate | MPs | Unions"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.lexicon import Lexicon, folded
from kg.lists.heads.apart import bare_name
from kg.lists.segments.fields import Knowledge
from kg.model import Span
from kg.words.units import SUPPORT_UNIT

_CELL = re.compile(r"[^|\t\n]+")
_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})*|\d+)(?:\s*\[[^\]]{1,12}\])*")
_LEAST = 2
_NAMING = frozenset(("candidate", "candidates", "name", "contender", "contenders"))
OTHERWISE = frozenset(("vote", "votes", "%", "percent", "percentage", "poll", "seats", "result"))


@dataclass(frozen=True, slots=True)
class TableCount:
    """A number in a table: line ``line`` gives it to ``name``, in the unit of its column."""

    name: str
    number: int
    unit: str
    row: Span
    line: int


def read_count_tables(
    text: str, lines: Sequence[Span], knowledge: Knowledge
) -> Iterator[TableCount]:
    """The numbers of supporters in the tables of ``text``, row by row.

    A table begins at a line whose cells say what they count; each row below it begins with a name,
    and a column that holds names begins anew: "Candidate | MPs | Candidate | MPs".
    """
    units: dict[int, tuple[str, int]] = {}
    for index, span in enumerate(lines):
        cells = _cells(text, span)
        if len(cells) < _LEAST:
            continue
        columns = _columns(text, cells, knowledge.lexicon)
        if columns:
            units = columns
            continue
        if not units or _name(cells[0], knowledge) is None:
            continue
        for at, (unit, whose) in units.items():
            found = _NUMBER.fullmatch(text, *_bounds(cells[at])) if at < len(cells) else None
            name = _name(cells[whose], knowledge) if found else None
            if found and name:
                number = int(found.group(1).replace(",", ""))
                yield TableCount(name, number, unit, span, index)


def _cells(text: str, line: Span) -> list[Span]:
    found = []
    for match in _CELL.finditer(text, line.start, line.end):
        cell = match.group().strip()
        if cell:
            start = match.start() + match.group().index(cell)
            found.append(Span(start, start + len(cell)))
    return found


def _bounds(cell: Span) -> tuple[int, int]:
    return cell.start, cell.end


def _columns(text: str, cells: Sequence[Span], lexicon: Lexicon) -> dict[int, tuple[str, int]]:
    """The columns that count supporters: the unit of each, and which column holds whose they are.

    The first holds names.
    """
    heads = [folded(text[cell.start : cell.end]) for cell in cells]
    named = not _NAMING.isdisjoint(heads[0])
    found: dict[int, tuple[str, int]] = {}
    names = 0
    for at, words in enumerate(heads[1:], 1):
        names = names if _NAMING.isdisjoint(words) else at
        if not OTHERWISE.isdisjoint(words) or any(word[0].isdigit() for word in words):
            continue
        units = [unit.value.unit for i in range(len(words)) if (unit := lexicon.units.at(words, i))]
        if SUPPORT_UNIT in units or (named and lexicon.units.whole(words)):
            counted = next((unit for unit in units if unit != SUPPORT_UNIT), SUPPORT_UNIT)
            found[at] = counted, names
    return found


def _name(cell: Span, knowledge: Knowledge) -> str | None:
    """The person's name that fills the first cell, a party in brackets apart."""
    segments = knowledge.cut(cell)[0]
    return bare_name(segments[0], knowledge) if segments else None
