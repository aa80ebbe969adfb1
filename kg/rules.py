"""How far each rule is to be trusted: the share of its firings that were right when measured.

The figures are data (``data/reference/rules.tsv``), with how often each rule fired.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kg.errors import ResourceError
from kg.tables import rows

FLOOR = 0.5
"""The confidence under which what a rule reads is left over."""

ENOUGH = 5
"""How often a rule must have fired before its figure can be held against it."""


class Measured(NamedTuple):
    """How often a rule fired, how often it was right, and the confidence that follows."""

    fired: int
    right: int
    confidence: float


@lru_cache(maxsize=1)
def _measured() -> dict[str, Measured]:
    columns = ("rule", "fired", "right", "confidence")
    return {
        rule: Measured(int(fired), int(right), float(share))
        for rule, fired, right, share in rows("rules.tsv", columns)
    }


def confidence(rule: str) -> float:
    """The confidence of a rule, between 0 and 1; of its family when it was not measured alone.

    The family is what stands before the full stop: ``list`` for ``list.name-place``. Raises
    ``ResourceError`` for a rule of no known family: a rule is measured first.
    """
    measured = _measured()
    found = measured.get(rule) or measured.get(rule.split(".")[0])
    if found is None:
        raise ResourceError(
            f"the rule {rule!r} has no figure", where="data/reference/rules.tsv", todo="measure it"
        )
    return found.confidence


def trusted(rule: str) -> bool:
    """Whether what a rule reads may be stated: not when it is known to be wrong too often."""
    found = _measured().get(rule)
    return found is None or found.fired < ENOUGH or found.confidence >= FLOOR
