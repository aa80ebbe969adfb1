"""What an article says becomes these statements, whatever order and company it comes in."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InternalError
from kg.iris import Minter
from kg.model import (
    Candidacy,
    CandidacyStatus,
    Claim,
    Comparator,
    Contest,
    Dated,
    Extraction,
    Place,
    PlaceKind,
    Polarity,
    RoleHeld,
    RoleStatus,
    Span,
)
from kg.rdf import dataset_quads, quads, register_quads, tidy
from kg.rdf.facts import decimal, when
from kg.reconcile.contests import contest_key
from kg.vocab import DCTERMS, FOAF, KGO, OA, ORG, PREFIXES, PROV, RDF, SCHEMA, SKOS, XSD
from kg.when import DateBasis, Published
from tests import builders
from tests.builders import Built

BASE = "https://example.org/kg/id/"
COOPER = "yvette-cooper--normanton-pontefract-and-castleford"
KENDALL = "liz-kendall--leicester-west"
CONTEST = "labour-leadership-2015"
SHARED_KINDS = {
    "area",
    "change",
    "contest",
    "council",
    "council-count",
    "council-type",
    "dataset",
    "nation",
    "org",
    "person",
    "region",
    "role",
    "scheme",
    "unit",
}


def made(built: Built, minter: Minter | None = None) -> list[ox.Quad]:
    return quads(built.extraction, built.resolution, builders.gazetteer(), minter or Minter())


def said(all_quads: list[ox.Quad], subject: str) -> dict[str, set[str]]:
    """What is said of a thing: predicate to values, IRIs below the base cut short."""
    found: dict[str, set[str]] = {}
    for quad in all_quads:
        if quad.subject == ox.NamedNode(BASE + subject):
            found.setdefault(quad.predicate.value, set()).add(short(quad.object))
    return found


def short(term: object) -> str:
    if isinstance(term, ox.NamedNode):
        return term.value.removeprefix(BASE)
    assert isinstance(term, ox.Literal)
    return term.value


def changed(built: Built, **changes: object) -> Built:
    return replace(built, extraction=replace(built.extraction, **changes))  # type: ignore[arg-type] # fields by name


WORKED = made(builders.worked())
KEY = builders.document().key


def passage(fragment: str, nth: int = 0) -> str:
    span = builders.at(builders.TEXT, fragment, nth)
    return f"evidence/{KEY}/{span.start}-{span.end}"


def test_an_endorsement_from_a_list() -> None:
    line = passage("Mike Lerry – Labour Group Leader, Sedgemoore District Council")
    membership = "membership/mike-lerry--sedgemoor/sedgemoor/labour-group-leader"
    assert said(WORKED, f"endorsement/{CONTEST}/mike-lerry--sedgemoor/{COOPER}") == {
        RDF.type: {KGO.Endorsement},
        KGO.endorser: {"person/mike-lerry--sedgemoor"},
        KGO.endorses: {f"candidacy/{CONTEST}/{COOPER}"},
        KGO.polarity: {KGO.Supports},
        KGO.inCapacity: {membership},
        KGO.evidence: {line},
        KGO.confidence: {"0.99"},
        KGO.decision: {"the name and the place printed beside it"},
    }
    assert said(WORKED, membership) == {
        RDF.type: {ORG.Membership},
        ORG.member: {"person/mike-lerry--sedgemoor"},
        ORG.organization: {"council/sedgemoor"},
        ORG.role: {"role/labour-group-leader"},
        KGO.status: {KGO.Current},
        KGO.asOf: {"2015-07-17"},
        KGO.evidence: {line},
        KGO.confidence: {"0.99"},
        KGO.decision: {"one letter away from Sedgemoor District Council"},
    }
    assert said(WORKED, line) == {
        RDF.type: {KGO.Evidence},
        OA.hasSource: {f"article/{KEY}"},
        OA.hasSelector: {f"{line}#pos", f"{line}#quote"},
        KGO.rule: {"list.dashed"},
        KGO.printedName: {"Mike Lerry"},
        KGO.printedPlace: {"Sedgemoore District Council"},
        KGO.printedRole: {"Labour Group Leader"},
        KGO.misspelt: {"true"},
    }
    start, end = line.rpartition("/")[2].split("-")
    assert said(WORKED, f"{line}#pos") == {
        RDF.type: {OA.TextPositionSelector},
        OA.start: {start},
        OA.end: {end},
    }
    assert said(WORKED, f"{line}#quote") == {
        RDF.type: {OA.TextQuoteSelector},
        OA.exact: {"Mike Lerry – Labour Group Leader, Sedgemoore District Council"},
    }


def test_a_council_with_its_codes_dates_and_successor() -> None:
    assert said(WORKED, "council/sedgemoor") == {
        RDF.type: {ORG.FormalOrganization, SCHEMA.GovernmentOrganization},
        FOAF.name: {"Sedgemoor District Council"},
        SKOS.altLabel: {"Sedgemoor"},
        DCTERMS.identifier: {"E07000188"},
        SCHEMA.areaServed: {"http://statistics.data.gov.uk/id/statistical-geography/E07000188"},
        SCHEMA.sameAs: {"http://www.wikidata.org/entity/Q73072737"},
        SCHEMA.foundingDate: {"1974-04-01"},
        SCHEMA.dissolutionDate: {"2023-03-31"},
        ORG.classification: {"council-type/district"},
        SCHEMA.location: {"region/south-west"},
    }
    assert said(WORKED, "council-type/district")[SKOS.prefLabel] == {"district council"}
    assert said(WORKED, "region/south-west") == {
        RDF.type: {SCHEMA.AdministrativeArea},
        FOAF.name: {"South West"},
        SCHEMA.containedInPlace: {"nation/england"},
    }
    assert said(WORKED, "change/sedgemoor") == {
        RDF.type: {ORG.ChangeEvent},
        ORG.originalOrganization: {"council/sedgemoor"},
        ORG.resultingOrganization: {"council/somerset-council"},
    }
    assert FOAF.name in said(WORKED, "council/somerset-council")
    assert said(WORKED, "change/bury") == {}


def test_councils_are_counted_for_the_day_of_an_article_that_speaks_of_one() -> None:
    register = registered(builders.worked(), builders.worked())
    counts = {s: said(register, s) for s in subjects(register) if s.startswith("council-count/")}
    assert sum(int(*one[SCHEMA.value]) for one in counts.values()) == 418
    assert counts["council-count/2015-07-17/district/south-west"] == {
        RDF.type: {KGO.CouncilCount},
        KGO.asOf: {"2015-07-17"},
        SCHEMA.value: {"25"},
        ORG.classification: {"council-type/district"},
        SCHEMA.location: {"region/south-west"},
    }
    undated = builders.small()
    document = replace(undated.extraction.document, published=None)
    assert (
        registered(replace(undated, extraction=replace(undated.extraction, document=document)))
        == []
    )
    nowhere = replace(undated, resolution=replace(undated.resolution, places={}))
    assert registered(nowhere) == []


def registered(*articles: Built) -> list[ox.Quad]:
    pairs = [(one.extraction.document, one.resolution) for one in articles]
    return register_quads(pairs, builders.gazetteer(), Minter())


def subjects(all_quads: list[ox.Quad]) -> set[str]:
    return {short(quad.subject) for quad in all_quads}


def test_two_passages_are_one_endorsement_with_the_better_confidence() -> None:
    found = said(WORKED, f"endorsement/{CONTEST}/chuka-umunna--streatham/{KENDALL}")
    assert len(found[KGO.evidence]) == 2
    assert found[KGO.confidence] == {"0.95"}


def test_an_office_said_twice_has_the_best_confidence() -> None:
    built = builders.worked()
    mark = replace(builders.passage("David Jones, Bury"), confidence=0.5)
    second = builders.endorsement(
        builders.JONES, builders.KENDALL, mark, role="Councillor", where=builders.BURY
    )
    found = made(changed(built, statements=(*built.extraction.statements, second)))
    office = said(found, "membership/david-jones--bury/bury/councillor")
    assert office[KGO.confidence] == {"0.99"}
    assert len(office[KGO.evidence]) == 2


def test_an_mp_represents_a_seat_and_sits_on_no_council() -> None:
    office = said(WORKED, "membership/chuka-umunna--streatham/constituency-streatham/mp")
    assert office[KGO.represents] == {"area/constituency-streatham"}
    assert ORG.organization not in office


def test_a_ward_councillor_sits_on_the_council_of_the_ward() -> None:
    key = "ward-harrow-weald--harrow"
    office = said(WORKED, f"membership/anna-holt--harrow-weald-ward/{key}/councillor")
    assert office[KGO.represents] == {f"area/{key}"}
    assert office[ORG.organization] == {"council/harrow"}
    area = said(WORKED, f"area/{key}")
    assert area[KGO.areaKind] == {KGO.Ward}
    assert area[KGO.inCouncilArea] == {"council/harrow"}
    assert area[DCTERMS.identifier] == {"E05000290"}
    assert area[KGO.decision] == {"a ward of Harrow, not a council"}


def test_an_unknown_place_is_kept_as_unknown() -> None:
    key = "unknown-nether-wallop-on-sea"
    office = said(WORKED, f"membership/ben-carr--nether-wallop-on-sea/{key}/councillor")
    assert office[KGO.represents] == {f"area/{key}"}
    assert ORG.organization not in office
    assert said(WORKED, f"area/{key}") == {
        RDF.type: {KGO.Area},
        FOAF.name: {"Nether Wallop on Sea"},
        KGO.areaKind: {KGO.UnknownPlace},
        KGO.decision: {"no council, ward or seat has this name"},
    }


def test_a_place_without_a_role_is_an_office_without_one() -> None:
    office = said(WORKED, "membership/zoe-obyrne--northampton/northampton/role-")
    assert office[ORG.organization] == {"council/northampton"}
    assert ORG.role not in office


def test_a_body_endorses_in_no_capacity() -> None:
    found = said(WORKED, f"endorsement/{CONTEST}/streatham-clp/{COOPER}")
    assert found[KGO.endorser] == {"org/streatham-clp"}
    assert KGO.inCapacity not in found


def test_opposing_is_another_stance_with_its_own_name() -> None:
    found = said(WORKED, f"endorsement/{CONTEST}/jacqui-smith--labour/{KENDALL}/opposes")
    assert found[KGO.polarity] == {KGO.Opposes}
    assert said(WORKED, f"endorsement/{CONTEST}/jacqui-smith--labour/{KENDALL}") == {}


def test_rivals_stand_side_by_side() -> None:
    for candidate in (COOPER, KENDALL):
        assert said(WORKED, f"endorsement/{CONTEST}/david-jones--bury/{candidate}")


def test_a_former_office_is_not_made_current_by_speaking_in_it() -> None:
    built = builders.worked()
    speaking = tuple(
        replace(s, role="chief whip") if s.kind == "endorsement" and s.polarity == "opposes" else s
        for s in built.extraction.statements
    )
    found = made(changed(built, statements=speaking))
    office = "membership/jacqui-smith--labour/labour/chief-whip"
    stance = f"endorsement/{CONTEST}/jacqui-smith--labour/{KENDALL}/opposes"
    assert said(found, stance)[KGO.inCapacity] == {office}
    assert said(found, office)[KGO.status] == {KGO.Former}


def test_a_claim_that_introduces_a_list_enumerates_it() -> None:
    span = builders.at(
        builders.TEXT, "Four councillors and a local party are backing Yvette Cooper"
    )
    found = said(WORKED, f"claim/{KEY}/{span.start}-{span.end}")
    assert found[KGO.count] == {"4"}
    assert found[KGO.comparator] == {KGO.Exactly}
    assert found[KGO.unit] == {"unit/councillors"}
    assert found[KGO.regarding] == {f"candidacy/{CONTEST}/{COOPER}"}
    assert len(found[KGO.enumerates]) == 5
    assert all(endorsement.endswith(COOPER) for endorsement in found[KGO.enumerates])


def test_hearsay_is_attributed_and_enumerates_nothing() -> None:
    span = builders.at(builders.TEXT, "The Huffington Post claims there are “over 150” councillors")
    found = said(WORKED, f"claim/{KEY}/{span.start}-{span.end}")
    assert found[PROV.wasAttributedTo] == {"org/huffington-post"}
    assert found[KGO.comparator] == {KGO.MoreThan}
    assert KGO.enumerates not in found


def test_a_passage_that_states_two_numbers_makes_two_claims() -> None:
    built = builders.worked()
    first, second = (c for c in built.extraction.claims if c.candidate != builders.COOPER)
    shared = replace(second, evidence=first.evidence)
    found = made(changed(built, statements=(first, shared)))
    claims = {q.subject for q in found if q.object == ox.NamedNode(KGO.EndorsementClaim)}
    assert len(claims) == 2
    assert all(len(said(found, short(claim))[KGO.count]) == 1 for claim in claims)


def test_candidacies_are_stated_or_implied() -> None:
    withdrawn = said(WORKED, f"candidacy/{CONTEST}/mary-creagh--wakefield")
    assert withdrawn[KGO.status] == {KGO.Withdrawn}
    implied = said(WORKED, f"candidacy/{CONTEST}/{COOPER}")
    assert implied[KGO.candidate] == {f"person/{COOPER}"}
    assert implied[KGO.contest] == {f"contest/{CONTEST}"}
    assert KGO.status not in implied


def test_an_article_says_what_is_known_of_it() -> None:
    assert said(WORKED, f"article/{KEY}") == {
        RDF.type: {KGO.SourceArticle},
        KGO.sha256: {builders.document().sha256},
        SCHEMA.headline: {"The names behind the numbers"},
        SCHEMA.publisher: {"org/example-post"},
        SCHEMA.url: {"https://news.example/2015/names"},
        SCHEMA.encodingFormat: {"text/plain"},
        SCHEMA.datePublished: {"2015-07-17"},
        KGO.dateBasis: {KGO.Stated},
    }


def test_an_inferred_year_says_so_and_what_is_unknown_is_left_out() -> None:
    built = builders.small()
    found = said(made(built), f"article/{built.document.key}")
    assert found[SCHEMA.datePublished] == {"2015"}
    assert found[KGO.dateBasis] == {KGO.Inferred}
    assert found[KGO.dateNote] == {"the year of the contest"}
    assert not {SCHEMA.headline, SCHEMA.publisher, SCHEMA.url} & set(found)
    undated = replace(built.document, published=None)
    assert KGO.dateBasis not in said(
        made(changed(built, document=undated)), f"article/{undated.key}"
    )


def test_each_article_has_its_graph_and_what_is_shared_the_default_one() -> None:
    own = ox.NamedNode(f"{BASE}article/{KEY}")
    for quad in WORKED:
        kind = short(quad.subject).partition("/")[0]
        if quad.graph_name == ox.DefaultGraph():
            assert kind in SHARED_KINDS, quad
        else:
            assert quad.graph_name == own
            # Why this article's name for an area means that area is this article's own.
            assert kind not in SHARED_KINDS or quad.predicate.value == KGO.decision, quad


def test_there_are_no_blank_nodes_and_every_iri_is_legal() -> None:
    for quad in (*WORKED, *dataset_quads(Minter())):
        assert isinstance(quad.subject, ox.NamedNode)
        assert not isinstance(quad.object, ox.BlankNode)
    text = ox.serialize(WORKED, format=ox.RdfFormat.N_QUADS)
    assert set(ox.parse(text, format=ox.RdfFormat.N_QUADS)) == set(WORKED)


def test_statements_are_sorted_and_each_is_there_once() -> None:
    assert tidy(reversed(WORKED + WORKED)) == WORKED


def test_the_store_keeps_every_statement_as_it_is() -> None:
    store = ox.Store()
    store.extend(WORKED)
    assert set(store) == set(WORKED)


@given(st.randoms())
def test_the_order_of_statements_and_mentions_changes_nothing(random: object) -> None:
    built = builders.worked()
    statements = list(built.extraction.statements)
    agents, places = (list(m.items()) for m in (built.resolution.agents, built.resolution.places))
    for pile in (statements, agents, places):
        random.shuffle(pile)  # type: ignore[attr-defined] # Hypothesis hands out a random.Random
    resolution = replace(built.resolution, agents=dict(agents), places=dict(places))
    shuffled = changed(built, statements=tuple(statements))
    assert made(replace(shuffled, resolution=resolution)) == WORKED


def test_articles_merge_in_any_order_and_leave_no_trace_when_left_out() -> None:
    one, two = WORKED, made(builders.small("David Jones", "bury"))
    assert tidy(one + two) == tidy(two + one)
    own = f"{BASE}article/{KEY}"
    assert not [q for q in two if own in str(q)]
    shared = f"endorsement/{CONTEST}/david-jones--bury/{KENDALL}"
    assert len(said(one + two, shared)[KGO.evidence]) == 2


def test_the_hash_seed_changes_nothing() -> None:
    code = (
        "from tests import builders; from kg.iris import Minter; from kg.rdf import quads; "
        "b = builders.worked(); import hashlib; "
        "q = quads(b.extraction, b.resolution, builders.gazetteer(), Minter()); "
        "print(hashlib.sha256(repr([str(x) for x in q]).encode()).hexdigest())"
    )
    root = Path(__file__).parent.parent
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_the_base_is_one_setting() -> None:
    other = made(builders.worked(), Minter("https://kg.test/x/"))
    text = "\n".join(map(str, other))
    assert "https://example.org/kg/id/" not in text
    assert text.replace("https://kg.test/x/", "https://example.org/kg/").count("\n") + 1 == len(
        WORKED
    )


def test_a_mention_that_nobody_resolved_is_our_fault() -> None:
    built = builders.worked()
    agents = {m: e for m, e in built.resolution.agents.items() if m != builders.UMUNNA}
    with pytest.raises(InternalError, match=r"Chuka Umunna.*not resolved"):
        made(replace(built, resolution=replace(built.resolution, agents=agents)))
    places = {m: p for m, p in built.resolution.places.items() if m != builders.BURY}
    with pytest.raises(InternalError, match=r"Bury.*not resolved"):
        made(replace(built, resolution=replace(built.resolution, places=places)))


@pytest.mark.parametrize(
    ("slug", "message"),
    [("no-such-council", "no council 'no-such-council'"), (None, "without a slug")],
)
def test_a_council_that_the_gazetteer_lacks_is_our_fault(slug: str | None, message: str) -> None:
    built = builders.worked()
    bad = replace(built.resolution.places[builders.BURY], slug=slug)
    places: Mapping[object, Place] = {**built.resolution.places, builders.BURY: bad}
    with pytest.raises(InternalError, match=message):
        made(replace(built, resolution=replace(built.resolution, places=places)))  # type: ignore[arg-type] # keyed by mentions


@pytest.mark.parametrize("kind", get_args(PlaceKind))
def test_every_kind_of_place_can_be_said(kind: PlaceKind) -> None:
    built = builders.small()
    [(mention, place)] = built.resolution.places.items()
    changed_place = replace(place, kind=kind, slug=place.slug if kind == "council" else None)
    if kind in ("ambiguous", "abolished"):
        changed_place = replace(changed_place, candidates=("sedgemoor", "northampton"))
    resolution = replace(built.resolution, places={mention: changed_place})
    found = made(replace(built, resolution=resolution))
    readings = {q.object for q in found if q.predicate.value == KGO.reading}
    assert len(readings) == len(changed_place.candidates)
    areas = {q.object for q in found if q.predicate.value == KGO.areaKind}
    assert len(areas) == (0 if kind == "council" else 1)


@pytest.mark.parametrize("polarity", get_args(Polarity))
def test_every_polarity_can_be_said(polarity: Polarity) -> None:
    built = builders.small()
    [statement] = built.extraction.endorsements
    found = made(changed(built, statements=(replace(statement, polarity=polarity),)))
    [stance] = {q.object for q in found if q.predicate.value == KGO.polarity}
    assert short(stance).removeprefix(KGO.NS).lower() == polarity


@pytest.mark.parametrize("comparator", get_args(Comparator))
def test_every_comparator_can_be_said(comparator: Comparator) -> None:
    built = builders.worked()
    claim = replace(built.extraction.claims[0], comparator=comparator)
    found = made(changed(built, statements=(claim,)))
    assert len([q for q in found if q.predicate.value == KGO.comparator]) == 1


@pytest.mark.parametrize("status", get_args(RoleStatus))
def test_every_status_of_an_office_can_be_said(status: RoleStatus) -> None:
    built = builders.worked()
    role: RoleHeld = replace(built.extraction.roles[0], status=status)
    found = made(changed(built, statements=(role,)))
    [state] = {q.object for q in found if q.predicate.value == KGO.status}
    assert short(state).removeprefix(KGO.NS).lower() == status


@pytest.mark.parametrize("status", get_args(CandidacyStatus))
def test_every_status_of_a_candidacy_can_be_said(status: CandidacyStatus) -> None:
    built = builders.worked()
    candidacy: Candidacy = replace(built.extraction.candidacies[0], status=status)
    found = made(changed(built, statements=(candidacy,)))
    [state] = {q.object for q in found if q.predicate.value == KGO.status}
    assert short(state).removeprefix(KGO.NS).lower() == status


@pytest.mark.parametrize("basis", get_args(DateBasis))
def test_every_basis_of_a_date_can_be_said(basis: DateBasis) -> None:
    built = builders.small()
    dated = replace(built.document, published=Published("2015-07", basis))
    found = said(made(changed(built, document=dated)), f"article/{dated.key}")
    assert {value.removeprefix(KGO.NS).lower() for value in found[KGO.dateBasis]} == {basis}


def test_a_date_is_said_of_what_was_done_and_of_the_words_that_say_so() -> None:
    stance = said(
        WORKED,
        "endorsement/labour-leadership-2015/chuka-umunna--streatham/liz-kendall--leicester-west",
    )
    assert stance[DCTERMS.date] == {"2015-07-17"}
    assert stance[KGO.dateEvidence] == {passage("on Friday")}
    assert passage("on Friday") not in stance[KGO.evidence]
    words = said(WORKED, passage("on Friday"))
    assert words[DCTERMS.date] == {"2015-07-17"}
    assert words[KGO.rule] == {"date.weekday"}
    assert said(WORKED, f"{passage('on Friday')}#quote")[OA.exact] == {"on Friday"}


@pytest.mark.parametrize(
    ("when_", "datatype"), [("2015-07-17", "date"), ("2015-07", "gYearMonth"), ("2015", "gYear")]
)
def test_a_date_is_as_exact_as_its_words(when_: str, datatype: str) -> None:
    built = builders.small()
    stance = built.extraction.endorsements[0]
    dated = replace(stance, dates=(Dated(when_, stance.evidence[0].span, "date.day"),))
    found = made(changed(built, statements=(dated,)))
    dates = {q.object for q in found if q.predicate.value == DCTERMS.date}
    assert dates == {ox.Literal(when_, datatype=ox.NamedNode(XSD.NS + datatype))}


def test_a_role_in_a_body_and_one_in_none() -> None:
    built = builders.worked()
    [whip] = [r for r in built.extraction.roles if r.person == builders.SMITH]
    found = said(WORKED, "membership/jacqui-smith--labour/labour/chief-whip")
    assert found[ORG.organization] == {"org/labour"}
    alone = made(changed(built, statements=(replace(whip, organisation=None),)))
    found = said(alone, "membership/jacqui-smith--labour/body-/chief-whip")
    assert ORG.organization not in found


@pytest.mark.parametrize(
    ("contest", "key"),
    [
        (Contest("leadership", "Labour", 2015), "labour-leadership-2015"),
        (Contest("deputy leadership", "Labour", None), "labour-deputy-leadership"),
        (Contest("mayor", None, 2016), "mayor-2016"),
    ],
)
def test_a_contest_is_keyed_by_what_is_known(contest: Contest, key: str) -> None:
    assert contest_key(contest) == key


@given(st.decimals(min_value=0, max_value=10**9, places=6))
def test_the_store_keeps_every_decimal_as_spelt(value: Decimal) -> None:
    subject, predicate, literal = decimal("http://a/a", "http://a/b", value)
    quad = ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), literal)
    store = ox.Store()
    store.add(quad)
    assert set(store) == {quad}
    assert isinstance(literal, ox.Literal)
    assert Decimal(literal.value) == value


@pytest.mark.parametrize(
    ("value", "spelt"),
    [
        (Decimal(150), "150"),
        (Decimal("1.50"), "1.5"),
        (Decimal("1E+3"), "1000"),
        (0.99, "0.99"),
        (1.0, "1"),
        (0.1 + 0.2, "0.3"),
        (0.0, "0"),
    ],
)
def test_decimals_have_one_spelling(value: Decimal | float, spelt: str) -> None:
    literal = decimal("http://a/a", "http://a/b", value)[2]
    assert isinstance(literal, ox.Literal)
    assert literal.value == spelt


@pytest.mark.parametrize("value", ["17 July 2015", "2015-7", "", "15"])
def test_a_date_of_another_form_is_our_fault(value: str) -> None:
    with pytest.raises(InternalError, match="not a date"):
        when("http://a/a", "http://a/b", value)


def test_the_data_set_describes_itself_without_a_clock() -> None:
    described = dataset_quads(Minter())
    assert described == dataset_quads(Minter())
    text = " ".join(map(str, described))
    assert str(date.today().year) not in text  # noqa: DTZ011 - any zone's year will do
    assert {q.graph_name for q in described} == {ox.DefaultGraph()}


def test_prefixes_cover_the_graph() -> None:
    text = ox.serialize(
        [q.triple for q in WORKED], format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES)
    ).decode()
    body = [line for line in text.splitlines() if not line.startswith("@prefix")]
    assert not [line for line in body if any(f"<{ns}" in line for ns in PREFIXES.values())]


def test_an_empty_extraction_says_only_what_the_article_is() -> None:
    document = builders.document("Nothing.")
    built = Built(
        Extraction(document, ()), replace(builders.worked().resolution, agents={}, contests={})
    )
    kinds = {q.object for q in made(built) if q.predicate.value == RDF.type}
    assert kinds == {ox.NamedNode(KGO.SourceArticle), ox.NamedNode(ORG.FormalOrganization)}


def test_claims_count_only_support_in_their_own_list() -> None:
    built = builders.worked()
    [claim] = [c for c in built.extraction.claims if c.candidate == builders.COOPER]
    first = Span(*map(int, passage("David Jones – Councillor, Bury").rpartition("/")[2].split("-")))
    others = [s for s in built.extraction.statements if s != claim]
    narrowed: Claim = replace(claim, enumerates=first)
    found = made(changed(built, statements=(narrowed, *others)))
    enumerated = {short(q.object) for q in found if q.predicate.value == KGO.enumerates}
    assert enumerated == {f"endorsement/{CONTEST}/david-jones--bury/{COOPER}"}
