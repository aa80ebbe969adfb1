"""Lists that are no lists of people: each line gives somebody a number, "Jane Doe: 40 MPs"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lists.regions import Line, Region

# A name or a unit, a mark, and a number with at most three words of what it counts.
_COUNTED = re.compile(
    r"[^\d\n:–—(|-]{2,60}(?:\([^)\d]{1,30}\)\s*)?"
    r"(?:\s*[:–—(|]\s*|\s+-\s*)(\d[\d,]{0,6})\+?((?:\s[A-Za-z]+){0,3})\)?\.?"
)
_YEARS = range(1900, 2100)
_LEAST = 2


def without_numbers(text: str, regions: Sequence[Region]) -> list[Region]:
    """The regions without those in which every line is a name with a number.

    A name alone is none of them, but it may stand above a line that counts something.
    """
    return [region for region in regions if not _is_counts(text, region.lines)]


def _is_counts(text: str, lines: Sequence[Line]) -> bool:
    counted = [_is_counted(text, line) for line in lines]
    if sum(counted) < _LEAST:
        return False
    heads = all(
        counted[i] or (i + 1 < len(lines) and counted[i + 1] and _has_no_name(text, lines[i + 1]))
        for i in range(len(lines))
    )
    return heads


def _is_counted(text: str, line: Line) -> bool:
    match = _COUNTED.fullmatch(text, line.content.start, line.content.end)
    return match is not None and int(match.group(1).replace(",", "")) not in _YEARS


def _has_no_name(text: str, line: Line) -> bool:
    """Whether a line counts something without saying whose: "Branches: 99"."""
    words = text[line.content.start : line.content.end].split()
    return not words[1][0].isupper()
