"""Every export says the same graph to every reader, in the same bytes."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat

from kg import export
from kg.errors import InternalError, UsageError
from kg.export import graphs
from kg.nquads import sorted_lines, split
from kg.store import memory_store
from kg.vocab import FOAF, RDF
from tests.graphs import NOT_XML, plain, plain_rdflib, quad_lists, texts, xml_quad_lists
from tests.plaingraphs import graph, node

OXIGRAPH = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
RDFLIB = {
    "turtle": "turtle",
    "trig": "trig",
    "ntriples": "nt",
    "nquads": "nquads",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}


def written(source: Iterable[Quad], name: str) -> bytes:
    sink = io.BytesIO()
    export.write(source, name, sink)
    return sink.getvalue()


def carried(name: str) -> st.SearchStrategy[list[Quad]]:
    """Graphs that the format can write: RDF/XML has no way to write some characters."""
    return xml_quad_lists if name == "rdfxml" else quad_lists


@pytest.fixture(autouse=True)
def _literals_as_written() -> Iterator[None]:
    before = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    yield
    rdflib.NORMALIZE_LITERALS = before


def test_every_format_has_a_reader_in_these_tests() -> None:
    assert set(export.FORMATS) == set(OXIGRAPH) == set(RDFLIB)
    for name, made in export.FORMATS.items():
        assert made.name == name
        assert OXIGRAPH[name].media_type == made.media_type
        assert OXIGRAPH[name].file_extension == made.extension
        assert OXIGRAPH[name].supports_datasets == made.keeps_graphs


@pytest.mark.parametrize("name", OXIGRAPH)
@given(data=st.data())
def test_pyoxigraph_reads_back_the_same_graph(name: str, data: st.DataObject) -> None:
    quads = data.draw(carried(name))
    made = export.FORMATS[name]
    read = pyoxigraph.parse(written(quads, name), OXIGRAPH[name])
    assert plain(read, graphs=made.keeps_graphs) == plain(quads, graphs=made.keeps_graphs)


# rdflib warns of names that its own parsers use.
@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph).* is deprecated:DeprecationWarning")
@pytest.mark.parametrize("name", RDFLIB)
@given(data=st.data())
def test_rdflib_reads_back_the_same_graph(name: str, data: st.DataObject) -> None:
    quads = data.draw(carried(name))
    made = export.FORMATS[name]
    read = rdflib.Dataset()
    read.parse(data=written(quads, name), format=RDFLIB[name])
    assert plain_rdflib(read, graphs=made.keeps_graphs) == plain(quads, graphs=made.keeps_graphs)


@pytest.mark.parametrize("name", OXIGRAPH)
@given(data=st.data())
def test_order_and_repetition_change_no_byte(name: str, data: st.DataObject) -> None:
    quads = data.draw(carried(name))
    other = data.draw(st.permutations(quads * 2))
    assert written(other, name) == written(quads, name)


_PRINT_ALL = """
import sys
from kg import export
from kg.iris import DEFAULT_BASE
from kg.store import memory_store
from tests.backing import Backing, backing
from tests.plaingraphs import graph
described = export.describe(memory_store({*graph(20), *backing(Backing())}), DEFAULT_BASE)
options = export.Options(DEFAULT_BASE, guard=True, say=str)
for name in sorted(export.WHOLE):
    export.write_whole(described, name, sys.stdout.buffer, options)
"""


def test_hash_seeds_change_no_byte() -> None:
    root = Path(__file__).parent.parent
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _PRINT_ALL],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 10_000


@given(quads=quad_lists)
def test_a_graph_too_large_for_memory_is_divided_in_files(quads: list[Quad]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graphs, "HELD", 50)
        made = {name: written(quads, name) for name in ("trig", "jsonld")}
    assert made == {name: written(quads, name) for name in made}


@pytest.mark.parametrize("name", OXIGRAPH)
def test_a_store_is_written_as_its_statements_are(name: str) -> None:
    sink = io.BytesIO()
    with memory_store(graph()) as store:
        export.write(store, name, sink)
    assert sink.getvalue() == written(graph(), name)


@pytest.mark.parametrize("name", OXIGRAPH)
def test_an_empty_graph_is_written_and_read(name: str) -> None:
    assert list(pyoxigraph.parse(written([], name), OXIGRAPH[name])) == []


def test_turtle_is_made_to_be_read() -> None:
    assert (
        written(graph(1), "turtle").decode().partition("\n\n")[2]
        == """\
<endorsement/contest-2015/ann-other--town-0/bea-able> a kgo:Endorsement ;
    kgo:endorser <person/ann-other--town-0> ;
    kgo:evidence <evidence/0000000000000000/0-9> .

<evidence/0000000000000000/0-9> oa:end 9 ;
    kgo:confidence 0.80 .

