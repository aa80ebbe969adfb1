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
from kg.decisions import MANUAL, Decision, Verdict, add_decision, read_decisions
from kg.errors import UsageError
from kg.identity import Occurrence
from kg.identity.model import ContextKind
from kg.iris import Minter, slug
from kg.store import memory_store
from kg.vocab import FOAF, KGO, OA, RDF
from tests.graphs import texts
from tests.plaingraphs import node, typed

MINTER = Minter()
ID = MINTER.person("")
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


CONTEST = "labour-leadership-2015"
COOPER, KENDALL = "yvette-cooper", "liz-kendall"


def follows(
    verdict: Verdict,
    *people: tuple[str, str, str, str],
    decisions: tuple[Decision, ...] = (),
) -> list[str]:
    """What follows from deciding about the first two of ``people``.

    Each is given as name, place ("" for none), the digit of the article, and whom they back.
    """
    found = [
        *_person("Yvette Cooper", "leigh", "1", stands=True),
        *_person("Liz Kendall", "leigh", "1", stands=True),
        *(Occurrence("contest", CONTEST, digit * 16, "Labour leadership 2015") for digit in "12"),
    ]
    for name, place, digit, backed in people:
        found += _person(name, place, digit, backed)
    world = Known(memory_store(), tuple(found), decisions, MINTER)
    iris = [world.plain(one) for one in found[-len(people) :]][:2]
    one, other = (Found(iri, (iri,)) for iri in iris)
    return list(prepare(world, one, other, Order(verdict, "me", date(2020, 1, 1))).follows)


def _person(
    name: str, place: str, digit: str, backed: str = "", *, stands: bool = False
) -> list[Occurrence]:
    article = digit * 16
    polarity = "opposes" if backed.startswith("-") else "supports"
    backs = {(CONTEST, backed.removeprefix("-"), polarity)} if backed else set()
    key = f"{slug(name)}--{place or f'doc-{article}'}"
    stands_in = frozenset({CONTEST} if stands else ())
    context: ContextKind = "place" if place else "none"
    return [
        Occurrence(
            "person",
            key,
            article,
            name,
            context,
            stands_in=stands_in,
            backs=frozenset(backs),
        )
    ]


def test_one_backing_told_twice_is_counted_once() -> None:
    told = follows(
        "same", ("Doug James", "bury", "1", COOPER), ("Douglas James", "bury", "1", COOPER)
    )
    assert told[0] == f"Doug James and Douglas James become one person: {ID}doug-james--bury"
    assert f"{ID}douglas-james--bury leads on to it" in told
    assert (
        told[-1]
        == "Both back Yvette Cooper in Labour leadership 2015: counted once, no longer twice"
    )


def test_two_backings_that_do_not_go_together_are_told() -> None:
    told = follows(
        "same", ("Doug James", "bury", "1", COOPER), ("Douglas James", "bury", "2", KENDALL)
    )
    assert "behind Liz Kendall and Yvette Cooper in Labour leadership 2015" in told[-1]
    assert "double backing" in told[-1]
    near = follows(
        "same", ("Doug James", "bury", "1", COOPER), ("Douglas James", "bury", "2", f"-{KENDALL}")
    )
    assert not any("back" in sentence for sentence in near)


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_what_stays_apart_is_not_asked_about_again(verdict: Verdict) -> None:
    told = follows(
        verdict, ("Doug James", "bury", "1", COOPER), ("Douglas James", "bury", "2", KENDALL)
    )
    assert [sentence for sentence in told if "will not ask about them again" in sentence] == told


AUTOMATIC = (("Doug James", "bury", "1", COOPER), ("Doug James", "", "2", COOPER))


def test_what_is_one_already_is_made_certain() -> None:
    assert follows("same", *AUTOMATIC) == [
        "They are one already, by name and context; the row makes it certain."
    ]


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_what_is_one_by_name_and_context_comes_apart(verdict: Verdict) -> None:
    told = follows(verdict, *AUTOMATIC)
    assert told[0] == (
        "They are one person now, by name and context, and will be apart: "
        f"{ID}doug-james--bury, {ID}doug-james--doc-{'2' * 16}"
    )
    assert (
        told[1]
        == "Both back Yvette Cooper in Labour leadership 2015: counted twice, no longer once"
    )


def test_whoever_is_joined_already_comes_along() -> None:
    row = Decision(
        f"{ID}zed-nott--bury",
        f"{ID}douglas-james--bury",
        "same",
        MANUAL,
        "me",
        date(2020, 1, 1),
        "",
        "decisions.tsv:7",
    )
    told = follows(
        "same",
        ("Doug James", "bury", "1", ""),
        ("Douglas James", "bury", "1", ""),
        ("Zed Nott", "bury", "1", ""),
        decisions=(row,),
    )
    assert told[0].endswith(f": {ID}doug-james--bury")
    assert f"{ID}douglas-james--bury leads on to it" in told
    assert not any("zed-nott" in sentence for sentence in told)


_asked = st.one_of(
    _said,
    st.sampled_from(["<>", "a:<b>", "http://", "https://e.x/%", "wd:Q0", "kg:", "person/", ID]),
    st.builds("{}{}".format, st.just(ID), _said),
    st.builds("{}{}".format, st.sampled_from(["http://", "https://e.x/", "wd:Q", "kg:id/"]), _said),
)


@given(asked=_asked, elsewhere=st.booleans())
def test_whatever_is_asked_for_is_found_or_refused(asked: str, *, elsewhere: bool) -> None:
    world = known("Doug James", "Douglas James")
    try:
        found = find_side(world, asked, may_be_outside=elsewhere)
    except UsageError:
        return
    assert found.outside or set(found.iris) <= set(world.named)
    assert elsewhere or not found.outside
