"""``kg push`` to real servers, and the same answers from them as from the store of files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import urllib3

from kg import queries
from kg.cli.app import main
from kg.endpoint import Access, Credentials, Endpoint
from kg.errors import StoreError
from kg.iris import DEFAULT_BASE
from kg.nquads import sorted_lines
from kg.store import memory_store, open_store, publish
from kg.why import explain
from tests import servers
from tests.hostile_server import answering, good
from tests.plaingraphs import graph, node
from tests.shipped import shipped, shipped_quads

VALUES = {"candidate": "Liz Kendall", "council": "Bury"}


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[servers.Running]:
    if request.param == "oxigraph":
        with servers.oxigraph() as running:
            yield running
    elif servers.virtuoso_program() is None:
        pytest.skip("virtuoso-t is not installed (Debian: virtuoso-opensource)")
    else:
        with servers.virtuoso(tmp_path_factory.mktemp("virtuoso")) as running:
            yield running


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store") / "kg"
    publish(folder, shipped_quads())
    return folder


@pytest.fixture
def asked(server: servers.Running, monkeypatch: pytest.MonkeyPatch) -> servers.Running:
    for name, value in server.env.items():
        monkeypatch.setenv(name, value)
    return server


def access(running: servers.Running) -> Access:
    user, password = (running.env.get(f"KG_ENDPOINT_{x}", "") for x in ("USER", "PASSWORD"))
    return Access(DEFAULT_BASE, Credentials(user=user, password=password))


def push(*words: str, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    """What ``kg push`` reports."""
    code = main(["push", *words, "--json", "--quiet"])
    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    return dict(json.loads(out))


# The tests below follow one another on one server, as they would in use.


def test_the_graph_is_pushed_and_a_repeat_changes_nothing(
    asked: servers.Running, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--store", str(store))
    tried = push(asked.endpoint, *where, "--dry-run", capsys=capsys)
    first = push(asked.endpoint, *where, capsys=capsys)
    again = push(asked.endpoint, *where, capsys=capsys)
    by_root = push(f"{asked.root}/", *where, capsys=capsys)
    assert tried == first | {"done": False}
    assert (first["written"], first["kept"], first["removed"]) == (5, 0, 0)
    assert (again["written"], again["kept"], again["removed"]) == (0, 5, 0)
    assert by_root == again


@cache
def _answer(name: str, values: tuple[tuple[str, str], ...]) -> queries.Result:
    """What the store of files answers, which is asked once for all servers."""
    return queries.run(shipped(), queries.load_query(name), dict(values))


@pytest.mark.parametrize(
    "saved", [*queries.list_queries(), *queries.list_checks()], ids=lambda saved: saved.name
)
def test_saved_queries_answer_alike(asked: servers.Running, saved: queries.SavedQuery) -> None:
    given = {p.name: VALUES[p.name] for p in saved.parameters if p.name in VALUES}
    required = {p.name for p in saved.parameters if p.required and p.default is None}
    with open_store(asked.endpoint, access(asked)) as away:
        for values in [given] if required else [{}, given]:
            here = _answer(saved.name, tuple(values.items()))
            there = queries.run(away, saved, values)
            assert there.columns == here.columns
            if here.triples:  # a CONSTRUCT has no order
                assert set(there.rows) == set(here.rows)
            else:
                assert there.rows == here.rows


def test_everything_is_exported_as_it_was_published(asked: servers.Running, store: Path) -> None:
    with open_store(asked.endpoint, access(asked)) as away, open_store(str(store)) as here:
        assert list(away.lines()) == list(here.lines())


def test_why_says_the_same(asked: servers.Running) -> None:
    with open_store(asked.endpoint, access(asked)) as away:
        assert explain(away, "Christopher Baron") == explain(shipped(), "Christopher Baron")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
        "SELECT (COUNT(*) AS ?n) FROM <http://nowhere.example/g> { ?s ?p ?o }",
        "ASK { ?s a kgo:Endorsement }",
        "ASK { ?s a kgo:Nothing }",
        "SELECT ?name { ?c a kgo:Candidacy ; kgo:candidate/foaf:name ?name } ORDER BY ?name",
    ],
)
def test_any_query_answers_alike(
    asked: servers.Running, store: Path, query: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = []
    for where in (asked.endpoint, str(store)):
        assert main(["--store", where, "sparql", query]) == 0
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1]


def test_long_answers_are_cut_and_said_to_be(
    asked: servers.Running, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--store", asked.endpoint, "sparql", "--rows", "7"]
    for query in ("SELECT ?s { ?s ?p ?o }", "CONSTRUCT { ?s a kgo:Unit } WHERE { ?s ?p ?o }"):
        assert main([*words, "--format", "csv", query]) == 0
        out, err = capsys.readouterr()
        assert len(out.splitlines()) == 8
        assert "cut off after 7" in err


def test_an_operators_limit_on_rows_is_not_taken_for_the_whole(asked: servers.Running) -> None:
    if asked.name != "virtuoso":
        pytest.skip("only Virtuoso leaves rows out in silence")
    with (
        open_store(asked.endpoint, access(asked)) as away,
        pytest.raises(StoreError, match="leaves out rows beyond 10000"),
    ):
        away.query("SELECT ?s ?p ?o { ?s ?p ?o }")


def test_only_what_differs_is_written_and_only_what_is_ours_is_removed(
    asked: servers.Running, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quads = shipped_quads()
    graphs = sorted({q.graph_name.value for q in quads if isinstance(q.graph_name, ox.NamedNode)})
    changed = ox.Quad(
        node("new"), node("p"), ox.Literal("caf\u00e9 \\u0022"), ox.NamedNode(graphs[0])
    )
    less = [q for q in quads if q.graph_name != ox.NamedNode(graphs[1])]
    publish(tmp_path / "kg", [*less, changed])
    _put(asked, "http://stranger.example/g", b"<http://e/s> <http://e/p> <http://e/o> .\n")
    made = push(asked.endpoint, "--store", str(tmp_path / "kg"), capsys=capsys)
    actions = {one["graph"]: one["action"] for one in made["graphs"]}  # type: ignore[attr-defined]
    assert actions == {
        graphs[0]: "write",
        graphs[1]: "remove",
        graphs[2]: "keep",
        f"{DEFAULT_BASE}id/graph/shared": "keep",
        f"{DEFAULT_BASE}id/graph/union": "write",
    }
    with open_store(asked.endpoint, access(asked)) as away:
        assert list(away.lines()) == sorted_lines([*less, changed])
    endpoint = Endpoint(asked.endpoint, access(asked))
    assert "http://stranger.example/g" in endpoint.names()
    endpoint.close()


def test_a_graph_that_others_changed_is_written_again(
    asked: servers.Running, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    push(asked.endpoint, "--store", str(store), capsys=capsys)
    shared = f"{DEFAULT_BASE}id/graph/shared"
    _put(asked, shared, b"<http://e/s> <http://e/p> <http://e/o> .\n")
    made = push(asked.endpoint, "--store", str(store), capsys=capsys)
    assert [g["graph"] for g in made["graphs"] if g["action"] != "keep"] == [shared]  # type: ignore[attr-defined]
    everything = push(asked.endpoint, "--store", str(store), "--all", capsys=capsys)
    assert everything["written"] == 5


def _put(running: servers.Running, graph: str, body: bytes) -> None:
    """Write a graph as somebody else would."""
    from kg.endpoint.graphs import GraphStore

    endpoint = Endpoint(running.endpoint, access(running))
    assert endpoint.places.written is not None
    GraphStore(endpoint.connection, endpoint.access, endpoint.places.written).put(graph, [body])
    endpoint.close()


# A server that kg did not push to.


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of three articles with a few statements each, in forms that servers leave alone."""
    folder = tmp_path_factory.mktemp("small") / "kg"
    publish(folder, [quad for quad in graph(3) if '"0.80"' not in str(quad.object)])
    return folder


