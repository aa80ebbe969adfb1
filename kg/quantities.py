"""Numbers in digits and words, with the words that say how exactly they are meant."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Comparator
from kg.scan import Scan

_MAX_DIGITS = 12
_ARTICLES = ("a", "an")
_NOTHING = ("no", "none", "nobody", "zero")
_YEARS = range(1900, 2100)


class Quantity(NamedTuple):
    """A number of ``length`` tokens; ``percent`` when a share is meant."""

    length: int
    value: Decimal
    comparator: Comparator
    percent: bool


def read_quantity(scan: Scan, index: int) -> Quantity | None:
    """The quantity that begins at ``index``: "over 150", "84%", "a dozen", "twenty-five".

    Years, days of a month, ordinals and sums of money are not quantities.
    """
    folds, lexicon = scan.folds, scan.lexicon
    comparator: Comparator = "exactly"
    start = index
    word = folds[index]
    if not (word in lexicon.comparators or word[0].isdigit() or _is_worded(word, lexicon)):
        return None  # most words: the cheap question first
    found = lexicon.comparators.at(folds, index)
    if found:
        start, comparator = index + found.length, found.value
    end, value = _number(folds, start, lexicon)
    if value is None or _is_no_count(scan, start, end, value, worded=bool(found)):
        return None
    percent = 0
    if end < len(folds):
        percent = _percent_length(folds, end)
    return Quantity(end + percent - index, value, comparator, bool(percent))


def _is_worded(word: str, lexicon: Lexicon) -> bool:
    """Whether the word, or the part before its hyphen, is a number."""
    return word.partition("-")[0] in lexicon.numbers


def _percent_length(folds: list[str], index: int) -> int:
    if folds[index] in ("%", "percent"):
        return 1
    return 2 if folds[index : index + 2] == ["per", "cent"] else 0


def _number(folds: list[str], index: int, lexicon: Lexicon) -> tuple[int, Decimal | None]:
    if index >= len(folds):
        return index, None
    if folds[index][0].isdigit():
        return index + 1, digits(folds[index])
    return _worded(folds, index, lexicon)


def digits(word: str) -> Decimal | None:
    """The value of a number in digits, or None for an ordinal, a date or an absurd length."""
    if len(word) > _MAX_DIGITS or not word.replace(",", "").replace(".", "").isascii():
        return None
    try:
        return Decimal(word.replace(",", ""))
    except InvalidOperation:
        return None


def _worded(folds: list[str], index: int, lexicon: Lexicon) -> tuple[int, Decimal | None]:
    """Number words: "twenty-five", "a dozen", "one hundred and ten"; "a" alone is no number."""
    total, group, end = Decimal(0), Decimal(0), index
    while end < len(folds):
        parts = [
            v for part in folds[end].split("-") if (v := lexicon.numbers.get(part)) is not None
        ]
        if len(parts) <= folds[end].count("-"):
            if folds[end] == "and" and group and _known(folds, end + 1, lexicon):
                end += 1
                continue
            break
        for part in parts:
            if part >= 100 or folds[end] in ("dozen", "score"):
                group = max(group, Decimal(1)) * part
            else:
                group += part
        end += 1
    total += group
    if end == index or (end == index + 1 and folds[index] in _ARTICLES):
        return index, None
    return end, total


def _known(folds: list[str], index: int, lexicon: Lexicon) -> bool:
    return index < len(folds) and lexicon.numbers.get(folds[index]) is not None


def _is_no_count(scan: Scan, start: int, end: int, value: Decimal, *, worded: bool) -> bool:
    folds, kinds = scan.folds, scan.lexicon.content_words
    before = folds[start - 1] if start else ""
    after = folds[end] if end < len(folds) else ""
    if before in ("£", "$", "€", "/", ":", "#", "no.") or after in ("/", ":"):
        return True
    if kinds.get(before) == "month" or (kinds.get(after) == "month" and not worded):
        return True
    if folds[start] in _NOTHING and not after.isalpha():
        return True
    return value in _YEARS and "," not in folds[start] and not worded
