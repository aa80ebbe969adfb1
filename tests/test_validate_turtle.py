"""Findings on Turtle, TriG, N-Triples and N-Quads stand at the line and column of the culprit."""

from __future__ import annotations

import random
from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.validate import Finding, Limits
from kg.validate.forms.model import Reading
from kg.validate.forms.turtlewalk import walk
from kg.validate.positions import Index, Marks
from kg.validate.reading import read

E = "http://example.net/"
HEAD = f"@prefix e: <{E}> .\n"
ANY = Finding("x", "info", "s", "c", "m")


def reading(text: str, kind: str = "text/turtle") -> Reading:
    return read(text.encode(), kind, "x", Limits())


def place(read_: Reading, **parts: str) -> tuple[int | None, int | None]:
    [found] = read_.place([replace(ANY, **parts)])  # type: ignore[arg-type] # names of fields
    return found.line, found.column


# --- Random texts in which every value can be told apart, in all the ways there are to write one.


class Writer:
    """Writes a text of TriG with everything in it that may come between two tokens."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - not for secrets
        self.count = 0

    def space(self) -> str:
        return self.random.choice(["", " ", "\n", "  # c ] ; .\n", "\r\n", "\t"])

    def gap(self) -> str:
        return self.space() + " "

    def value(self, depth: int) -> str:
        self.count += 1
        n, kind = self.count, self.random.random()
        if depth < 4 and kind < 0.2:
            inside = self.properties(depth + 1) if self.random.random() < 0.8 else ""
            return f"[{self.space()}{inside}{self.space()}]"
        if depth < 4 and kind < 0.35:
            items = " ".join(self.value(depth + 1) for _ in range(self.random.randrange(4)))
            return f"({self.space()}{items}{self.space()})"
        return self.random.choice(
            [
                f'"v{n}"',
                f"'v{n}'@en-GB",
                f'"""v{n}\n"x" """',
                f"{n}",
                f"{n}.5",
                f"e:v{n}",
                f"<{E}v{n}>",
                f'"v{n}"{self.space()}^^{self.space()}e:t',
                f"e:v\\,{n}.x",
                f"_:b{n}",
                "true",
                "e:",
            ]
        )

    def properties(self, depth: int) -> str:
        made = []
        for _ in range(self.random.randrange(1, 4)):
            verb = self.random.choice(["a", "e:p", f"<{E}q>"])
            count = self.random.choice([1, 1, 1, 2, 3])
            values = (self.gap() + "," + self.space()).join(self.value(depth) for _ in range(count))
            made.append(verb + self.gap() + values)
        end = self.random.choice(["", " ;", " ; ;"])
        return (self.gap() + ";" + self.space()).join(made) + end

    def statement(self) -> str:
        listed = " ".join(self.value(2) for _ in range(self.random.randrange(1, 4)))
        subject = self.random.choice(
            ["e:s", f"<{E}s>", "_:s", "[]", f"[{self.properties(2)}]", f"({listed})"]
        )
        return subject + self.gap() + self.properties(0) + self.gap()

    def document(self) -> str:
        text = HEAD + self.space()
        for _ in range(self.random.randrange(1, 5)):
            if self.random.random() < 0.3:
                name = self.random.choice(["e:g ", "GRAPH e:g ", ""])
                inside = ".\n".join(self.statement() for _ in range(2))
                text += name + "{" + self.space() + inside + self.random.choice(["", "."]) + "}\n"
            else:
                text += self.statement() + "." + self.space()
        return text


@given(st.integers(0, 10**6))
def test_a_walk_over_any_text_comes_out_even_with_the_parser(seed: int) -> None:
    text = Writer(seed).document()
    quads = list(ox.parse(text, format=ox.RdfFormat.TRIG))
    marks = walk(text, len(quads) + 1)
    assert len(marks) == len(quads)
    for quad, (subject, predicate, value, graph) in zip(quads, marks, strict=True):
        assert written(quad.object) in text[value : value + 40].replace("\\,", ",")
        if quad.subject == ox.NamedNode(f"{E}s"):
            assert text.startswith(("e:s", f"<{E}s>"), subject)
        if quad.predicate.value == f"{E}q":
            assert text.startswith(f"<{E}q>", predicate)
        if quad.graph_name == ox.NamedNode(f"{E}g"):
            assert text.startswith("e:g", graph)


def written(term: object) -> str:
    """A piece of text that a term must have where it is written; nothing for brackets."""
    if isinstance(term, ox.Literal):
        return term.value.split("\n")[0]
    if isinstance(term, ox.NamedNode) and term.value.startswith(E):
        return term.value.removeprefix(E)
    return ""


# --- Single places.

PLACED = f"""{HEAD}
e:a e:b 1 ;   # the first
    e:b '''two
lines''', 3
    ;
    e:c [ e:d "in" ] .
