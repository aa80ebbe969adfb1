"""What an export says of itself: true of the graph, conforming, and the same after a round trip."""

from __future__ import annotations

import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from kg import census, export, resources
from kg.errors import StoreError
from kg.iris import DEFAULT_BASE
from kg.nquads import sorted_lines
from kg.store import memory_store, open_store, publish
from kg.store.layout import Layout
from kg.vocab import DCTERMS, RDF, SCHEMA, SPDX, VOID
from tests import write_context
from tests.conftest import ROOT, RunKg
from tests.graphs import plain, quad_lists
from tests.plaingraphs import graph
from tests.shipped import shipped, shipped_quads

NODE = f"{DEFAULT_BASE}id/dataset/kg"


def lines(source: Iterable[ox.Quad]) -> list[bytes]:
    return list(export.describe(memory_store(source), DEFAULT_BASE).lines())


def parsed(text: Iterable[bytes]) -> Iterator[ox.Quad]:
    return ox.parse(b"".join(text), ox.RdfFormat.N_QUADS)


def said(text: Iterable[bytes], subject: str, predicate: str) -> list[str]:
    return [
        quad.object.value
        for quad in parsed(text)
        if quad.subject.value == subject and quad.predicate.value == predicate
    ]


@given(quads=quad_lists)
def test_a_census_counts_what_is_there(quads: list[ox.Quad]) -> None:
    text = sorted_lines(quads)
    made = census.take(text)
    union = {quad.triple for quad in quads}
    types = [
        (t.subject, t.object.value)
        for t in union
        if t.predicate.value == RDF.type and isinstance(t.object, ox.NamedNode)
    ]
    assert made.quads == len(set(quads))
    assert made.triples == len(union)
    assert made.subjects == len({t.subject for t in union})
    assert made.entities == len({subject for subject, _ in types})
    assert made.classes == dict(Counter(name for _, name in types))
    assert made.properties == dict(Counter(t.predicate.value for t in union))
    assert made.sha256 == hashlib.sha256(b"".join(text)).hexdigest()
    assert census.from_json(made.as_json()) == made


@settings(max_examples=25)
@given(quads=quad_lists)
def test_the_statements_stay_as_they_are_and_sorted(quads: list[ox.Quad]) -> None:
    text = lines(quads)
    assert text == sorted(set(text))
    about = {line for line in text if line.endswith(f" <{NODE}> .\n".encode())}
    assert set(text) - about == set(sorted_lines(quads))
    assert all(line.startswith(f"<{NODE}".encode()) for line in about)


@settings(max_examples=25)
@given(quads=quad_lists)
def test_an_export_that_was_loaded_is_exported_as_before(quads: list[ox.Quad]) -> None:
    text = lines(quads)
    assert lines(parsed(text)) == text
    union = [ox.Quad(*quad.triple) for quad in quads]
    without_graphs = [ox.Quad(*quad.triple) for quad in parsed(text)]
    assert lines(without_graphs) == lines(union)


def test_what_a_submission_says_of_the_data_set_is_not_lost() -> None:
    theirs = ox.Quad(
        ox.NamedNode(NODE),
        ox.NamedNode(DCTERMS.title),
        ox.Literal("Mine"),
        ox.NamedNode(f"{DEFAULT_BASE}id/submission/0123456789abcdef"),
    )
    assert theirs in set(parsed(lines([theirs, *graph()])))


def test_the_numbers_are_those_that_queries_give() -> None:
    text = list(export.describe(shipped(), DEFAULT_BASE).lines())
    (row,) = shipped().query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")  # type: ignore[misc] # a SELECT has rows
    assert said(text, NODE, VOID.triples) == [row["n"].value]
    (row,) = shipped().query("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c }")  # type: ignore[misc]
    assert said(text, NODE, VOID.entities) == [row["n"].value]
    people = f"{NODE}/class/foaf-Person"
    (row,) = shipped().query(  # type: ignore[misc]
        "SELECT (COUNT(*) AS ?n) { ?s a <http://xmlns.com/foaf/0.1/Person> }"
    )
    assert people in said(text, NODE, VOID.classPartition)
    assert said(text, people, VOID.entities) == [row["n"].value]