@pytest.fixture
def bare() -> Iterator[servers.Running]:
    with servers.oxigraph() as running:
        yield running


def test_a_server_that_was_filled_otherwise_is_asked_as_a_union(bare: servers.Running) -> None:
    quads = [
        ox.Quad(node("a"), node("p"), node("b")),
        ox.Quad(node("b"), node("p"), ox.Literal("x\\u0022"), node("g1")),
        ox.Quad(node("c"), node("p"), ox.Literal("0.5"), node("g2")),
    ]
    for quad in quads:
        name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
        body = ox.serialize([quad.triple], format=ox.RdfFormat.N_TRIPLES)
        assert isinstance(body, bytes)
        if name:
            _put(bare, name, body)
        else:
            _put_default(bare, body)
    with open_store(bare.endpoint) as away:
        answer = away.query("SELECT ?s { ?s ?p ?o } ORDER BY ?s")
        assert [row[0] for row in answer] == [q.subject for q in quads]  # type: ignore[union-attr]
        assert list(away.lines()) == list(memory_store(quads).lines())


def _put_default(running: servers.Running, body: bytes, place: str = "store") -> None:
    headers = {"Content-Type": "application/n-triples"}
    with urllib3.PoolManager() as pool:
        where = f"{running.root}/{place}?default"
        assert pool.request("PUT", where, body=body, headers=headers).status < 300


