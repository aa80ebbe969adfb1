"""Facts that one article asserts: its own description, its statements and their passages.

All go to the graph that the article names, so that it can be trusted, replaced or removed whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.iris import slug
from kg.model import (
    Candidacy,
    Claim,
    Contest,
    Dated,
    Endorsement,
    Evidence,
    Mention,
    Place,
    RoleHeld,
    Span,
    Statement,
)
from kg.rdf.facts import Fact, Making, agent_iri, decimal, integer, link, text, true, typed, when
from kg.rdf.offices import capacity, office_facts, office_held, office_iri
from kg.rdf.shared import unit_iri
from kg.vocab import DCTERMS, KGO, OA, PROV, SCHEMA

_POLARITY = {
    "supports": KGO.Supports,
    "opposes": KGO.Opposes,
    "withdrawn": KGO.Withdrawn,
    "expected": KGO.Expected,
}
_COMPARATOR = {
    "exactly": KGO.Exactly,
    "over": KGO.MoreThan,
    "about": KGO.About,
    "at least": KGO.AtLeast,
    "indefinite": KGO.Indefinite,
}
_BASIS = {"stated": KGO.Stated, "inferred": KGO.Inferred}
_STANDING = {"current": KGO.Current, "withdrawn": KGO.Withdrawn}


def article_facts(making: Making) -> Iterator[Fact]:
    """Everything that the article asserts, some of it more than once."""
    best: dict[str, float] = {}
    crowded = _crowded_spans(making.extraction.claims)
    yield from _description(making)
    for statement in making.extraction.statements:
        for node, passages, place in _witnesses(making, statement, crowded):
            yield from _shown_by(making, node, passages, place)
            trust = max(passage.confidence for passage in passages)
            best[node] = max(trust, best.get(node, 0.0))
        yield from _statement_facts(making, statement, crowded)
        if not isinstance(statement, RoleHeld) and statement.dates:
            yield from _dates(making, _node(making, statement, crowded), statement.dates)
    for node, trust in best.items():
        yield decimal(node, KGO.confidence, trust)


def _witnesses(
    making: Making, statement: Statement, crowded: frozenset[Span]
) -> Iterator[tuple[str, Sequence[Evidence], Place | None]]:
    """Each node that a statement gives passages for, those passages, and the place they print."""
    if isinstance(statement, Endorsement):
        place = making.place(statement.place) if statement.place else None
        yield endorsement_iri(making, statement), statement.evidence, place
        office = capacity(making, statement)
        if office:
            yield office_iri(making, office), office.evidence, place
    elif isinstance(statement, RoleHeld):
        place = making.place(statement.place) if statement.place else None
        yield office_iri(making, office_held(statement)), statement.evidence, place
    else:
        yield _node(making, statement, crowded), statement.evidence, None


def _node(
    making: Making, statement: Endorsement | Claim | Candidacy, crowded: frozenset[Span]
) -> str:
    """The IRI of what a statement says."""
    if isinstance(statement, Endorsement):
        return endorsement_iri(making, statement)
    if isinstance(statement, Claim):
        return _claim_iri(making, statement, crowded)
    return _candidacy_iri(making, statement.person, statement.contest)


def _dates(making: Making, node: str, dates: Sequence[Dated]) -> Iterator[Fact]:
    """When what ``node`` says was done, and the words that say so."""
    for dated in dates:
        words = making.minter.evidence(
            making.extraction.document.key, dated.span.start, dated.span.end
        )
        yield from when(node, DCTERMS.date, dated.when)
        yield link(node, KGO.dateEvidence, words)
        yield from when(words, DCTERMS.date, dated.when)
        yield from _passage(making, words, dated.span, dated.rule)


def _statement_facts(
    making: Making, statement: Statement, crowded: frozenset[Span]
) -> Iterator[Fact]:
    if isinstance(statement, Endorsement):
        yield from _endorsement(making, statement)
    elif isinstance(statement, Claim):
        yield from _claim(making, statement, crowded)
    elif isinstance(statement, RoleHeld):
        yield from _role(making, statement)
    else:
        yield from _candidacy(making, statement)


def _description(making: Making) -> Iterator[Fact]:
    document, node = making.extraction.document, making.article
    yield from typed(node, KGO.SourceArticle)
    yield from text(node, KGO.sha256, document.sha256)
    yield from text(node, SCHEMA.encodingFormat, document.media_type)
    yield from text(node, SCHEMA.headline, document.title)
    yield from text(node, SCHEMA.url, document.url)
    if making.resolution.publisher:
        publisher = agent_iri(making.minter, making.resolution.publisher)
        yield link(node, SCHEMA.publisher, publisher)
    if document.published:
        yield from when(node, SCHEMA.datePublished, document.published.when)
        yield link(node, KGO.dateBasis, _BASIS[document.published.basis])
        yield from text(node, KGO.dateNote, document.published.note)


def _endorsement(making: Making, statement: Endorsement) -> Iterator[Fact]:
    node = endorsement_iri(making, statement)
    endorser = making.entity(statement.endorser)
    yield from typed(node, KGO.Endorsement)
    yield link(node, KGO.endorser, making.agent(statement.endorser))
    yield link(node, KGO.endorses, _candidacy_iri(making, statement.candidate, statement.contest))
    yield link(node, KGO.polarity, _POLARITY[statement.polarity])
    yield from text(node, KGO.decision, endorser.decision)
    yield from _standing(making, statement.candidate, statement.contest)
    office = capacity(making, statement)
    if office:
        yield link(node, KGO.inCapacity, office_iri(making, office))
        yield from office_facts(making, office)


def endorsement_iri(making: Making, statement: Endorsement) -> str:
    """The IRI of a stance; any but support carries its polarity, being another stance."""
    keys = (
        making.contest(statement.contest),
        making.entity(statement.endorser).key,
        making.entity(statement.candidate).key,
    )
    if statement.polarity == "supports":
        return making.minter.endorsement(*keys)
    return making.minter.id("endorsement", *keys, statement.polarity)


def _claim(making: Making, statement: Claim, crowded: frozenset[Span]) -> Iterator[Fact]:
    node = _claim_iri(making, statement, crowded)
    yield from typed(node, KGO.EndorsementClaim)
    yield link(node, KGO.regarding, _candidacy_iri(making, statement.candidate, statement.contest))
    yield decimal(node, KGO.count, statement.count)
    yield link(node, KGO.comparator, _COMPARATOR[statement.comparator])
    yield link(node, KGO.unit, unit_iri(making.minter, statement.unit))
    if statement.attributed_to:
        yield link(node, PROV.wasAttributedTo, making.agent(statement.attributed_to))
    for endorsement in enumerated(making, statement):
        yield link(node, KGO.enumerates, endorsement_iri(making, endorsement))
    yield from _standing(making, statement.candidate, statement.contest)


def _crowded_spans(claims: Sequence[Claim]) -> frozenset[Span]:
    counted = Counter(claim.evidence[0].span for claim in claims)
    return frozenset(span for span, times in counted.items() if times > 1)


def _claim_iri(making: Making, statement: Claim, crowded: frozenset[Span]) -> str:
    document, span = making.extraction.document, statement.evidence[0].span
    node = making.minter.claim(document.key, span.start, span.end)
    if span not in crowded:
        return node
    # One passage that states several numbers: each claim adds what sets it apart.
    candidate = making.entity(statement.candidate).key
    return (
        f"{node}/{candidate}/{slug(f'{statement.comparator} {statement.count} {statement.unit}')}"
    )


def enumerated(making: Making, claim: Claim) -> Iterator[Endorsement]:
    """The endorsements of the list that a claim introduces, if it introduces one."""
    region = claim.enumerates
    if region is None:
        return
    contest = making.contest(claim.contest)
    for endorsement in making.extraction.endorsements:
        if (
            endorsement.polarity == "supports"
            and any(region.covers(passage.span) for passage in endorsement.evidence)
            and making.contest(endorsement.contest) == contest
            and making.same(endorsement.candidate, claim.candidate)
        ):
            yield endorsement


def _role(making: Making, statement: RoleHeld) -> Iterator[Fact]:
    office = office_held(statement)
    yield from office_facts(making, office)
    decision = making.entity(statement.person).decision
    yield from text(office_iri(making, office), KGO.decision, decision)


def _candidacy(making: Making, statement: Candidacy) -> Iterator[Fact]:
    node = _candidacy_iri(making, statement.person, statement.contest)
    yield from _standing(making, statement.person, statement.contest)
    yield link(node, KGO.status, _STANDING[statement.status])
    yield from when(node, KGO.asOf, making.published)


def _candidacy_iri(making: Making, person: Mention, contest: Contest) -> str:
    return making.minter.candidacy(making.contest(contest), making.entity(person).key)


def _standing(making: Making, person: Mention, contest: Contest) -> Iterator[Fact]:
    """That ``person`` stands: stated by a candidacy, implied by every endorsement and claim."""
    node = _candidacy_iri(making, person, contest)
    yield from typed(node, KGO.Candidacy)
    yield link(node, KGO.candidate, making.agent(person))
    yield link(node, KGO.contest, making.minter.contest(making.contest(contest)))
    yield from text(node, KGO.decision, making.entity(person).decision)


def _shown_by(
    making: Making, node: str, evidence: Sequence[Evidence], place: Place | None
) -> Iterator[Fact]:
    """The passages that say ``node``."""
    for passage in evidence:
        yield link(node, KGO.evidence, _evidence_iri(making, passage))
        yield from _evidence(making, passage, place)


def _evidence_iri(making: Making, passage: Evidence) -> str:
    span = passage.span
    return making.minter.evidence(making.extraction.document.key, span.start, span.end)


def _evidence(making: Making, passage: Evidence, place: Place | None) -> Iterator[Fact]:
    node = _evidence_iri(making, passage)
    yield from _passage(making, node, passage.span, passage.rule)
    yield from text(node, KGO.printedName, passage.printed_name)
    yield from text(node, KGO.printedPlace, passage.printed_place)
    yield from text(node, KGO.printedRole, passage.printed_role)
    if place and place.misspelt and passage.printed_place:
        yield true(node, KGO.misspelt)


def _passage(making: Making, node: str, span: Span, rule: str) -> Iterator[Fact]:
    """A stretch of the article by position and by words, and the rule that read it."""
    position, words = f"{node}#pos", f"{node}#quote"
    yield from typed(node, KGO.Evidence)
    yield link(node, OA.hasSource, making.article)
    yield link(node, OA.hasSelector, position)
    yield link(node, OA.hasSelector, words)
    yield from text(node, KGO.rule, rule)
    yield from typed(position, OA.TextPositionSelector)
    yield integer(position, OA.start, span.start)
    yield integer(position, OA.end, span.end)
    yield from typed(words, OA.TextQuoteSelector)
    yield from text(words, OA.exact, making.extraction.document.quote(span))
