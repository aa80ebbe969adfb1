"""What a parameter means that is given by name: one thing of its sort, or a question back."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.iris import Minter
from kg.queries import Parameter
from kg.queries.naming import find_named, things_of
from kg.queries.things import SORTS
from kg.store import Store, memory_store
from kg.vocab import DCTERMS, KGO
from tests import builders, shipped

BASE = "https://example.org/kg/id/"
COOPER = "person/yvette-cooper--normanton-pontefract-and-castleford"


def parameter(sort: str, default: str | None = None) -> Parameter:
    return Parameter(sort, "iri", True, f"_{sort}_iri", default, sort=sort)


def means(sort: str, said: str, store: Store | None = None) -> str:
    found = find_named(store or shipped.worked(), parameter(sort), said)
    return found.value.removeprefix(BASE)


@pytest.mark.parametrize(
    ("sort", "said", "meant"),
    [
        ("candidate", "Yvette Cooper", COOPER),
        ("candidate", "yvette  COOPER", COOPER),
        ("candidate", "cooper", COOPER),
        ("candidate", BASE + COOPER, COOPER),
        ("candidate", COOPER.removeprefix("person/"), COOPER),
        ("candidate", f"https://other.example/id/{COOPER}", COOPER),
        ("person", "Zoe O'Byrne", "person/zoe-obyrne--northampton"),
        ("backer", "streatham clp", "org/streatham-clp"),
        ("contest", "labour leadership 2015", "contest/labour-leadership-2015"),
        ("region", "south WEST", "region/south-west"),
        ("council", "Sedgemoor", "council/sedgemoor"),
        ("council", "sedgemoor district council", "council/sedgemoor"),
        ("council", "e07000188", "council/sedgemoor"),
        ("council", "Sedgemoore", "council/sedgemoor"),
        ("council", "Sedgemoor DC", "council/sedgemoor"),
        # Not in this graph, but councils all the same: asking about them answers nothing.
        ("council", "Shepway", "council/folkestone-and-hythe"),
        ("council", "Wolverhamton", "council/wolverhampton"),
    ],
)
def test_a_name_means_the_thing_of_its_sort(sort: str, said: str, meant: str) -> None:
    assert means(sort, said) == meant


def test_an_article_is_named_by_title_address_hash_and_key() -> None:
    (iri,) = {one.iri for one in things_of(shipped.worked(), "article") if "numbers" in one.name}
    names = {one.name for one in things_of(shipped.worked(), "article") if one.iri == iri}
    assert len(names) == 3
    for name in (*names, iri, iri.rpartition("/")[2]):
        assert means("article", name) == iri.removeprefix(BASE)


@pytest.mark.parametrize(
    ("sort", "said", "says"),
    [
        ("candidate", "Yvete Cooper", r"has no candidate 'Yvete Cooper' \(did you mean Yvette"),
        ("candidate", "Coper", r"has no candidate 'Coper' \(did you mean Yvette Cooper\?"),
        ("candidate", "David Jones", "has no candidate 'David Jones'"),
        (
            "person",
            "Jones",
            r"may be any person of 3 .*dave-jones--bury \(Dave Jones\), person/davi",
        ),
        ("council", "Nowhere-in-particular", "'Nowhere-in-particular' is no council"),
        ("council", "Wolverhampton Wanderers", "is no council"),
        (
            "candidate",
            f"{BASE}person/nobody",
            "has no candidate 'https://example.org/kg/id/person/n",
        ),
        ("candidate", "https://e/a b", "no value for the parameter candidate"),
        ("candidate", "a\x00", "no value for the parameter candidate"),
        ("candidate", "x" * 5000, "no value for the parameter candidate"),
    ],
)
def test_what_means_nothing_or_several_things_is_asked_back(
    sort: str, said: str, says: str
) -> None:
    with pytest.raises(UsageError, match=says) as caught:
        means(sort, said)
    assert caught.value.todo
    assert "\n" not in str(caught.value)


def test_a_default_that_the_graph_lacks_is_no_mistake() -> None:
    asked = f"{BASE}person/nobody"
    found = find_named(memory_store(), parameter("candidate", asked), asked)
    assert found == ox.NamedNode(asked)


def test_an_identifier_that_moved_means_what_took_its_place() -> None:
    old, new = (ox.NamedNode(f"{BASE}person/{key}") for key in ("y-cooper--x", COOPER[7:]))
    split, part = (ox.NamedNode(f"{BASE}person/{key}") for key in ("two--x", "one--x"))
    store = memory_store(
        [
            *shipped.worked_quads(),
            ox.Quad(old, ox.NamedNode(DCTERMS.isReplacedBy), new),
            ox.Quad(split, ox.NamedNode(KGO.splitInto), new),
            ox.Quad(split, ox.NamedNode(KGO.splitInto), part),
        ]
    )
    assert means("candidate", old.value, store) == COOPER
    with pytest.raises(UsageError, match=r"may be any candidate of 2 .*one--x.*Yvette Cooper"):
        means("candidate", split.value, store)


def test_a_graph_under_another_base_is_asked_in_the_same_words() -> None:
    built, minter = builders.worked(), Minter("https://other.example/kg/")
    from kg import rdf

    made = rdf.quads(built.extraction, built.resolution, builders.gazetteer(), minter)
    store = memory_store(made)
    for said in ("cooper", BASE + COOPER):
        assert means("candidate", said, store) == f"https://other.example/kg/id/{COOPER}"
    assert means("council", "Shepway", store).startswith("https://other.example/kg/id/council/")


@pytest.mark.parametrize("sort", SORTS)
def test_there_are_things_of_every_sort(sort: str) -> None:
    assert things_of(memory_store(), sort) == []
    assert things_of(shipped.worked(), sort)