def test_a_server_of_another_make_is_found_out(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with servers.homemade() as running:
        first = push(running.endpoint, "--store", str(store), capsys=capsys)
        again = push(f"{running.root}/rdf-graph-store", "--store", str(store), capsys=capsys)
        assert (first["written"], again["kept"]) == (5, 5)
        with open_store(running.endpoint) as away, open_store(str(store)) as here:
            assert list(away.lines()) == list(here.lines())
            for name in ("count-by-candidate", "split-councils", "backs"):
                saved = queries.load_query(name)
                assert queries.run(away, saved).rows == queries.run(here, saved).rows


def test_a_server_that_joins_nothing_is_told_its_graphs_or_refused() -> None:
    with servers.homemade() as running:
        for name in "ab":
            body = f"<http://e/{name}> <http://e/p> <http://e/o> .\n".encode()
            _put(running, f"http://e/g-{name}", body)
        with open_store(running.endpoint) as away:
            answer = away.query("SELECT ?s { ?s ?p ?o } ORDER BY ?s")
            assert len(list(answer)) == 2  # type: ignore[arg-type] # rows
            names = away.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
            assert len(list(names)) == 2  # type: ignore[arg-type] # rows
        _put_default(running, b"<http://e/c> <http://e/p> <http://e/o> .\n", "rdf-graph-store")
        with (
            open_store(running.endpoint) as away,
            pytest.raises(StoreError, match="leaves out its other graphs"),
        ):
            away.query("SELECT ?s { ?s ?p ?o }")


def test_an_empty_server_has_empty_answers(bare: servers.Running) -> None:
    with open_store(f"{bare.root}/") as away:
        assert list(away.query("SELECT ?s { ?s ?p ?o }")) == []  # type: ignore[arg-type]
        assert list(away.lines()) == []


def test_blank_nodes_of_strangers_cannot_be_exported(bare: servers.Running) -> None:
    _put(bare, "http://e/g", b"_:x <http://e/p> <http://e/o> .\n")
    with (
        open_store(bare.endpoint) as away,
        pytest.raises(StoreError, match="holds blank nodes"),
    ):
        list(away.lines())


def test_a_push_that_did_not_end_is_not_taken_for_one_that_did(
    bare: servers.Running, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    push(bare.endpoint, "--store", str(small), capsys=capsys)
    from kg.endpoint.graphs import as_lines
    from kg.endpoint.record import claim_triples, empty_record

    _put(
        bare, f"{DEFAULT_BASE}id/graph/pushed", as_lines(claim_triples(empty_record(DEFAULT_BASE)))
    )
    assert main(["--store", bare.endpoint, "query", "articles"]) == 2
    assert "a push has not ended (run kg push again)" in capsys.readouterr().err
    push(bare.endpoint, "--store", str(small), capsys=capsys)
    assert main(["--store", bare.endpoint, "query", "articles"]) == 0


@pytest.mark.parametrize("changes", [0, 1, 2, 5, 9])
def test_a_push_that_is_cut_off_says_what_is_done_and_goes_on_from_there(
    bare: servers.Running, small: Path, changes: int, capsys: pytest.CaptureFixture[str]
) -> None:
    # The record first, and then each of five graphs is put and signed off.
    done = max(0, changes - 1) // 2
    with servers.failing_after(bare, changes) as between:
        assert main(["push", between.endpoint, "--store", str(small)]) == 2
        out, err = capsys.readouterr()
    assert out == ""
    assert "the endpoint failed (500: the disk is full)" in err
    assert err.count("statements written") == 0
    assert err.count(": written\n") == done
    if changes:
        assert f"{done} of 5 changes are made" in err
    made = push(bare.endpoint, "--store", str(small), capsys=capsys)
    assert (made["kept"], made["written"]) == (done, 5 - done)
    with open_store(bare.endpoint) as away, open_store(str(small)) as here:
        assert list(away.lines()) == list(here.lines())


def test_a_server_that_nobody_knows_needs_to_be_told_of(
    bare: servers.Running, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with answering(good(b'{"head":{"vars":["x"]},"results":{"bindings":[]}}')) as (url, _):
        assert main(["push", url, "--store", str(small)]) == 2
        assert "name its graph store: --graph-store URL" in capsys.readouterr().err
        words = ["push", url, "--store", str(small), "--graph-store", f"{bare.root}/store"]
        assert main(words) == 0
    assert "5 written" in capsys.readouterr().out
    with open_store(bare.endpoint) as away, open_store(str(small)) as here:
        assert list(away.lines()) == list(here.lines())


def test_a_large_graph_is_sent_in_parts(
    bare: servers.Running,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    small: Path,
) -> None:
    monkeypatch.setattr("kg.endpoint.graphs._BLOCK", 300)
    push(bare.endpoint, "--store", str(small), capsys=capsys)
    with open_store(bare.endpoint) as away, open_store(str(small)) as here:
        assert list(away.lines()) == list(here.lines())
