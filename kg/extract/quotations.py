"""Where quotations stand in a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kg.model import Span

_MARKS = re.compile('["“”«»]')
_PAIRS = {"“": "”", "«": "»"}


def quotations(text: str, span: Span) -> tuple[Span, ...]:
    """The stretches between quotation marks, marks included; an unclosed one runs to the end.

    Straight marks open and close in turn.
    """
    found = []
    start: int | None = None
    closing = ""
    for mark in _MARKS.finditer(text, span.start, span.end):
        at, char = mark.start(), mark.group()
        if start is None and (char in _PAIRS or char == '"'):
            start, closing = at, _PAIRS.get(char, '"')
        elif start is not None and char == closing:
            found.append(Span(start, at + 1))
            start = None
    if start is not None:
        found.append(Span(start, span.end))
    return tuple(found)


def touching(quoted: Sequence[Span], span: Span) -> tuple[Span, ...]:
    """Those of ``quoted``, which are in order and apart, that share a character with ``span``."""
    first = bisect_right(quoted, span.start, key=lambda one: one.end)
    last = bisect_left(quoted, span.end, key=lambda one: one.start)
    return tuple(quoted[first:last])
