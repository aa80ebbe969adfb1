"""Commands for Wikidata: only what is known and can be looked up, once each, with its reference."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from pyoxigraph import NamedNode, Quad

from kg import export
from kg.iris import DEFAULT_BASE
from kg.store import memory_store
from kg.vocab import KGO
from tests.backing import Backing, backing
from tests.graphs import texts
from tests.plaingraphs import node
from tests.shipped import shipped_quads

PLAIN = Backing()
# The values that version 1 of the format has, as its reader tells them apart.
ITEM = re.compile(r"Q[1-9]\d*")
STRING = re.compile(r'"(?P<text>[^\t\n\r]*)"')
WORDS = re.compile(r'en:"(?P<text>[^\t\n\r]*)"')
TIME = re.compile(r"\+\d{4}-\d\d-\d\dT00:00:00Z/(?:9|10|11)")
KINDS = {"P585": TIME, "S854": STRING, "S1476": WORDS, "S577": TIME, "S1683": WORDS}


def written(quads: Iterable[Quad]) -> tuple[list[str], list[str]]:
    """The lines, and what was said."""
    sink, said = io.BytesIO(), list[str]()
    graph = export.describe(memory_store(quads), DEFAULT_BASE)
    options = export.Options(DEFAULT_BASE, guard=True, say=said.append)
    export.write_whole(graph, "quickstatements", sink, options)
    lines = sink.getvalue().decode().split("\n")
    assert lines.pop() == ""
    return lines, said


def parsed(line: str) -> dict[str, str]:
    """A line as its reader takes it apart: keys and values, each of its kind."""
    item, name, value, *rest = line.split("\t")
    assert ITEM.fullmatch(item)
    assert name == "P8001"
    assert ITEM.fullmatch(value)
    assert len(rest) % 2 == 0
    pairs = dict(zip(rest[::2], rest[1::2], strict=True))
    assert len(pairs) == len(rest) // 2
    for key, told in pairs.items():
        assert KINDS[key].fullmatch(told), told
    return {"item": item, "value": value, **pairs}


def test_an_endorsement_is_a_statement_about_the_candidate_with_its_reference() -> None:
    lines, said = written(backing(replace(PLAIN, date="2015-07")))
    assert lines == [
        "Q2\tP8001\tQ1\tP585\t+2015-07-00T00:00:00Z/10"
        '\tS854\t"https://news.example/a"\tS1476\ten:"Who backs whom"'
        '\tS577\t+2015-07-17T00:00:00Z/11\tS1683\ten:"Ann Other backs Bea Able"'
    ]
    assert said == ["kg: 1 command for Wikidata"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"stance": KGO.Opposes}, "no support"),
        ({"stance": KGO.Withdrawn}, "no support"),
        ({"stance": KGO.Expected}, "no support"),
        ({"items": ()}, "one item of Wikidata"),
        ({"candidate_items": ()}, "one item of Wikidata"),
        ({"items": ("Q1", "Q3")}, "one item of Wikidata"),
        ({"items": ("P31",)}, "one item of Wikidata"),
        ({"items": ("Q1#x",)}, "one item of Wikidata"),
        ({"url": "", "title": ""}, "by which others could find it"),
    ],
)
def test_what_cannot_be_told_truthfully_is_left_out_and_counted(
    change: dict[str, object], reason: str
) -> None:
    lines, said = written(backing(replace(PLAIN, **change)))  # type: ignore[arg-type] # fields of several types
    assert lines == []
    assert [line for line in said if reason in line] == said[1:]
    assert said[1].startswith("kg: 1 endorsement left out: ")


def test_each_article_is_a_reference_and_nothing_stands_twice() -> None:
    other = replace(PLAIN, article="fedcba9876543210", url="https://news.example/b")
    lines, _ = written([*backing(PLAIN), *backing(other), *backing(PLAIN)])
    assert len(lines) == 2
    assert lines == sorted(set(lines))
    assert {parsed(line)["S854"] for line in lines} == {
        '"https://news.example/a"',
        '"https://news.example/b"',
    }


def test_an_article_without_an_address_is_known_by_its_title() -> None:
    ((line,), _) = written(backing(replace(PLAIN, url="")))
    assert parsed(line).keys() == {"item", "value", "S1476", "S577", "S1683"}


def test_a_date_that_somebody_worked_out_is_no_date_of_publication() -> None:
    article = node(f"article/{PLAIN.article}")
    inferred = Quad(article, NamedNode(KGO.dateBasis), NamedNode(KGO.Inferred), article)
    ((line,), _) = written([*backing(PLAIN), inferred])
    assert "S577" not in parsed(line)


def test_a_quotation_that_is_too_long_is_left_out_and_not_cut() -> None:
    ((line,), _) = written(backing(replace(PLAIN, quote="x" * 1501)))
    assert "S1683" not in parsed(line)


@given(quote=texts, title=texts)
def test_no_text_breaks_out_of_its_value(quote: str, title: str) -> None:
    lines, _ = written(backing(replace(PLAIN, quote=quote or "x", title=title)))
    (told,) = map(parsed, lines)
    words = WORDS.fullmatch(told.get("S1476", 'en:""'))
    assert words
    assert words["text"] == " ".join(title.split())


def test_of_the_shipped_articles_nobody_is_known_to_wikidata() -> None:
    lines, said = written(shipped_quads())
    assert lines == []
    assert "526 endorsements left out: not both sides are known" in said[1]
