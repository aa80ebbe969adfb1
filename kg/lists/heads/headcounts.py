"""The numbers at the end of a heading: "(28)", "– 28 MPs", "– 5 nominated (5 declared support)"."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.lexicon import Lexicon, folded
from kg.lists.finding.numbers import CHANGE

_WORDS = r"((?:\s+[A-Za-z]{2,20}){0,3})"
_TAIL = re.compile(
    rf"(?:(?<!\w)-|[\s(\[:–—])[\s(\[:–—-]*(\d{{1,4}}){_WORDS}\s*(?:[(,/]\s*(\d{{1,4}}){_WORDS}\s*)?[)\]]?\s*:?\s*$"
)

_CHANGED = re.compile(rf"{CHANGE}\s*(?::\s*)?$")
_YEARS = range(1900, 2100)
_AGES = range(18, 100)


class HeadCount(NamedTuple):
    """A number of supporters and what it counts, "" when the heading does not say."""

    number: int
    unit: str


def read_headcounts(printed: str, lexicon: Lexicon) -> tuple[int, tuple[HeadCount, ...]]:
    """Where the numbers at the end of ``printed`` begin, and what they say; its length and none.

    An age behind a comma counts nobody, nor does what a number has changed by.
    """
    whole = len(printed)
    changed = _CHANGED.search(printed)
    printed = printed[: changed.start()] if changed else printed
    found = _TAIL.search(printed)
    if found is None or not found.start():
        return whole, ()
    numbers = [(found.group(1), found.group(2)), (found.group(3), found.group(4))]
    counts = [HeadCount(int(n), unit_in(words, lexicon)) for n, words in numbers if n]
    if all(one.number in _YEARS and not one.unit for one in counts):
        return whole, ()
    aged = found.start() > 1 and printed[found.start() - 1] == ","
    if aged and counts[0].number in _AGES and not counts[0].unit:
        return found.start() - 1, ()  # "Jane Doe, 54"
    return found.start(), tuple(dict.fromkeys(counts))


def unit_in(words: str, lexicon: Lexicon) -> str:
    """What the last words of a heading count, as a unit of supporters; "" when it is none."""
    forms = folded(words)
    for first in range(len(forms)):
        unit = lexicon.units.whole(forms[first:])
        if unit:
            return unit.unit
    return ""
