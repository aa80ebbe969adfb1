"""The only maker of quads: what an article says, once its mentions are resolved, as RDF.

What one article asserts goes to the graph that its IRI names; people, bodies, councils, areas,
roles and contests go to the default graph. There are no blank nodes, counters or clocks, so the
same extractions and resolutions always give the same statements, in whatever order they come.

    article_quads(...)   what one article adds, once it is settled who is who
    entity_quads(...)    the people, bodies and contests of all articles, each once
    register_quads(...)  how many councils there were when the articles appeared
    dataset_quads(...)   what the graph says of itself; description_quads(...): what exports add
    identity_quads(...)  what was decided on who is who, and which IRIs gave way to which
    quads(...)           both, of an article that stands alone
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.census import Census
from kg.decisions import Decision
from kg.gazetteer import Gazetteer
from kg.identity import Identity
from kg.iris import Minter
from kg.model import Document, Extraction, Resolution
from kg.rdf.article import article_facts, endorsement_iri, enumerated
from kg.rdf.dataset import (
    N_QUADS,
    Sources,
    dataset_facts,
    dataset_iri,
    description_facts,
    load_sources,
)
from kg.rdf.deciding import decision_facts, identity_facts
from kg.rdf.entities import entity_facts
from kg.rdf.facts import Fact, Making
from kg.rdf.offices import Office, capacity, office_held, shared_office_facts
from kg.rdf.register import count_facts, is_on_council
from kg.rdf.shared import unit_facts

__all__ = [
    "N_QUADS",
    "Making",
    "Sources",
    "article_quads",
    "dataset_iri",
    "dataset_quads",
    "description_quads",
    "endorsement_iri",
    "entity_quads",
    "enumerated",
    "identity_quads",
    "load_sources",
    "quads",
    "register_quads",
    "tidy",
]


def quads(
    extraction: Extraction, resolution: Resolution, gazetteer: Gazetteer, minter: Minter
) -> list[Quad]:
    """The whole graph of one article, each statement once, sorted. Raises as ``article_quads``."""
    made = article_quads(Making(extraction, resolution, minter), gazetteer)
    return tidy([*made, *entity_quads([resolution], minter)])


def article_quads(making: Making, gazetteer: Gazetteer) -> list[Quad]:
    """The statements of one article but those of ``entity_quads``, each once, sorted.

    Raises ``InternalError`` when a mention was not resolved, or resolved to a council that the
    gazetteer does not have.
    """
    own = NamedNode(making.article)
    made = [_quad(fact, own) for fact in article_facts(making)]
    made += [_quad(fact, DefaultGraph()) for fact in _shared_facts(making, gazetteer)]
    return tidy(made)


def entity_quads(resolutions: Iterable[Resolution], minter: Minter) -> list[Quad]:
    """Each person, body and contest of all articles with its names, each once, sorted."""
    return tidy(_quad(fact, DefaultGraph()) for fact in entity_facts(resolutions, minter))


def register_quads(
    articles: Iterable[tuple[Document, Resolution]], gazetteer: Gazetteer, minter: Minter
) -> list[Quad]:
    """How many councils there were when each article appeared that speaks of one, sorted."""
    published = {
        document.published
        for document, resolution in articles
        if document.published and any(map(is_on_council, resolution.places.values()))
    }
    return tidy(
        _quad(fact, DefaultGraph())
        for one in published
        for fact in count_facts(minter, gazetteer, one)
    )


def identity_quads(identity: Identity, decisions: Iterable[Decision], minter: Minter) -> list[Quad]:
    """The match decisions, the IRIs that gave way because of them, links out; sorted."""
    facts = (*decision_facts(minter, decisions), *identity_facts(minter, identity))
    return tidy(_quad(fact, DefaultGraph()) for fact in facts)


def dataset_quads(minter: Minter) -> list[Quad]:
    """What the graph says of itself: the same for every build under one base, sorted."""
    return tidy(_quad(fact, DefaultGraph()) for fact in dataset_facts(minter))


def description_quads(minter: Minter, census: Census) -> list[Quad]:
    """What an export says of the graph it writes, in a graph of its own; sorted.

    Licence and sources, version of kg, counts and checksum. Nothing depends on a clock. Raises
    ``ResourceError`` when the table of sources cannot be read.
    """
    own = NamedNode(dataset_iri(minter))
    facts = description_facts(minter, census, load_sources())
    return tidy(_quad(fact, own) for fact in facts)


def tidy(made: Iterable[Quad]) -> list[Quad]:
    """Each statement once, sorted by graph, subject, predicate and object as text."""
    return sorted(set(made), key=_order)


def _order(quad: Quad) -> tuple[str, str, str, str]:
    return (
        str(quad.graph_name),
        str(quad.subject),
        str(quad.predicate),
        str(quad.object),
    )


def _quad(fact: Fact, graph: NamedNode | DefaultGraph) -> Quad:
    subject, predicate, target = fact
    return Quad(NamedNode(subject), NamedNode(predicate), target, graph)


def _shared_facts(making: Making, gazetteer: Gazetteer) -> Iterator[Fact]:
    for claim in making.extraction.claims:
        yield from unit_facts(making.minter, claim.unit)
    for office in _offices(making):
        yield from shared_office_facts(making, gazetteer, office)


def _offices(making: Making) -> Iterator[Office]:
    yield from (office_held(statement) for statement in making.extraction.roles)
    for endorsement in making.extraction.endorsements:
        office = capacity(making, endorsement)
        if office:
            yield office
