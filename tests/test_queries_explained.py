"""What is told of saved queries: the list, what each reads, and all of them as RDF."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg import export
from kg.cli.render import queries as render
from kg.queries import SavedQuery, list_checks, list_queries, load_query, outlines, run
from kg.queries.examples import example_quads
from kg.queries.explaining import explain_query
from tests import queries_page, shipped
from tests.conftest import RunKg

SHIPPED = [*list_queries(), *list_checks()]
BASE = "https://example.org/kg/"
SH = "http://www.w3.org/ns/shacl#"


# --- what a query reads ----------------------------------------------------------------------


@pytest.mark.parametrize("query", SHIPPED, ids=lambda q: q.name)
def test_whatever_a_query_reads_is_explained(query: SavedQuery) -> None:
    found = explain_query(query)
    assert {part.kind for part in found.parts} <= {"class", "property", "value"}
    assert any(part.kind == "property" for part in found.parts)
    assert all(part.told for part in found.parts), "every term has a sentence in the ontology"
    assert not found.graphs
    for use in found.uses:
        assert use.properties or use.in_test, "a parameter restricts something"
    assert found.columns == query.plan.columns


def test_parts_are_told_apart_and_so_is_what_a_parameter_does() -> None:
    found = explain_query(load_query("endorsers-of-candidate"))
    kinds = {part.name: part.kind for part in found.parts}
    assert kinds["kgo:endorses"] == kinds["oa:exact"] == "property"
    assert kinds["kgo:Supports"] == "value"
    assert [(use.parameter.name, use.properties) for use in found.uses] == [
        ("candidate", ("kgo:candidate",))
    ]
    counted = explain_query(load_query("low-confidence"))
    assert [part.name for part in counted.parts if part.kind == "class"] == [
        "kgo:Candidacy",
        "kgo:Endorsement",
        "kgo:EndorsementClaim",
        "org:Membership",
    ]
    assert counted.uses[0].in_test
    assert explain_query(load_query("backs")).triples


def test_an_explanation_is_printed_in_words_and_as_json(kg: RunKg) -> None:
    told = kg("query", "councils-by-candidate", "--explain").out
    assert "It reads the whole graph" in told
    assert "    kgo:Supports: Wants the candidate to win" in told
    assert "Parameter candidate: a candidate, by name or IRI; may be left out\n" in told
    assert "restricts the answer as a value of kgo:candidate; without it nothing is left" in told
    assert told.endswith("It answers with rows of council, code, candidate, backers.\n")
    found = json.loads(kg("query", "low-confidence", "--explain", "--json").out)
    assert found["graphs"] == "union"
    assert found["parameters"][0]["name"] == "below"
    assert found["parameters"][0]["in_test"] is True
    assert {part["iri"] for part in found["reads"]} >= {"https://example.org/kg/ont#confidence"}
    refused = kg("query", "articles", "--explain", "--format", "csv")
    assert (refused.code, "no form csv" in refused.err) == (2, True)


# --- the list --------------------------------------------------------------------------------


def test_the_list_goes_by_tag(kg: RunKg) -> None:
    lines = [line.split("\t") for line in kg("query").out.splitlines()]
    assert lines[0] == ["query", "parameters", "answers", "tags"]
    first_tags = [line[3].split(", ")[0] for line in lines[1:]]
    assert first_tags == sorted(first_tags)
    assert {line[0] for line in lines[1:]} == {query.name for query in list_queries()}
    by_name = {line[0]: line for line in lines}
    assert by_name["endorsers-of-candidate"][1] == "candidate=person/liz-kendall--leicester-west"
    assert by_name["councils-by-candidate"][1] == "[candidate=]"


def test_on_a_terminal_the_list_has_a_line_a_query_under_its_tag() -> None:
    text = render.as_text(outlines(), BASE)
    blocks = [block.splitlines() for block in text.rstrip("\n").split("\n\n")]
    headings = [block[0] for block in blocks]
    assert headings == sorted({query.header.tags[0] for query in list_queries()})
    lines = {line for block in blocks for line in block[1:]}
    assert len(lines) == len(list_queries())
    assert all(line.startswith("  ") for line in lines)
    candidates = blocks[headings.index("candidates")]
    assert candidates[1].split("  ")[1] == "candidacies"
    assert candidates[1].endswith("  Who stands in which contest, and who withdrew")
    assert render.as_text([], BASE) == ""


def test_the_list_of_one_tag(kg: RunKg) -> None:
    wanted = {query.name for query in list_queries() if "people" in query.header.tags}
    assert 5 < len(wanted) < len(list_queries())
    rows = [line.split("\t") for line in kg("query", "--tag", "people").out.splitlines()[1:]]
    assert [row[0] for row in rows] == sorted(wanted)
    assert all(row[3].startswith("people") for row in rows)
    listed = json.loads(kg("query", "--tag", "people", "--json").out)
    assert {one["query"] for one in listed} == wanted
    assert kg("query", "--tag", "people", "--format", "nt").out.count(f"<{SH}select>") == len(
        wanted
    )
    for form in ("tsv", "nt"):
        missed = kg("query", "--tag", "peple", "--format", form)
        assert (missed.code, "did you mean 'people'?" in missed.err) == (2, True)
    assert kg("query", "articles", "--tag", "people").code == 2


def test_the_list_as_json_has_everything(kg: RunKg) -> None:
    found = {one["query"]: one for one in json.loads(kg("query", "--json").out)}
    assert found["places-not-councils"]["parameters"] == [
        {
            "name": "kind",
            "type": "string",
            "kind": None,
            "required": False,
            "default": None,
            "values": ["ward", "parish", "constituency", "ambiguous", "abolished", "unknown"],
        }
    ]
    assert found["articles"]["tags"] == ["articles", "figures"]
    assert found["articles"]["description"].endswith(".")
    both = kg("query", "--json", "--format", "csv")
    assert (both.code, "choose one of them" in both.err) == (2, True)
    for alone in (["--show"], ["--explain"], ["-p", "a=b"]):
        assert kg("query", *alone).code == 2


# --- as RDF ----------------------------------------------------------------------------------


def test_all_queries_are_rdf_that_two_libraries_read_alike(kg: RunKg, tmp_path: Path) -> None:
    file = tmp_path / "queries.ttl"
    assert kg("query", "--format", "ttl", "-o", file).code == 0
    assert kg("query", "--format", "ttl").out.encode() == file.read_bytes()
    ours = set(ox.parse(path=str(file)))
    theirs = rdflib.Graph().parse(file, format="turtle")
    assert len(ours) == len(theirs)
    assert ours == set(example_quads(SHIPPED, BASE))
    for query in SHIPPED:
        node = rdflib.URIRef(f"{BASE}.well-known/sparql-examples/{query.name}")
        assert (node, rdflib.RDF.type, rdflib.URIRef(f"{SH}SPARQLExecutable")) in theirs
        (text,) = theirs.objects(node, rdflib.URIRef(f"{SH}{query.form}"))
        keywords = theirs.objects(node, rdflib.URIRef("https://schema.org/keywords"))
        assert {str(word) for word in keywords} == set(query.header.tags)
        assert "#+" not in text
        answer = shipped.worked().query(str(text))
        if isinstance(answer, ox.QuerySolutions):
            rows = tuple(tuple(row) for row in answer)
            assert rows == run(shipped.worked(), query).rows, query.name


def test_one_query_is_shown_as_rdf_too(kg: RunKg) -> None:
    shown = kg("query", "backs", "--show", "--format", "nt").out
    assert f"<{SH}SPARQLConstructExecutable>" in shown
    assert kg("query", "backs", "--show").out == load_query("backs").text
    refused = kg("query", "backs", "--show", "--format", "csv")
    assert (refused.code, "choose ttl, nt or jsonld" in refused.err) == (2, True)


def test_where_an_endpoint_is_known_it_is_the_target(tmp_path: Path) -> None:
    found = set(example_quads([load_query("backs")], BASE, "https://data.example/sparql"))
    targets = {q.object for q in found if q.predicate.value == "https://schema.org/target"}
    assert targets == {ox.NamedNode("https://data.example/sparql")}
    with (tmp_path / "one.ttl").open("wb") as sink:
        export.write(list(found), "turtle", sink, BASE)


@pytest.mark.parametrize("query", SHIPPED, ids=lambda q: q.name)
def test_what_must_be_given_has_a_default(query: SavedQuery) -> None:
    assert all(p.default is not None for p in query.parameters if p.required)


def test_the_page_of_queries_is_current() -> None:
    assert queries_page.PAGE.read_text(encoding="utf-8") == queries_page.page()