def test_it_names_licence_sources_version_and_checksum() -> None:
    text = lines(graph())
    assert said(text, NODE, DCTERMS.license) == said(text, NODE, SCHEMA.license)
    assert all(said(text, source, DCTERMS.license) for source in said(text, NODE, DCTERMS.source))
    assert all(said(text, source, DCTERMS.rights) for source in said(text, NODE, DCTERMS.source))
    assert said(text, f"{NODE}/program", SCHEMA.softwareVersion)
    digest = hashlib.sha256(b"".join(sorted_lines(graph()))).hexdigest()
    assert said(text, f"{NODE}/nquads/checksum", SPDX.checksumValue) == [digest]


def test_every_source_is_among_the_sources_of_the_reference_data() -> None:
    notes = (ROOT / "data" / "reference" / "README.md").read_text(encoding="utf-8")
    text = lines(graph())
    for source in said(text, NODE, DCTERMS.source):
        (rights,) = said(text, source, DCTERMS.rights)
        assert rights.rstrip(".").removesuffix(", CC BY 4.0 (changed)") in notes.replace("\n", " ")


def test_an_export_conforms(kg: RunKg, tmp_path: Path) -> None:
    publish(tmp_path / "store", shipped_quads())
    for name, made in export.FORMATS.items():
        file = tmp_path / f"graph.{made.extension}"
        done = kg("export", "--store", str(tmp_path / "store"), "--format", name, "-o", str(file))
        assert done.code == 0, done.err
    judged = kg("validate", *(str(f) for f in sorted(tmp_path.glob("graph.*"))), "--format", "json")
    assert judged.code == 0
    # The one remark is on somebody whom an article lists for two candidates.
    assert len(re.findall(r'"severity": "warning"', judged.out)) == len(export.FORMATS)


def test_a_census_is_kept_with_the_graph_and_made_anew_when_it_is_missing(tmp_path: Path) -> None:
    version = Layout(tmp_path).version(publish(tmp_path, graph()).version)
    with open_store(str(tmp_path)) as store:
        kept = store.census()
        assert kept == census.take(sorted_lines(graph()))
        version.census.write_text("[]", encoding="utf-8")
        with pytest.raises(StoreError, match="census"):
            store.census()
        version.census.unlink()
        assert store.census() == kept


def test_the_context_is_that_of_the_ontology() -> None:
    # `python -m tests.write_context` brings it up to date.
    assert resources.read_text("ontology", "context.jsonld") == write_context.context()


def test_jsonld_reads_in_short_words() -> None:
    sink = io.BytesIO()
    export.write(graph(1), "jsonld", sink)
    first, *rest = sink.getvalue().decode().splitlines()
    assert first.startswith('{"@context": {"@base": "https://example.org/kg/id/", ')
    assert rest == [
        '{"@id": "person/ann-other--town-0", "@type": "foaf:Person", "foaf:name": "Ann Other"},',
        '{"@id": "article/0000000000000000", "@graph": [',
        '  {"@id": "endorsement/contest-2015/ann-other--town-0/bea-able", "@type": "Endorsement", '
        '"endorser": "person/ann-other--town-0", "evidence": "evidence/0000000000000000/0-9"},',
        '  {"@id": "evidence/0000000000000000/0-9", '
        '"oa:end": {"@value": "9", "@type": "xsd:integer"}, "confidence": "0.80"}',
        "]}",
        "]}",
    ]


def test_a_scheme_that_looks_like_a_prefix_is_no_prefix() -> None:
    odd = ox.Quad(ox.NamedNode("org:a"), ox.NamedNode(RDF.type), ox.NamedNode("schema:b"))
    sink = io.BytesIO()
    export.write([odd, *graph(1)], "jsonld", sink)
    assert b'{"@context": null, "@id": "org:a", "@type": "schema:b"}' in sink.getvalue()
    read = ox.parse(sink.getvalue(), ox.RdfFormat.JSON_LD)
    assert plain(read, graphs=True) == plain([odd, *graph(1)], graphs=True)
