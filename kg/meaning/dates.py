"""Dates beside the items of a list: in brackets, in a column, above a group of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.dates import Calendar, Spot
from kg.lists import Region
from kg.lists.finding.regions import Line
from kg.model import Dated, Endorsement, Span, Statement
from kg.text import Token, tokenise

_STOPS = frozenset("()[]|,;:-•*.")
_GAP = re.compile(r"\t|\n|\s{2,}")
_BARS = re.compile(r"[|\t]|\s{2,}")
_EXACT = ("day", "numeric", "days", "weekday")
_DEEDS = ("act", "switch", "leave", "against")
_DONE = ("past", "participle")
_LEADING = frozenset(("on", "in", "date", "dated"))
_TITLES = frozenset(
    ("date", "dated", "day", "when", "time", "endorsed", "announced", "declared", "added", "signed")
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a list with its tokens."""

    text: str
    tokens: Sequence[Token]

    def stops(self, at: int) -> bool:
        """Whether something ends before token ``at``: a mark, a wide gap, the line itself."""
        if not 0 < at < len(self.tokens):
            return True
        before, behind = self.tokens[at - 1], self.tokens[at]
        if before.fold in _STOPS or behind.fold in _STOPS:
            return True
        return _GAP.search(self.text, before.end, behind.start) is not None


def dated_items(
    statements: Sequence[Statement], region: Region, calendar: Calendar
) -> Iterator[Statement]:
    """The statements of a list, each endorsement with the date that its line or heading gives."""
    lines = sorted(region.lines, key=lambda line: line.whole)
    known: dict[Line, Dated | None] = {}
    for statement in statements:
        if not isinstance(statement, Endorsement):
            yield statement
            continue
        span = statement.evidence[0].span
        at = bisect_right(lines, span.start, key=lambda line: line.whole.start) - 1
        if at >= 0 and lines[at] not in known:
            known[lines[at]] = _of_line(lines[at].whole, region, calendar)
        dated = known[lines[at]] if at >= 0 else None
        section = calendar.under(span.start)
        dated = dated or (section.dated if section else None)
        yield replace(statement, dates=(dated,)) if dated else statement


def _of_line(line: Span, region: Region, calendar: Calendar) -> Dated | None:
    """The one date that fills a field of the line; of two nobody can tell which it is."""
    tokens = tokenise(calendar.text, line)
    row = _Row(calendar.text, tokens)
    found = [one for spot in calendar.spots(tokens) if (one := _field(row, spot, calendar))]
    if len(found) != 1 or not _fits_column(found[0], line, region, calendar.text):
        return None
    return found[0]


def _field(row: _Row, spot: Spot, calendar: Calendar) -> Dated | None:
    """The date of a field that says nothing else but that this is when it was done.

    "Endorsed 3 March 2015" does, "elected 3 March 2015" and "retrieved 3 March 2015" do not, and
    a year or month needs such a word: "(2015)" may say when somebody held an office.
    """
    first = spot.first
    told = False
    while not row.stops(first):
        fold = row.tokens[first - 1].fold
        done = _is_deed(row, first - 1, calendar)
        if fold not in _LEADING and not done:
            return None
        told = told or done
        first -= 1
    exact = spot.form in _EXACT or (spot.form == "month" and bool(spot.year))
    if not (row.stops(spot.last) and (exact or told)) or _is_range(row, first, spot):
        return None
    when = calendar.when(spot)
    if when is None:
        return None
    span = Span(row.tokens[spot.first].start, row.tokens[spot.last - 1].end)
    return Dated(when, span, f"date.{spot.form}")


def _is_deed(row: _Row, at: int, calendar: Calendar) -> bool:
    """Whether the word is a verb of support in the past: "endorsed", "backed"."""
    cue = calendar.lexicon.cues.at([row.tokens[at].fold], 0)
    done = cue is not None and cue.value.frame in _DEEDS and cue.value.form in _DONE
    return done or row.tokens[at].fold in _TITLES


def _is_range(row: _Row, first: int, spot: Spot) -> bool:
    """Whether the date is one end of a time: "3 March 2010 - 5 May 2015", "since - "."""
    behind = row.tokens[spot.last : spot.last + 2]
    before = row.tokens[max(0, first - 2) : first]
    onwards = len(behind) > 1 and behind[0].fold == "-" and behind[1].text[0].isdigit()
    back = len(before) > 1 and before[1].fold == "-" and before[0].text[0].isdigit()
    return onwards or back


def _fits_column(dated: Dated, line: Span, region: Region, text: str) -> bool:
    """Whether the title of the date's column, if it has one, speaks of no other date: "Elected"."""
    column = len(_BARS.findall(text, line.start, dated.span.start))
    titles = _titles(line, region, text)
    if not column or len(titles) <= column:
        return True
    words = {token.fold for token in tokenise(titles[column])}
    return not words or not words.isdisjoint(_TITLES)


def _titles(line: Span, region: Region, text: str) -> list[str]:
    """The cells of the line above the table, or of its first line, if they are as many."""
    cells = len(_BARS.findall(text, line.start, line.end))
    above = text[: region.span.start].rstrip("\n").rsplit("\n", 1)[-1]
    first = text[region.span.start :].split("\n", 1)[0]
    for row in (above.rstrip(), first):
        parts = _BARS.split(row.strip()) if row else []
        if cells and abs(len(parts) - 1 - cells) <= 1:
            return parts
    return []
