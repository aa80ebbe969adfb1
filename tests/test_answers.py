"""Every saved query gives its expected answer on the shipped articles, on three engines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.queries import SavedQuery, load_query, names, read_query, run, terms_of
from kg.store import Store
from tests import shipped, update_answers
from tests.engines import Bound, Rdflib, Rows, Server, comparable, serving
from tests.servers import oxigraph_program
from tests.update_answers import ANSWERS, path_of

SHIPPED, WORKED = "urn:shipped", "urn:worked"


def test_every_query_has_an_answer_and_every_answer_a_query() -> None:
    written = {f.relative_to(ANSWERS).with_suffix("").as_posix() for f in ANSWERS.rglob("*.tsv")}
    assert written == set(names())
    assert len(written) >= 20


@pytest.mark.parametrize("name", names())
def test_the_answer_is_as_expected(name: str) -> None:
    found = shipped.as_tsv(run(shipped.shipped(), load_query(name)))
    assert found == path_of(name).read_text(encoding="utf-8")


def test_the_figures_that_the_articles_are_known_for() -> None:
    counted = shipped.values(run(shipped.shipped(), load_query("count-by-candidate")).rows)
    assert [row[0::4] for row in counted] == [
        ("Jeremy Corbyn", "233"),
        ("Liz Kendall", "154"),
        ("Yvette Cooper", "139"),
    ]
    differ = run(shipped.shipped(), load_query("checks/stated-against-listed"))
    assert [row[4:6] for row in shipped.values(differ.rows)] == [("230", "233")]


def test_answers_are_not_written_by_the_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    before = {file: file.stat().st_mtime_ns for file in ANSWERS.rglob("*.tsv")}
    assert update_answers.main([]) == 2
    assert {file: file.stat().st_mtime_ns for file in ANSWERS.rglob("*.tsv")} == before


@cache
def _shipped_in_rdflib() -> Rdflib:
    return Rdflib(shipped.shipped_quads())


@cache
def _worked_in_rdflib() -> Rdflib:
    return Rdflib(shipped.worked_quads())


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    if oxigraph_program() is None:
        pytest.skip("the wheel oxigraph, which brings the server, is not installed")
    with serving() as started:
        started.put(SHIPPED, shipped.shipped_quads())
        started.put(WORKED, shipped.worked_quads())
        yield started


def _ours(store: Store, saved: SavedQuery) -> tuple[Rows, Bound]:
    """The rows of kg itself, and the terms that the other engines are to bind."""
    rows = [tuple(map(comparable, row)) for row in run(store, saved).rows]
    return rows, terms_of(store, saved, {})


def _in_order(saved: SavedQuery, rows: Rows) -> Rows:
    return sorted(rows) if saved.form == "construct" else rows  # a graph has no order


@pytest.mark.parametrize("name", names())
def test_rdflib_agrees(name: str) -> None:
    saved = load_query(name)
    for store, other in (
        (shipped.worked(), _worked_in_rdflib()),
        (shipped.shipped(), _shipped_in_rdflib()),
    ):
        rows, terms = _ours(store, saved)
        assert _in_order(saved, other.ask(saved, terms)) == _in_order(saved, rows)


@pytest.mark.parametrize("name", names())
def test_a_server_agrees(name: str, server: Server) -> None:
    saved = load_query(name)
    for store, graph in ((shipped.worked(), WORKED), (shipped.shipped(), SHIPPED)):
        rows, terms = _ours(store, saved)
        assert _in_order(saved, server.ask(graph, saved, terms)) == _in_order(saved, rows)


def test_the_small_graph_has_something_for_nearly_every_query() -> None:
    empty = {name for name in names() if not run(shipped.worked(), load_query(name)).rows}
    assert empty == {
        # These ask for a council or articles of the shipped articles unless told otherwise.
        "councillors-of-council",
        "differences-between-articles",
        "statements-of-article",
        # Nothing was decided or handed in.
        "identifiers-that-moved",
        "match-decisions",
        "submissions",
        "checks/low-confidence",
    }


# --- whatever a parameter holds, the question stays the same ----------------------------------

ECHO = read_query(
    """#+ summary: Who is not called so, and what so is
SELECT ?other (STR(?_said) AS ?echo)
WHERE {
  VALUES ?other { "one" "two" }
  { FILTER(COALESCE(?_said != "three", true)) }
  FILTER(?other != ?_said) # ?_said in a comment
}
ORDER BY ?other
""",
    "echo",
)
PIECES = (
    '"', "'", '"""', "'''", "\\", "\\u0022", "\\U0000007D", "\\n", "{", "}", "(", ")", "<", ">",
    "#", "?other", "$other", "?_said", "@en", "^^<urn:x>", "%s", "$1", "\n", "\r\n", "\t", ";", ".",
    " ", "one", "é", "\U0001f600", "\u2028", "SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }",
    "} UNION { ?s ?p ?o", "DROP ALL", "BIND(1 AS ?other)", "_:b", "/*", "--",
)  # fmt: skip
HOSTILE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)


@given(HOSTILE.filter(lambda value: bool(value.strip()) and value != "one"))
def test_no_value_changes_the_question(server: Server, value: str) -> None:
    expected = [("one", value), ("two", value)]
    terms = terms_of(shipped.worked(), ECHO, {"said": value})
    found = run(shipped.worked(), ECHO, {"said": value}).rows
    assert [tuple(map(comparable, row)) for row in found] == expected
    assert _worked_in_rdflib().ask(ECHO, terms) == expected
    assert _worked_in_rdflib().ask_text(ECHO, terms) == expected
    assert server.ask(WORKED, ECHO, terms) == expected


@given(HOSTILE)
def test_no_name_is_taken_for_anything_but_a_name(value: str) -> None:
    saved = load_query("endorsers-of-candidate")
    with pytest.raises(UsageError):
        run(shipped.worked(), saved, {"candidate": value})
