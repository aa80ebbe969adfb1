"""Who is who across articles, from the files to the graph: the cases of ``tests/across``."""

from __future__ import annotations

import json
import random
import re
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyoxigraph as ox
import pytest

from kg.decisions import Decision, read_decisions
from kg.errors import InputError
from kg.iris import DEFAULT_BASE
from kg.nquads import as_text
from kg.pipeline import join, load_documents
from kg.store import Store, memory_store
from kg.validate import validate_quads
from kg.vocab import DCTERMS, KGO, OWL, PREFIXES
from kg.why import explain
from tests.conftest import ROOT

CASES = sorted(path for path in (ROOT / "tests" / "across").iterdir() if path.is_dir())
ID = f"{DEFAULT_BASE}id/"
_OURS = "FILTER NOT EXISTS { ?one a ?kind VALUES ?kind { schema:GovernmentOrganization kgo:Area } }"
# What an expectation may hold, each as the rows of a query. Those of ALWAYS are to be empty where
# the expectation does not have them.
PARTS = MappingProxyType(
    {
        "people": "SELECT ?one ?name { ?one a foaf:Person ; foaf:name ?name }",
        "bodies": "SELECT ?one ?name { ?one a org:FormalOrganization ; foaf:name ?name "
        + _OURS
        + " }",
        "contests": "SELECT ?one ?name { ?one a kgo:Contest ; rdfs:label ?name }",
        "years": "SELECT ?one ?year { ?one a kgo:Contest ; schema:startDate ?year }",
        "other names": "SELECT ?one ?name { ?one skos:altLabel ?name " + _OURS + " }",
        "stances": "SELECT ?stance (COUNT(DISTINCT ?p) AS ?n) (COUNT(DISTINCT ?article) AS ?m) "
        "{ ?stance a kgo:Endorsement ; kgo:evidence ?p . ?p oa:hasSource ?article } "
        "GROUP BY ?stance",
        "listed": "SELECT ?stated (COUNT(DISTINCT ?stance) AS ?n) "
        "{ ?claim kgo:count ?stated ; kgo:enumerates ?stance } GROUP BY ?claim ?stated",
        "offices": "SELECT ?office ?status { ?office a org:Membership ; kgo:status ?status }",
        "spoken in": "SELECT ?stance ?office { ?stance kgo:inCapacity ?office }",
        "publishers": "SELECT ?body { ?article schema:publisher ?body }",
        "redirects": "SELECT ?old ?new { ?old dcterms:isReplacedBy ?new }",
        "outright": "SELECT ?old ?new { ?old owl:sameAs ?new }",
        "split": "SELECT ?old ?new { ?old kgo:splitInto ?new }",
        "elsewhere": "SELECT ?one ?other { ?one schema:sameAs ?other " + _OURS + " }",
        "unsure": "SELECT ?one ?other { ?one skos:closeMatch ?other }",
    }
)
ALWAYS = ("redirects", "outright", "split", "elsewhere", "unsure")


def expected(case: Path) -> dict[str, Any]:
    read = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    assert set(read) <= {*PARTS, "error"}
    assert len((case / "why.txt").read_text(encoding="utf-8").split()) > 8
    return dict(read)


RIGHT = [case for case in CASES if "error" not in expected(case)]
WRONG = [case for case in CASES if "error" in expected(case)]


def decisions(case: Path) -> tuple[Decision, ...]:
    return read_decisions(case, DEFAULT_BASE)


@cache
def graph(case: Path) -> tuple[ox.Quad, ...]:
    return join(load_documents([case]), decisions=decisions(case)).quads


@cache
def store(case: Path) -> Store:
    return memory_store(graph(case))


def rows(case: Path, query: str) -> list[list[str]]:
    """The rows of an answer, sorted; IRIs without what all of them begin with."""
    head = "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in PREFIXES.items())
    answer = store(case).query(head + query)
    assert isinstance(answer, ox.QuerySolutions)
    return sorted([_short(term.value) for term in row] for row in answer)  # type: ignore[union-attr] # every variable is bound


def _short(text: str) -> str:
    return text.removeprefix(ID).removeprefix(KGO.NS)


def _id(case: Path) -> str:
    return case.name


def test_there_are_cases() -> None:
    assert len(RIGHT) > 11
    assert len(WRONG) > 5


@pytest.mark.parametrize("case", RIGHT, ids=_id)
def test_the_graph_is_as_expected(case: Path) -> None:
    wanted = {part: [] for part in ALWAYS} | expected(case)
    assert {part: rows(case, PARTS[part]) for part in wanted} == wanted


