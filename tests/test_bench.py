"""The benchmarks' generator and their arithmetic; no timing is judged here."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import RdfFormat, parse

from bench.generate import article, graph
from bench.measure import Line, Timed, at_most, in_turns, information
from bench.report import as_json, as_table
from bench.writing import LAYOUTS, Layout
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.validate import validate_quads


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def test_one_seed_gives_one_article(gazetteer: Gazetteer) -> None:
    first = article(7, 3, gazetteer)
    assert first == article(7, 3, gazetteer)
    assert first.document.text != article(8, 3, gazetteer).document.text
    assert first.document.text != article(7, 4, gazetteer).document.text


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_what_is_noted_stands_in_the_text(layout: Layout, gazetteer: Gazetteer) -> None:
    made = article(1, 0, gazetteer, lines=12, layout=layout)
    for stance in made.extraction.endorsements:
        quote = made.document.quote(stance.evidence[0].span)
        assert stance.endorser.name in quote
        assert made.resolution.agents[stance.endorser].label == stance.endorser.name
    for claim in made.extraction.claims:
        assert f"{claim.count}" in made.document.quote(claim.evidence[0].span)
    assert len(made.extraction.lists) == 3


def test_a_generated_graph_is_sound(gazetteer: Gazetteer) -> None:
    lines = graph(1, gazetteer, 6000)
    assert len(lines) == len(set(lines)) >= 6000
    report = validate_quads(parse(b"".join(lines), RdfFormat.N_QUADS))
    assert [one.message for one in report.findings if one.severity == "violation"] == []


def test_ways_take_turns_and_the_first_round_only_warms_up() -> None:
    called: list[str] = []
    timed = in_turns(lambda: called.append("a"), lambda: called.append("b"), 4)
    assert len(timed.ours) == len(timed.theirs) == 4
    assert "".join(called) == "ab" + "abba" * 2


def test_the_ratio_is_the_median_over_the_rounds() -> None:
    timed = Timed((2.0, 9.0, 3.0), (1.0, 1.0, 1.0))
    assert timed.ratio == 3.0
    assert at_most("x", "y", 3.0, timed).passed
    assert not at_most("x", "y", 2.9, timed).passed


def test_reports_name_what_was_missed() -> None:
    lines = [
        Line("load", "one", "<= 1x", "2x", False),
        Line("load", "two", "<= 3x", "2x", True),
        information("load", "three", "fast"),
    ]
    table = as_table(lines, 10, 1)
    assert "MISS" in table
    assert "1 of 2 targets met" in table
    made = json.loads(as_json(lines, 10, 1))
    assert made["passed"] is False
    assert [figure["passed"] for figure in made["figures"]] == [False, True, None]
