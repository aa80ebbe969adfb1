"""What saved queries answer that the shipped articles have nothing or little for."""

from __future__ import annotations

from datetime import date
from functools import cache

import pyoxigraph as ox
import pytest

from kg import rdf
from kg.decisions import MANUAL, Decision
from kg.identity import Identity, Redirect
from kg.iris import Minter
from kg.queries import load_query, run, terms_of
from kg.store import Store, memory_store
from kg.submissions.model import Record
from kg.submissions.statements import graph_text
from tests import builders, shipped
from tests.engines import Rdflib, comparable
from tests.shipped import quads_of_built, values

MINTER = Minter()
ANN, ANNE, BEN = (MINTER.person(f"{key}--bury") for key in ("ann-other", "anne-other", "ben-x"))
DAY = date(2026, 1, 31)
HANDED_IN = Record(
    "0123456789abcdef", "0" * 64, "backers.csv", "text/csv", 9, "A. Reader", "from the minutes",
    MINTER.base, "accepted", 3, 0, 0, "", (),
)  # fmt: skip


def decided(one: str, other: str, verdict: str, why: str = "") -> Decision:
    return Decision(one, other, verdict, MANUAL, "A. Reader", DAY, why, "a:1")  # type: ignore[arg-type] # a verdict, as the cases below spell it


@cache
def records() -> tuple[ox.Quad, ...]:
    """Two articles, three decisions, an IRI that gave way, and a submission."""
    decisions = [
        decided(ANNE, ANN, "same", "The council lists one."),
        decided(ANN, BEN, "different"),
        decided(ANNE, BEN, "unsure"),
    ]
    moved = Redirect(ANNE, ANN, "Joined by a match decision.", (decisions[0],))
    submitted = ox.parse(
        graph_text(HANDED_IN, f"<{BEN}> <http://e/p> <{ANN}> .\n".encode(), "2026-02-01"),
        ox.RdfFormat.N_QUADS,
    )
    return (
        *quads_of_built(builders.small("Ann Other"), builders.small("Ben X")),
        *rdf.identity_quads(Identity(redirects=(moved,)), decisions, MINTER),
        *submitted,
    )


@cache
def store() -> Store:
    return memory_store(records())


def answer(name: str, **given: str) -> list[tuple[str | None, ...]]:
    return values(run(store(), load_query(name), given).rows)


def test_decisions_are_listed_with_who_took_them_and_why() -> None:
    found = [row[:6] for row in answer("match-decisions")]
    assert found == [
        (ANN, "different", BEN, "A. Reader", "2026-01-31", None),
        (ANNE, "same", ANN, "A. Reader", "2026-01-31", "The council lists one."),
        (ANNE, "unsure", BEN, "A. Reader", "2026-01-31", None),
    ]


def test_an_identifier_that_moved_says_where_to() -> None:
    assert answer("identifiers-that-moved") == [
        (ANNE, ANN, "Ann Other", "Joined by a match decision.")
    ]


def test_a_submission_says_who_handed_it_in() -> None:
    assert [row[:6] for row in answer("submissions")] == [
        ("2026-02-01", "A. Reader", "backers.csv", "text/csv", "from the minutes", "0" * 64)
    ]


@pytest.mark.parametrize("name", ["match-decisions", "identifiers-that-moved", "submissions"])
def test_rdflib_answers_alike(name: str) -> None:
    saved = load_query(name)
    ours = [tuple(map(comparable, row)) for row in run(store(), saved).rows]
    assert Rdflib(records()).ask(saved, terms_of(store(), saved, {})) == ours


# --- turnouts, changes, differences ----------------------------------------------------------


def test_a_turnout_counts_councils_once_and_has_a_row_where_nobody_backs_anybody() -> None:
    rows = {row[2]: row[3:] for row in answer("turnout-by-council-type")}
    assert rows["metropolitan district"] == ("1", "36", "2.8", "2015")  # two backers of one council
    assert rows["county council"] == ("0", "27", "0", "2015")
    assert len(rows) == 9
    regions = {row[2]: row[3:5] for row in answer("turnout-by-region")}
    assert regions["North West"] == ("1", "41")
    assert sum(int(councils or 0) for _, councils in regions.values()) == 418


def test_whoever_changes_sides_is_shown_with_both() -> None:
    rows = values(run(shipped.worked(), load_query("changed-minds")).rows)
    stances = {(row[0], row[3], row[4]) for row in rows}
    assert stances == {
        ("Ann Other", "supports", "Liz Kendall"),
        ("Ann Other", "supports", "Yvette Cooper"),
        ("David Jones", "supports", "Liz Kendall"),
        ("David Jones", "supports", "Yvette Cooper"),
    }


def test_what_only_one_article_says_is_told_apart() -> None:
    articles = sorted({quad.graph_name.value for quad in records() if _is_article(quad)})
    first, second = articles
    rows = answer("differences-between-articles", first=first, second=second)
    assert sorted(str(row[0]) for row in rows) == ["first", "second"]
    assert {row[1] for row in rows} == {"Ann Other", "Ben X"}
    assert answer("differences-between-articles", first=first, second=first) == []


def _is_article(quad: ox.Quad) -> bool:
    return isinstance(quad.graph_name, ox.NamedNode) and "/article/" in quad.graph_name.value


def test_what_one_article_says_is_that_of_no_other() -> None:
    first, _ = sorted({quad.graph_name.value for quad in records() if _is_article(quad)})
    rows = answer("statements-of-article", article=first.rpartition("/")[2])
    assert {row[1] for row in rows} == {"endorsement", "office"}
    assert len({row[2] for row in rows}) == 1
