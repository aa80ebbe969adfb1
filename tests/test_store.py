"""What every store does alike, whatever its scheme, and what a store on disk does besides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pyoxigraph import Literal, NamedNode, Quad

from kg.asking import engine_errors
from kg.errors import KgError, QueryError, StoreError, UsageError
from kg.nquads import sorted_lines
from kg.store import SCHEMES, Store, memory_store, open_store, publish
from kg.vocab import FOAF, KGO, XSD
from tests.graphs import quad_lists
from tests.plaingraphs import graph, node, typed

Opener = Callable[[Path, list[Quad]], Store]


def _published(folder: Path, quads: list[Quad]) -> Store:
    publish(folder, quads)
    return open_store(str(folder))


OPENERS: dict[str, Opener] = {
    "": _published,
    "memory": lambda _folder, quads: memory_store(quads),
}
# What a server keeps is rewritten there: tests/test_endpoint_servers.py.
ELSEWHERE = {"http", "https"}

every_store = pytest.mark.parametrize("opener", OPENERS.values(), ids=lambda _: None)


def test_every_scheme_is_under_this_contract_or_elsewhere() -> None:
    assert set(SCHEMES) == {*OPENERS, *ELSEWHERE}


@every_store
def test_statements_come_back_exactly_once_and_sorted(opener: Opener, tmp_path: Path) -> None:
    quads = graph()
    with opener(tmp_path / "kg", quads + quads[::-1]) as store:
        assert list(store.lines()) == sorted_lines(quads)
        assert sorted_lines(store.quads()) == sorted_lines(quads)
        assert list(store.lines()) == list(store.lines())


@pytest.mark.parametrize("scheme", OPENERS)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(quads=quad_lists)
def test_awkward_terms_come_back_as_they_were(
    scheme: str, tmp_path: Path, quads: list[Quad]
) -> None:
    # The folder is shared by the examples on purpose: each publishes over the one before.
    with OPENERS[scheme](tmp_path / "kg", quads) as store:
        assert set(store.quads()) == set(quads)


@every_store
def test_a_literal_that_the_index_rewrites_is_kept(opener: Opener, tmp_path: Path) -> None:
    odd = Quad(node("a"), NamedNode(KGO.count), typed("0.80", XSD.decimal))
    with opener(tmp_path / "kg", [odd]) as store:
        assert list(store.quads()) == [odd]
        (row,) = store.query("SELECT ?o { ?s ?p ?o }")  # type: ignore[misc] # rows
        assert row["o"] != odd.object


@every_store
def test_queries_see_all_graphs_as_one_unless_they_name_one(opener: Opener, tmp_path: Path) -> None:
    with opener(tmp_path / "kg", graph(2)) as store:
        assert _count(store, "{ ?e kgo:endorser ?p . ?p foaf:name ?n }") == 2
        assert _count(store, "{ GRAPH ?g { ?e kgo:endorser ?p } }") == 2
        assert _count(store, "{ GRAPH ?g { ?p foaf:name ?n } }") == 0


@every_store
@pytest.mark.parametrize("keyword", ["GRAPH", "graph ", "GRAPH\n#x\n"])
def test_an_article_can_be_asked_alone(opener: Opener, tmp_path: Path, keyword: str) -> None:
    with opener(tmp_path / "kg", graph(2)) as store:
        article = node("article/0000000000000001")
        mine = {quad.triple for quad in graph(2) if quad.graph_name == article}
        made = store.query(f"CONSTRUCT {{ ?s ?p ?o }} {{ {keyword}{article} {{ ?s ?p ?o }} }}")
        assert {(t.subject, t.predicate) for t in made} == {(t.subject, t.predicate) for t in mine}  # type: ignore[union-attr] # triples
        assert _count(store, f"FROM {article} {{ ?s ?p ?o }}") == len(mine)
        assert _count(store, f"FROM NAMED {article} {{ GRAPH ?g {{ ?s ?p ?o }} }}") == len(mine)
        assert _count(store, f"FROM NAMED {article} {{ ?s ?p ?o }}") == 0


@every_store
def test_queries_of_graphs_see_the_same_union_beside_them(opener: Opener, tmp_path: Path) -> None:
    fact = (node("a"), NamedNode(FOAF.name), Literal("A"))
    both = [Quad(*fact, node("article/1")), Quad(*fact, node("article/2")), *graph(2)]
    with opener(tmp_path / "kg", both) as store:
        union = _count(store, "{ ?s ?p ?o }")
        assert union == len({quad.triple for quad in both})
        assert (
            _count(store, "{ { ?s ?p ?o } UNION { GRAPH <http://e.example/> { ?s ?p ?o } } }")
            == union
        )
        assert _count(store, "{ ?s foaf:name 'A' . GRAPH ?g { ?s foaf:name 'A' } }") == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT * { ?s ?p ?o }", False),
        ("SELECT * { ?s ?p 'graph' } # FROM <http://e.example/>", False),
        ("SELECT ?from { <http://e.example/graph> ?p ?from }", False),
        ("PREFIX e: <http://e.example/> SELECT * { ?s e:graph ?o }", False),
        ("SELECT * { GRAPH ?g { ?s ?p ?o } }", True),
        ("SELECT * { GrapH?g{ ?s ?p ?o } }", True),
        ("PREFIX x: <http://e.example/> SELECT * { GRAPHx:g { ?s ?p ?o } }", True),
        ("PREFIX : <http://e.example/> SELECT * { GRAPH:g { ?s ?p ?o } }", True),
        ("SELECT * FROM<http://e.example/g>{ ?s ?p ?o }", True),
        ("SELECT * FROMNAMED<http://e.example/g>{ GRAPH?g{ ?s ?p ?o } }", True),
        ("SELECT * { ?s ?p trueGRAPH ?g { ?s ?p ?o } }", True),
    ],
)
def test_only_a_query_that_names_graphs_is_kept_from_the_index_on_disk(
    tmp_path: Path, text: str, says: bool
) -> None:
    with _published(tmp_path, graph(1)) as store:
        assert (store.index_for(text) is None) is says
        list(store.query(text))  # type: ignore[arg-type] # rows; the engine reads it without a fault
    assert memory_store(graph(1)).index_for(text) is None


def test_graphs_that_cannot_be_loaded_are_damage(tmp_path: Path) -> None:
    publish(tmp_path, graph(1))
    with open_store(str(tmp_path)) as store:
        for text in tmp_path.glob("versions/*/graph.nq"):
            text.write_bytes(b"<http://e.example/a> half a li")
        assert _count(store, "{ ?s ?p ?o }") == len(graph(1))
        with pytest.raises(StoreError, match="damaged"):
            store.query("SELECT * { GRAPH ?g { ?s ?p ?o } }")


@every_store
def test_a_triple_in_two_graphs_is_counted_once(opener: Opener, tmp_path: Path) -> None:
    fact = (node("a"), NamedNode(FOAF.name), Literal("A"))
    with opener(tmp_path / "kg", [Quad(*fact), Quad(*fact, node("article/1"))]) as store:
        assert _count(store, "{ ?s foaf:name ?n }") == 1


@every_store
def test_variables_are_bound_as_terms(opener: Opener, tmp_path: Path) -> None:
    trap = 'x" } SERVICE <http://evil.example/> { ?s ?p ?o'
    quads = [Quad(node("a"), NamedNode(FOAF.name), Literal(trap)), *graph(1)]
    text = f"SELECT ?s ?n {{ ?s <{FOAF.name}> ?n }}"
    with opener(tmp_path / "kg", quads) as store:
        rows = list(store.query(text, {"n": Literal(trap)}))  # type: ignore[arg-type] # rows
        assert [row["s"] for row in rows] == [node("a")]
        assert list(store.query(text, {"n": Literal("x")})) == []  # type: ignore[arg-type] # rows


@every_store
def test_ask_and_construct_are_answered(opener: Opener, tmp_path: Path) -> None:
    with opener(tmp_path / "kg", graph(1)) as store:
        assert bool(store.query("ASK { ?s ?p ?o }"))
        made = list(store.query("CONSTRUCT { ?p ?p ?p } WHERE { ?s ?p ?o }"))  # type: ignore[arg-type] # triples
        assert NamedNode(FOAF.name) in {triple.predicate for triple in made}


@every_store
@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?s { ?s ?p",
        "",
        "INSERT DATA { <http://e.example/a> <http://e.example/b> 1 }",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?p",
    ],
)
def test_a_query_that_cannot_be_run_is_refused_in_one_line(
    opener: Opener, tmp_path: Path, text: str
) -> None:
    with opener(tmp_path / "kg", graph(1)) as store, pytest.raises(QueryError) as caught:
        store.query(text)
    assert "\n" not in str(caught.value)


@every_store
def test_a_variable_that_the_query_lacks_cannot_be_bound(opener: Opener, tmp_path: Path) -> None:
    with opener(tmp_path / "kg", graph(1)) as store, pytest.raises(QueryError, match="zz"):
        store.query("SELECT ?s { ?s ?p ?o }", {"zz": Literal("x")})


@pytest.mark.parametrize(
    ("raised", "becomes", "says"),
    [
        (RuntimeError("Corruption: block checksum mismatch"), StoreError, "kg store verify"),
        (OSError("read failed"), StoreError, "here: the store is damaged: read failed"),
        (RuntimeError("no such function"), QueryError, "mend the query"),
        (UsageError("ours already"), UsageError, "ours already"),
    ],
)
def test_what_the_engine_raises_while_an_answer_is_read_becomes_ours(
    raised: Exception, becomes: type[KgError], says: str
) -> None:
    with pytest.raises(becomes, match=says), engine_errors("here"):
        raise raised


@every_store
def test_a_closed_store_says_so(opener: Opener, tmp_path: Path) -> None:
    store = opener(tmp_path / "kg", graph(1))
    store.close()
    store.close()
    for text in ("ASK { ?s ?p ?o }", "ASK { GRAPH ?g { ?s ?p ?o } }"):
        with pytest.raises(StoreError, match="closed"):
            store.query(text)


@every_store
def test_an_empty_graph_is_a_graph(opener: Opener, tmp_path: Path) -> None:
    with opener(tmp_path / "kg", []) as store:
        assert list(store.lines()) == []
        assert not bool(store.query("ASK { ?s ?p ?o }"))


@pytest.mark.parametrize("url", ["ftp://h.example/graph", "postgres://h/x", "disk:"])
def test_an_unknown_scheme_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match="no kind of store"):
        open_store(url)


def test_memory_is_opened_empty() -> None:
    with open_store("memory:") as store:
        assert list(store.quads()) == []


@pytest.mark.parametrize("name", ["missing", "a:b", "file.txt"])
def test_a_folder_where_nothing_was_published_says_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("not a store", encoding="utf-8")
    with pytest.raises(StoreError, match=r"kg build|cannot be read"):
        open_store(str(tmp_path / name))


def test_a_folder_of_other_things_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="no graph has been published here"):
        open_store(str(tmp_path))


def test_a_reader_keeps_the_version_it_opened(tmp_path: Path) -> None:
    publish(tmp_path, graph(1, "old"))
    with open_store(str(tmp_path)) as store:
        publish(tmp_path, graph(2, "new"))
        assert _count(store, "{ ?s foaf:name ?n }") == 1
        assert list(store.lines()) == sorted_lines(graph(1, "old"))
    with open_store(str(tmp_path)) as store:
        assert _count(store, "{ ?s foaf:name ?n }") == 2


def test_reading_changes_no_file(tmp_path: Path) -> None:
    publish(tmp_path, graph())
    before = _contents(tmp_path)
    with open_store(str(tmp_path)) as store:
        assert _count(store, "{ ?s foaf:name ?n }") == 3
        assert len(list(store.quads())) == len(graph())
    assert _contents(tmp_path) == before


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _count(store: Store, pattern: str) -> int:
    prefixes = f"PREFIX kgo: <{KGO.NS}> PREFIX foaf: <{FOAF.NS}>"
    (row,) = store.query(f"{prefixes} SELECT (COUNT(*) AS ?n) {pattern}")  # type: ignore[misc] # rows
    return int(row["n"].value)
