"""A graph with an addition to it, looked up piece by piece: nobody reads the large graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Protocol

from kg.validate.engines.fast.facts import Column, Facts, Links

_NOTHING = Column((), ())
_MANY = 50
_ALL = float("inf")


class Pieces(Protocol):
    """A graph that is there, in pieces. Terms are strings as N-Triples writes them."""

    def pairs(self, subject: str) -> Sequence[tuple[str, str]]:
        """Property and value of each statement about a thing, each once, exactly as published."""
        ...

    def having(self, predicate: str, value: str) -> Iterable[str]:
        """Everything that has this value for a property."""
        ...


class Remembered:
    """The same graph, each thing looked up once: an addition asks about few, and often."""

    def __init__(self, known: Pieces) -> None:
        self._known = known
        self._told: dict[str, dict[str, list[str]]] = {}
        self._having: dict[tuple[str, str], list[str]] = {}
        self._some: dict[tuple[str, str, int], list[str]] = {}

    def told(self, subject: str) -> Mapping[str, Sequence[str]]:
        """The values of each property of a thing."""
        found = self._told.get(subject)
        if found is None:
            found = self._told[subject] = {}
            for predicate, value in self._known.pairs(subject):
                found.setdefault(predicate, []).append(value)
        return found

    def having(self, predicate: str, value: str) -> Sequence[str]:
        """Everything that has this value for a property."""
        found = self._having.get((predicate, value))
        if found is None:
            found = self._having[predicate, value] = list(self._known.having(predicate, value))
        return found

    def some_having(self, predicate: str, value: str, most: int) -> Sequence[str]:
        """The same, but no more than some of them."""
        found = self._having.get((predicate, value))
        if found is not None:
            return found[:most]
        key = predicate, value, most
        if key not in self._some:
            self._some[key] = list(islice(self._known.having(predicate, value), most))
        return self._some[key]


class Overlay:
    """The statements of ``known``, and those of ``added``, which it has not."""

    def __init__(self, known: Remembered, added: Facts | None) -> None:
        self._known, self._added = known, added
        self._told: dict[str, Mapping[str, Sequence[str]]] = {}

    def told(self, subject: str) -> Mapping[str, Sequence[str]]:
        """The values of each property of one thing."""
        found = self._told.get(subject)
        if found is None:
            found = self._told[subject] = self._joined(subject)
        return found

    def _joined(self, subject: str) -> Mapping[str, Sequence[str]]:
        known = self._known.told(subject)
        more = self._added.pairs.get(subject) if self._added else None
        if not more:
            return known
        found = {predicate: list(values) for predicate, values in known.items()}
        for predicate, value in more:
            found.setdefault(predicate, []).append(value)
        return found

    def values(self, predicate: str, subjects: Iterable[str]) -> set[str]:
        """The values of a property of some things."""
        found: set[str] = set()
        known = self._told
        for subject in subjects:
            told = known[subject] if subject in known else self.told(subject)
            if predicate in told:
                found.update(told[predicate])
        return found

    def objects(self, predicate: str, subject: str) -> Sequence[str]:
        """The values of a property of one thing."""
        return self.told(subject).get(predicate, ())

    def subjects(self, predicate: str, value: str) -> Sequence[str]:
        """What has this value for a property."""
        found = self._known.having(predicate, value)
        more = self._added.column(predicate).to.get(value) if self._added else None
        return [*found, *more] if more else found

    def column(self, predicate: str) -> Column:
        """What is added of one property."""
        return self._added.column(predicate) if self._added else _NOTHING

    def has(self, predicate: str, value: str) -> str | None:
        """One of those that have this value for a property."""
        known = self._known.some_having(predicate, value, 1)
        return next(iter((*known, *self.column(predicate).to.get(value, ()))), None)

    def forward(self, predicate: str) -> Links:
        """From a thing to its values of a property."""
        return Links(None, lambda subject: self.told(subject).get(predicate))

    def backward(self, predicate: str) -> Links:
        """From a value to what has it for a property."""
        return Links(None, lambda value: self.subjects(predicate, value))

    def growth(self, predicate: str, subject: str | None, value: str | None) -> float:
        """How many statements have this subject or this value, or some when there are many."""
        if subject is not None:
            return len(self.objects(predicate, subject))
        if value is None:
            return _ALL
        known = self._known.some_having(predicate, value, _MANY)
        return len(known) + len(self.column(predicate).to.get(value, ()))


def facts_from(
    triples: Iterable[tuple[str, str, str]], subclasses: Sequence[tuple[str, str]]
) -> Facts:
    """The facts that some statements make, each once."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    about = set()
    for subject, predicate, value in dict.fromkeys(triples):
        about.add(subject)
        subjects, objects = found.setdefault(predicate, ([], []))
        subjects.append(subject)
        objects.append(value)
    columns: Mapping[str, Column] = {name: Column(*pair) for name, pair in found.items()}
    return Facts(columns, frozenset(about), subclasses)
