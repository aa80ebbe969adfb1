"""Queries with terms written into them ask the same as queries that an engine binds."""

from __future__ import annotations

from collections import Counter

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.inlining import inline
from kg.sparqltokens import tokenize

E = "http://e/"
X = ox.NamedNode(f"{E}x")
TEXT = ox.Literal("x")


def store() -> ox.Store:
    made = ox.Store()
    for subject, value in (("a", X), ("b", ox.NamedNode(f"{E}y")), ("c", X), ("a", TEXT)):
        made.add(ox.Quad(ox.NamedNode(E + subject), ox.NamedNode(f"{E}p"), value))
    return made


def rows(query: str, bound: dict[str, ox.NamedNode | ox.Literal]) -> Counter[tuple[str, ...]]:
    substitutions = {ox.Variable(name): term for name, term in bound.items()}
    answer = store().query(query, substitutions=substitutions or None)
    if isinstance(answer, ox.QuerySolutions):
        names = [variable.value for variable in answer.variables]
        return Counter(tuple(str(row[name]) for name in names) for row in answer)
    if isinstance(answer, ox.QueryTriples):
        return Counter(tuple(map(str, triple)) for triple in answer)
    return Counter([(str(bool(answer)),)])


@pytest.mark.parametrize("value", [X, TEXT, ox.Literal("\\u0022"), ox.NamedNode(f"{E}none")])
@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s ?v { ?s ?p ?o FILTER(?o = ?v) }",
        "SELECT ?v ?s WHERE { ?s ?p ?o . { FILTER(COALESCE(?v = ?o, true)) } } ORDER BY ?s ?v",
        "SELECT (STR(?v) AS ?t) ?v { ?s ?p ?o FILTER(STR(?o) = STR($v)) }",
        "SELECT ?v (COUNT(?s) AS ?n) { ?s ?p ?o FILTER(?o = ?v) } GROUP BY ?v ORDER BY DESC(?v) ?n",
        "SELECT ?s ?v { ?s ?p ?o } GROUP BY ?s ?v HAVING(MAX(STR(?o)) >= STR(?v))",
        "SELECT ?s ?v { ?s ?p ?o FILTER(?o IN (?v, ?s)) } LIMIT 9",
        "SELECT ?s ?v { ?s ?p ?o FILTER(STR(?o) <?v||?o = ?v) }",
    ],
)
def test_the_answer_is_that_of_the_engines_own_binding(
    query: str, value: ox.NamedNode | ox.Literal
) -> None:
    assert rows(inline(query, {"v": value}), {}) == rows(query, {"v": value})


@pytest.mark.parametrize("value", [X, TEXT])
@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s ?v { ?s <http://e/p> ?v }",
        "SELECT ?s ?v { ?s <http://e/p> ?o FILTER NOT EXISTS { ?s ?p ?v } }",
        "SELECT ?s ?v { ?s <http://e/p> ?o MINUS { ?s ?p ?v } }",
        "SELECT ?s ?v ?z { ?s <http://e/p> ?o OPTIONAL { ?s ?p ?v BIND(1 AS ?z) } }",
        "SELECT ?s ?v { { ?s <http://e/p> ?v } UNION { ?s <http://e/q> ?v } }",
        "ASK { ?s ?p ?v }",
        "CONSTRUCT { ?s <http://e/q> ?v } WHERE { ?s ?p ?v }",
    ],
)
def test_patterns_hold_the_term_itself(query: str, value: ox.NamedNode | ox.Literal) -> None:
    assert rows(inline(query, {"v": value}), {}) == rows(query, {"v": value})


def test_a_description_names_its_term() -> None:
    assert inline("DESCRIBE ?v", {"v": X}) == f"DESCRIBE  <{E}x> "


def test_only_the_variables_that_are_given_change() -> None:
    query = "SELECT ?v ?vv { ?v ?p ?vv FILTER(?vv != '?v' && ?v != <http://e/?v>) } # ?v"
    assert inline(query, {}) == query
    assert inline(query, {"other": X}) == query
    changed = inline(query, {"v": X})
    assert changed.endswith("'?v' &&  <http://e/x>  != <http://e/?v>) } # ?v")
    assert changed.startswith("SELECT  (<http://e/x> AS ?v)  ?vv {")


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT ?v { ?s ?p ?o BIND(?o AS ?v) }", "worked out by the query"),
        ("SELECT (1 AS ?v) { ?s ?p ?o }", "worked out by the query"),
        ("SELECT ?s { ?s ?p ?o FILTER(BOUND(?v)) }", "BOUND"),
        ("SELECT ?s { VALUES ?v { 1 } ?s ?p ?v }", "VALUES"),
        ("SELECT ?s { VALUES (?a ?v) { (1 2) } ?s ?p ?v }", "VALUES"),
        ("SELECT ?s { { SELECT ?s { ?s ?p ?v } } }", "sub-select"),
        ("SELECT ?s { { SELECT ?s { { ?s ?p ?v } } } }", "sub-select"),
    ],
)
def test_what_a_term_cannot_stand_for_is_refused_with_its_place(query: str, says: str) -> None:
    with pytest.raises(QueryError, match=says) as caught:
        inline(query, {"v": X})
    assert "line 1, column" in str(caught.value)


@pytest.mark.parametrize("term", [ox.BlankNode("b"), ox.Triple(X, X, X)])
def test_what_has_no_name_is_refused(term: ox.BlankNode | ox.Triple) -> None:
    with pytest.raises(QueryError, match=r"value of \?v has no name"):
        inline("SELECT ?v { ?v ?p ?o }", {"v": term})


def test_an_escape_that_engines_read_differently_is_refused_where_it_cannot_be_divided() -> None:
    with pytest.raises(QueryError, match="backslash before a u"):
        inline("SELECT ?s { ?s ?p ?v }", {"v": ox.Literal("\\u0022 }")})


NASTY = st.text(
    alphabet=st.sampled_from("\"'\\uU0022{}<>#?$@^_:.;,\n\r\t xé\u2028\U0001f600SERVICE")
)
LITERALS = st.one_of(
    NASTY.map(ox.Literal),
    NASTY.map(lambda text: ox.Literal(text, language="en")),
    st.integers(-(2**63), 2**63 - 1).map(ox.Literal),
)


@given(LITERALS)
def test_a_term_is_one_value_whatever_it_holds(term: ox.Literal) -> None:
    query = "SELECT ?v (STR(?v) AS ?t) { FILTER(?v = ?v) { FILTER(?v != 'other') } }"
    found = inline(query, {"v": term})
    answer = store().query(found)
    assert isinstance(answer, ox.QuerySolutions)
    ((value, text),) = ([*row] for row in answer)
    assert (value, text) == (term, ox.Literal(term.value))
    marks = [token.text for token in tokenize(found) if token.kind == "mark"]
    assert marks.count("{") == marks.count("}") == 2
