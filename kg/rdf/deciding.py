"""Facts on who is who: match decisions, what they replaced, and what is the same elsewhere.

They come from people and not from an article, so they stand in the default graph. An IRI that is
no longer used says nothing but where to go and why: it is nobody, so no question counts it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.decisions import Decision
from kg.decisions.hashing import content_hash
from kg.identity import Identity, Parting, Redirect
from kg.iris import Minter
from kg.rdf.facts import Fact, link, text, typed, when
from kg.vocab import DCTERMS, KGO, OWL, PAV, PROV, RDFS, SCHEMA, SEMAPV, SKOS, SSSOM

_DIGITS = 16
_SEMAPV = "semapv:"


def decision_iri(minter: Minter, decision: Decision) -> str:
    """The IRI of a decision, from what it says."""
    return minter.id("decision", content_hash(decision)[:_DIGITS])


def decision_facts(minter: Minter, decisions: Iterable[Decision]) -> Iterator[Fact]:
    """What was decided, by whom, when and why, in the terms of SSSOM."""
    for decision in decisions:
        node = decision_iri(minter, decision)
        unsure = decision.verdict == "unsure"
        yield from typed(node, KGO.MatchDecision, OWL.Axiom)
        yield link(node, OWL.annotatedSource, decision.subject)
        yield link(node, OWL.annotatedProperty, SKOS.closeMatch if unsure else SKOS.exactMatch)
        yield link(node, OWL.annotatedTarget, decision.object)
        if decision.verdict == "different":
            yield link(node, SSSOM.predicate_modifier, SSSOM.NegatedPredicate)
        yield link(node, SSSOM.mapping_justification, _justification(decision))
        yield from text(node, SSSOM.author_label, decision.by)
        yield from when(node, PAV.authoredOn, decision.day.isoformat())
        yield from text(node, RDFS.comment, decision.comment or None)


def identity_facts(minter: Minter, identity: Identity) -> Iterator[Fact]:
    """Which IRIs gave way to which, what is the same elsewhere, and what may be the same."""
    for redirect in identity.redirects:
        yield from _redirect(minter, redirect)
    for parting in identity.partings:
        yield from _parting(minter, parting)
    for accepted in identity.links:
        yield link(accepted.entity, SCHEMA.sameAs, accepted.outside)
    for doubt in identity.unsure:
        yield link(doubt.one, SKOS.closeMatch, doubt.other)


def _redirect(minter: Minter, redirect: Redirect) -> Iterator[Fact]:
    yield link(redirect.old, DCTERMS.isReplacedBy, redirect.new)
    yield from text(redirect.old, KGO.decision, redirect.why)
    if redirect.decisions:
        yield link(redirect.old, OWL.sameAs, redirect.new)
        yield from _because(minter, redirect.old, redirect.decisions)


def _parting(minter: Minter, parting: Parting) -> Iterator[Fact]:
    for apart in parting.new:
        if apart != parting.old:
            yield link(parting.old, KGO.splitInto, apart)
    yield from _because(minter, parting.old, parting.decisions)


def _because(minter: Minter, node: str, decisions: Sequence[Decision]) -> Iterator[Fact]:
    for decision in decisions:
        yield link(node, PROV.wasDerivedFrom, decision_iri(minter, decision))


def _justification(decision: Decision) -> str:
    """The IRI of a justification, which decisions give in short."""
    return SEMAPV.NS + decision.justification.removeprefix(_SEMAPV)
