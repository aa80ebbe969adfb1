"""Lines that say nothing of those beside them: the cells of a table that lost its frame."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Span

_VOID = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|[>+*|]")


def is_void(text: str, line: Span) -> bool:
    """Whether a line is a date by itself, or a mark."""
    return _VOID.fullmatch(text, line.start, line.end) is not None


def leads_on(void: Sequence[bool], fits: Sequence[bool], at: int) -> bool:
    """Whether nothing but void lines stand between line ``at`` and the next item of its list."""
    end = at
    while end < len(void) and void[end]:
        end += 1
    return at < end < len(void) and fits[end]
