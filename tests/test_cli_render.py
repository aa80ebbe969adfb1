from __future__ import annotations

import csv
import io
import json
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kg import plain
from kg.cli.render import table
from kg.cli.render.terms import cell

COLUMNS = ("name", "count")
ROWS = (("Zoë O’Byrne", 3), ("a\tb\nc", None))
XSD = "http://www.w3.org/2001/XMLSchema#"

texts = st.text(max_size=40)
cells = st.one_of(st.none(), st.booleans(), st.integers(), texts)
tables = st.lists(st.tuples(cells, cells), max_size=5)


def _has_control(text: str) -> bool:
    return any(
        unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") or c in "\u202e\u2066\u200f"
        for c in text.replace("\n", "").replace("\t", "")
    )


@given(st.text())
def test_clean_leaves_one_line_without_controls(text: str) -> None:
    assert not _has_control(plain.clean(text))
    assert "\n" not in plain.clean(text)


@given(texts)
def test_clean_changes_no_ordinary_text(text: str) -> None:
    ordinary = "".join(c for c in text if unicodedata.category(c)[0] in "LNPS")
    assert plain.clean(ordinary) == ordinary


def test_clean_strips_an_escape_sequence_and_shows_a_direction_mark() -> None:
    assert plain.clean("\x1b[2Ja\x9bb") == "[2Jab"
    assert plain.clean("a\u202eb") == "a\\u202eb"
    assert plain.clean_lines("a\r\nb\x1b") == "a\nb"


@given(st.text())
def test_json_keeps_the_value_and_has_no_raw_control(text: str) -> None:
    encodable = text.encode("utf-8", "ignore").decode()
    made = table.json_text({"v": encodable})
    assert json.loads(made) == {"v": encodable}
    assert not _has_control(made)


def test_a_graph_for_a_terminal_has_its_controls_escaped() -> None:
    assert plain.clean_graph('<a> "\x1b\x9b" .\n\t'.encode()) == b'<a> "\\u001b\\u009b" .\n\t'


@given(tables)
def test_tsv_has_one_line_a_row_and_one_tab_between_cells(rows: list[tuple[table.Cell]]) -> None:
    lines = table.as_tsv(COLUMNS, rows).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(rows) + 1
    assert all(line.count("\t") == 1 for line in lines)


@given(tables)
def test_csv_reads_back(rows: list[tuple[table.Cell]]) -> None:
    text = table.as_csv(COLUMNS, rows)
    read = list(csv.reader(io.StringIO(text)))
    assert read[0] == list(COLUMNS)
    assert [[c.removeprefix("'") for c in row] for row in read[1:]] == [
        [table.cell_text(c).removeprefix("'") for c in row] for row in rows
    ]


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@x", "\tx", "\rx"])
def test_csv_disarms_text_that_a_spreadsheet_would_run(text: str) -> None:
    read = list(csv.reader(io.StringIO(table.as_csv(("v",), [(text,)]))))
    assert read[1][0].startswith("'")


def test_csv_leaves_numbers_alone() -> None:
    assert table.as_csv(("v",), [(-1,), (Decimal("-1.5"),)]) == "v\n-1\n-1.5\n"


def test_json_keeps_numbers_and_says_null() -> None:
    rows = [(True, Decimal("2.0")), (None, Decimal("1.5"))]
    assert json.loads(table.as_json(COLUMNS, rows)) == [
        {"name": True, "count": 2},
        {"name": None, "count": 1.5},
    ]
    assert [json.loads(line) for line in table.as_jsonl(COLUMNS, ROWS).splitlines()] == [
        {"name": "Zoë O’Byrne", "count": 3},
        {"name": "a\tb\nc", "count": None},
    ]


def test_markdown_escapes_what_it_would_read() -> None:
    made = table.as_markdown(("a|b",), [("*x* | <y> [z](q)",)])
    assert made.splitlines() == [
        "| a\\|b |",
        "| --- |",
        "| \\*x\\* \\| \\<y\\> \\[z\\](q) |",
    ]


def test_html_escapes_every_cell_and_links_only_the_web() -> None:
    evil = "</td><script>alert(1)</script><img onerror=x>"
    made = table.as_html((evil,), [(evil,), ("javascript:alert(1)",), ("https://x.example/?a&b",)])
    assert "<script" not in made
    assert "<img" not in made
    assert 'href="javascript' not in made
    assert '<a href="https://x.example/?a&amp;b">' in made


def test_a_table_reads_no_markup_and_loses_no_text() -> None:
    long = "word " * 40
    made = table.as_table(("name",), [("[bold]x[/] :smile: [red]",), (long,)], width=40)
    assert "[bold]x[/] :smile: [red]" in made
    assert made.count("word") == 40
    assert max(len(line) for line in made.splitlines()) <= 40
    assert "\x1b" not in made


def test_a_coloured_table_has_no_escape_that_came_from_data() -> None:
    made = table.as_table(("name",), [("\x1b[31mred",)], colour=True)
    assert "\x1b[1m" in made
    assert "\x1b[31m" not in made


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (None, None),
        (NamedNode("https://x.example/"), "https://x.example/"),
        (Literal("Zoë"), "Zoë"),
        (Literal("7", datatype=NamedNode(XSD + "integer")), 7),
        (Literal("-7", datatype=NamedNode(XSD + "integer")), -7),
        (Literal("1.50", datatype=NamedNode(XSD + "decimal")), Decimal("1.50")),
        (Literal("true", datatype=NamedNode(XSD + "boolean")), True),
        (Literal("x", datatype=NamedNode(XSD + "integer")), "x"),
        (Literal("9" * 5000, datatype=NamedNode(XSD + "integer")), "9" * 5000),
        (Literal("2015", datatype=NamedNode(XSD + "gYear")), "2015"),
    ],
)
def test_terms_become_cells(term: Literal | NamedNode | None, expected: table.Cell) -> None:
    assert cell(term) == expected
    assert type(cell(term)) is type(expected)
