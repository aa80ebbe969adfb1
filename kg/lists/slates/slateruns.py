"""Slates inside a sentence: "A for mayor; B for clerk", "A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.lists.slates.slaterows import SlateRow, read_slate_row
from kg.lists.slates.slates import Announcement, Slate, is_slate
from kg.model import Span

# The parts of a run, parted by semicolons.
_PART = re.compile(r"(?:(?<=[;\s])and\s+)?([^\s;](?:[^;]*[^\s;])?)")
# What parts them if nothing stronger does.
_COMMA = re.compile(r",\s+(?:and\s+|plus\s+)?(?=[A-Z])|\s+and\s+(?=[A-Z])")
_LEAST_ANNOUNCED = 2


def slate_in_run(line: int, run: Span, knowledge: Knowledge) -> Slate | None:
    """The slate inside a sentence of ``line``: "A for mayor; B for clerk", "A, B and C"."""
    text = knowledge.text
    parts = [
        Span(run.start + match.start(1), run.start + match.end(1))
        for match in _PART.finditer(text[run.start : run.end].rstrip(" ."))
    ]
    rows = [read_slate_row(part, True, knowledge) for part in parts]
    if len(parts) == 1 and len(apart := list(_between_commas(run, text))) > 1:
        seated = [read_slate_row(part, True, knowledge) for part in apart]
        if {row.kind for row in seated} in ({"row"}, {"row", "name"}):
            parts, rows = apart, seated
    if len(parts) == 1:
        rows = [row for row in rows if row.kind == "name" or len(row.choices) > 1]
        parts, rows = _each(rows)
    if len(rows) < _LEAST_ANNOUNCED or any(row.kind not in ("row", "name") for row in rows):
        return None
    if not is_slate(rows, Announcement(line, True)):
        return None
    made = (Line(part, part, marked=True) for part in parts)
    return Slate(line, line + 1, tuple(zip(made, rows, strict=True)))


def _between_commas(run: Span, text: str) -> Iterator[Span]:
    """The parts of a run between commas and "and", each beginning with a capital."""
    start = run.start
    for match in [*_COMMA.finditer(text, run.start, run.end), None]:
        end = match.start() if match else run.start + len(text[run.start : run.end].rstrip(" ."))
        if end > start:
            yield Span(start, end)
        start = match.end() if match else end


def _each(rows: Sequence[SlateRow]) -> tuple[list[Span], list[SlateRow]]:
    """Each name of a run as a row of its own."""
    choices = [choice for row in rows for choice in row.choices]
    return [choice.span for choice in choices], [SlateRow("name", (one,)) for one in choices]
