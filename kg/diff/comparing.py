"""Two sides to a difference in sentences."""

from __future__ import annotations

from collections.abc import Iterable

from kg.diff.account import Account
from kg.diff.facts import Facts
from kg.diff.identity import tell_identity
from kg.diff.lines import changes
from kg.diff.model import Difference
from kg.diff.rest import tell_changed, tell_names, tell_other, tell_passages
from kg.diff.sides import Side
from kg.diff.sources import tell_sources
from kg.diff.statements import tell_statements
from kg.diff.touched import Touched, gather, sort
from kg.iris import DEFAULT_BASE
from kg.lookup import SortedGraph

# In this order, as each leaves out what was told before: who became whom explains most of the rest.
_TELLING = (
    tell_sources,
    tell_identity,
    tell_statements,
    tell_changed,
    tell_names,
    tell_passages,
    tell_other,
)


def compare(old: Side, new: Side, base: str = DEFAULT_BASE) -> Difference:
    """What ``new`` has that ``old`` has not, and the other way round, told for people.

    Every statement that differs is counted, and every thing that it is about is in a sentence or
    in a total. ``base`` begins the IRIs that are shown without it. Raises ``OSError``.
    """
    touched = gather(changes(old.path, new.path))
    with SortedGraph(old.path) as olds, SortedGraph(new.path) as news:
        before, after = Facts(olds, base), Facts(news, base)
        account = Account(before, after, sort(touched, before, after))
        for tell in _TELLING:
            tell(account)
        return Difference(*_counted(touched.values()), account.groups())


def _counted(touched: Iterable[Touched]) -> tuple[int, int]:
    added = withdrawn = 0
    for one in touched:
        added += len(one.added)
        withdrawn += len(one.withdrawn)
    return added, withdrawn
