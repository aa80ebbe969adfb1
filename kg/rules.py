"""How far each rule is to be trusted: the share of its firings that were right when measured.

The figures are data (``data/reference/rules.tsv``), with how often each rule fired.
"""

from __future__ import annotations

from functools import lru_cache

from kg.errors import ResourceError
from kg.tables import rows


@lru_cache(maxsize=1)
def _measured() -> dict[str, float]:
    columns = ("rule", "fired", "right", "confidence")
    return {cells[0]: float(cells[3]) for cells in rows("rules.tsv", columns)}


def confidence(rule: str) -> float:
    """The confidence of a rule, between 0 and 1; of its family when it was not measured alone.

    The family is what stands before the full stop: ``list`` for ``list.name-place``. Raises
    ``ResourceError`` for a rule of no known family: a rule is measured first.
    """
    measured = _measured()
    found = measured.get(rule, measured.get(rule.split(".")[0]))
    if found is None:
        raise ResourceError(
            f"the rule {rule!r} has no figure", where="data/reference/rules.tsv", todo="measure it"
        )
    return found
