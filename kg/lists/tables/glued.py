"""The cells of a table that lost what parted them: "NameDistrictEndorsement", "Jane DoeAnytownRoe".

A capital or a number directly behind a small letter, or a capital behind a number, begins a cell; a
name is not cut behind "Mc". A row has as many cells as the head.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kg.model import Span

_BOUND = re.compile(
    r"(?<=[^\W\d_A-Z])(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bDi)(?<!\bLe)(?<!\bLa)(?=[A-Z\d])"
    r"|(?<=[\d)])(?=[A-Z][a-z])"
)
# What a cell without an answer says in small letters, behind another cell.
_EMPTY = re.compile(r"(?<=[^\W\d_])(?=(?:none|new|undecided|uncommitted|unknown|n/a|-)$)")


def glued_cells(text: str, line: Span) -> list[Span]:
    """The cells of a line whose words ran together; one cell if nothing shows where they did."""
    return _cut(line, [match.start() for match in _BOUND.finditer(text, line.start, line.end)])


def glued_row(text: str, line: Span, width: int) -> list[Span] | None:
    """The cells of a row of ``width``, or None where the line has more or fewer."""
    cells = glued_cells(text, line)
    if len(cells) == width - 1:
        empty = _EMPTY.search(text, cells[-1].start, cells[-1].end)
        cells = [*cells[:-1], *_cut(cells[-1], [empty.start()])] if empty else cells
    return cells if len(cells) == width else None


def _cut(line: Span, bounds: list[int]) -> list[Span]:
    inner = [at for at in bounds if line.start < at < line.end]
    return [Span(a, b) for a, b in pairwise((line.start, *inner, line.end))]
