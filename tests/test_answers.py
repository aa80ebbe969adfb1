"""Every saved query gives its expected answer on the shipped articles, and rdflib agrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.util import from_n3

from kg.queries import Result, SavedQuery, bind, load_query, names, run
from kg.store import Store
from tests import shipped, update_answers
from tests.update_answers import ANSWERS, path_of

# rdflib's own parser and query engine use names that rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning:rdflib")

# rdflib takes more than two seconds for these on the shipped articles; it is asked them on the
# small graph only, like all the others.
SLOW_IN_RDFLIB = {
    "contests",
    "councils-by-candidate",
    "councils-by-contest",
    "roles-of-endorsers",
    "split-councils",
    "support-by-council-type",
    "totals",
}


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


@contextmanager
def _terms_as_written() -> Iterator[None]:
    normalising = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = normalising


def _dataset(quads: Iterable[ox.Quad]) -> rdflib.Dataset:
    dataset = rdflib.Dataset(default_union=True)
    data = "".join(f"{quad} .\n" for quad in quads)
    with _terms_as_written():
        dataset.parse(data=data, format="nquads")
    return dataset


@cache
def _shipped_dataset() -> rdflib.Dataset:
    return _dataset(shipped.shipped_quads())


@cache
def _worked_dataset() -> rdflib.Dataset:
    return _dataset(shipped.worked_quads())


def _in_rdflib(dataset: rdflib.Dataset, saved: SavedQuery) -> list[tuple[str, ...]]:
    """The rows that rdflib gives to the text of the query as it stands in the file."""
    with _terms_as_written():
        bound: dict[str, Any] = {
            name: from_n3(str(term)) for name, term in bind(saved.parameters, {}, "").items()
        }
        rows = dataset.query(saved.text, initBindings=bound)
        return [tuple(map(_comparable, row)) for row in rows]  # type: ignore[arg-type] # no ASK


def _comparable(term: object) -> str:
    """A term as text. The engines spell numbers and give errors in other ways, and no other."""
    if term is None:
        return ""
    text = str(getattr(term, "value", term))
    if isinstance(term, rdflib.term.Identifier):
        text = str(term)
    return text


def _rows(result: Result) -> list[tuple[str, ...]]:
    return [tuple(map(_comparable, row)) for row in result.rows]


def _agree(store: Store, dataset: rdflib.Dataset, name: str) -> int:
    saved = load_query(name)
    ours, theirs = _rows(run(store, saved)), _in_rdflib(dataset, saved)
    if saved.form == "construct":  # rdflib's graph has no order
        ours, theirs = sorted(ours), sorted(theirs)
    assert ours == theirs
    return len(ours)


@pytest.mark.parametrize("name", names())
def test_rdflib_agrees_on_the_small_graph(name: str) -> None:
    _agree(shipped.worked(), _worked_dataset(), name)


@pytest.mark.parametrize("name", sorted(set(names()) - SLOW_IN_RDFLIB))
def test_rdflib_agrees_on_the_shipped_articles(name: str) -> None:
    _agree(shipped.shipped(), _shipped_dataset(), name)


def test_the_small_graph_has_something_for_nearly_every_query() -> None:
    empty = {name for name in names() if not run(shipped.worked(), load_query(name)).rows}
    assert empty <= {"councillors-of-council", "checks/low-confidence"}
