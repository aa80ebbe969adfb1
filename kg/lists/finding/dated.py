"""A date before each name of a list, as in a diary: "May 29 - Senator Jane Doe", "29/5: A. Roe".

Such a date is a mark before the item, as its number would be; when it was is read by
``kg.meaning.dates`` from the whole line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.lists.finding.regions import Line
from kg.model import Span
from kg.text import fold

_LEAST = 3
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_MARK = r"(?:\)?\s*(?:[–—:|]|-{1,2})\s+|\)\s+|\t+|\s{3,})(?=\S)"
_NAMED = re.compile(
    rf"\(?(?:[A-Z][a-z]{{2,8}},?\s+)?(?:([A-Z][a-z]{{2,8}})\.?\s+{_DAY}|{_DAY}\s+([A-Z][a-z]{{2,8}})\.?)"
    rf"(?:,?\s+\d{{4}})?{_MARK}"
)
_NUMERIC = re.compile(rf"\(?(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?){_MARK}")


def behind_dates(text: str, lines: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """The lines with the date before each left out, if several begin with one and nothing else."""
    starts = [_behind(text, line, lexicon) for line in lines]
    if sum(start is not None for start in starts) < _LEAST:
        return list(lines)
    return [
        line if start is None else replace(line, content=Span(start, line.content.end), marked=True)
        for line, start in zip(lines, starts, strict=True)
    ]


def _behind(text: str, line: Line, lexicon: Lexicon) -> int | None:
    """Where what stands behind the date begins; None for a line without one."""
    where = line.content
    found = _NUMERIC.match(text, where.start, where.end)
    if found:
        return found.end()
    found = _NAMED.match(text, where.start, where.end)
    if found is None:
        return None
    word = lexicon.date_words.whole((fold(found[1] or found[2]),))
    return found.end() if word is not None and word.kind == "month" else None
