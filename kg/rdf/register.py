"""What types of councils there are in which region, and how many there were on a day.

A number of councils with backers says something only beside the number that there are, which no
article states. So the register of the gazetteer is counted for the day of each article that speaks
of a council. The counts of one day are the same whichever article asks for them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.gazetteer import Council, CouncilKind, Gazetteer
from kg.iris import Minter, slug
from kg.model import Place
from kg.rdf.facts import Fact, integer, link, text, typed, when
from kg.vocab import FOAF, KGO, ORG, RDFS, SCHEMA, SKOS
from kg.when import Published


def standing_facts(minter: Minter, gazetteer: Gazetteer, council: Council) -> Iterator[Fact]:
    """The type of a council and the region that it is in."""
    node = minter.council(council.slug)
    yield from _standing(minter, gazetteer, node, council.kind, council.nation, council.region)


def is_on_council(place: Place) -> bool:
    """Whether a place is a principal council, or a ward of one."""
    return place.kind in ("council", "ward") and place.slug is not None


def count_facts(minter: Minter, gazetteer: Gazetteer, published: Published) -> Iterator[Fact]:
    """How many principal councils of each type were in each region when an article appeared."""
    day = published.as_of()
    counted = Counter(
        (council.kind, council.nation, council.region)
        for council in gazetteer.councils.values()
        if council.is_principal and council.alive_on(day)
    )
    for (kind, nation, region), number in counted.items():
        node = minter.id("council-count", published.when, kind, slug(region))
        yield from typed(node, KGO.CouncilCount)
        yield from when(node, KGO.asOf, published.when)
        yield integer(node, SCHEMA.value, number)
        yield from _standing(minter, gazetteer, node, kind, nation, region)


def _standing(
    minter: Minter, gazetteer: Gazetteer, node: str, kind: CouncilKind, nation: str, region: str
) -> Iterator[Fact]:
    within = minter.id("region", slug(region))
    yield link(node, ORG.classification, minter.id("council-type", kind))
    yield link(node, SCHEMA.location, within)
    yield from _type_facts(minter, kind, gazetteer.kind_labels[kind])
    yield from _place_facts(within, region)
    yield link(within, SCHEMA.containedInPlace, minter.id("nation", slug(nation)))
    yield from _place_facts(minter.id("nation", slug(nation)), nation)


def _type_facts(minter: Minter, kind: CouncilKind, label: str) -> Iterator[Fact]:
    node, scheme = minter.id("council-type", kind), minter.id("scheme", "council-types")
    yield from typed(node, SKOS.Concept)
    yield from text(node, SKOS.prefLabel, label)
    yield link(node, SKOS.inScheme, scheme)
    yield from typed(scheme, SKOS.ConceptScheme)
    yield from text(scheme, RDFS.label, "Types of council")


def _place_facts(node: str, name: str) -> Iterator[Fact]:
    yield from typed(node, SCHEMA.AdministrativeArea)
    yield from text(node, FOAF.name, name)
