"""What a number counts: the words behind it, up to the noun that names a unit of supporters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.words.quantities import Quantity, read_quantity
from kg.words.scan import Scan

SUPPORT_UNIT = "supporters"  # the unit of words like backer, endorsement and nomination
_ADJECTIVES = 4
_OF = ("of", "the", "his", "her", "its", "their", "these", "those", "my", "our")
_NOT_PLURAL = ("ss", "us", "is")
_PLURALS = ("people", "clergy", "alumni", "police", "staff", "faculty", "folk", "youth", "lords")
_SINGULARS = ("specimen", "regimen", "omen", "abdomen")
_BODIES = ("party", "executive", "committee", "caucus", "cabinet", "board", "assembly", "council")
_ROUND = (10, 100)
_REST = ("other", "remaining", "last", "past", "previous", "biggest", "largest", "top")
_MORE = ("further", "extra", "additional", "other", "others")


_STATED = ("declared", "publicly", "named", "confirmed")  # so many as have said it


class UnitPhrase(NamedTuple):
    """What is counted, in words before token ``last``; ``role`` is the office that each holds."""

    last: int
    unit: str
    role: str


def unit_start(scan: Scan, quantity: Quantity, index: int) -> int:
    """Past "of the", "of her" and "of the 20" to the words that say what is counted.

    Of "one of the 20 MPs" nothing is counted by the "one", so it has none: the end of the text.
    """
    after = start = index + quantity.length
    folds = scan.folds
    if folds[start : start + 2] == ["out", "of"]:
        after = start = start + 1  # "three out of four peers"
    while after < len(folds) and folds[after] in _OF:
        after += 1
    if after > start and folds[after + 1 : after + 2] == ["'s"] and after + 2 < len(folds):
        after += 2  # "of the region's branches"
    if after == start or after >= len(folds):
        return after
    after += folds[after] in _REST and after + 1 < len(folds)
    if quantity.value == 1 and folds[start] == "of":
        return len(folds)
    whole = read_quantity(scan, after) if folds[start] == "of" else None
    return after + whole.length if whole and not whole.percent else after


def share_end(scan: Scan, quantity: Quantity, index: int) -> int | None:
    """Where "in four" or "out of ten" ends behind a number: a share, which counts nobody."""
    after = index + quantity.length
    if scan.folds[after : after + 1] == ["in"]:
        whole = read_quantity(scan, after + 1) if after + 1 < len(scan.folds) else None
        return after + 1 + whole.length if whole else None
    if scan.folds[after : after + 2] == ["out", "of"] and after + 2 < len(scan.folds):
        whole = read_quantity(scan, after + 2)
        return after + 2 + whole.length if whole and whole.value in _ROUND else None
    return None


def heads(scan: Scan, start: int) -> Iterator[int]:
    """Where the head of what is counted may stand: at ``start`` or past words that describe it."""
    for at in range(start, min(start + _ADJECTIVES, len(scan.folds))):
        yield at
        if is_plural(scan.folds[at]) or scan.capital(at) or not _describes(scan, at):
            return


def read_unit(scan: Scan, start: int, quantity: Quantity) -> UnitPhrase | None:
    """The unit whose words begin at ``start``: "Labour councillors", "service group executives"."""
    single = quantity.value <= 1
    known = _known_unit(scan, start, single=single)
    if known or quantity.percent or not quantity.value:
        return known
    if single:
        return _one_of_a_row(scan, start)
    return _partisans(scan, start) or _any_plural(scan, start)


def _known_unit(scan: Scan, start: int, *, single: bool) -> UnitPhrase | None:
    """A unit of the lexicon, at most four describing words after ``start``.

    The last of several in a row is counted, "state lawmakers"; only of one or none a singular.
    """
    folds, units = scan.folds, scan.lexicon.units
    for at in range(start, min(start + _ADJECTIVES + 1, len(folds))):
        found = units.at(folds, at)
        if found:
            end = at + found.length
            following = units.at(folds, end) if end < len(folds) else None
            while following:
                found, end = following, end + following.length
                following = units.at(folds, end) if end < len(folds) else None
            if single or is_plural(folds[end - 1]):
                last = _past_bracket(folds, _past_body(scan, end))
                return UnitPhrase(last, found.value.unit, found.value.role)
        if not (_describes(scan, at) or _joins_adjectives(scan, at, start)):
            return None
    return None


def _joins_adjectives(scan: Scan, at: int, start: int) -> bool:
    """Whether "and" stands between two words that describe a unit: "state and local officials"."""
    if at == start or scan.folds[at] not in ("and", "&") or at + 1 >= len(scan.folds):
        return False
    after = scan.folds[at + 1]
    counted = after in scan.lexicon.numbers or after[0].isdigit()
    return not (counted or is_plural(scan.folds[at - 1])) and _describes(scan, at + 1)


def _partisans(scan: Scan, start: int) -> UnitPhrase | None:
    """The people of a party by its own name in the plural: "200 Liberal Democrats"."""
    found = scan.lexicon.parties.at(scan.folds, start)
    if found is None or not is_plural(scan.folds[start + found.length - 1]):
        return None
    end = start + found.length
    return UnitPhrase(end, scan.slice(start, end), "")


def _any_plural(scan: Scan, start: int) -> UnitPhrase | None:
    """A plural that no table knows as a unit, "12 lodges", but no measure: "12 points"."""
    end = start
    for at in range(start, min(start + _ADJECTIVES + 1, len(scan.folds))):
        if scan.folds[at] in scan.lexicon.given_names and scan.capital(at):
            return None
        plural = is_plural(scan.folds[at]) and (scan.title_case or not scan.capital(at))
        if not _describes(scan, at) or (end > start and not plural):
            break
        if plural:
            end = at + 1
    if end == start or scan.folds[end - 1] in scan.lexicon.measures:
        return None
    if scan.folds[end : end + 1] == ["of"] and _is_plain(scan, end + 1):
        end += 2  # "chambers of trade"
    return UnitPhrase(end, scan.slice(start, end).lower(), "")


def _one_of_a_row(scan: Scan, start: int) -> UnitPhrase | None:
    """The singular after "one" in a row of counts: "by one service group executive, two ..."."""
    end = start
    while end < len(scan.folds) and end - start <= _ADJECTIVES and _describes(scan, end):
        end += 1
    joint = end < len(scan.folds) and scan.folds[end] in (",", "and")
    after = read_quantity(scan, end + 1) if joint and end + 1 < len(scan.folds) else None
    if end == start or after is None:
        return None
    return UnitPhrase(end, f"{scan.slice(start, end).lower()}s", "")


def is_plural(word: str) -> bool:
    """Whether a folded noun is a plural by its ending."""
    if word in _PLURALS or word.endswith("men"):
        return word not in _SINGULARS
    return word.endswith("s") and not word.endswith(_NOT_PLURAL)


def _describes(scan: Scan, at: int) -> bool:
    """Whether the word may belong to a unit: no mark, no small word, no head of an office."""
    word = scan.folds[at]
    if word[0].isdigit():
        return scan.title_case
    if word in _MORE or word in _STATED or word == "more":
        return True
    if not word[0].isalpha() or word in scan.lexicon.function_words:
        return False
    if scan.lexicon.office_words.get(word) == "tier":
        return True  # "county and city mayors"
    return word not in scan.lexicon.offices or scan.lexicon.offices.at(scan.folds, at) is None


def _is_plain(scan: Scan, at: int) -> bool:
    """Whether a word in small letters that has no other work in a clause stands at ``at``."""
    if at >= len(scan.folds) or not scan.tokens[at].text[0].islower():
        return False
    return _describes(scan, at) and scan.folds[at] not in scan.lexicon.cues


def _past_body(scan: Scan, end: int) -> int:
    """Past the body in small letters that members are of: "members of the national executive"."""
    folds = scan.folds
    if folds[end - 1] != "members" or folds[end : end + 2] != ["of", "the"]:
        return end
    for at in range(end + 2, min(end + 2 + _ADJECTIVES, len(folds))):
        if folds[at] in _BODIES:
            return at + 1
        if scan.capital(at) or not _describes(scan, at):
            return end
    return end


def _past_bracket(folds: list[str], end: int) -> int:
    """Past an abbreviation in brackets that explains the unit: "(CLPs)"."""
    return end + 3 if folds[end : end + 1] == ["("] and folds[end + 2 : end + 3] == [")"] else end


def adds(scan: Scan, first: int, last: int) -> bool:
    """Whether the number comes on top of another: "two more backers"."""
    words = scan.folds[first:last]
    return any(word in _MORE for word in words) or ("more" in words and "than" not in words)
