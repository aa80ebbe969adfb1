"""Names of seats and councils made of several: "Anytown and Otherton", "A, B and C"."""

from __future__ import annotations

from kg.gazetteer import fold_place
from kg.words.scan import Scan

_JOINTS = frozenset(("and", "&", ","))
_DRAWN = frozenset(("council", "constituency"))
_LONGEST = 9
_LONGEST_NATION = 3
_BODY = 2  # words of a body before its nation: "Football Federation"


def past_joined_place(scan: Scan, index: int, end: int) -> int | None:
    """The end of the longest name of a seat or council beginning with tokens ``index`` to ``end``.

    None when no joint stands behind the run, or no such name.
    """
    if end >= len(scan.folds) or scan.folds[end] not in _JOINTS:
        return None
    names = scan.gazetteer.place_names
    for last in range(min(index + _LONGEST, len(scan.folds)), end + 1, -1):
        if not scan.capital(last - 1):
            continue
        if names.get(fold_place(scan.slice(index, last)), frozenset()) & _DRAWN:
            return last
    return None


def before_nation(scan: Scan, first: int, last: int) -> int:
    """Where a nation begins that ends a run of capitals: "Football Federation Australia", or 0."""
    for at in range(max(first + _BODY, last - _LONGEST_NATION), last):
        if scan.lexicon.regions.whole(scan.folds[at:last]) == "country":
            return at
    return 0
