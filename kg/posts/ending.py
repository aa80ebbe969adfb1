"""Years behind an office that tell that it is over: "mayor from 2002 to 2010", "until 2018"."""

from __future__ import annotations

from collections.abc import Sequence

_YEAR = 4
_LED = frozenset((",", "(", "["))
_FROM = frozenset(("from", "in", "between"))
_TO = frozenset(("to", "until", "till", "through", "-", "–", "—", "and"))
_UNTIL = frozenset(("until", "till"))


def is_ended(folds: Sequence[str], at: int) -> bool:
    """Whether the words at token ``at``, behind an office, give the year in which it ended."""
    at += folds[at : at + 1] != [] and folds[at] in _LED
    if folds[at : at + 1] and folds[at] in _UNTIL:
        return _is_year(folds, at + 1)
    at += folds[at : at + 1] != [] and folds[at] in _FROM
    if not _is_year(folds, at) or not folds[at + 1 : at + 2] or folds[at + 1] not in _TO:
        return False
    return _is_year(folds, at + 2)


def _is_year(folds: Sequence[str], at: int) -> bool:
    return at < len(folds) and len(folds[at]) == _YEAR and folds[at].isdigit()
