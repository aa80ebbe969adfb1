"""Statements of pyoxigraph made into facts.

They are written as Turtle and that text is taken apart, which takes a fraction of the time of
asking for each term: what is said of one thing stands together, and half as much is written as in
N-Triples. What Turtle shortens is written out again, so terms keep their spelling.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter
from typing import cast

from pyoxigraph import Quad, RdfFormat, serialize

from kg.validate.engines.fast.facts import TYPE, Column, Facts
from kg.vocab import XSD

_AT_ONCE = 1000
"""Statements written at once: few enough for their text to stay near the processor."""
_FEW_DIGITS = 18
_OBJECT = re.compile(r'"(?:[^"\\]|\\.)*"[^ ]*|<<.*>>|[^ ]+')
_MARKS = frozenset('<"_')
"""What a term begins with, unless it is a number or truth value that Turtle shortens."""
_mark = itemgetter(0)
_triple = attrgetter("triple")


@dataclass(slots=True)
class _Said:
    """The statements of one property as Turtle writes them; owners and values are parallel.

    ``alike`` holds one string for all values that are written alike, and ``more`` counts the
    statements that follow another in a list.
    """

    owners: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    alike: dict[str, str] = field(default_factory=dict)
    more: int = 0

    def add(self, subject: str, objects: Iterable[str]) -> None:
        """Take in a statement for each object of a list."""
        for value in objects:
            self.owners.append(subject)
            self.values.append(self.alike.setdefault(value, value))
            self.more += 1
        self.more -= 1

    def join(self, other: _Said) -> None:
        """Take in all statements of ``other``."""
        self.owners += other.owners
        self.values += other.values
        self.alike |= other.alike
        self.more += other.more


def facts_of(quads: Iterable[Quad], subclasses: Iterable[Quad]) -> Facts:
    """The statements of ``quads``, whichever graph they are in.

    ``subclasses`` are what the ontology says of subclasses.
    """
    subjects, found = _taken_apart(list(quads))
    said: dict[str, _Said] = {}
    for written, some in found.items():
        name = written.removeprefix("\t")
        known = said.setdefault(TYPE if name == "a" else name, some)
        if known is not some:
            known.join(some)
    numbers: dict[str, int] = {}
    columns = {name: _column(some, numbers) for name, some in said.items()}
    hierarchy = [(str(quad.subject), str(quad.object)) for quad in subclasses]
    return Facts(columns, frozenset(subjects), hierarchy, numbers)


def _taken_apart(quads: Sequence[Quad]) -> tuple[Iterable[str], Mapping[str, _Said]]:
    """All subjects, and what is said by property, those after the first of a subject indented."""
    known: dict[str, str] = {}
    found: dict[str, _Said] = {}
    subject = ""
    for text in _texts(quads):
        for line in text.split("\n")[:-1]:
            predicate, _, value = line.partition(" ")
            if predicate[0] != "\t":
                subject = known.setdefault(predicate, predicate)
                predicate, _, value = value.partition(" ")
            try:
                said = found[predicate]
            except KeyError:
                said = found[predicate] = _Said()
            value = value[:-2]
            if "," in value and " , " in value:
                said.add(subject, _listed(value))
            else:
                said.owners.append(subject)
                said.values.append(said.alike.setdefault(value, value))
    return known, found


def _texts(quads: Sequence[Quad]) -> Iterator[str]:
    """The statements as Turtle, in pieces; what is said of one thing at a stretch is in one."""
    end = 0
    while end < len(quads):
        start, end = end, min(end + _AT_ONCE, len(quads))
        while end < len(quads) and quads[end].subject == quads[end - 1].subject:
            end += 1
        triples = map(_triple, quads[start:end])
        yield cast("bytes", serialize(triples, format=RdfFormat.TURTLE)).decode()


def _column(said: _Said, numbers: dict[str, int]) -> Column:
    """The statements of one property, each once, their terms as N-Triples has them.

    ``numbers`` takes up whole numbers.
    """
    column = Column(said.owners, said.values, said.alike)
    if not _MARKS.issuperset(map(_mark, column.values)):
        written = {value: _written_out(value) for value in column.values}
        numbers |= {
            term: int(value)
            for value, term in written.items()
            if value.isdecimal() and len(value) <= _FEW_DIGITS
        }
        column = Column(column.subjects, list(map(written.__getitem__, column.objects)))
    if len(column.owners) == len(column.subjects) - said.more:
        return column
    # Something is said of a thing in several places, as by two graphs, so maybe the same.
    counts = Counter(column.subjects)
    rows = [row for row in column.pairs if counts[row[0]] == 1]
    rows += dict.fromkeys(row for row in column.pairs if counts[row[0]] > 1)
    return Column([subject for subject, _ in rows], [value for _, value in rows])


def _listed(text: str) -> Iterable[str]:
    """The objects of a list, each once; of a literal that looks like one, itself."""
    first, _, rest = text.partition(" , ")
    if first == rest:
        return (first,)  # two graphs state it
    if '"' not in text and "<<" not in text:
        return dict.fromkeys(text.split(" , "))
    return dict.fromkeys(term for term in _OBJECT.findall(text) if term != ",")


def _written_out(term: str) -> str:
    """A term as N-Triples writes it."""
    if term.isdecimal():
        return f'"{term}"^^<{XSD.integer}>'
    if term[0] in _MARKS:
        return term
    if term in ("true", "false"):
        return f'"{term}"^^<{XSD.boolean}>'
    if "e" in term or "E" in term:
        return f'"{term}"^^<{XSD.NS}double>'
    return f'"{term}"^^<{XSD.decimal if "." in term else XSD.integer}>'
