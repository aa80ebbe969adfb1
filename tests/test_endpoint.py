"""The parts of an endpoint that need no server: challenges, texts, records, credentials."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import queries
from kg.endpoint.access import Credentials, read_credentials
from kg.endpoint.address import read_address
from kg.endpoint.challenge import Challenge, authorization, read_challenge
from kg.endpoint.record import (
    FIND,
    Pushed,
    Record,
    claim_triples,
    done_triples,
    empty_record,
    read_records,
)
from kg.endpoint.text import form, with_graphs, with_prefixes, with_terms
from kg.errors import QueryError, UsageError
from kg.iris import DEFAULT_BASE
from kg.sparql import Limits, clear

# The example of RFC 7616, section 3.9.1.
MUFASA = Credentials(user="Mufasa", password="Circle of Life")  # noqa: S106 - the RFC's
CHALLENGE = (
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={}, '
    'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", '
    'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
)
OWN = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_digests_are_those_of_the_standard(algorithm: str, response: str) -> None:
    challenge = read_challenge([CHALLENGE.format(algorithm)])
    made = authorization(MUFASA, challenge, "GET", "/dir/index.html", 1, OWN)
    assert made is not None
    assert f'response="{response}"' in made
    assert 'username="Mufasa"' in made
    assert "nc=00000001" in made
    assert "Circle" not in made


def test_an_old_digest_is_answered_in_the_old_way() -> None:
    # The example of RFC 2617, section 3.5, worked out as RFC 2069 has it.
    challenge = read_challenge(['Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e"'])
    assert challenge == Challenge("digest", "testrealm@host.com", "dcd98b7102dd2f0e")
    made = authorization(MUFASA, challenge, "GET", "/")
    assert made is not None
    assert "qop" not in made


@pytest.mark.parametrize(
    "header",
    ["", "Negotiate", "Digest", 'Digest realm="x"', 'Digest nonce="n", algorithm=SHA-512-256',
     'Digest nonce="n", qop="auth-int"'],
)  # fmt: skip
def test_a_challenge_that_cannot_be_met_is_none(header: str) -> None:
    assert read_challenge([header]) is None


def test_the_stronger_challenge_is_taken() -> None:
    found = read_challenge(["Basic realm=x", 'Digest realm="x", nonce="n"'])
    assert found is not None
    assert found.scheme == "digest"


@pytest.mark.parametrize(
    "env",
    [
        {"KG_ENDPOINT_TOKEN": "s3cret", "KG_ENDPOINT_USER": "me"},
        {"KG_ENDPOINT_USER": "s3cret"},
        {"KG_ENDPOINT_PASSWORD": "s3cret"},
        {"KG_ENDPOINT_TOKEN": "s3cret\r\nX-Other: y"},
        {"KG_ENDPOINT_USER": "a:s3cret", "KG_ENDPOINT_PASSWORD": "x"},
    ],
)
def test_credentials_that_cannot_be_used_are_not_repeated(env: dict[str, str]) -> None:
    with pytest.raises(UsageError) as caught:
        read_credentials(env)
    assert "s3cret" not in str(caught.value)


def test_no_credentials_are_fine() -> None:
    assert not read_credentials({"KG_ENDPOINT_TOKEN": ""}).given


def test_an_address_keeps_its_query_to_itself() -> None:
    address = read_address("https://user.example:8443/a/sparql?key=1#part")
    assert address.url == "https://user.example:8443/a/sparql?key=1"
    assert address.asking("graph=x").url.endswith("/a/sparql?key=1&graph=x")
    assert address.at("/store").shown == "https://user.example:8443/store"
    assert "key" not in address.asking("graph=x").shown


def test_a_parameter_is_no_column_and_an_idle_test_is_gone() -> None:
    text = (
        "SELECT ?a ?_b ?__c (COUNT(?d) AS ?n) WHERE { ?a ?p ?d "
        "FILTER(?d = ?_b) FILTER(COALESCE(?d = LCASE(?__c) || ?d = ?_b, true)) } "
        "GROUP BY ?a ?_b ?__c"
    )
    made = with_terms(text, {"_b": ox.Literal('x" }')})
    assert "?__c" not in made
    assert "?_b" not in made
    assert "FILTER(true)" in made
    assert made.count('"x\\" }"') == 1
    given = with_terms(text, {"_b": ox.Literal("x"), "__c": ox.Literal("y")})
    assert 'LCASE( "y" )' in given


@pytest.mark.parametrize("test", ["COALESCE(?a = ?__c && ?a = 1, true)", "COALESCE(?__c, ?a)"])
def test_a_test_that_may_still_fail_stays(test: str) -> None:
    text = f"SELECT ?a WHERE {{ ?a ?p ?o FILTER({test}) }}"
    assert with_terms(text, {}) == text


@pytest.mark.parametrize(
    "saved", [*queries.list_queries(), *queries.list_checks()], ids=lambda saved: saved.name
)
def test_saved_queries_are_sent_without_their_parameters(saved: queries.SavedQuery) -> None:
    every = {parameter.variable: ox.Literal("x") for parameter in saved.parameters}
    for bound in ({}, every):
        made = with_terms(saved.plan.runnable(bound), bound)
        clear(made, Limits())
        assert "?_" not in made.partition("SELECT")[2].partition("WHERE")[0]
        for parameter in saved.parameters if bound else ():
            assert f"?{parameter.variable} " not in made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT * ^{ ?s ?p ?o }"),
        ("SELECT (COUNT(?s) AS ?n) WHERE { {} }", "SELECT (COUNT(?s) AS ?n) ^WHERE { {} }"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } ^WHERE { ?s ?p ?o }"),
        ("CONSTRUCT { } { ?s ?p ?o }", "CONSTRUCT { } ^{ ?s ?p ?o }"),
        ("construct where { ?s ?p ?o }", "construct ^where { ?s ?p ?o }"),
        ("ASK { }", "ASK ^{ }"),
        ("DESCRIBE ?x WHERE { ?x ?p 1 }", "DESCRIBE ?x ^WHERE { ?x ?p 1 }"),
        ("DESCRIBE <u:x>", "DESCRIBE <u:x>^"),
    ],
)
def test_graphs_are_named_before_the_group(text: str, made: str) -> None:
    clause = "\nFROM <u:d>\nFROM NAMED <u:a>\nFROM NAMED <u:b>\n"
    assert with_graphs(text, ["u:d"], ["u:a", "u:b"]) == made.replace("^", clause)
    assert form(text) == text.split()[0].upper()


def test_what_is_no_query_has_no_form() -> None:
    with pytest.raises(QueryError, match="this is no query"):
        form("INSERT DATA {}")


def test_prefixes_that_are_used_are_declared() -> None:
    text = "PREFIX foaf: <http://other.example/> SELECT * { ?s foaf:name 'org:x' ; a kgo:Unit }"
    made = with_prefixes(text)
    assert made.endswith(text)
    assert made.count("PREFIX") == 2
    assert with_prefixes("SELECT * { ?s ?p ?o }") == "SELECT * { ?s ?p ?o }"


names = st.sets(st.integers(0, 50).map(lambda n: f"http://e/g{n}"), max_size=6)
hashes = st.integers(0, 2**256 - 1).map(lambda n: f"sha256:{n:064x}")


@given(names, st.data())
def test_a_record_is_read_as_it_was_written(articles: set[str], data: st.DataObject) -> None:
    blank = empty_record(DEFAULT_BASE)
    graphs = {
        name: data.draw(st.none() | st.builds(Pushed, hashes, st.integers(0, 10**9)))
        for name in sorted({*articles, blank.union, blank.shared})
    }
    record = Record(blank.name, blank.union, blank.shared, graphs)
    store = ox.Store()
    own = ox.NamedNode(record.name)
    store.extend(ox.Quad(t.subject, t.predicate, t.object, own) for t in claim_triples(record))
    (found,) = read_records(map(tuple, store.query(FIND)))  # type: ignore[arg-type] # rows
    assert found == record
    assert found.articles == tuple(sorted(articles))
    assert found.whole == all(graphs.values())


def test_what_only_looks_like_a_record_claims_nothing() -> None:
    blank = empty_record(DEFAULT_BASE)
    store = ox.Store()
    own = ox.NamedNode(blank.name)
    for triple in [*claim_triples(blank), *done_triples("http://e/other", Pushed("x", 3))]:
        store.add(ox.Quad(triple.subject, triple.predicate, triple.object, own))
    (found,) = read_records(map(tuple, store.query(FIND)))  # type: ignore[arg-type] # rows
    assert set(found.graphs) == {blank.union, blank.shared}
    assert not found.whole
