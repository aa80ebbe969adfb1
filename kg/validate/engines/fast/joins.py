"""Queries answered by joins: rows grow by one statement after the other, all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Protocol

from kg.validate.engines.fast.facts import Links
from kg.validate.engines.fast.parsing import THIS, VALUE
from kg.validate.engines.fast.shapes import Filter, Group, Pattern, Query

Row = tuple[str | None, ...]


class Joinable(Protocol):
    """What joins ask of a graph."""

    def forward(self, predicate: str) -> Links:
        """From a thing to its values of a property."""
        ...

    def backward(self, predicate: str) -> Links:
        """From a value to the things that have it for a property."""
        ...

    def growth(self, predicate: str, subject: str | None, value: str | None) -> float:
        """About how many statements have this subject or this value; no end when both are None."""
        ...


def rows(graph: Joinable, query: Query, focus: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """Focus node and value of each answer, once."""
    yield from answers(graph, query, [THIS], [(node,) for node in focus])


def answers(
    graph: Joinable,
    query: Query,
    columns: Sequence[str],
    start: Sequence[Row],
    elsewhere: Mapping[Pattern, Joinable] | None = None,
) -> Iterator[tuple[str, str | None]]:
    """The same for rows that bind some variables, ``columns``, already.

    Patterns that are in ``elsewhere`` are matched to another graph.
    """
    join = _Join(graph, columns, list(start), elsewhere or {})
    later = join.require(query.group.patterns, query.group.filters)
    if not join.rows:
        return
    for optional in query.group.optionals:
        join.maybe(optional)
    join.keep(later)
    for absent in query.group.absent:
        join.drop(absent)
    this = join.places[THIS]
    value = join.places[VALUE] if query.value else None
    found = dict.fromkeys((row[this], None if value is None else row[value]) for row in join.rows)
    for node, answer in found:
        if node is not None:
            yield node, answer


class _Join:
    """Rows under construction; ``places`` are those of the variables in each."""

    def __init__(
        self,
        graph: Joinable,
        columns: Sequence[str],
        start: list[Row],
        elsewhere: Mapping[Pattern, Joinable],
    ) -> None:
        self.graph, self.elsewhere = graph, elsewhere
        self.places = {name: at for at, name in enumerate(columns)}
        self.rows = start

    def require(self, patterns: Iterable[Pattern], filters: Iterable[Filter]) -> list[Filter]:
        """Match every pattern, each filter as soon as it can be asked; the filters left over."""
        left, waiting = list(patterns), list(filters)
        while left and self.rows:
            waiting = self._filtered(waiting)
            if not self.rows:
                break
            best = self._next(left)
            left.remove(best)
            self._match(best)
        for pattern in left:  # nothing matched: only the places still matter
            self._name(pattern)
        return self._filtered(waiting) if self.rows else []

    def maybe(self, group: Group) -> None:
        """Match a group where it matches, and leave its variables unbound elsewhere."""
        inner = self._tried(group)
        width = len(self.places)
        matched = {row[:width] for row in inner.rows}
        unbound = (None,) * (len(inner.places) - width)
        self.rows = inner.rows + [row + unbound for row in self.rows if row not in matched]
        self.places = inner.places

    def drop(self, group: Group) -> None:
        """Leave out the rows for which a group matches."""
        width = len(self.places)
        matched = {row[:width] for row in self._tried(group).rows}
        self.rows = [row for row in self.rows if row not in matched]

    def keep(self, filters: Iterable[Filter]) -> None:
        """Leave out the rows that a filter does not hold for."""
        for one in filters:
            self._keep(one)

    def _tried(self, group: Group) -> _Join:
        inner = _Join(self.graph, list(self.places), self.rows, {})
        inner.keep(inner.require(group.patterns, group.filters))
        return inner

    def _filtered(self, filters: Iterable[Filter]) -> list[Filter]:
        """Ask the filters that can be asked; the others."""
        later = []
        for one in filters:
            if self._has(one):
                self._keep(one)
            else:
                later.append(one)
        return later

    def _keep(self, condition: Filter) -> None:
        if not self._has(condition):
            self.rows = [] if condition.needed - self.places.keys() else self.rows
        elif condition.variables:
            # Asked once of each combination of values, however many rows have it.
            places = [self.places[name] for name in condition.variables]
            keys = list(zip(*([row[at] for row in self.rows] for at in places), strict=True))
            good = {key for key in set(keys) if condition.holds(key)}
            self.rows = [row for row, key in zip(self.rows, keys, strict=True) if key in good]
        elif not condition.holds(()):
            self.rows = []

    def _has(self, condition: Filter) -> bool:
        return all(name in self.places for name in condition.variables)

    def _next(self, left: Sequence[Pattern]) -> Pattern:
        """The pattern that makes the fewest rows of each row, to judge by the first."""
        # Values of a thing are at hand; what has a value is worth a look only if nothing else is.
        near = [pattern for pattern in left if self._example(pattern.subject) is not None]
        if near:
            best = min(near, key=self._cost)
            if self._cost(best) <= 1:
                return best
        return min(left, key=self._cost)

    def _cost(self, pattern: Pattern) -> float:
        subject, value = (self._example(part) for part in (pattern.subject, pattern.object))
        if subject is not None and value is not None:
            return 0.0
        return self._graph(pattern).growth(pattern.predicate, subject, value)

    def _graph(self, pattern: Pattern) -> Joinable:
        return self.elsewhere.get(pattern, self.graph) if self.elsewhere else self.graph

    def _example(self, part: str) -> str | None:
        if part[0] != "?":
            return part
        return self.rows[0][self.places[part]] if part in self.places else None

    def _known(self, part: str) -> bool:
        return part[0] != "?" or part in self.places

    def _name(self, pattern: Pattern) -> None:
        for part in (pattern.subject, pattern.object):
            if part[0] == "?":
                self.places.setdefault(part, len(self.places))

    def _match(self, pattern: Pattern) -> None:
        subject, value = self._known(pattern.subject), self._known(pattern.object)
        if subject and value:
            self._check(pattern)
        elif subject:
            self._grow(
                pattern.subject, pattern.object, self._graph(pattern).forward(pattern.predicate)
            )
        elif value:
            self._grow(
                pattern.object, pattern.subject, self._graph(pattern).backward(pattern.predicate)
            )
        else:
            raise AssertionError("a pattern that hangs on nothing; the parser refuses those")

    def _check(self, pattern: Pattern) -> None:
        links = self._graph(pattern).forward(pattern.predicate)
        first, second = self._reader(pattern.subject), self._reader(pattern.object)
        if links.one:
            self.rows = [row for row in self.rows if second(row) == links.one(first(row))]
        elif links.many:
            self.rows = [row for row in self.rows if second(row) in (links.many(first(row)) or ())]

    def _grow(self, known: str, new: str, links: Links) -> None:
        reader = self._reader(known)
        self.places[new] = len(self.places)
        if links.one:
            ends = map(links.one, map(reader, self.rows))
            self.rows = [
                row + (end,)  # noqa: RUF005 - the faster way
                for row, end in zip(self.rows, ends, strict=True)
                if end is not None
            ]
        elif links.many:
            several = map(links.many, map(reader, self.rows))
            self.rows = [
                row + (end,)  # noqa: RUF005 - the faster way
                for row, ends in zip(self.rows, several, strict=True)
                if ends
                for end in ends
            ]

    def _reader(self, part: str) -> Callable[[Row], str | None]:
        return itemgetter(self.places[part]) if part[0] == "?" else lambda _: part
