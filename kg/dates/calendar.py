"""Which day, month or year words mean, seen from the day on which their article appeared."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import NamedTuple

from kg.dates.spots import Spot, find_spots
from kg.lexicon import Lexicon
from kg.model import Dated
from kg.text import Token
from kg.when import Published

_NUMERIC = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:19|20)\d\d(?![\d/])")
_HOST = re.compile(r"[a-z]+://[^/:?#]*\.([a-z]+)(?=[/:?#]|$)", re.IGNORECASE)
_MONTHS = 12
_WEEK = 7
# A day without its year that lies further back might as well be one that is still to come.
_FAR_MONTHS = 9
_FAR_DAYS = 274


class Section(NamedTuple):
    """The text from offset ``start`` up to the next section, under a date of its own."""

    start: int
    dated: Dated


@dataclass(frozen=True, slots=True)
class Calendar:
    """Reads dates as one article means them.

    ``published`` is when the article appeared, ``text`` and ``url`` tell in which order it writes
    the numbers of a date, and ``sections`` are the parts of it that stand under dates of their own.
    """

    lexicon: Lexicon
    published: Published | None
    text: str
    url: str | None
    sections: tuple[Section, ...] = ()
    _found: dict[tuple[int, int], list[Spot]] = field(default_factory=dict, compare=False)

    def under(self, offset: int) -> Section | None:
        """The section with a date of its own in which the character at ``offset`` stands."""
        at = bisect_right(self.sections, offset, key=lambda section: section.start) - 1
        return self.sections[at] if at >= 0 else None

    def seen_from(self, offset: int) -> Calendar:
        """The calendar of the text at ``offset``: under a date it is that day's."""
        section = self.under(offset)
        return replace(self, published=Published(section.dated.when)) if section else self

    def spots(self, tokens: Sequence[Token]) -> list[Spot]:
        """The words that say when, in tokens of the article: a sentence is asked of each clause."""
        if not tokens:
            return []
        where = tokens[0].start, tokens[-1].end
        if where not in self._found:
            self._found[where] = find_spots(tokens, self.lexicon)
        return self._found[where]

    def when(self, spot: Spot, *, ahead: bool = False) -> str | None:
        """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None when it cannot be told.

        What was done lies on or before the day of the article, what is expected (``ahead``) on or
        after it. A date that contradicts this is none.
        """
        made = self._meant(spot, ahead)
        if made is None or self.published is None:
            return made
        exact = min(len(made), len(self.published.when))
        here, there = self.published.when[:exact], made[:exact]
        return made if (there >= here if ahead else there <= here) else None

    def _meant(self, spot: Spot, ahead: bool) -> str | None:
        match spot.form:
            case "day":
                return self._day(spot, ahead)
            case "month":
                return self._month(spot, ahead)
            case "year":
                return None if ahead else self._earlier_year(spot)
            case "weekday":
                return self._weekday(spot, ahead)
            case "days" | "months" | "years":
                return self._shifted(spot)
            case "numeric":
                return self._numeric(spot)
            case _:
                return None

    def _known(self, length: int) -> tuple[int, ...]:
        """Year, month and day of the article as far as they are stated to ``length`` digits."""
        published = self.published
        if published is None or published.basis != "stated" or len(published.when) < length:
            return ()
        return tuple(int(part) for part in published.when.split("-"))

    @property
    def _today(self) -> date | None:
        known = self._known(len("2015-06-12"))
        return date(*known) if known else None

    def _year_of(self, spot: Spot) -> int | None:
        """The year that the words state, or count from the article's."""
        if spot.year:
            return spot.year
        known = self._known(len("2015"))
        return known[0] + spot.shift if known else None

    def _day(self, spot: Spot, ahead: bool) -> str | None:
        made = self._stated_day(spot) if spot.year is not None else self._nearest_day(spot, ahead)
        if made is None or (spot.weekday is not None and made.weekday() != spot.weekday):
            return None
        return made.isoformat()

    def _stated_day(self, spot: Spot) -> date | None:
        year = self._year_of(spot)
        return _date(year, spot.month, spot.day) if year else None

    def _nearest_day(self, spot: Spot, ahead: bool) -> date | None:
        """The last such day up to the article's, or the next one from it on."""
        known = self._known(len("2015-06"))
        if not known or (ahead and self._today is None):
            return None
        # Of an article known to the month alone, its last day: "29 June" is no day to come in July.
        year, month = known[:2]
        today = self._today or date(year, month, monthrange(year, month)[1])
        for one in (year, year + 1) if ahead else (year, year - 1):
            made = _date(one, spot.month, spot.day)
            away = ((made - today) if ahead else (today - made)).days if made else -1
            if 0 <= away <= _FAR_DAYS:
                return made
        return None

    def _month(self, spot: Spot, ahead: bool) -> str | None:
        if spot.year is not None:
            year = self._year_of(spot)
            return f"{year}-{spot.month:02}" if year else None
        known = self._known(len("2015-06"))
        if not known or spot.month is None:
            return None
        away = (spot.month - known[1] if ahead else known[1] - spot.month) % _MONTHS
        if not 0 < away <= _FAR_MONTHS:
            return None  # in its own month an article says "this month"
        return _months_on(known[0], known[1], away if ahead else -away)

    def _earlier_year(self, spot: Spot) -> str | None:
        """A year before the article's: "in 2015" of the same year names the contest."""
        if self.published is not None and (spot.year or 0) >= self.published.year:
            return None
        return str(spot.year)

    def _weekday(self, spot: Spot, ahead: bool) -> str | None:
        today = self._today
        if today is None or spot.weekday is None:
            return None
        if ahead:
            away = (spot.weekday - today.weekday()) % _WEEK
            return (today + timedelta(days=away)).isoformat() if away else None
        return (today - timedelta(days=(today.weekday() - spot.weekday) % _WEEK)).isoformat()

    def _shifted(self, spot: Spot) -> str | None:
        today = self._today
        if spot.form == "days":
            return (today + timedelta(days=spot.shift)).isoformat() if today else None
        known = self._known(len("2015-06") if spot.form == "months" else len("2015"))
        if not known:
            return None
        if spot.form == "months":
            return _months_on(known[0], known[1], spot.shift)
        return str(known[0] + spot.shift)

    def _numeric(self, spot: Spot) -> str | None:
        """The day, when the numbers themselves, other dates or the country tell their order."""
        year, one, two = spot.year, spot.day, spot.month
        readings = {True: _date(year, two, one), False: _date(year, one, two)}
        possible = {made for made in readings.values() if made}
        if len(possible) > 1:
            order = self._day_first()
            possible = {made for made in (readings[order],) if made} if order is not None else set()
        return next(iter(possible)).isoformat() if len(possible) == 1 else None

    def _day_first(self) -> bool | None:
        """Whether the article writes the day first, by its other dates, then by its address."""
        told = set()
        for match in _NUMERIC.finditer(self.text):
            first, second = (int(number) for number in match.groups())
            if (first > _MONTHS) is not (second > _MONTHS):
                told.add(first > _MONTHS)
        if told:
            return told.pop() if len(told) == 1 else None
        host = _HOST.match(self.url or "")
        return self.lexicon.day_first.get(host.group(1).lower()) if host else None


def _date(year: int | None, month: int | None, day: int | None) -> date | None:
    """The day, unless there is none such: the 31st of June."""
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months_on(year: int, month: int, shift: int) -> str:
    count = year * _MONTHS + month - 1 + shift
    return f"{count // _MONTHS:04}-{count % _MONTHS + 1:02}"
