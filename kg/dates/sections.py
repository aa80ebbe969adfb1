"""Parts of an article that stand under dates: the days of a live blog, or of a list by day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.dates.calendar import Calendar, Section
from kg.dates.spots import find_spots
from kg.lexicon import Lexicon
from kg.model import Dated, Document, Span
from kg.text import Token, tokenise

_LONGEST = 60
_MOST_TOKENS = 14
_DIGIT = re.compile(r"\d")
_DAY_LENGTH = len("2015-06-12")
_CLOCK = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:am|pm)?")
_ZONES = frozenset(("am", "pm", "bst", "gmt", "ist", "est", "edt", "pst", "pdt", "aest", "at"))
_RULE = "date.heading"


def calendar(document: Document, lines: Sequence[Span], lexicon: Lexicon) -> Calendar:
    """The calendar of an article, whose ``lines`` are those of its text."""
    plain = Calendar(lexicon, document.published, document.text, document.url)
    headings = list(_headings(lines, plain))
    if headings and document.published and headings[0].dated.when == document.published.when:
        headings = headings[1:]  # the line that says when the article appeared
    return replace(plain, sections=tuple(headings)) if _in_order(headings) else plain


def _in_order(headings: Sequence[Section]) -> bool:
    """Whether the dates are several and run one way, as headings do and stray lines may not."""
    pairs = list(pairwise(one.dated.when for one in headings))
    onwards = all(first < second for first, second in pairs)
    backwards = all(first > second for first, second in pairs)
    return len(headings) > 1 and (onwards or backwards)


def _headings(lines: Sequence[Span], plain: Calendar) -> Iterator[Section]:
    """The lines that are nothing but a day, with text below each: of two in a row the last."""
    found: Section | None = None
    for line in lines:
        dated = _day(line, plain)
        if found is not None and dated is None:
            yield found
        found = Section(line.end, dated) if dated else None


def _day(line: Span, plain: Calendar) -> Dated | None:
    """The day that fills a line, a time of day beside it apart."""
    if line.end - line.start > _LONGEST:
        return None
    if not _DIGIT.search(plain.text, line.start, line.end):
        return None
    tokens = tokenise(plain.text, line)
    spots = find_spots(tokens, plain.lexicon) if len(tokens) <= _MOST_TOKENS else []
    if len(spots) != 1 or spots[0].form not in ("day", "numeric"):
        return None
    spot = spots[0]
    if not all(_is_time(token) for token in (*tokens[: spot.first], *tokens[spot.last :])):
        return None
    when = plain.when(spot)
    span = Span(tokens[spot.first].start, tokens[spot.last - 1].end)
    return Dated(when, span, _RULE) if when and len(when) == _DAY_LENGTH else None


def _is_time(token: Token) -> bool:
    """Whether a word beside a day is a mark or of the clock: "10.30am", "BST"."""
    marked = not token.text[0].isalnum()
    return marked or token.fold in _ZONES or _CLOCK.fullmatch(token.fold) is not None
