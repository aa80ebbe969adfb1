"""Captions of pictures that copying left below a heading: the heading's own name once more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.model import Span
from kg.text import fold

_LONGEST = 60
_BRACKET = re.compile(r"\s*\([^()]*\)$")


def without_captions(text: str, spans: Sequence[Span]) -> list[Span]:
    """The lines without those that only repeat the line above them."""
    kept = spans[:1]
    return [
        *kept,
        *(
            span
            for above, span in pairwise(spans)
            if not (_repeats(text, above, span) and _same(text, above, span))
        ),
    ]


def noted_captions(text: str, spans: Sequence[Span]) -> frozenset[int]:
    """The indexes of those that repeat it and add a note: "Jane Doe (later endorsed Roe)"."""
    return frozenset(at + 1 for at in range(len(spans) - 1) if _repeats(text, *spans[at : at + 2]))


def _repeats(text: str, above: Span, line: Span) -> bool:
    if max(above.end - above.start, line.end - line.start) > _LONGEST:
        return False
    printed = _BRACKET.sub("", text[line.start : line.end])
    if len(printed) != above.end - above.start:
        return False  # folding keeps the length
    return fold(printed) == fold(text[above.start : above.end])


def _same(text: str, above: Span, line: Span) -> bool:
    return fold(text[line.start : line.end]) == fold(text[above.start : above.end])
