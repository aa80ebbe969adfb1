"""Words that are names after all: the "A" of initials, "May" as a surname."""

from __future__ import annotations

import re

from kg.words.scan import Scan

_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")  # "36th"

_SURNAMES = frozenset(("hall", "park", "house", "street", "villa", "church", "temple", "parish"))
_WHERE = frozenset(
    ("in", "at", "of", "the", "near", "to", "from", "outside", "inside", "on", "around")
)
_NICKNAMED = {'"': '"', "“": "”", "‘": "’", "'": "'", "(": ")"}
_STANDING = frozenset(
    (
        *("candidate", "incumbent", "challenger", "nominee", "hopeful", "contender", "aspirant"),
        *("contestant", "finalist", "frontrunner", "front-runner", "opponent", "rival"),
        *("male", "female"),  # seats that are theirs
    )
)
_LONGEST_NAME = 4
_AREAS = frozenset(("county", "city", "town", "township", "parish", "borough", "village"))
_BOARDS = frozenset(("council", "commission", "board"))
_TIERS = _AREAS | {"deputy", "vice", "former", "acting", "interim", "state", "school", "district"}
_CALLED_AFTER = frozenset(("society", "union"))
_CUT_SHORT = frozenset(("st", "ste", "ft", "mt"))
_LINE = 10  # words of a line of a list
_TOWARDS = frozenset(("for", "behind", "against"))


def is_initial(scan: Scan, index: int) -> bool:
    """Whether the "A" at ``index`` is an initial and no article: "A. Doe", "P A Doe"."""
    if scan.folds[index] != "a":
        return False
    if scan.folds[index + 1 : index + 2] == ["."]:
        return scan.capital(index + 2)
    beside = index and len(scan.folds[index - 1]) == 1 and scan.folds[index - 1].isalpha()
    return bool(beside) and scan.capital(index - 1) and scan.capital(index + 1)


def is_cut_short(scan: Scan, index: int) -> bool:
    """Whether a full stop behind the word belongs to the name: "J. Doe", "St. Mary"."""
    return len(scan.folds[index]) == 1 or scan.folds[index] in _CUT_SHORT


def is_nickname(scan: Scan, start: int, at: int) -> bool:
    """Whether marks at ``at`` set a nickname off inside the name from ``start`` on: 'X "Bo" Y'.

    In brackets it stands behind given names alone: brackets behind a whole name hold its party.
    """
    opening = scan.folds[at]
    if opening not in _NICKNAMED or scan.folds[at + 2 : at + 3] != [_NICKNAMED[opening]]:
        return False
    quoted = opening in ('"', "“") and (not scan.title_case or len(scan.folds) <= _LINE)
    begun = len(scan.folds[start]) == 1 or scan.folds[start] in scan.lexicon.given_names
    named = (begun or (quoted and at == start + 1)) and scan.capital(at + 1)
    given = all(word in scan.lexicon.given_names for word in scan.folds[start:at])
    alone = given or opening != "("
    word = scan.folds[at + 3] if at + 3 < len(scan.folds) else ""
    small = word in scan.lexicon.function_words or word in scan.lexicon.offices
    return named and alone and scan.capital(at + 3) and not small


def is_surname_after_all(scan: Scan, index: int, start: int) -> bool:
    """Whether a small word or number of the lexicon is part of the name that began at ``start``."""
    return _is_behind_given(scan, index, start) or _surname_alone(scan, index, start)


def is_surname_too(scan: Scan, index: int, end: int) -> bool:
    """Whether a word of places or bodies, "Hall" or "Church", is the surname behind a given name.

    Halls and parks have such names too: behind "at" or "the" it is one of those.
    """
    if end != index + 2 or scan.folds[index] not in scan.lexicon.given_names:
        return False
    surname = scan.folds[index + 1] in _SURNAMES
    return surname and (not index or scan.folds[index - 1] not in _WHERE)


def _is_behind_given(scan: Scan, index: int, start: int) -> bool:
    """A small word with a capital in mid-sentence is a name after a given name."""
    if scan.title_case:
        return False
    return index > start and scan.folds[index - 1] in scan.lexicon.given_names


def _surname_alone(scan: Scan, index: int, start: int) -> bool:
    """A month's name in mid-sentence where no day, year or time stands: "those backing May"."""
    if index != start or not index or scan.title_case:
        return False
    if scan.lexicon.content_words.get(scan.folds[index]) != "month":
        return False
    before, after = scan.folds[index - 1], scan.folds[index + 1 : index + 2]
    if after and after[0][0].isdigit():
        return False
    return before in scan.lexicon.cues or before in _TOWARDS


def with_ordinal(scan: Scan, index: int, words: str) -> str:
    """The name of a body with the number before it: "36th District Democrats"."""
    numbered = index > 0 and _ORDINAL.fullmatch(scan.folds[index - 1]) is not None
    return scan.slice(index - 1, index) + " " + words if numbered else words


def leads_name(scan: Scan, index: int) -> bool:
    """Whether a word with a capital only says that somebody stands: "Candidate Jane Doe"."""
    return scan.folds[index] in _STANDING and scan.capital(index + 1) and scan.capital(index + 2)


def holder_from(scan: Scan, start: int, end: int) -> int | None:
    """Where the office of somebody begins inside a run that a place opens: "Ann Arbor Mayor X".

    The place may look like a name; whoever holds the office is named behind it, and no body that
    is called after several: "Adams County Deputy Sheriffs Association".
    """
    if scan.lexicon.organisation_words.get(scan.folds[end - 1]) in _CALLED_AFTER:
        return None
    for at in range(start + 1, end - 1):
        office = scan.lexicon.offices.at(scan.folds, at) if scan.capital(at) else None
        if office is not None and at + office.length < end:
            named = scan.folds[at + office.length] in scan.lexicon.given_names
            local = scan.folds[at - 1] in _AREAS | _BOARDS
            while at - 1 > start and scan.folds[at - 1] in _TIERS:
                at -= 1
            near = end - at - office.length <= _LONGEST_NAME
            return at if (named or local) and near else None
    return None