@pytest.mark.parametrize("case", RIGHT, ids=_id)
def test_the_graph_conforms_and_every_node_is_looked_at(case: Path) -> None:
    report = validate_quads(graph(case))
    assert report.conforms
    assert "unchecked" not in {finding.constraint for finding in report.findings}


@pytest.mark.parametrize("case", RIGHT, ids=_id)
def test_nothing_is_made_of_a_key_that_gave_way(case: Path) -> None:
    gone = {quad.subject for quad in graph(case) if quad.predicate.value == DCTERMS.isReplacedBy}
    keys = {node.value.rpartition("/")[2] for node in gone if isinstance(node, ox.NamedNode)}
    for quad in graph(case):
        about = {DCTERMS.isReplacedBy, KGO.splitInto, OWL.annotatedSource, OWL.annotatedTarget}
        if quad.subject in gone or quad.predicate.value in about:
            continue
        for term in (quad.subject, quad.object):
            if isinstance(term, ox.NamedNode):
                assert not keys & set(re.split("[/#]", term.value))


@pytest.mark.parametrize("case", RIGHT, ids=_id)
def test_neither_the_order_of_articles_nor_that_of_rows_changes_a_byte(case: Path) -> None:
    shuffled = random.Random(0)  # noqa: S311 - repeatable, not secret
    documents, decided = load_documents([case]), list(decisions(case))
    for _ in range(2):
        shuffled.shuffle(documents)
        shuffled.shuffle(decided)
        assert join(documents, decisions=decided).quads == graph(case)


@pytest.mark.parametrize("case", RIGHT, ids=_id)
def test_an_iri_that_gave_way_is_explained_by_what_took_its_place(case: Path) -> None:
    for old, new in rows(case, PARTS["redirects"]):
        found = explain(store(case), ID + old)
        assert ID + new in {thing.iri for thing in found.things}
        (move,) = found.moves
        assert move.why
        assert bool(move.decisions) is ([old, new] in rows(case, PARTS["outright"]))
        thing = next(thing for thing in found.things if thing.iri == ID + new)
        assert ID + old in {move.old for move in thing.former}
        assert set(move.decisions) <= set(thing.decisions)


@pytest.mark.parametrize("case", RIGHT, ids=_id)
def test_a_name_of_those_who_are_one_finds_them_once(case: Path) -> None:
    for iri, name in rows(case, PARTS["other names"]):
        found = [thing.iri for thing in explain(store(case), name).things]
        assert ID + iri in found
        assert len(found) == len(set(found))
        assert all(_short(one) not in dict(rows(case, PARTS["redirects"])) for one in found)


@pytest.mark.parametrize("case", RIGHT, ids=_id)
def test_what_was_made_of_a_key_that_gave_way_is_found_too(case: Path) -> None:
    if rows(case, PARTS["split"]):
        return  # nobody can say which part an IRI from outside meant
    made_of = re.compile(rf"{ID}(candidacy|endorsement|membership|person|org|contest)/.*")
    before = {quad.subject for quad in join(load_documents([case])).quads}
    for node in before - {quad.subject for quad in graph(case)}:
        if isinstance(node, ox.NamedNode) and made_of.fullmatch(node.value):
            (thing,) = explain(store(case), node.value).things
            assert ox.NamedNode(thing.iri) in {quad.subject for quad in graph(case)}


@pytest.mark.parametrize("case", RIGHT, ids=_id)
def test_an_iri_that_was_split_says_into_which(case: Path) -> None:
    for old, new in rows(case, PARTS["split"]):
        found = explain(store(case), ID + old)
        (move,) = found.moves
        assert ID + new in move.new
        assert ID + new in {thing.iri for thing in found.things}
        assert {one.verdict for one in move.decisions} <= {"different", "unsure"}


@pytest.mark.parametrize("case", WRONG, ids=_id)
def test_a_decision_that_cannot_be_applied_is_told_with_its_line(case: Path) -> None:
    with pytest.raises(InputError) as caught:
        join(load_documents([case]), decisions=decisions(case))
    assert expected(case)["error"] in str(caught.value)
    assert re.match(r"\S*decisions\.tsv:\d+: ", str(caught.value))
    assert caught.value.todo


def test_without_rows_nobody_is_joined_outright() -> None:
    for case in RIGHT:
        bare = join(load_documents([case])).quads
        assert OWL.sameAs not in {quad.predicate.value for quad in bare}
        assert KGO.MatchDecision not in as_text(bare).decode()
