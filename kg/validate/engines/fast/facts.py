"""Statements by property, ready to be asked about many nodes at once.

A term is the string that N-Triples writes for it, spelt as it came: ``<iri>``, ``_:label`` or a
literal with its quotation marks. Two terms are one when their strings are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from kg.vocab import RDF

TYPE = f"<{RDF.type}>"
SUBCLASS = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>"


class Column:
    """The statements of one property: ``subjects`` and ``objects`` are parallel, no pair twice."""

    def __init__(
        self,
        subjects: Sequence[str],
        objects: Sequence[str],
        values: Mapping[str, object] | None = None,
    ) -> None:
        self.subjects, self.objects = subjects, objects
        if values is not None:
            self.values = values.keys()

    @cached_property
    def owners(self) -> frozenset[str]:
        """Everything that has the property."""
        return frozenset(self.subjects)

    @cached_property
    def values(self) -> Set[str]:
        """Everything that is a value of the property, in the order of the statements."""
        return dict.fromkeys(self.objects).keys()

    @cached_property
    def only(self) -> Mapping[str, str] | None:
        """The value of each owner, when none has two."""
        if len(self.owners) < len(self.subjects):
            return None
        return dict(zip(self.subjects, self.objects, strict=True))

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


class Links(NamedTuple):
    """Where a property leads: to one thing each (``one``), or to several each (``many``).

    The other is None; for what has none, both functions give None.
    """

    one: Callable[[Any], str | None] | None
    many: Callable[[Any], Sequence[str] | None] | None


class Facts:
    """The statements of a graph and all their ``subjects``.

    ``subclasses`` are those of its ontology, narrower first. ``numbers`` are the values that are
    plainly whole numbers, as far as they are known.
    """

    def __init__(
        self,
        columns: Mapping[str, Column],
        subjects: frozenset[str],
        subclasses: Sequence[tuple[str, str]],
        numbers: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        self.numbers = numbers
        self._columns = columns
        self.subjects = subjects
        self.subclasses = subclasses
        self._instances: dict[str, frozenset[str]] = {}
        stated = (*subclasses, *self.column(SUBCLASS).pairs)
        self._below = _grouped([above for _, above in stated], [below for below, _ in stated])

    @property
    def predicates(self) -> Iterable[str]:
        """Every property that is used."""
        return self._columns.keys()

    @cached_property
    def count(self) -> int:
        """How many statements there are."""
        return sum(len(column.subjects) for column in self._columns.values())

    @property
    def statements(self) -> Iterator[tuple[str, str, str]]:
        """Every statement, those of one property together."""
        for predicate, column in self._columns.items():
            for subject, value in column.pairs:
                yield subject, predicate, value

    @cached_property
    def pairs(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Property and value of each statement, by what it is about."""
        found: dict[str, list[tuple[str, str]]] = {}
        for subject, predicate, value in self.statements:
            found.setdefault(subject, []).append((predicate, value))
        return found

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

    def forward(self, predicate: str) -> Links:
        """From a thing to its values of a property."""
        column = self.column(predicate)
        return Links(None, column.of.get) if column.only is None else Links(column.only.get, None)

    def backward(self, predicate: str) -> Links:
        """From a value to what has it for a property."""
        return Links(None, self.column(predicate).to.get)

    def growth(self, predicate: str, subject: str | None, value: str | None) -> float:
        """How many statements have one subject or one value, on average."""
        column = self.column(predicate)
        ends = column.owners if subject is not None else column.values
        if subject is None and value is None:
            return float("inf")
        return len(column.subjects) / (len(ends) or 1)


def _grouped(keys: Iterable[str], values: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in zip(keys, values, strict=True):
        try:
            found[key].append(value)
        except KeyError:
            found[key] = [value]
    return found
