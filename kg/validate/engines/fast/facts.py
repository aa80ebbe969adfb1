"""Statements by property, ready to be asked about many nodes at once.

A term is the string that N-Triples writes for it, spelt as it came: ``<iri>``, ``_:label`` or a
literal with its quotation marks. Two terms are one when their strings are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import cast

from pyoxigraph import Quad, RdfFormat, serialize

from kg.vocab import RDF

TYPE = f"<{RDF.type}>"
SUBCLASS = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>"


class Column:
    """The statements of one property: ``subjects`` and ``objects`` are parallel, no pair twice."""

    def __init__(self, subjects: Sequence[str], objects: Sequence[str]) -> None:
        self.subjects, self.objects = subjects, objects

    @cached_property
    def owners(self) -> frozenset[str]:
        """Everything that has the property."""
        return frozenset(self.subjects)

    @cached_property
    def values(self) -> frozenset[str]:
        """Everything that is a value of the property."""
        return frozenset(self.objects)

    @cached_property
    def of(self) -> Mapping[str, Sequence[str]]:
        """The values of each owner."""
        return _grouped(self.subjects, self.objects)

    @cached_property
    def to(self) -> Mapping[str, Sequence[str]]:
        """The owners of each value."""
        return _grouped(self.objects, self.subjects)

    @property
    def pairs(self) -> Iterator[tuple[str, str]]:
        """Owner and value of each statement."""
        return zip(self.subjects, self.objects, strict=True)


_NONE = Column((), ())

Lookup = Callable[[str], Sequence[str] | None]


class Facts:
    """The statements of a graph; ``subclasses`` are those of its ontology, narrower first."""

    def __init__(
        self, columns: Mapping[str, Column], subclasses: Sequence[tuple[str, str]]
    ) -> None:
        self._columns = columns
        self._instances: dict[str, frozenset[str]] = {}
        stated = (*subclasses, *self.column(SUBCLASS).pairs)
        self._below = _grouped([above for _, above in stated], [below for below, _ in stated])

    @property
    def predicates(self) -> Iterable[str]:
        """Every property that is used."""
        return self._columns.keys()

    @cached_property
    def subjects(self) -> frozenset[str]:
        """Everything that something is said of."""
        return frozenset().union(*(column.owners for column in self._columns.values()))

    @cached_property
    def count(self) -> int:
        """How many statements there are."""
        return sum(len(column.subjects) for column in self._columns.values())

    def column(self, predicate: str) -> Column:
        """The statements of one property, maybe none."""
        return self._columns.get(predicate, _NONE)

    def instances(self, name: str) -> frozenset[str]:
        """The things of a class, and of the classes below it."""
        known = self._instances.get(name)
        if known is None:
            typed = self.column(TYPE).to
            found = [typed[one] for one in self.below(name) if one in typed]
            known = self._instances[name] = frozenset().union(*found)
        return known

    def below(self, name: str) -> frozenset[str]:
        """A class and every class below it."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting.extend(self._below.get(one, ()))
        return frozenset(found)

    def forward(self, predicate: str) -> Lookup:
        """From a thing to its values of a property."""
        return self.column(predicate).of.get

    def backward(self, predicate: str) -> Lookup:
        """From a value to what has it for a property."""
        return self.column(predicate).to.get

    def spread(self, predicate: str) -> tuple[float, float]:
        """How many values one that has the property has, and how many have one value."""
        column = self.column(predicate)
        count = len(column.subjects)
        return count / (len(column.owners) or 1), count / (len(column.values) or 1)


def facts_of(quads: Iterable[Quad], subclasses: Iterable[Quad]) -> Facts:
    """The statements of ``quads``, whichever graph they are in, and of the ontology."""
    return Facts(columns_of(quads), list(columns_of(subclasses).get(SUBCLASS, _NONE).pairs))


def columns_of(quads: Iterable[Quad]) -> dict[str, Column]:
    """The statements by property, each once."""
    triples = cast("bytes", serialize(map(attrgetter("triple"), quads), format=RdfFormat.N_TRIPLES))
    return columns_of_lines(dict.fromkeys(triples.decode().split(" .\n")))


def columns_of_lines(lines: Iterable[str]) -> dict[str, Column]:
    """The same of N-Triples lines, none of them twice, each without its full stop."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    before = ""
    for line in lines:
        if line:
            subject, predicate, value = line.split(" ", 2)
            # What is said of one thing stands together; one string for all of it is hashed once.
            if subject == before:
                subject = before
            else:
                before = subject
            try:
                subjects, objects = found[predicate]
            except KeyError:
                subjects, objects = found[predicate] = [], []
            subjects.append(subject)
            objects.append(value)
    return {predicate: Column(*pair) for predicate, pair in found.items()}


def _grouped(keys: Iterable[str], values: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in zip(keys, values, strict=True):
        try:
            found[key].append(value)
        except KeyError:
            found[key] = [value]
    return found
