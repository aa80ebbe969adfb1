"""Decisions about hostile names, by hostile people: what is written is read back equal."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.cli.render import deciding as render
from kg.deciding import Found, Known, Order, Prepared, find_side, prepare
from kg.decisions import Verdict, add_decision, read_decisions
from kg.errors import UsageError
from kg.identity import Occurrence
from kg.iris import Minter
from kg.store import memory_store
from kg.vocab import FOAF, KGO, OA, RDF
from tests.graphs import node, texts, typed

MINTER = Minter()
ARTICLE = "a" * 16
KEYS = ("doug-james--walsall", "douglas-james--walsall")
PAIR = tuple(MINTER.person(key) for key in KEYS)
_XSD_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"

# What people type and articles hold: formulas, markup, quotation marks, characters unseen.
_said = st.one_of(
    texts,
    st.sampled_from(
        [
            "=1+1",
            "'=1+1",
            "''=1",
            "+44 20",
            "-",
            "@me",
            "[red]x[/red]",
            "\x1b[31mred",
            '"',
            '"a',
            'a"b"',
            "a\tb",
            "#x",
            "a  b",
            "\u00a0a\u00a0b\u00a0",
            "a\u2028b",
            "\u202egnp.exe",
            "\ufeff",
            "x" * 501,
            "x" * 500,
        ]
    ),
)


_typed = st.one_of(_said, st.just("a\udc80b"))  # bytes of a command line that are not UTF-8


def known(*names: str) -> Known:
    """Two people of these names, each said to back somebody in words that are the name again."""
    made = []
    for number, (iri, name) in enumerate(zip(PAIR, names, strict=True)):
        stance, words = node(f"endorsement/c-2015/{number}/x"), node(f"evidence/{ARTICLE}/{number}")
        article = node(f"article/{ARTICLE}")
        made += [
            (NamedNode(iri), RDF.type, NamedNode(FOAF.Person)),
            (NamedNode(iri), FOAF.name, Literal(name)),
            (stance, RDF.type, NamedNode(KGO.Endorsement)),
            (stance, KGO.endorser, NamedNode(iri)),
            (stance, KGO.evidence, words),
            (words, OA.hasSource, article),
            (words, KGO.rule, Literal("list.dashed")),
            (words, OA.hasSelector, node(f"evidence/{ARTICLE}/{number}#pos")),
            (words, OA.hasSelector, node(f"evidence/{ARTICLE}/{number}#quote")),
            (node(f"evidence/{ARTICLE}/{number}#pos"), OA.start, typed("0", _XSD_INTEGER)),
            (node(f"evidence/{ARTICLE}/{number}#pos"), OA.end, typed("9", _XSD_INTEGER)),
            (node(f"evidence/{ARTICLE}/{number}#quote"), OA.exact, Literal(name)),
        ]
    quads = [Quad(s, NamedNode(p), o, DefaultGraph()) for s, p, o in made]
    found = (
        Occurrence("person", key, ARTICLE, name, "place")
        for key, name in zip(KEYS, names, strict=True)
    )
    return Known(memory_store(quads), tuple(found), (), MINTER)


def prepared(names: tuple[str, str], order: Order) -> Prepared:
    one, other = (Found(iri, (iri,)) for iri in PAIR)
    return prepare(known(*names), one, other, order)


@given(
    st.tuples(_said, _said),
    _typed,
    _typed,
    st.sampled_from(get_args(Verdict)),
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
)
def test_what_is_written_is_read_back_equal(
    names: tuple[str, str], by: str, why: str, verdict: Verdict, day: date
) -> None:
    try:
        made = prepared(names, Order(verdict, by, day, why))
    except UsageError as error:
        assert error.what.startswith(("--by ", "--why "))  # noqa: PT017 - a name is never refused
        return
    with tempfile.TemporaryDirectory() as folder:
        written = add_decision(Path(folder) / "decisions.tsv", made.row, MINTER.base)
        assert read_decisions(Path(folder), MINTER.base) == (written,)
        raw = (Path(folder) / "decisions.tsv").read_bytes()
    row = made.row
    assert (written.subject, written.object) == PAIR
    assert (written.verdict, written.day) == (verdict, day)
    assert (written.by, written.comment) == (row.by, row.comment)
    assert (row.by, row.comment) == (" ".join(by.split()), " ".join(why.split()))
    cells = raw.decode().rstrip("\n").rpartition("\n")[2].split("\t")
    assert not any(cell.strip('"').startswith(("=", "+", "-", "@")) for cell in cells)
    assert not set(raw) & (set(range(32)) - {9, 10})


@given(st.tuples(_said, _said))
def test_nothing_in_a_name_reaches_the_terminal_as_a_command(names: tuple[str, str]) -> None:
    made = prepared(names, Order("same", "me", date(2020, 1, 1)))
    for text in (render.as_text(made), render.side_line(made.one)):
        assert not any(ord(char) < 32 and char != "\n" for char in text)
        assert not set("\x7f\x9b\u202e\u2028") & set(text)
    assert len(render.as_text(made).splitlines()) == len(
        render.as_text(prepared(("A", "B"), Order("same", "me", date(2020, 1, 1)))).splitlines()
    )


def test_a_very_long_name_is_cut_in_the_row_and_whole_in_the_graph() -> None:
    made = prepared(("x" * 5000, "y"), Order("same", "me", date(2020, 1, 1)))
    assert made.row.subject_label == "x" * 199 + "…"
    assert made.one.name == "x" * 5000


@pytest.mark.parametrize("asked", ["Doug  JAMES", "person/doug-james--walsall", PAIR[0]])
def test_an_iri_a_short_form_and_a_name_in_any_case_are_found(asked: str) -> None:
    assert find_side(known("Doug James", "Douglas James"), asked).iris == PAIR[:1]
