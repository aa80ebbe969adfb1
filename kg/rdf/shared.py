"""Facts that belong to no single article: councils, areas, roles, units.

They are the same whichever article mentions them, so they go to the default graph, where the
same fact from several articles is one fact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kg.errors import InternalError
from kg.gazetteer import Council, Gazetteer
from kg.iris import Minter, slug
from kg.model import Place
from kg.rdf.facts import Fact, link, text, typed, when
from kg.rdf.register import standing_facts
from kg.vocab import DCTERMS, FOAF, GSS_AREA, KGO, ORG, RDFS, SCHEMA, SKOS, WIKIDATA

_AREA_KINDS: Mapping[str, str] = {
    "ward": KGO.Ward,
    "parish": KGO.Parish,
    "constituency": KGO.Constituency,
    "ambiguous": KGO.AmbiguousPlace,
    "abolished": KGO.AbolishedCouncil,
    "unknown": KGO.UnknownPlace,
}


def role_iri(minter: Minter, role: str) -> str:
    """The IRI of an office by its name."""
    return minter.role(slug(role))


def role_facts(minter: Minter, role: str) -> Iterator[Fact]:
    """An office, in the scheme of all offices."""
    node, scheme = role_iri(minter, role), minter.id("scheme", "roles")
    yield from typed(node, ORG.Role, SKOS.Concept)
    yield from text(node, SKOS.prefLabel, role)
    yield link(node, SKOS.inScheme, scheme)
    yield from typed(scheme, SKOS.ConceptScheme)
    yield from text(scheme, RDFS.label, "Roles")


def unit_iri(minter: Minter, unit: str) -> str:
    """The IRI of a thing counted, by its name in the plural."""
    return minter.id("unit", slug(unit))


def unit_facts(minter: Minter, unit: str) -> Iterator[Fact]:
    """A thing counted, in the scheme of all units."""
    node, scheme = unit_iri(minter, unit), minter.id("scheme", "units")
    yield from typed(node, KGO.Unit, SKOS.Concept)
    yield from text(node, SKOS.prefLabel, unit)
    yield link(node, SKOS.inScheme, scheme)
    yield from typed(scheme, SKOS.ConceptScheme)
    yield from text(scheme, RDFS.label, "Units")


def area_key(place: Place) -> str:
    """The key of a place that is no council: ``ward-harrow-weald--harrow``.

    Its council is part of the key when it is certain, as wards of one name are many.
    """
    key = f"{place.kind}-{slug(place.name or place.printed)}"
    return f"{key}--{place.slug}" if place.slug else key


def area_iri(minter: Minter, place: Place) -> str:
    """The IRI of a place that is no council."""
    return minter.id("area", area_key(place))


def area_facts(minter: Minter, gazetteer: Gazetteer, place: Place) -> Iterator[Fact]:
    """A ward, parish, seat or unsettled place, and the councils it is tied to."""
    node = area_iri(minter, place)
    yield from typed(node, KGO.Area)
    yield from text(node, FOAF.name, place.name or place.printed)
    yield link(node, KGO.areaKind, _AREA_KINDS[place.kind])
    if place.own_code:
        yield from text(node, DCTERMS.identifier, place.own_code)
        yield link(node, SCHEMA.sameAs, GSS_AREA + place.own_code)
    if place.slug:
        yield link(node, KGO.inCouncilArea, minter.council(place.slug))
        yield from council_facts(minter, gazetteer, place.slug)
    for reading in place.candidates:
        yield link(node, KGO.reading, minter.council(reading))
        yield from council_facts(minter, gazetteer, reading)


def council_facts(minter: Minter, gazetteer: Gazetteer, key: str) -> Iterator[Fact]:
    """A council with its names, code, dates, area, type and region, and its successors."""
    council = _council(gazetteer, key)
    node = minter.council(council.slug)
    yield from typed(node, ORG.FormalOrganization, SCHEMA.GovernmentOrganization)
    yield from text(node, FOAF.name, council.official_name)
    yield from text(node, SKOS.altLabel, council.name)
    if council.code:
        yield from text(node, DCTERMS.identifier, council.code)
        yield link(node, SCHEMA.areaServed, GSS_AREA + council.code)
    if council.wikidata:
        yield link(node, SCHEMA.sameAs, WIKIDATA + council.wikidata)
    yield from when(node, SCHEMA.foundingDate, _iso(council.start))
    yield from when(node, SCHEMA.dissolutionDate, _iso(council.end))
    yield from standing_facts(minter, gazetteer, council)
    yield from _succession(minter, gazetteer, council)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _succession(minter: Minter, gazetteer: Gazetteer, council: Council) -> Iterator[Fact]:
    if not council.successors:
        return
    event = minter.id("change", council.slug)
    yield from typed(event, ORG.ChangeEvent)
    yield link(event, ORG.originalOrganization, minter.council(council.slug))
    for successor in council.successors:
        yield link(event, ORG.resultingOrganization, minter.council(successor))
        yield from council_facts(minter, gazetteer, successor)


def _council(gazetteer: Gazetteer, key: str) -> Council:
    try:
        return gazetteer.councils[key]
    except KeyError:
        raise InternalError(f"the gazetteer has no council '{key}'") from None