<person/ann-other--town-0> a foaf:Person ;
    foaf:name "Ann Other" .
"""
    )


def test_trig_puts_each_article_in_its_graph_after_what_they_share() -> None:
    assert (
        written(graph(1), "trig").decode().partition("\n\n")[2]
        == """\
<person/ann-other--town-0> a foaf:Person ;
    foaf:name "Ann Other" .

<article/0000000000000000> {

    <endorsement/contest-2015/ann-other--town-0/bea-able> a kgo:Endorsement ;
        kgo:endorser <person/ann-other--town-0> ;
        kgo:evidence <evidence/0000000000000000/0-9> .

    <evidence/0000000000000000/0-9> oa:end 9 ;
        kgo:confidence 0.80 .
}
"""
    )


def test_header_names_base_and_prefixes_in_order() -> None:
    header = written([], "turtle").decode().splitlines()
    assert header[0] == "@base <https://example.org/kg/id/> ."
    assert header[1:] == sorted(header[1:])
    assert "@prefix kgo: <https://example.org/kg/ont#> ." in header


def test_another_base_is_written_relative_to_itself() -> None:
    sink = io.BytesIO()
    quads = [Quad(NamedNode("http://h.example/x/id/a/b"), NamedNode(FOAF.name), Literal("A"))]
    export.write(quads, "turtle", sink, "http://h.example/x/")
    assert b"<a/b> foaf:name" in sink.getvalue()
    assert list(pyoxigraph.parse(sink.getvalue(), RdfFormat.TURTLE)) == quads


def test_a_base_that_no_path_resolves_against_is_left_alone() -> None:
    sink = io.BytesIO()
    quads = [Quad(NamedNode("http://h.example/x/../id/a"), NamedNode(FOAF.name), Literal("A"))]
    export.write(quads, "turtle", sink, "http://h.example/x/../")
    assert b"<http://h.example/x/../id/a> foaf:name" in sink.getvalue()


def test_a_triple_of_several_graphs_is_one_triple_of_their_union() -> None:
    fact = (node("person/a--b"), NamedNode(FOAF.name), Literal("A <x> b"))
    quads = [Quad(*fact), Quad(*fact, node("article/1")), Quad(*fact, node("article/2"))]
    assert written(quads, "ntriples").count(b"\n") == 1
    assert written(quads, "nquads").count(b"\n") == 3


@pytest.mark.parametrize(
    "predicate", ["https://e.example/1", "https://e.example/a/", RDF.NS + "li"]
)
def test_rdfxml_refuses_a_predicate_it_cannot_name(predicate: str) -> None:
    with pytest.raises(UsageError, match="cannot write this predicate"):
        written([Quad(node("a"), NamedNode(predicate), Literal("x"))], "rdfxml")


@pytest.mark.parametrize("character", sorted(NOT_XML))
def test_rdfxml_refuses_a_character_that_xml_lacks(character: str) -> None:
    with pytest.raises(UsageError, match=f"U\\+{ord(character):04X}"):
        written([Quad(node("a"), NamedNode(FOAF.name), Literal(f"x{character}"))], "rdfxml")


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"no format 'n3'.*turtle, trig, ntriples"):
        written([], "n3")


@pytest.mark.parametrize(
    "quad",
    [
        Quad(BlankNode("b"), NamedNode(FOAF.name), Literal("x")),
        Quad(node("a"), NamedNode(FOAF.name), BlankNode("b")),
        Quad(node("a"), NamedNode(FOAF.name), BlankNode("b"), node("article/1")),
        Quad(node("a"), NamedNode(FOAF.name), Literal("x"), BlankNode("g")),
        Quad(node("a"), NamedNode(FOAF.name), node("c"), BlankNode("g")),
    ],
)
def test_a_blank_node_is_refused_wherever_it_stands(quad: Quad) -> None:
    with pytest.raises(InternalError, match="blank node"):
        sorted_lines([quad, *graph()])


@given(text=texts)
def test_no_text_is_taken_for_a_blank_node_or_for_a_graph(text: str) -> None:
    literal = Literal(f"{text} _:b")
    lines = sorted_lines([Quad(node("a"), NamedNode(FOAF.name), literal)])
    assert split(lines[0])[2:] == (str(literal), "")


def test_split_tells_the_graph_from_what_a_literal_says() -> None:
    subject, predicate = node("a"), NamedNode(FOAF.name)
    for item in (
        Literal("a <https://e.example/g>"),
        Literal("a <b", datatype=NamedNode("https://e.example/d")),
        Literal("a b", language="en"),
        node("c"),
    ):
        bare, named = (Quad(subject, predicate, item), Quad(subject, predicate, item, node("g")))
        assert split(sorted_lines([bare])[0])[2:] == (str(item), "")
        assert split(sorted_lines([named])[0])[2:] == (str(item), str(node("g")))
