"""Lists that are no lists of people: each line gives somebody a number, "Jane Doe: 40 MPs"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.lexicon import Lexicon, is_known
from kg.lists.finding.regions import Line, Region
from kg.model import Span
from kg.text import fold

# A name or a unit, a mark, and a number with at most three words of what it counts.
_COUNTED = re.compile(
    r"[^\d\n:–—(|-]{2,60}(?:\([^)\d]{1,30}\)\s*)?"
    r"(?:\s*[:–—(|]\s*|\s+-\s*)(\d[\d,]{0,6})\+?(?:\s[A-Za-z]+){0,3}"
    r"(?:(?:,| and| &| \+|, and) \d[\d,]{0,6}(?: [A-Za-z]+){1,3}){0,6}\)?(?: \([^()]{1,40}\))?\.?"
)
# How a number has changed, in brackets behind it: "45 (+2)", "45 (up 3)", "45 (no change)".
CHANGE = r"\s\((?:[-+]\s?\d|up \d|down \d|no change|unchanged|new)[^()]{0,20}\)"
_UNMARKED = re.compile(
    r"([A-Z][^\s\d]+(?: [^\s\d]+){0,4})\s+(\d[\d,]{0,6})"
    rf"(?:{CHANGE})?"
)
# A run of names with a number each, behind a label or not. No digit but a number's own is in it.
_RUN = re.compile(
    r"(?:[^:\d\n]{2,60}:\s*)?"
    r"(?:[A-Z][^\d,;:|()]{1,40}[:(–—-]?\s?\d[\d,]{0,6}\)?[\s,;.|/]{0,4}(?:and\s)?){2,12}"
)
# Behind a comma a small number is an age.
_BEHIND_COMMA = re.compile(r"[A-Z][^\d\n:–—(|,]{2,60},\s(\d[\d,]{0,6})\.?")
_OLDEST = 110
_LABEL = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,4}\s*[:–—-]\s*\d[\d,]{0,6}")
_AMOUNT = re.compile(r"\d[\d,]{0,6}(?: [A-Za-z/]+){0,3} ([A-Za-z]+)\.?")
_YEARS = range(1900, 2100)
_LEAST = 2
_MOST = 0.6  # under headings with numbers there are at least as many lines of names


def without_numbers(
    text: str, lines: Sequence[Span], regions: Sequence[Region], lexicon: Lexicon
) -> list[Region]:
    """The regions that are lists of people; ``lines`` are all of ``text``.

    A region goes when most of its lines give a name a number, or when what is left of it, after
    the lines that count something for the name above them, is too short for a list.
    """
    kept = []
    for region in regions:
        behind = [_behind_comma(text, line) for line in region.lines]
        ages = max(behind) <= _OLDEST
        named = [
            _counts_for(text, line, lexicon) or bool(number and not ages)
            for line, number in zip(region.lines, behind, strict=True)
        ]
        if sum(named) >= _LEAST and sum(named) > _MOST * len(named):
            continue
        about = _about_counts(text, lines, region, lexicon)
        if about <= _MOST * len(region.lines) and len(region.lines) - about >= _LEAST:
            kept.append(region)
    return kept


def _about_counts(text: str, lines: Sequence[Span], region: Region, lexicon: Lexicon) -> int:
    """How many lines of the region count something without a name, or stand above one that does."""
    after = lines[region.last : region.last + 1]
    bare = [_counts_only(text, line.whole, lexicon) for line in region.lines]
    following = [*bare[1:], any(_counts_only(text, span, lexicon) for span in after)]
    return sum(one or below for one, below in zip(bare, following, strict=True))


def _counts_for(text: str, line: Line, lexicon: Lexicon) -> bool:
    """Whether the line is a name and a number; without a mark only a person's, no "Local 12"."""
    where = line.content.start, line.content.end
    match = _COUNTED.fullmatch(text, *where)
    if match is None and _RUN.fullmatch(text, *where):
        return not _is_dated(text, line, lexicon)
    if match is None:
        match = _UNMARKED.fullmatch(text, *where)
        if match is None or any(_names_body(w, lexicon) for w in match.group(1).split()):
            return False
    if _is_dated(text, line, lexicon):
        return False
    return int(match.group(match.lastindex or 1).replace(",", "")) not in _YEARS


def _is_dated(text: str, line: Line, lexicon: Lexicon) -> bool:
    """Whether a number of the line is a day: "Jane Doe - 3 March 2020"."""
    words = fold(text[line.content.start : line.content.end]).split()
    return any(
        day.isdigit() and lexicon.content_words.get(month.strip(".,")) == "month"
        for day, month in pairwise(words)
    )


def _behind_comma(text: str, line: Line) -> int:
    """The number of a line that is a name, a comma and a number; 0 of any other, or of a year."""
    match = _BEHIND_COMMA.fullmatch(text, line.content.start, line.content.end)
    number = int(match.group(1).replace(",", "")) if match else 0
    return 0 if number in _YEARS else number


def _counts_only(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether the line counts something without saying whose: "Branches: 99", "34 nominations"."""
    if _LABEL.fullmatch(text, span.start, span.end):
        return True
    match = _AMOUNT.fullmatch(text, span.start, span.end)
    return match is not None and lexicon.units.whole((fold(match.group(1)),)) is not None


def _names_body(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is none of a person's name: "Local", "District", "GMB"."""
    known = is_known(lexicon, fold(word)) or fold(word) in lexicon.organisation_words
    return known or (word.isupper() and len(word) > 1)
