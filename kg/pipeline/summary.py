"""What a build tells of one article: how many statements of which kind, and for whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kg import rdf
from kg.model import Comparator, Polarity

UNRESOLVED = frozenset({"unknown", "ambiguous"})
"""The kinds of places that nobody could name."""


@dataclass(frozen=True, slots=True)
class Backing:
    """How many endorsements of one polarity an article gives a candidate."""

    candidate: str
    polarity: Polarity
    count: int


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """The number with which an article introduces a list, beside the number that it lists."""

    candidate: str
    stated: Decimal
    comparator: Comparator
    unit: str
    listed: int

    @property
    def agrees(self) -> bool:
        """Whether the list bears the number out; one that is not meant exactly always agrees."""
        if self.comparator == "exactly":
            return self.listed == self.stated
        if self.comparator == "over":
            return self.listed > self.stated
        return self.comparator != "at least" or self.listed >= self.stated


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What one article gave. ``backings`` are sorted by number, the largest first, then by name.

    Endorsements are counted as the graph has them: what is said twice of one person counts once.
    ``unresolved`` are the places, as printed, that are ambiguous or unknown; ``statements`` counts
    the quads of the article with those that it shares, but for the names of people and bodies.
    """

    name: str
    iri: str
    title: str | None
    backings: tuple[Backing, ...]
    claims: int
    roles: int
    candidacies: int
    unresolved: tuple[str, ...]
    leftovers: int
    listed_claims: tuple[ListedClaim, ...]
    statements: int

    @property
    def endorsements(self) -> int:
        """The number of endorsements of every polarity."""
        return sum(backing.count for backing in self.backings)


def summarise(making: rdf.Making, statements: int) -> ArticleSummary:
    """The summary of an article that is settled; ``statements`` is the number of its quads."""
    extraction, document = making.extraction, making.extraction.document
    places = making.resolution.places.items()
    return ArticleSummary(
        name=document.name,
        iri=making.article,
        title=document.title,
        backings=_backings(making),
        claims=len(extraction.claims),
        roles=len(extraction.roles),
        candidacies=len(extraction.candidacies),
        unresolved=tuple(sorted({m.name for m, place in places if place.kind in UNRESOLVED})),
        leftovers=len(extraction.leftovers),
        listed_claims=tuple(_listed_claims(making)),
        statements=statements,
    )


def _backings(making: rdf.Making) -> tuple[Backing, ...]:
    stances: dict[tuple[str, Polarity], set[str]] = {}
    for one in making.extraction.endorsements:
        candidate = making.entity(one.candidate).label
        stances.setdefault((candidate, one.polarity), set()).add(rdf.endorsement_iri(making, one))
    backings = [Backing(name, polarity, len(iris)) for (name, polarity), iris in stances.items()]
    return tuple(sorted(backings, key=lambda b: (-b.count, b.candidate, b.polarity)))


def _listed_claims(making: rdf.Making) -> Iterator[ListedClaim]:
    for claim in making.extraction.claims:
        if claim.enumerates:
            listed = {rdf.endorsement_iri(making, one) for one in rdf.enumerated(making, claim)}
            yield ListedClaim(
                making.entity(claim.candidate).label,
                claim.count,
                claim.comparator,
                claim.unit,
                len(listed),
            )
