"""Ad hoc queries: what an answer is, and what is said when there is none."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError, StoreError
from kg.sparql import Limits, ask, clear
from kg.sparql.wire import decode_row, encode_row
from kg.store import Store, memory_store, open_store, publish

NAME = ox.NamedNode("http://xmlns.com/foaf/0.1/name")
PATIENT = Limits(seconds=60)


def person(number: int) -> ox.NamedNode:
    return ox.NamedNode(f"https://example.org/kg/id/person/p{number}")


def quads(count: int = 5) -> list[ox.Quad]:
    graphs = [ox.NamedNode("http://e/g1"), ox.NamedNode("http://e/g2")]
    return [
        ox.Quad(person(n), NAME, ox.Literal(f"Person {n}"), graphs[n % 2]) for n in range(count)
    ]


@pytest.fixture(scope="module", params=["memory", "disk"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Store:
    if request.param == "memory":
        return memory_store(quads())
    folder: Path = tmp_path_factory.mktemp("store") / "kg"
    publish(folder, quads())
    return open_store(str(folder))


def test_a_select_gives_rows_in_its_order(store: Store) -> None:
    answer = ask(store, "SELECT ?n ?none { ?s foaf:name ?n } ORDER BY DESC(?n) LIMIT 2", PATIENT)
    assert answer.columns == ("n", "none")
    assert answer.rows == ((ox.Literal("Person 4"), None), (ox.Literal("Person 3"), None))
    assert (answer.form, answer.verdict, answer.truncated) == ("select", None, False)


def test_an_ask_gives_a_verdict(store: Store) -> None:
    assert ask(store, "ASK { ?s foaf:name 'Person 1' }", PATIENT).verdict is True
    assert ask(store, "ASK { ?s foaf:name 'Nobody' }", PATIENT).verdict is False


@pytest.mark.parametrize("query", ["DESCRIBE <{}>", "CONSTRUCT WHERE {{ <{}> ?p ?o }}"])
def test_statements_are_rows_of_three(store: Store, query: str) -> None:
    answer = ask(store, query.format(person(2).value), PATIENT)
    assert answer.triples
    assert answer.columns == ("subject", "predicate", "object")
    assert answer.rows == ((person(2), NAME, ox.Literal("Person 2")),)


def test_the_union_is_asked_unless_from_names_graphs(store: Store) -> None:
    everything = ask(store, "SELECT * { ?s foaf:name ?n }", PATIENT)
    assert len(everything.rows) == 5
    some = ask(store, "SELECT * FROM <http://e/g1> { ?s foaf:name ?n }", PATIENT)
    assert len(some.rows) == 3
    named = ask(
        store, "SELECT * FROM NAMED <http://e/g2> { GRAPH ?g { ?s foaf:name ?n } }", PATIENT
    )
    assert {row[named.columns.index("g")] for row in named.rows} == {ox.NamedNode("http://e/g2")}


def test_a_statement_of_two_articles_is_one_of_the_union() -> None:
    twice = [ox.Quad(person(1), NAME, ox.Literal("P"), ox.NamedNode(f"http://e/{g}")) for g in "ab"]
    answer = ask(memory_store(twice), "SELECT (COUNT(*) AS ?n) { ?s foaf:name ?o }", PATIENT)
    assert answer.rows == ((ox.Literal(1),),)


def test_own_prefixes_win_over_the_known_ones(store: Store) -> None:
    query = "PREFIX foaf: <http://e/> SELECT * { ?s foaf:name ?n }"
    assert ask(store, query, PATIENT).rows == ()


@pytest.mark.parametrize(("rows", "truncated"), [(4, True), (5, False), (6, False)])
def test_the_row_limit_cuts_and_says_so(store: Store, rows: int, truncated: bool) -> None:
    limits = Limits(seconds=60, rows=rows)
    answer = ask(store, "SELECT * { ?s foaf:name ?n }", limits)
    assert (len(answer.rows), answer.truncated) == (min(rows, 5), truncated)


def test_the_size_of_an_answer_is_limited(store: Store) -> None:
    answer = ask(store, "SELECT * { ?s foaf:name ?n }", Limits(seconds=60, answer_bytes=300))
    assert answer.truncated
    assert 0 < len(answer.rows) < 5


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT *\n{ ?s ?p }", "line 2, column"),
        ("SELECT * { ?s ?p <a b> }", "IRI parsing failed"),
        ("SELECT ?x { ?s ?p ?o } GROUP BY ?s", "variable that is unbound"),
        ("SELECT * { ?s fofa:name ?o }", "did you mean foaf:?"),
        ("SELECT * { ?s ?p ?o", "this { is not closed"),
        ("SELECT * { ?s ?p 'x }", "line 1, column 18: a text opens here"),
        ("SELECT * { ?s ?p ?o } LIMIT", "cannot be read at its end"),
        ("SELEC * { ?s ?p ?o }", "begin with SELECT"),
    ],
)
def test_a_fault_is_one_line_with_its_place(query: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        ask(memory_store(), query, PATIENT)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 250


def test_time_runs_out() -> None:
    product = " . ".join(f"?s{n} ?p{n} ?o{n}" for n in range(8))
    query = f"SELECT (COUNT(*) AS ?n) {{ {product} }}"
    with pytest.raises(QueryError, match=r"longer than 0\.5 seconds"):
        ask(memory_store(quads(50)), query, Limits(seconds=0.5))


def test_a_damaged_store_is_not_the_fault_of_the_query(tmp_path: Path) -> None:
    folder = tmp_path / "kg"
    publish(folder, quads())
    opened = open_store(str(folder))
    for file in (opened.index_for("ASK { ?s ?p ?o }") or tmp_path).glob("*"):
        file.write_bytes(b"")
    with pytest.raises(StoreError) as caught:
        ask(opened, "ASK { ?s ?p ?o }", PATIENT)
    assert "\n" not in str(caught.value)


LITERALS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])).map(ox.Literal),
    st.integers().map(ox.Literal),
    st.sampled_from(["en", "cy", "en-gb"]).map(lambda tag: ox.Literal("x", language=tag)),
    st.just(ox.Literal("x", language="ar", direction=ox.BaseDirection.RTL)),
)
SUBJECTS = st.sampled_from([ox.NamedNode("http://e/é"), ox.BlankNode("b1")])
TRIPLES = st.builds(ox.Triple, SUBJECTS, st.just(NAME), LITERALS)


@given(st.lists(st.one_of(st.none(), SUBJECTS, LITERALS, TRIPLES), max_size=5))
def test_rows_come_through_as_they_were_sent(row: list[ox.Literal | None]) -> None:
    assert decode_row(encode_row(row)) == tuple(row)


@given(st.text(max_size=80))
def test_no_text_breaks_the_guard(text: str) -> None:
    said = ""
    try:
        clear(text, Limits())
    except QueryError as error:
        said = str(error)
    assert "\n" not in said
