"""Which occurrences of all articles are one person, body or contest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.collecting import uncollected
from kg.decisions import Decision
from kg.decisions.consistency import check_consistent, in_order
from kg.identity.evidence import automatic
from kg.identity.joining import joined
from kg.identity.known import Known, check_named
from kg.identity.model import Doubt, Identity, Kind, Link, Occurrence, Parting, Redirect
from kg.identity.outcome import outcome
from kg.identity.proposals import Proposal, proposals
from kg.iris import Minter

__all__ = [
    "Doubt",
    "Identity",
    "Kind",
    "Link",
    "Occurrence",
    "Parting",
    "Proposal",
    "Redirect",
    "identify",
    "proposals",
]


def identify(
    occurrences: Iterable[Occurrence], decisions: Sequence[Decision], minter: Minter
) -> Identity:
    """Who is who, by all occurrences and all decisions; neither's order matters.

    Occurrences of one kind and key are one. "Same" rows join more, also by way of what lies
    elsewhere; so does evidence (``kg.identity.evidence``), where no row keeps two apart. A row that
    is not "same" between occurrences of one key sets them apart.

    Raises ``InputError`` with the file and line of a row about what nobody names, of rows that
    cannot all be true, and of two kinds that would be one.
    """
    with uncollected():
        things = Known(occurrences, minter)
        rows = in_order(decisions)
        check_consistent(rows, minter.base)
        check_named(things, rows)
        done = joined(things, rows)
        return outcome(rows, done, automatic(rows, done))
