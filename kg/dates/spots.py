"""Words that say when, found by dictionary look-up: what they state, not yet which day it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kg.lexicon import DateWord, Lexicon
from kg.text import Token

Form = Literal["day", "month", "year", "weekday", "days", "months", "years", "numeric", "unread"]

_ORDINALS = ("st", "nd", "rd", "th")
_YEAR_LENGTH = 4
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LAST_DAY = 31
_MARKS = ("/", "-")
_SHIFTS: dict[str, Form] = {"days": "days", "months": "months", "years": "years"}
_OTHERS = ("last", "this", "next", "every", "each", "one", "any")  # which Monday is not told
_DOTTED = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """Tokens ``first`` up to ``last`` that say when.

    What the words do not state is None. ``shift`` counts days, months or years from the article's
    own; a "numeric" spot has its first two numbers in ``day`` and ``month``, whichever they are.
    """

    form: Form
    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int = 0


def find_spots(tokens: Sequence[Token], lexicon: Lexicon) -> list[Spot]:
    """The spots of a sentence, line or cell, in order and apart from each other."""
    folds = [token.fold for token in tokens]
    row = _Row(tokens, folds, lexicon)
    ago = "ago" in folds
    found: list[Spot] = []
    done = 0
    for at, fold in enumerate(folds):
        opens = fold[0].isdigit() or fold in lexicon.date_words or (ago and fold in lexicon.numbers)
        spot = _spot(row, at) if opens and at >= done else None
        if spot is not None:
            found.append(spot)
            done = spot.last
    return found


@dataclass(frozen=True, slots=True)
class _Row:
    """Tokens with their folds, and questions that are safe at any index."""

    tokens: Sequence[Token]
    folds: list[str]
    lexicon: Lexicon

    def fold(self, at: int) -> str:
        return self.folds[at] if 0 <= at < len(self.folds) else ""

    def word(self, at: int) -> tuple[DateWord, int] | None:
        """The longest phrase of time at ``at``, and where it ends."""
        if not 0 <= at < len(self.folds):
            return None
        found = self.lexicon.date_words.at(self.folds, at)
        return (found.value, at + found.length) if found else None

    def month(self, at: int) -> int | None:
        """The month whose name, with a capital, stands at ``at``."""
        found = self.word(at)
        if found is None or found[0].kind != "month" or not self.tokens[at].text[0].isupper():
            return None
        return found[0].value

    def past_stop(self, at: int, marks: Sequence[str]) -> int:
        """Behind the mark at ``at``, if it is one of ``marks``."""
        return at + 1 if self.fold(at) in marks else at


def _spot(row: _Row, at: int) -> Spot | None:
    fold = row.folds[at]
    if fold[0].isdigit():
        return _iso(row, at) or _numeric(row, at) or _day_first(row, at) or _year_alone(row, at)
    found = row.word(at) or _ago(row, at)
    if found is None:
        return None
    word, end = found
    if word.kind == "month":
        return _month_first(row, at)
    if word.kind == "weekday":
        return _weekday(row, at, word.value)
    if word.kind in _SHIFTS:
        return Spot(_SHIFTS[word.kind], at, _past_part(row, end), shift=word.value)
    return Spot("unread", at, end) if word.kind == "unread" else None


def _ago(row: _Row, at: int) -> tuple[DateWord, int] | None:
    """Two days ago; of weeks, months and years ago no one day can be told."""
    number = row.lexicon.numbers.get(row.folds[at])
    if number is None or row.fold(at + 2) != "ago":
        return None
    if row.fold(at + 1) in ("days", "day") and 0 < number <= _LAST_DAY:
        return DateWord("days", -int(number)), at + 3
    return DateWord("unread", 0), at + 3


def _weekday(row: _Row, at: int, weekday: int) -> Spot:
    """Monday, Monday evening, "Monday, 15 June", "Monday (15 June)", "Monday last week"."""
    if row.fold(at - 1) in _OTHERS:
        return Spot("unread", at - 1, at + 1)
    end = _past_part(row, at + 1)
    follows = row.past_stop(end, (",", "("))
    dated = _day(row, follows) if follows < len(row.folds) else None
    if dated is not None:
        closed = dated.last + (row.fold(end) == "(" and row.fold(dated.last) == ")")
        return replace(dated, first=at, last=closed, weekday=weekday)
    for behind in range(end, min(end + 3, len(row.folds))):
        later = row.word(behind) or _ago(row, behind)
        if later and later[0].kind in ("unread", *_SHIFTS):
            return Spot("unread", at, later[1])
        if row.folds[behind] not in ("of", "last", "this", "next", "the", "before", "a"):
            break
    return Spot("weekday", at, end, weekday=weekday)


def _day(row: _Row, at: int) -> Spot | None:
    """A day and month in words, whichever stands first."""
    if row.folds[at][0].isdigit():
        return _day_first(row, at)
    found = _month_first(row, at) if row.month(at) else None
    return found if found and found.form == "day" else None


def _day_first(row: _Row, at: int) -> Spot | None:
    """12 June, "12th of June, 2015"; of "12-14 June" no one day."""
    day = _day_number(row.fold(at))
    named = at + 1 + (row.fold(at + 1) == "of")
    month = row.month(named)
    if day is None or month is None:
        later = row.month(at + 3) if row.fold(at + 1) in ("-", "and", "to", "or") else None
        return (
            Spot("unread", at, at + 4) if day and later and _day_number(row.fold(at + 2)) else None
        )
    end = row.past_stop(named + 1, (".",) if _is_short(row, named) else ())
    return _with_year(row, Spot("day", at, end, month=month, day=day))


def _month_first(row: _Row, at: int) -> Spot | None:
    """June 12, "Dec. 3, 2019", June 2015, June."""
    month = row.month(at)
    if month is None:
        return None
    end = row.past_stop(at + 1, (".",) if _is_short(row, at) else ())
    day = _day_number(row.fold(end))
    if day is None:
        return _with_year(row, Spot("month", at, end, month=month))
    if row.fold(end + 1) == "-" and _day_number(row.fold(end + 2)):
        return Spot("unread", at, end + 3)
    return _with_year(row, Spot("day", at, end + 1, month=month, day=day))


def _is_short(row: _Row, at: int) -> bool:
    """Whether a month is cut short, so that a full stop belongs to it; May is not."""
    return len(row.folds[at]) <= len("sept") and row.folds[at] not in ("may", "june", "july")


def _with_year(row: _Row, spot: Spot) -> Spot:
    """The spot with the year behind it: "2015", ", 2015", "last year"."""
    at = row.past_stop(spot.last, (",", "of"))
    year = _year(row.fold(at))
    if year is not None and row.fold(at + 1) not in _MARKS:
        return replace(spot, year=year, last=at + 1)
    found = row.word(at)
    if found and found[0].kind == "years":
        return replace(spot, shift=found[0].value, year=0, last=found[1])
    if found and found[0].kind in ("unread", "months"):
        return Spot("unread", spot.first, found[1])
    return spot


def _year_alone(row: _Row, at: int) -> Spot | None:
    year = _year(row.folds[at])
    return Spot("year", at, at + 1, year=year) if year else None


def _iso(row: _Row, at: int) -> Spot | None:
    """2015-06-12."""
    year, month, day = _year(row.folds[at]), row.fold(at + 2), row.fold(at + 4)
    if year is None or row.fold(at + 1) != "-" or row.fold(at + 3) != "-":
        return None
    if not (len(month) == len(day) == 2 and (month + day).isdigit()):
        return None
    return Spot("day", at, at + 5, year=year, month=int(month), day=int(day))


def _numeric(row: _Row, at: int) -> Spot | None:
    """12/06/2015 and 12.06.2015; where points part the numbers the day stands first."""
    parts = row.folds[at].split(".")
    if len(parts) == _DOTTED and all(part.isdigit() for part in parts):
        day, month, year = _day_number(parts[0]), _day_number(parts[1]), _year(parts[2])
        made = Spot("day", at, at + 1, year=year, month=month, day=day)
        return made if day and month and year else None
    first, second, year = _day_number(row.fold(at)), _day_number(row.fold(at + 2)), None
    if row.fold(at + 1) == "/" == row.fold(at + 3):
        year = _year(row.fold(at + 4))
    if first is None or second is None or year is None or row.fold(at + 5) == "/":
        return None
    return Spot("numeric", at, at + 5, year=year, month=second, day=first)


def _day_number(fold: str) -> int | None:
    """The number of a day of a month: 12, 12th."""
    digits = fold[:-2] if fold.endswith(_ORDINALS) else fold
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 2):
        return None
    return int(digits) if 0 < int(digits) <= _LAST_DAY else None


def _year(fold: str) -> int | None:
    if len(fold) != _YEAR_LENGTH or not (fold.isascii() and fold.isdigit()):
        return None
    return int(fold) if _FIRST_YEAR <= int(fold) <= _LAST_YEAR else None


def _past_part(row: _Row, at: int) -> int:
    """Behind the part of a day at ``at``: Monday evening."""
    found = row.word(at)
    return found[1] if found and found[0].kind == "part" else at
