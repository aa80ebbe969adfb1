"""Tables whose columns only blanks part: "Jane Doe Centre Left 57" below "Candidate Slate No"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.lexicon import Lexicon, folded
from kg.lists.segments.fields import Knowledge
from kg.lists.tables.counttables import OTHERWISE, TableCount
from kg.model import Span
from kg.text import fold
from kg.words.units import SUPPORT_UNIT

_ROW = re.compile(r"(?P<words>[A-Z][^|\t]{2,70}?) +(?P<number>\d{1,4}|[*–-])\s*$")
_LEAST = 3
_NAME = 2
_LEADS = 3
_LONGEST_LEAD = 700


class _Row(NamedTuple):
    """A line of words and a number at its end, "" where none is given."""

    line: int
    words: tuple[str, ...]
    number: str


def read_flat_tables(
    text: str, lines: Sequence[Span], knowledge: Knowledge
) -> Iterator[TableCount]:
    """The numbers of supporters in rows of a name, something that rows share, and a number.

    What stands directly above says that supporters are counted, and not votes.
    """
    rows: list[_Row] = []
    for at in range(len(lines) + 1):
        row = _row(text, lines[at], at) if at < len(lines) else None
        if row is not None:
            rows.append(row)
            continue
        if len(rows) >= _LEAST and _counts_support(text, lines, rows[0].line, knowledge.lexicon):
            yield from _numbers(rows, lines, knowledge.lexicon)
        rows = []


def _row(text: str, line: Span, at: int) -> _Row | None:
    found = _ROW.match(text, line.start, line.end)
    if found is None:
        return None
    words = tuple(found["words"].split())
    if any(word.endswith((":", ",", "-", "–")) for word in words) or len(words) < _NAME:
        return None
    return _Row(at, words, found["number"] if found["number"].isdigit() else "")


def _counts_support(text: str, lines: Sequence[Span], first: int, lexicon: Lexicon) -> bool:
    """Whether the lines above a table say that backers or nominations are counted."""
    for span in reversed(lines[max(0, first - _LEADS) : first]):
        said = folded(text[max(span.start, span.end - _LONGEST_LEAD) : span.end])
        if not OTHERWISE.isdisjoint(said):
            return False
        units = (lexicon.units.at(said, at) for at in range(len(said)))
        if any(unit is not None and unit.value.unit == SUPPORT_UNIT for unit in units):
            return True
    return False


def _numbers(rows: Sequence[_Row], lines: Sequence[Span], lexicon: Lexicon) -> Iterator[TableCount]:
    """The numbers of rows whose names can be told from what several rows share behind them."""
    named = [(row, _name_end(row.words, lexicon)) for row in rows]
    shared = Counter(row.words[end:] for row, end in named if end)
    told = [
        (row, end)
        for row, end in named
        if end and row.number and (end == len(row.words) or shared[row.words[end:]] > 1)
    ]
    if not _are_people(rows, lexicon) or all(end == len(row.words) for row, end in told):
        return
    for row, end in told:
        name = " ".join(row.words[:end])
        yield TableCount(name, int(row.number), SUPPORT_UNIT, lines[row.line], row.line)


def _name_end(words: Sequence[str], lexicon: Lexicon) -> int:
    """Where a name of a given name and a surname that begins the words would end; 0 for none."""
    end = 1
    while end < len(words) and (fold(words[end]) in lexicon.particles or len(words[end]) <= _NAME):
        end += 1
    return end + 1 if end < len(words) and words[end][0].isupper() else 0


def _are_people(rows: Sequence[_Row], lexicon: Lexicon) -> bool:
    """Whether most rows begin with a given name."""
    given = sum(fold(row.words[0]).partition("-")[0] in lexicon.given_names for row in rows)
    return given * 2 > len(rows)
