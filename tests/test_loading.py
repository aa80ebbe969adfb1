"""Statements come out of Turtle as they went in: every term spelt as it was, every one once."""

from __future__ import annotations

from collections.abc import Sequence

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.validate.engines.fast.loading import facts_of
from kg.vocab import RDF, XSD

X = "http://example.net/"
KINDS = ("integer", "decimal", "double", "float", "boolean", "string", "date", "gYear", "int")
# What Turtle shortens, what it nearly would, and what could be taken for its punctuation.
FORMS = ("0", "01", "+1", "-1", "1.", ".5", "-0.80", "1.0", "1e3", "1E3", "1.e3", ".5E+3", "INF")
FORMS = (*FORMS, "NaN", "true", "false", "TRUE", "", "٣", "1_0", "+", ".", "9" * 30)
FORMS = (
    *FORMS,
    "a , b",
    '" , "',
    "a ;\n\tb",
    " .\n",
    '"',
    "\\",
    "\\\\",
    "é“\u2028\x01\t",
    "<<( a )>>",
)

names = st.sampled_from([f"{X}{name}" for name in ("a", "b", "a,b", "c;", "d.")]).map(ox.NamedNode)
blanks = st.sampled_from(("b0", "b1")).map(ox.BlankNode)
forms = st.sampled_from(FORMS) | st.text(max_size=6)
typed = st.builds(
    lambda form, kind: ox.Literal(form, datatype=ox.NamedNode(XSD.NS + kind)),
    forms,
    st.sampled_from(KINDS),
)
spoken = st.builds(lambda form: ox.Literal(form, language="en-gb"), forms)
properties = st.sampled_from((f"{X}p", f"{X}q", RDF.type)).map(ox.NamedNode)
graphs = st.sampled_from((f"{X}g", f"{X}h")).map(ox.NamedNode) | st.just(ox.DefaultGraph())
quads = st.builds(ox.Quad, names | blanks, properties, names | blanks | typed | spoken, graphs)


def loaded(given: Sequence[ox.Quad]) -> list[tuple[str, str, str]]:
    return sorted(facts_of(given, ()).statements)


def expected(given: Sequence[ox.Quad]) -> list[tuple[str, str, str]]:
    return sorted({(str(q.subject), str(q.predicate), str(q.object)) for q in given})


@given(st.lists(quads, max_size=12))
def test_every_statement_comes_out_once_and_spelt_as_it_was(made: list[ox.Quad]) -> None:
    facts = facts_of(made, ())
    assert sorted(facts.statements) == expected(made)
    assert facts.subjects == {str(quad.subject) for quad in made}
    assert facts.count == len(expected(made))
    for column in map(facts.column, facts.predicates):
        assert (set(column.subjects), set(column.objects)) == (column.owners, column.values)


@pytest.mark.parametrize("form", FORMS)
def test_no_form_is_taken_for_another(form: str) -> None:
    subject, name = ox.NamedNode(f"{X}s"), ox.NamedNode(f"{X}p")
    of_all_kinds = [ox.Literal(form, datatype=ox.NamedNode(XSD.NS + kind)) for kind in KINDS]
    made = [ox.Quad(subject, name, one) for one in (*of_all_kinds, ox.NamedNode(f"{X}a"))]
    assert loaded(made) == expected(made)
    for quad in made:
        assert loaded([quad, quad]) == expected([quad])


def test_whole_numbers_are_known_by_their_value() -> None:
    subject, name = ox.NamedNode(f"{X}s"), ox.NamedNode(f"{X}p")
    whole = ox.NamedNode(XSD.integer)
    made = [ox.Quad(subject, name, ox.Literal(form, datatype=whole)) for form in ("7", "007", "x")]
    assert facts_of(made, ()).numbers == {str(made[0].object): 7, str(made[1].object): 7}


def test_what_is_said_of_one_thing_is_never_cut_in_two() -> None:
    subject = ox.NamedNode(f"{X}s")
    one, other = ox.NamedNode(f"{X}g"), ox.NamedNode(f"{X}h")
    made = [
        ox.Quad(subject, ox.NamedNode(f"{X}p"), ox.Literal(str(number)), graph)
        for number in range(1500)
        for graph in (one, other)
    ]
    assert loaded(made) == expected(made)
    assert loaded(made[::2] + made[1::2]) == expected(made)
