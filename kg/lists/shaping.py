"""Lines made into items: a line that holds several is cut, a name and its second line joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lists.fields import Knowledge, name_score
from kg.lists.items import cuts
from kg.lists.regions import Line
from kg.lists.roles import read_offices
from kg.lists.runs import opening, run_items
from kg.model import Span

_NAME = 0.6
_CELL = re.compile(r"\s*[|·•/\t]\s*|\s{2,}")
_LEAST_RUN = 3
_LEAST_PARTED = 2
_LEAST_SECOND = 2


def expanded(lines: tuple[Line, ...], knowledge: Knowledge) -> tuple[Line, ...]:
    """The lines with each that is itself a run of items cut into them: "A (X), B (Y), C (Z)".

    Cells side by side are items, too, when each holds a name and nobody's fields.
    """
    cells = _columns(lines, knowledge)
    return tuple(item for line in lines for item in cells.get(line) or _run(line, knowledge))


def _run(line: Line, knowledge: Knowledge) -> tuple[Line, ...]:
    printed = knowledge.text[line.content.start : line.content.end]
    parted = ";" in printed
    least = _LEAST_PARTED if parted else _LEAST_RUN
    if line.in_run or printed.count(";" if parted else ",") < least - 1:
        return (line,)
    items = run_items(line.content, knowledge)
    if len(items) < least:
        return (line,)
    return tuple(
        Line(part, part, line.after_blank, marked=True, in_run=at > 0)
        for at, part in enumerate(items)
    )


def _columns(lines: tuple[Line, ...], knowledge: Knowledge) -> dict[Line, tuple[Line, ...]]:
    """The cells of each line whose cells are all people, most of them known by more than shape."""
    found: dict[Line, tuple[Line, ...]] = {}
    sure = 0
    for line in lines:
        cells = _cells(line, knowledge)
        kinds = [opening(cell, knowledge) for cell in cells]
        if kinds and all(kind in ("sure", "person") for kind in kinds):
            sure += kinds.count("sure")
            found[line] = tuple(Line(cell, cell, line.after_blank, marked=True) for cell in cells)
    return found if sure * 2 >= sum(len(cells) for cells in found.values()) else {}


def _cells(line: Line, knowledge: Knowledge) -> list[Span]:
    """The stretches of a line between tabs, bars and wide blanks; none if it has no such mark."""
    start = line.content.start
    printed = knowledge.text[start : line.content.end]
    marks = [match.span() for match in _CELL.finditer(printed)]
    if not marks:
        return []
    starts = [0, *(end for _, end in marks)]
    ends = [*(begin for begin, _ in marks), len(printed)]
    return [Span(start + a, start + b) for a, b in zip(starts, ends, strict=True) if a < b]


def _first_as_name(line: Line, knowledge: Knowledge) -> float:
    segments = cuts(knowledge.text, line.content)[0]
    return name_score(knowledge.look(segments[0].tokens)) if segments else 0.0


def paired(lines: tuple[Line, ...], knowledge: Knowledge) -> tuple[Line, ...]:
    """The lines with each second line joined to the name above it, in a list that has such lines.

    It has them when every line that is no name stands directly under one, and at least half of
    these lines, and two or more, state an office.
    """
    named = [_first_as_name(line, knowledge) >= _NAME for line in lines]
    second = [i for i, name in enumerate(named) if not name]
    if len(second) < _LEAST_SECOND or not all(i and named[i - 1] for i in second):
        return lines
    offices = sum(_states_office(lines[i], knowledge) for i in second)
    if offices * 2 < len(second) or any(line.marked for line in lines):
        return lines
    return tuple(_joined(lines, i, named) for i in range(len(lines)) if named[i])


def _states_office(line: Line, knowledge: Knowledge) -> bool:
    segments = cuts(knowledge.text, line.content)[0]
    return any(read_offices(knowledge.look(segment.tokens)) for segment in segments)


def _joined(lines: Sequence[Line], index: int, named: Sequence[bool]) -> Line:
    line = lines[index]
    if index + 1 >= len(lines) or named[index + 1]:
        return line
    end = lines[index + 1].whole.end
    return Line(
        Span(line.whole.start, end), Span(line.content.start, end), line.after_blank, line.marked
    )
