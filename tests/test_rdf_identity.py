"""Who is who as statements: decisions, what they replaced, links out, names of what was joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.decisions import MANUAL, Decision
from kg.decisions.hashing import content_hash
from kg.identity import Doubt, Identity, Link, Parting, Redirect
from kg.iris import Minter
from kg.model import Contest, Entity, Resolution
from kg.rdf import Making, article_quads, entity_quads, identity_quads, tidy
from kg.rdf.deciding import decision_iri
from kg.validate import validate_quads
from kg.vocab import (
    DCTERMS,
    FOAF,
    KGO,
    OWL,
    PAV,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SEMAPV,
    SKOS,
    SSSOM,
)
from tests import builders

MINTER = Minter()
CONTEST = MINTER.id("endorsement", "labour-leadership-2015")
WIKIDATA = "http://www.wikidata.org/entity/Q1"
SAME = Decision(
    subject=MINTER.person("dave-jones--bury"),
    object=MINTER.person("david-jones--bury"),
    verdict="same",
    justification=MANUAL,
    by="A. Reader",
    day=date(2026, 1, 31),
    comment="The council lists one.",
    where="a.tsv:7",
)


def said(quads: Iterable[ox.Quad], subject: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for quad in quads:
        if quad.subject == ox.NamedNode(subject):
            assert not isinstance(quad.object, ox.Triple)
            found.setdefault(quad.predicate.value, set()).add(quad.object.value)
    return found


def test_a_decision_says_who_took_it_when_and_why() -> None:
    assert said(identity_quads(Identity(), [SAME], MINTER), decision_iri(MINTER, SAME)) == {
        RDF.type: {KGO.MatchDecision, OWL.Axiom},
        OWL.annotatedSource: {SAME.subject},
        OWL.annotatedProperty: {SKOS.exactMatch},
        OWL.annotatedTarget: {SAME.object},
        SSSOM.mapping_justification: {f"{SEMAPV.NS}ManualMappingCuration"},
        SSSOM.author_label: {"A. Reader"},
        PAV.authoredOn: {"2026-01-31"},
        RDFS.comment: {"The council lists one."},
    }


@pytest.mark.parametrize(
    ("verdict", "property_", "modifier"),
    [
        ("same", SKOS.exactMatch, None),
        ("different", SKOS.exactMatch, {SSSOM.NegatedPredicate}),
        ("unsure", SKOS.closeMatch, None),
    ],
)
def test_a_verdict_is_a_property_and_perhaps_its_denial(
    verdict: str, property_: str, modifier: set[str] | None
) -> None:
    decision = replace(SAME, verdict=verdict, comment="")  # type: ignore[arg-type] # a verdict by name
    found = said(identity_quads(Identity(), [decision], MINTER), decision_iri(MINTER, decision))
    assert found[OWL.annotatedProperty] == {property_}
    assert found.get(SSSOM.predicate_modifier) == modifier
    assert RDFS.comment not in found


OTHER_VALUES = {
    "subject": MINTER.person("x--y"),
    "object": WIKIDATA,
    "verdict": "unsure",
    "justification": "semapv:LexicalMatching",
    "by": "B. Reader",
    "day": date(2026, 2, 1),
    "comment": "",
}


@pytest.mark.parametrize("field", OTHER_VALUES)
def test_every_part_of_a_decision_is_in_its_name(field: str) -> None:
    other = replace(SAME, **{field: OTHER_VALUES[field]})  # type: ignore[arg-type] # fields by name
    assert content_hash(other) != content_hash(SAME)


def test_where_a_decision_is_written_changes_nothing() -> None:
    moved = replace(SAME, where="b.tsv:99")
    assert identity_quads(Identity(), [moved], MINTER) == identity_quads(Identity(), [SAME], MINTER)


def test_a_replaced_iri_says_where_to_go_and_why() -> None:
    old, new = MINTER.person("dave-jones--bury"), MINTER.person("david-jones--bury")
    decided = Redirect(old, new, "Joined by a match decision.", (SAME,))
    assert said(identity_quads(Identity(redirects=(decided,)), [SAME], MINTER), old) == {
        DCTERMS.isReplacedBy: {new},
        OWL.sameAs: {new},
        KGO.decision: {"Joined by a match decision."},
        PROV.wasDerivedFrom: {decision_iri(MINTER, SAME)},
    }


def test_what_nobody_decided_is_not_the_same_outright() -> None:
    old, new = MINTER.person("jones--doc-0123456789abcdef"), MINTER.person("david-jones--bury")
    automatic = Redirect(old, new, "Stands in the same contest.")
    assert said(identity_quads(Identity(redirects=(automatic,)), [], MINTER), old) == {
        DCTERMS.isReplacedBy: {new},
        KGO.decision: {"Stands in the same contest."},
    }


def test_what_is_set_apart_is_named() -> None:
    old = MINTER.person("david-jones--bury")
    apart = f"{old}--doc-0123456789abcdef"
    parting = Parting(old, (old, apart), (SAME,))
    assert said(identity_quads(Identity(partings=(parting,)), [SAME], MINTER), old) == {
        KGO.splitInto: {apart},
        PROV.wasDerivedFrom: {decision_iri(MINTER, SAME)},
    }


def test_links_out_and_doubts() -> None:
    one, other = MINTER.person("a--b"), MINTER.person("c--d")
    identity = Identity(links=(Link(one, WIKIDATA, SAME),), unsure=(Doubt(one, other, SAME),))
    assert said(identity_quads(identity, [], MINTER), one) == {
        SCHEMA.sameAs: {WIKIDATA},
        SKOS.closeMatch: {other},
    }


def test_every_node_of_it_is_looked_at_and_sound() -> None:
    built = builders.worked()
    person, apart = (
        MINTER.person("david-jones--bury"),
        MINTER.person("anna-holt--harrow-weald-ward"),
    )
    identity = Identity(
        redirects=(
            Redirect(SAME.subject, person, "Joined.", (SAME,)),
            Redirect(MINTER.person("jones--doc-0123456789abcdef"), person, "By context."),
        ),
        partings=(Parting(MINTER.person("anna-holt--x"), (apart,), (SAME,)),),
        links=(Link(person, WIKIDATA, SAME),),
        unsure=(Doubt(person, apart, SAME),),
    )
    making = Making(built.extraction, built.resolution, MINTER)
    report = validate_quads(
        tidy(
            [
                *article_quads(making, builders.gazetteer()),
                *entity_quads([built.resolution], MINTER),
                *identity_quads(identity, [SAME], MINTER),
            ]
        )
    )
    assert [f.message for f in report.findings if f.severity != "info"] == [
        f"{person} is given as a supporter of more than one candidate of this contest."
    ]
    assert "unchecked" not in {finding.constraint for finding in report.findings}


# --- what was joined, in the statements of an article ---------------------------------------------


def joined_graph(renames: Mapping[str, str]) -> list[ox.Quad]:
    """The worked article with these keys of people and bodies replaced, whole."""
    built = builders.worked()
    agents = {
        mention: replace(entity, key=renames.get(entity.key, entity.key))
        for mention, entity in built.resolution.agents.items()
    }
    resolution = replace(built.resolution, agents=agents)
    making = Making(built.extraction, resolution, MINTER)
    quads = article_quads(making, builders.gazetteer())
    return tidy([*quads, *entity_quads([resolution], MINTER)])


def test_two_endorsements_that_become_one_keep_the_evidence_of_both_and_the_best_trust() -> None:
    made = joined_graph({"chuka-umunna--streatham": "a-b--c", "zoe-obyrne--northampton": "a-b--c"})
    key = builders.document().key
    passages = {
        MINTER.evidence(key, span.start, span.end)
        for span in (
            builders.at(builders.TEXT, "Zoë O’Byrne, Northampton Borough Council"),
            builders.at(builders.TEXT, "is backing Kendall in the leadership race"),
            builders.at(builders.TEXT, "Umunna repeated his\nsupport on Friday"),
        )
    }
    stance = said(made, f"{CONTEST}/a-b--c/liz-kendall--leicester-west")
    assert stance[KGO.evidence] == passages
    assert stance[KGO.confidence] == {"0.99"}
    assert stance[KGO.inCapacity] == {
        MINTER.membership("a-b--c", "constituency-streatham", "mp"),
        MINTER.membership("a-b--c", "northampton", "role-"),
    }
    assert stance[DCTERMS.date] == {"2015-07-17"}
    person = said(made, MINTER.person("a-b--c"))
    assert person[FOAF.name] | person[SKOS.altLabel] == {"Chuka Umunna", "Zoë O’Byrne"}


PEOPLE = sorted(one.key for one in builders.agents().values() if one.kind == "person")
BODIES = sorted(one.key for one in builders.agents().values() if one.kind == "organisation")


@settings(max_examples=15)
@given(
    st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)), max_size=4),
    st.lists(st.tuples(st.sampled_from(BODIES), st.sampled_from(BODIES)), max_size=2),
)
def test_whatever_is_joined_the_graph_keeps_the_shapes(
    people: list[tuple[str, str]], bodies: list[tuple[str, str]]
) -> None:
    renames: dict[str, str] = {}
    for old, new in (*people, *bodies):
        into = renames.get(new, new)
        renames = {key: into if now == old else now for key, now in renames.items()} | {old: into}
    report = validate_quads(joined_graph(renames))
    assert report.conforms, [finding.message for finding in report.findings]
    assert "unchecked" not in {finding.constraint for finding in report.findings}


# --- the names of what was joined --------------------------------------------------------------


def named(*labels: str) -> Resolution:
    """An article that calls one person by these names."""
    return Resolution(
        {
            builders.person(label): Entity("person", "david-jones--bury", label, "why")
            for label in labels
        }
    )


def names(*articles: Resolution) -> dict[str, set[str]]:
    found = said(entity_quads(articles, MINTER), MINTER.person("david-jones--bury"))
    return {name: values for name, values in found.items() if name != RDF.type}


def test_the_name_is_that_of_most_articles() -> None:
    assert names(named("Dave Jones"), named("Dave Jones"), named("David Jones")) == {
        FOAF.name: {"Dave Jones"},
        SKOS.altLabel: {"David Jones"},
    }


def test_of_names_as_frequent_the_longest_is_the_name() -> None:
    assert names(named("Dave Jones", "David Jones")) == {
        FOAF.name: {"David Jones"},
        SKOS.altLabel: {"Dave Jones"},
    }


@given(st.lists(st.sampled_from(["Dave Jones", "David Jones", "D. Jones"]), min_size=1))
def test_there_is_one_name_in_any_order_of_articles(labels: list[str]) -> None:
    made = names(*map(named, labels))
    assert len(made[FOAF.name]) == 1
    assert made[FOAF.name] | made.get(SKOS.altLabel, set()) == set(labels)
    assert made == names(*map(named, reversed(labels)))


def contests(*known: Contest) -> dict[str, set[str]]:
    """What is said of a contest that is known as each of these."""
    resolutions = [Resolution(contests={one: "leadership"}) for one in known]
    return said(entity_quads(resolutions, MINTER), MINTER.contest("leadership"))


def test_a_contest_is_described_by_the_article_that_knows_most() -> None:
    vague, full = Contest("leadership"), Contest("leadership", "Labour", 2015)
    assert contests(vague, vague, full) == contests(full, vague)
    assert contests(vague, full) == {
        RDF.type: {KGO.Contest, KGO.LeadershipElection},
        RDFS.label: {"Labour leadership 2015"},
        SKOS.altLabel: {"leadership (year not known)"},
        KGO.office: {"leadership"},
        SCHEMA.startDate: {"2015"},
    }
