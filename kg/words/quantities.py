"""Numbers in digits and words, with the words that say how exactly they are meant."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Comparator
from kg.words.scan import Scan

_MAX_DIGITS = 12
_THREE = 3
_HUNDRED = 100
_THOUSAND = 1000
_TWENTY = 20
_TEN = 10
_ARTICLES = ("a", "an")
_NUMBERING = ("no", "nr")  # "Paddington No 1 branch"
_SEATS = ("district", "ward", "seat", "division", "position", "precinct", "zone", "area", "place")
_SAVE = ("but", "except", "bar")
_HAD = ("with", "has", "have", "had", "to", "at", "by")
_DAYS = frozenset(
    (
        *("today", "yesterday", "tomorrow", "monday", "tuesday", "wednesday", "thursday"),
        *("friday", "saturday", "sunday"),
    )
)
_YEARS = range(1900, 2100)


class Quantity(NamedTuple):
    """A number of ``length`` tokens; ``percent`` when a share is meant."""

    length: int
    value: Decimal
    comparator: Comparator
    percent: bool


def read_quantity(scan: Scan, index: int) -> Quantity | None:
    """The quantity that begins at ``index``: "over 150", "84%", "a dozen", "not a single".

    Years, days of a month, ordinals, scores and sums of money are not quantities; of a range the
    lower end is kept.
    """
    folds, lexicon = scan.folds, scan.lexicon
    word = folds[index]
    if index and folds[index - 1] == "(" and folds[max(0, index - 2)] in _DAYS:
        return None  # "today (15)"
    whole = lexicon.whole_numbers.at(folds, index) if word in lexicon.whole_numbers else None
    if whole:
        return _whole(folds, index, whole.length, whole.value)
    worded = word in lexicon.numbers or ("-" in word and word.partition("-")[0] in lexicon.numbers)
    if not (worded or word in lexicon.comparators or word[0].isdigit()):
        return None  # most words: the cheap question first
    rest = _all_but(folds, index, lexicon) if word == "all" else None
    if rest:
        return rest
    comparator: Comparator = "exactly"
    start = index
    found = lexicon.comparators.at(folds, index)
    if found:
        start, comparator = index + found.length, found.value
    elif not (worded or word[0].isdigit()):
        return None  # "in" without "excess of"
    end, value = _number(folds, start, lexicon)
    if value is None or _is_no_count(scan, start, end, value, led=bool(found)):
        return None
    end, comparator = _how_meant(scan, (index, start, end), value, comparator)
    percent = _percent_length(folds, end)
    if value % 1 and not percent:
        return None
    value = value if value % 1 else value.to_integral_value()
    return Quantity(end + percent - index, value, comparator, bool(percent))


def _whole(folds: list[str], index: int, length: int, value: Decimal) -> Quantity | None:
    """One or nought in words; "no" and "not a single" only before what there is none of."""
    alone = folds[index + length - 1] in ("one", "none", "nobody", "all", "zero")
    if not alone and not _word(folds, index + length).isalpha():
        return None
    return Quantity(length, value, "exactly", percent=False)


def _all_but(folds: list[str], index: int, lexicon: Lexicon) -> Quantity | None:
    """The rest of a whole: 12 in "all but two of the 14"."""
    if _word(folds, index + 1) not in _SAVE:
        return None
    end, less = _number(folds, index + 2, lexicon)
    if less is None or folds[end : end + 1] != ["of"]:
        return None
    last, whole = _number(folds, end + 2, lexicon)
    if whole is None or whole <= less:
        return None
    return Quantity(last - index, whole - less, "exactly", percent=False)


def _percent_length(folds: list[str], index: int) -> int:
    if _word(folds, index) in ("%", "percent"):
        return 1
    return 2 if folds[index : index + 2] == ["per", "cent"] else 0


def _number(folds: list[str], index: int, lexicon: Lexicon) -> tuple[int, Decimal | None]:
    """The end and value of a number in digits, "1.5 million" included, or in words."""
    word = _word(folds, index)
    if not word or not word[0].isdigit():
        return _worded(folds, index, lexicon)
    end, value = _spaced(folds, index)
    factor = lexicon.numbers.get(_word(folds, end), Decimal(0))
    if value is not None and factor >= _HUNDRED:
        return end + 1, value * factor
    return end, value


def _spaced(folds: list[str], index: int) -> tuple[int, Decimal | None]:
    """A number in digits, also one whose thousands a space parts: "1 861"."""
    word, after = folds[index], _word(folds, index + 1)
    parted = word.isdigit() and after.isdigit() and len(after) == _THREE and len(word) <= _THREE
    return (index + 2, digits(word + after)) if parted else (index + 1, digits(word))


def digits(word: str) -> Decimal | None:
    """The value of a number in digits, or None for an ordinal, a date or an absurd length."""
    if len(word) > _MAX_DIGITS or not word.replace(",", "").replace(".", "").isascii():
        return None
    try:
        return Decimal(word.replace(",", ""))
    except InvalidOperation:
        return None


def _worded(folds: list[str], index: int, lexicon: Lexicon) -> tuple[int, Decimal | None]:
    """Number words: "twenty-five", "half a dozen", "one hundred and ten"; "a" alone is none."""
    total, current, end = Decimal(0), Decimal(0), index
    read = False
    while end < len(folds):
        word = folds[end]
        if word == "and" and read and not current % _HUNDRED and _small(folds, end + 1, lexicon):
            end += 1
            continue
        if word in _ARTICLES and _many(folds, end + 1, lexicon):
            end += 1
            continue
        values = _parts(word, lexicon)
        if not values:
            break
        for value in values:
            if value >= _THOUSAND:
                total, current = total + (current or 1) * value, Decimal(0)
            elif word.rpartition("-")[2] in lexicon.multipliers and value > 1:
                current = (current or 1) * value
            elif read and not _adds_to(current, value):
                return end, total + current
            else:
                current += value
            read = True
        end += 1
    return (end, total + current) if read else (index, None)


def _parts(word: str, lexicon: Lexicon) -> list[Decimal]:
    """The values of the parts of a word, "twenty-five"; empty when one of them is no number."""
    parts = [part for part in word.split("-") if part not in _ARTICLES]
    values = [lexicon.numbers.get(part) for part in parts]
    return [] if None in values else [value for value in values if value is not None]


def _many(folds: list[str], index: int, lexicon: Lexicon) -> bool:
    """Whether "a" before this word is part of a number: "a dozen", "a couple", "a half-dozen"."""
    values = _parts(_word(folds, index), lexicon)
    return bool(values) and values[0] not in (0, 1)


def _adds_to(current: Decimal, value: Decimal) -> bool:
    """Whether the value goes on with a number: "twenty" "five", "hundred" "ten"."""
    rest = current % _HUNDRED
    return not rest or (rest >= _TWENTY and not rest % _TEN and 0 < value < _TEN)


def _small(folds: list[str], index: int, lexicon: Lexicon) -> bool:
    values = _parts(_word(folds, index), lexicon)
    return bool(values) and 0 < values[0] < _HUNDRED


def _how_meant(
    scan: Scan, at: tuple[int, int, int], value: Decimal, comparator: Comparator
) -> tuple[int, Comparator]:
    """Past a second number that ends a range and words behind the number: "30 to 40", "40-plus".

    ``at`` is where the quantity begins, where its number begins, and where that ends.
    """
    first, _, end = at
    folds = scan.folds
    joints = ("and",) if folds[first] == "between" else ("-", "to", "or")
    if _word(folds, end) in joints and _word(folds, first - 1) not in ("from", "between"):
        last, upper = _number(folds, end + 1, scan.lexicon)
        if upper is not None and upper > value and _word(folds, last).isalpha():
            return last, "at least"
    behind = scan.lexicon.comparators_behind.at(folds, end) if end < len(folds) else None
    return (end + behind.length, behind.value) if behind else (end, comparator)


def _is_no_count(scan: Scan, start: int, end: int, value: Decimal, *, led: bool) -> bool:
    """Whether the number is a day, a year, a price, a time or one side of a score.

    ``led``: words that say how exactly it is meant stand before it.
    """
    folds, kinds = scan.folds, scan.lexicon.content_words
    before, after = _word(folds, start - 1), _word(folds, end)
    if before in ("£", "$", "€", "/", "#", "no.") or after == "/":
        return True
    if after == ":" and (folds[start][0].isdigit() or not start) and before not in _HAD:
        return True  # "8:30", "District 7: X", "Two: our choice is X"
    if after == "-" and _word(folds, end + 1).startswith("year"):
        return True  # "72-year-old"
    if _is_ratio(folds, start, end) or _is_numbering(scan, start):
        return True
    if _is_score(folds, start, end, value):
        return True
    if before in _SAVE and _word(folds, start - 2) in ("all", "everyone"):
        return True  # "all but two"
    if kinds.get(before) == "month" and scan.tokens[start - 1].text[0].isupper():
        cue = _word(folds, start - 2)  # "backing May 125" speaks of somebody of that name
        return cue not in scan.lexicon.cues and cue != "for"
    if kinds.get(after) == "month" and not led:
        return True
    return value in _YEARS and "," not in folds[start] and not led


def _is_numbering(scan: Scan, start: int) -> bool:
    """Whether the number is that of a branch or a seat: "No 1 branch", "In District 1 the club"."""
    before = _word(scan.folds, start - 1)
    if not scan.folds[start].isdigit():
        return False
    return before in _NUMBERING or (before in _SEATS and scan.tokens[start - 1].text[0].isupper())


def _is_ratio(folds: list[str], start: int, end: int) -> bool:
    """Whether the number is one side of "three to one", which says by how much, not how many."""
    ahead = folds[end : end + 2] in (["to", "one"], ["to", "1"])
    return ahead or (folds[start] in ("one", "1") and _word(folds, start - 1) == "to")


def _is_score(folds: list[str], start: int, end: int, value: Decimal) -> bool:
    """Whether the number is one of two that a mark parts: "12-8", "10:30"."""
    if _word(folds, start - 1) in ("-", ":") and _word(folds, start - 2)[:1].isdigit():
        return True
    other = _word(folds, end + 1) if _word(folds, end) == "-" else ""
    return other[:1].isdigit() and (digits(other) or 0) <= value


def _word(folds: list[str], index: int) -> str:
    return folds[index] if 0 <= index < len(folds) else ""
