"""Queries answered by joins: rows grow by one statement after the other, all of them together.

Rows are kept as columns, the values of one variable in all of them, so that growing and thinning
them out is left to functions of Python that take a whole column.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, repeat
from operator import eq
from typing import Protocol

from kg.validate.engines.fast.facts import Links
from kg.validate.engines.fast.parsing import THIS, VALUE
from kg.validate.engines.fast.shapes import Filter, Group, Pattern, Query, Terms

Row = tuple[str | None, ...]
_NUMBER = "#"
"""Names the column that tells which row of another join a row has grown from."""


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
    given = zip(columns, map(list, zip(*start, strict=True)), strict=False)
    join = _Join(graph, dict(given), len(start), elsewhere or {})
    later = join.require(query.group.patterns, query.group.filters, _asked_later(query))
    if not join.count:
        return
    for optional in query.group.optionals:
        join.maybe(optional)
    join.keep(later)
    for absent in query.group.absent:
        join.drop(absent)
    nodes = join.columns[THIS]
    found = zip(nodes, join.columns[VALUE] if query.value else repeat(None), strict=False)
    for node, answer in dict.fromkeys(found):
        if node is not None:
            yield node, answer


def _asked_later(query: Query) -> set[str]:
    """The variables that something beside the statements and filters of a query needs."""
    group = query.group
    return {THIS, VALUE}.union(*map(_names, (*group.optionals, *group.absent)))


def _wanted(left: Iterable[Pattern], waiting: Iterable[Filter], after: Iterable[str]) -> set[str]:
    wanted = set(after)
    for pattern in left:
        wanted.add(pattern.subject)
        wanted.add(pattern.object)
    for one in waiting:
        wanted.update(one.variables)
    return wanted


def _numbers(count: int) -> Terms:
    return list(map(str, range(count)))


def _names(group: Group) -> Iterator[str]:
    for pattern in group.patterns:
        yield from pattern.variables
    for one in group.filters:
        yield from one.variables


class _Join:
    """Rows under construction, as the values of each variable; all of ``count`` rows."""

    def __init__(
        self,
        graph: Joinable,
        columns: Mapping[str, Terms],
        count: int,
        elsewhere: Mapping[Pattern, Joinable],
    ) -> None:
        self.graph, self.elsewhere = graph, elsewhere
        self.columns, self.count = dict(columns), count

    def require(
        self, patterns: Iterable[Pattern], filters: Iterable[Filter], after: Iterable[str]
    ) -> list[Filter]:
        """Match every pattern, each filter as soon as it can be asked; the filters left over.

        Variables that nothing asks for any more are left out, unless they are among ``after``.
        """
        left, waiting = list(patterns), list(filters)
        while left and self.count:
            waiting = self._filtered(waiting)
            if not self.count:
                break
            best = self._next(left)
            left.remove(best)
            self._match(best, _wanted(left, waiting, after))
        for pattern in left:  # nothing matched: only the names still matter
            for name in pattern.variables:
                self.columns.setdefault(name, [])
        return self._filtered(waiting) if self.count else []

    def maybe(self, group: Group) -> None:
        """Match a group where it matches, and leave its variables unbound elsewhere."""
        inner = self._tried(group)
        matched = frozenset(inner.columns.pop(_NUMBER))
        self._select([number not in matched for number in _numbers(self.count)])
        unbound = [None] * self.count
        self.columns = {
            name: [*column, *self.columns.get(name, unbound)]
            for name, column in inner.columns.items()
        }
        self.count += inner.count

    def drop(self, group: Group) -> None:
        """Leave out the rows for which a group matches."""
        matched = frozenset(self._tried(group).columns[_NUMBER])
        self._select([number not in matched for number in _numbers(self.count)])

    def keep(self, filters: Iterable[Filter]) -> None:
        """Leave out the rows that a filter does not hold for."""
        for one in filters:
            self._keep(one)

    def _tried(self, group: Group) -> _Join:
        inner = _Join(self.graph, {**self.columns, _NUMBER: _numbers(self.count)}, self.count, {})
        inner.keep(
            inner.require(group.patterns, group.filters, {*self.columns, *_names(group), _NUMBER})
        )
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
            if condition.needed - self.columns.keys():
                self._select([False] * self.count)
            return
        # Asked once of each combination of values, however many rows have it.
        columns = [self.columns[name] for name in condition.variables]
        if not columns:
            self._select(list(condition.holds(())) * self.count)
            return
        if len(columns) == 1:
            [terms] = columns
            each = list(dict.fromkeys(terms))
            self._select_good(terms, each, condition.holds([each]))
            return
        rows = list(zip(*columns, strict=True))
        distinct = list(dict.fromkeys(rows))
        if len(distinct) == len(rows):
            self._select(condition.holds(columns))
        else:
            asked: list[Terms] = list(zip(*distinct, strict=True))
            self._select_good(rows, distinct, condition.holds(asked))

    def _select_good(
        self, keys: Sequence[object], distinct: Sequence[object], good: Sequence[bool | None]
    ) -> None:
        if not all(good):
            self._select(list(map(set(compress(distinct, good)).__contains__, keys)))

    def _select(self, kept: Sequence[bool | None]) -> None:
        if all(kept):
            return
        self.count = sum(map(bool, kept))
        for name, column in self.columns.items():
            self.columns[name] = list(compress(column, kept))

    def _has(self, condition: Filter) -> bool:
        return all(name in self.columns for name in condition.variables)

    def _next(self, left: Sequence[Pattern]) -> Pattern:
        """The pattern that makes the fewest rows of each row, to judge by the first."""
        if len(left) == 1:
            return left[0]
        # Values of a thing are at hand; what has a value is worth a look only if nothing else is.
        near = [pattern for pattern in left if self._example(pattern.subject) is not None]
        costs = [self._cost(pattern) for pattern in near]
        if near and min(costs) <= 1:
            return near[costs.index(min(costs))]
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
        return self.columns[part][0] if part in self.columns else None

    def _known(self, part: str) -> bool:
        return part[0] != "?" or part in self.columns

    def _match(self, pattern: Pattern, wanted: Collection[str]) -> None:
        """Match a statement; of the variables keep those that are ``wanted`` after it."""
        subject, value = self._known(pattern.subject), self._known(pattern.object)
        first = self._values(pattern.subject) if subject else ()
        second = self._values(pattern.object) if value else ()
        # What nobody asks for any more would only have to grow.
        self.columns = {name: found for name, found in self.columns.items() if name in wanted}
        if subject and value:
            self._check(first, second, self._graph(pattern).forward(pattern.predicate))
        elif subject:
            new = pattern.object if pattern.object in wanted else ""
            self._grow(first, new, self._graph(pattern).forward(pattern.predicate))
        elif value:
            new = pattern.subject if pattern.subject in wanted else ""
            self._grow(second, new, self._graph(pattern).backward(pattern.predicate))
        else:
            raise AssertionError("a pattern that hangs on nothing; the parser refuses those")

    def _check(self, first: Terms, second: Terms, links: Links) -> None:
        if links.one:
            self._select(list(map(eq, map(links.one, first), second)))
        elif links.many:
            found = map(links.many, first)
            self._select([value in (ends or ()) for value, ends in zip(second, found, strict=True)])

    def _grow(self, known: Terms, new: str, links: Links) -> None:
        """A row for each thing that the links lead to, called ``new`` unless that is ""."""
        if links.one:
            ends = list(map(links.one, known))
            if None in ends:
                bound = [end is not None for end in ends]
                self._select(bound)
                ends = list(compress(ends, bound))
            if new:
                self.columns[new] = ends
        elif links.many:
            several = [ends or () for ends in map(links.many, known)]
            if not new:
                self._select(list(map(bool, several)))
                return
            counts = list(map(len, several))
            self.count = sum(counts)
            if counts.count(1) < len(counts):
                for name, column in self.columns.items():
                    self.columns[name] = list(chain.from_iterable(map(repeat, column, counts)))
            self.columns[new] = list(chain.from_iterable(several))

    def _values(self, part: str) -> Terms:
        return self.columns[part] if part[0] == "?" else [part] * self.count
