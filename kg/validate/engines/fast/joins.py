"""Queries answered by joins: rows grow by one statement after the other, all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from kg.validate.engines.fast.parsing import THIS, VALUE
from kg.validate.engines.fast.shapes import Filter, Group, Pattern, Query

Row = tuple[str | None, ...]


Lookup = Callable[[str], Sequence[str] | None]


class Joinable(Protocol):
    """What joins ask of a graph."""

    def forward(self, predicate: str) -> Lookup:
        """From a thing to its values of a property; nothing and None are one."""
        ...

    def backward(self, predicate: str) -> Lookup:
        """From a value to the things that have it for a property."""
        ...

    def spread(self, predicate: str) -> tuple[float, float]:
        """About how many values one that has the property has, and how many have one value."""
        ...


def rows(graph: Joinable, query: Query, focus: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """Focus node and value of each answer, once."""
    yield from answers(graph, query, [THIS], [(node,) for node in focus])


def answers(
    graph: Joinable, query: Query, columns: Sequence[str], start: Sequence[Row]
) -> Iterator[tuple[str, str | None]]:
    """The same for rows that bind some variables, ``columns``, already."""
    join = _Join(graph, columns, list(start))
    join.require(query.group.patterns, query.group.filters)
    for optional in query.group.optionals:
        join.maybe(optional)
    join.keep(query.group.filters)
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

    def __init__(self, graph: Joinable, columns: Sequence[str], start: list[Row]) -> None:
        self.graph = graph
        self.places = {name: at for at, name in enumerate(columns)}
        self.rows = start

    def require(self, patterns: Iterable[Pattern], filters: Iterable[Filter]) -> None:
        """Match every pattern, each filter as soon as it can be asked."""
        left, waiting = list(patterns), list(filters)
        while left and self.rows:
            waiting = self._filtered(waiting)
            best = min(left, key=self._cost)
            left.remove(best)
            self._match(best)
        for pattern in left:  # nothing matched: only the places still matter
            self._name(pattern)
        self._filtered(waiting)

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
        inner = _Join(self.graph, list(self.places), self.rows)
        inner.require(group.patterns, group.filters)
        inner.keep(group.filters)
        return inner

    def _filtered(self, filters: Iterable[Filter]) -> list[Filter]:
        """Ask the filters that can be asked; the others."""
        later = []
        for one in filters:
            if one.variables <= self.places.keys():
                self._keep(one)
            else:
                later.append(one)
        return later

    def _keep(self, condition: Filter) -> None:
        if not condition.variables <= self.places.keys():
            self.rows = [] if condition.needed - self.places.keys() else self.rows
        elif len(condition.variables) == 1:
            # Asked once of each value, however many rows have it.
            [name] = condition.variables
            at, holds = self.places[name], condition.test({name: 0})
            good = {value for value in {row[at] for row in self.rows} if holds((value,))}
            self.rows = [row for row in self.rows if row[at] in good]
        else:
            holds = condition.test(self.places)
            self.rows = [row for row in self.rows if holds(row)]

    def _cost(self, pattern: Pattern) -> float:
        """How many rows each row becomes, more or less."""
        many, shared = self.graph.spread(pattern.predicate)
        known = self._known(pattern.subject), self._known(pattern.object)
        if all(known):
            return 0.0
        if known[0]:
            return many
        return shared if known[1] else float("inf")

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
            self._grow(pattern.subject, pattern.object, self.graph.forward(pattern.predicate))
        elif value:
            self._grow(pattern.object, pattern.subject, self.graph.backward(pattern.predicate))
        else:
            raise AssertionError("a pattern that hangs on nothing; the parser refuses those")

    def _check(self, pattern: Pattern) -> None:
        look = self.graph.forward(pattern.predicate)
        first, second = self._reader(pattern.subject), self._reader(pattern.object)
        self.rows = [row for row in self.rows if second(row) in (look(first(row)) or ())]

    def _grow(self, known: str, new: str, look: Lookup) -> None:
        self.places[new] = len(self.places)
        if known[0] == "?":
            at = self.places[known]
            self.rows = [(*row, found) for row in self.rows for found in look(row[at] or "") or ()]
        else:
            values = look(known) or ()
            self.rows = [(*row, found) for row in self.rows for found in values]

    def _reader(self, part: str) -> Callable[[Row], str]:
        if part[0] != "?":
            return lambda _: part
        at = self.places[part]
        return lambda row: row[at] or ""
