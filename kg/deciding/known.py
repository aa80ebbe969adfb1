"""What decisions are taken by: the graph of a store, its occurrences, the rows there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.asking import Queryable
from kg.decisions import Decision
from kg.identity import Identity, Kind, Occurrence, identify
from kg.identity.lines import occurrences_of
from kg.iris import Minter
from kg.store import Store


@dataclass(frozen=True)
class Known:
    """A graph to show statements from, and what it was made of, to work out what would follow.

    ``decisions`` are the rows as they stand, which may be newer than the graph.
    """

    graph: Queryable
    occurrences: tuple[Occurrence, ...]
    decisions: tuple[Decision, ...]
    minter: Minter

    @cached_property
    def identity(self) -> Identity:
        """Who is who by the rows as they stand. Raises ``InputError`` for a row that is wrong."""
        return identify(self.occurrences, self.decisions, self.minter)

    @cached_property
    def named(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """The occurrences that an IRI stands for, by every IRI that a row may name."""
        found: dict[str, list[Occurrence]] = {}
        for one in self.occurrences:
            for iri in (self.plain(one), self.alone(one)):
                found.setdefault(iri, []).append(one)
        return {iri: tuple(ones) for iri, ones in found.items()}

    def plain(self, one: Occurrence) -> str:
        """The IRI of all that goes by the key of ``one``."""
        return _iri(self.minter, one.kind, one.key)

    def alone(self, one: Occurrence) -> str:
        """The IRI of ``one`` alone: what its article says of its key."""
        return _iri(self.minter, one.kind, f"{one.key}--doc-{one.article}")

    def canonical(self, one: Occurrence, identity: Identity | None = None) -> str:
        """The IRI under which ``one`` goes, by the rows as they stand or by another identity."""
        who = identity or self.identity
        return _iri(self.minter, one.kind, who.key(one.kind, one.key, one.article))


def read_known(store: Store, decisions: Sequence[Decision], minter: Minter) -> Known | None:
    """What ``store`` holds, beside the ``decisions``; None when it keeps no occurrences.

    Raises ``StoreError`` when they are damaged.
    """
    occurrences = occurrences_of(store.occurrences())
    return Known(store, occurrences, tuple(decisions), minter) if occurrences else None


def _iri(minter: Minter, kind: Kind, key: str) -> str:
    makers = {
        "person": minter.person,
        "organisation": minter.organisation,
        "contest": minter.contest,
    }
    return makers[kind](key)