e:x e:y "é" , e:a .
"""


def test_lines_and_columns_are_those_of_the_value() -> None:
    made = reading(PLACED)
    assert place(made, focus=f"{E}a", path=f"{E}b", value="1") == (3, 9)
    assert place(made, focus=f"{E}a", path=f"{E}b", value="two\nlines") == (4, 9)
    assert place(made, focus=f"{E}a", path=f"{E}b", value="3") == (5, 11)
    assert place(made, focus=f"{E}a", path=f"{E}c") == (7, 9)
    assert place(made, focus="_:b1", path=f"{E}d", value="in") == (7, 15)
    assert place(made, focus="_:b1") == (7, 9)
    assert place(made, focus=f"{E}x", path=f"{E}y", value=f"{E}a") == (8, 15)
    assert place(made, focus=f"{E}x") == (8, 1)
    assert place(made, focus=f"{E}nowhere") == (None, None)


def test_prefixes_may_be_called_as_the_keywords_are() -> None:
    text = f"""PREFIX prefix: <{E}>
BASE <{E}>
prefix base: <{E}> # c
prefix graph: <{E}>
prefix:a base:b graph:c .
base:d a <{E}e> .
graph:f a 1 ."""
    made = reading(text, "application/trig")
    assert place(made, focus=f"{E}a", path=f"{E}b", value=f"{E}c") == (5, 17)
    assert place(made, focus=f"{E}d") == (6, 1)
    assert place(made, focus=f"{E}f") == (7, 1)


def test_what_is_missing_is_shown_at_the_thing_and_what_is_too_much_at_the_second() -> None:
    made = reading(f"{HEAD}e:a\n  e:b 1 ,\n  2 ;\n  e:oops 3 .\n")
    here = {"focus": f"{E}a", "path": f"{E}b"}
    assert place(made, **here, constraint="maxCount") == (4, 3)
    assert place(made, **here, constraint="hasValue") == (2, 1)
    assert place(made, focus=f"{E}a", path=f"{E}c", constraint="minCount") == (2, 1)
    assert place(made, focus=f"{E}a", path=f"{E}oops", constraint="unknownTerm") == (5, 3)


def test_a_thing_that_is_only_named_is_shown_where_it_is_named() -> None:
    made = reading(f"{HEAD}e:a e:b\n   e:c .\n")
    assert place(made, focus=f"{E}c") == (3, 4)
    assert place(made, focus=f"{E}a", value=f"{E}c") == (3, 4)


@pytest.mark.parametrize("kind", ["application/n-triples", "application/n-quads"])
def test_lines_of_n_triples(kind: str) -> None:
    text = f'# c\n\n<{E}a> <{E}b> "x . <y" .\r\n  _:s <{E}b>  _:o . # c\n<{E}a><{E}b><{E}c>.\n'
    made = reading(text, kind)
    assert place(made, focus=f"{E}a", path=f"{E}b", value="x . <y") == (3, 47)
    assert place(made, focus="_:s", path=f"{E}b", value="_:o") == (4, 31)
    assert place(made, focus=f"{E}a", path=f"{E}b", value=f"{E}c") == (5, 45)


@pytest.mark.parametrize(
    ("statement", "column"),
    [
        (f"<javascript:s> <{E}b> <{E}c> <{E}g>", 1),
        (f"<{E}a> <javascript:p> <{E}c> <{E}g>", 24),
        (f"<{E}a> <{E}b> <javascript:o> <{E}g>", 47),
        (f"<{E}a> <{E}b> <{E}c> <javascript:g>", 70),
        (f'<{E}a> <{E}b> "x"^^<javascript:d> <{E}g>', 47),
    ],
)
def test_an_unsafe_iri_is_shown_itself(statement: str, column: int) -> None:
    made = reading(f"\n{statement} .\n", "application/n-quads")
    assert [(f.constraint, f.line, f.column) for f in made.faults] == [("iri", 2, column)]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("e:a e:b 1\n\n# c\ne:c e:d 2 .\n", 2, 9),
        ('e:a e:b "x" ;\n    e:b "y" # c\n    e:c "z" .\n', 3, 11),
        ("e:a e:b 1 2 .\n", 2, 11),
        ('e:a e:b "é" , <a b> .\n', 2, 15),
        ('e:a e:b "never closed\n .\n', 2, 9),
        ("e:a f:b 1 .\n", 2, 5),
    ],
)
def test_a_fault_of_syntax_is_shown_where_it_is_to_be_mended(
    text: str, line: int, column: int
) -> None:
    [fault] = reading(HEAD + text).faults
    assert (fault.constraint, fault.line, fault.column) == ("syntax", line, column)


def test_where_the_walk_is_at_a_loss_lines_are_still_known() -> None:
    made = reading(f"{HEAD}e:a e:b 1 .\ne:a e:b e:c {{| e:w\n 2 |}} .\n")
    assert {f.line for f in made.faults} == {3}
    assert place(made, focus=f"{E}a", path=f"{E}b", value="1") == (2, None)


def test_things_without_a_name_have_the_same_ones_each_time() -> None:
    text = HEAD + "e:a e:b [ e:c [] ] , [] . _:b1 e:c 1 .\n"
    one, two = reading(text).quads, reading(text).quads
    assert one == two
    named = {str(q.subject) for q in one} | {str(q.object) for q in one if "_:" in str(q.object)}
    assert {"_:b1", "_:bb1", "_:bb2", "_:bb3"} <= named


def test_a_statement_without_marks_has_no_place() -> None:
    quads = list(ox.parse(f"<{E}a> <{E}b> 1 .", format=ox.RdfFormat.TURTLE))
    marks: list[Marks] = []
    assert Index(quads, marks).mark_of(replace(ANY, focus=f"{E}a")) is None
