"""What an addition breaks in a graph, found by looking at what it touches and nothing else.

A shape's verdict on a node can only change when a statement is added on one of the ways that the
shape looks along (``tracks``), so those ways are followed back from what is added to the nodes
to be judged. They are judged twice, with and without the addition, on slices that hold all
that the shape looks at; what is found only with it is new. A query gives a new answer only through
a statement that is added, so each added statement is matched in every place of the query where it
fits and the rest is joined to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.validate.engines.fast import joins
from kg.validate.engines.fast.facts import SUBCLASS, Facts
from kg.validate.engines.fast.judging import answer, results
from kg.validate.engines.fast.overlay import Overlay, Pieces, Remembered, facts_from
from kg.validate.engines.fast.parsing import THIS, VALUE
from kg.validate.engines.fast.shapes import (
    Asked,
    Pattern,
    Query,
    Shape,
    Track,
    Unsupported,
)
from kg.validate.engines.fast.slicing import Slice
from kg.validate.engines.fast.tracks import ANY, ANYWHERE, harmful, tracks
from kg.validate.engines.result import Result


@dataclass(frozen=True, slots=True)
class Watch:
    """Where to look again: ``before`` leads from a node to the statement that ``step`` takes."""

    shape: int
    before: Track
    inverse: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What additions can do to some shapes, by the property of what is added.

    ``plain`` are the shapes without their queries, ``reach`` the numbers of the ``ways`` that each
    looks along.
    """

    shapes: tuple[Shape, ...]
    plain: tuple[Shape, ...]
    watches: Mapping[str, tuple[Watch, ...]]
    ways: tuple[Track, ...]
    reach: tuple[tuple[int, ...], ...]


@lru_cache(maxsize=8)
def plan_for(shapes: tuple[Shape, ...]) -> Plan:
    """The plan for some shapes. Raises ``Unsupported`` when one may look anywhere."""
    watches: dict[str, dict[Watch, None]] = {}
    for number, shape in enumerate(shapes):
        for track in harmful(shape):
            if ANYWHERE in track:
                raise Unsupported("a path of any length")
            for at, step in enumerate(track):
                watch = Watch(number, track[:at], step.inverse)
                watches.setdefault(step.predicate, {})[watch] = None
        if any(isinstance(one, Asked) and one.query.group.optionals for one in shape.constraints):
            raise Unsupported("OPTIONAL in a query")
    ways: dict[Track, int] = {}
    reach = tuple(
        tuple(ways.setdefault(track, len(ways)) for track in tracks(shape) if ANYWHERE not in track)
        for shape in shapes
    )
    plain = tuple(
        replace(shape, constraints=tuple(c for c in shape.constraints if not isinstance(c, Asked)))
        for shape in shapes
    )
    watched = {name: tuple(found) for name, found in watches.items()}
    return Plan(shapes, plain, watched, tuple(ways), reach)


def new_results(
    shapes: tuple[Shape, ...], known: Pieces, added: Facts, subclasses: Sequence[tuple[str, str]]
) -> list[Result]:
    """The results that ``known`` has with ``added`` and has not without.

    ``added`` holds nothing that ``known`` has. Raises ``Unsupported`` when the shapes, or what is
    added, may concern things anywhere in the graph.
    """
    if added.column(SUBCLASS).subjects:
        raise Unsupported("subclasses in what is added")
    plan = plan_for(shapes)
    remembered = Remembered(known)
    now, then = Overlay(remembered, None), Overlay(remembered, added)
    touched = _touched(plan, added, then)
    fresh = [_targeted(shape, added) for shape in shapes]
    for number, nodes in enumerate(fresh):
        if nodes:
            touched.setdefault(number, set()).update(nodes)
    found = dict.fromkeys(_new_breaches(plan, touched, now, then, subclasses))
    for shape, nodes in zip(shapes, fresh, strict=True):
        for asked in shape.constraints:
            if isinstance(asked, Asked):
                rows = _new_rows(asked.query, nodes, added, now, then)
                looked_at = _those_looked_at(shape, {node for node, _ in rows}, then, subclasses)
                found |= dict.fromkeys(
                    answer(shape, asked, *row) for row in rows if row[0] in looked_at
                )
    return list(found)


def _touched(plan: Plan, added: Facts, then: Overlay) -> dict[int, set[str]]:
    """For each shape the nodes from which it looks at something that is added."""
    found: dict[int, set[str]] = {}
    back: dict[tuple[Track, str], frozenset[str]] = {}
    for predicate in added.predicates:
        column = added.column(predicate)
        for watch in (*plan.watches.get(predicate, ()), *plan.watches.get(ANY.predicate, ())):
            starts = column.values if watch.inverse else column.owners
            for start in starts:
                key = watch.before, start
                if key not in back:
                    back[key] = _followed_back(watch.before, start, then)
                found.setdefault(watch.shape, set()).update(back[key])
    return found


def _followed_back(track: Track, start: str, graph: Overlay) -> frozenset[str]:
    found = {start}
    for step in reversed(track):
        look = graph.objects if step.inverse else graph.subjects
        found = {node for one in found for node in look(step.predicate, one)}
    return frozenset(found)


def _targeted(shape: Shape, added: Facts) -> set[str]:
    """The nodes that something added makes the shape look at."""
    return set(shape.targets.focus(added) - shape.targets.nodes)


def _new_breaches(
    plan: Plan,
    touched: Mapping[int, set[str]],
    now: Overlay,
    then: Overlay,
    subclasses: Sequence[tuple[str, str]],
) -> Iterator[Result]:
    """What the nodes touched break ``then`` and not ``now``, queries left out."""
    after = _slice(plan, touched, then, subclasses)
    broken = {number: _breaches(plan, number, touched[number], after) for number in touched}
    amiss = {number: touched[number] for number, found in broken.items() if found}
    if amiss:
        before = _slice(plan, amiss, now, subclasses)
        for number, nodes in amiss.items():
            yield from broken[number] - _breaches(plan, number, nodes, before)


def _breaches(plan: Plan, number: int, nodes: set[str], facts: Facts) -> set[Result]:
    shape = plan.plain[number]
    return set(results(facts, shape, shape.targets.focus(facts) & nodes))


def _slice(
    plan: Plan,
    touched: Mapping[int, set[str]],
    graph: Overlay,
    subclasses: Sequence[tuple[str, str]],
) -> Facts:
    """All that shapes look at from the nodes touched, and what makes them look there."""
    found = Slice(graph)
    starts: dict[int, set[str]] = {}
    for number, nodes in touched.items():
        found.describe(nodes)
        found.witness(plan.shapes[number].targets.objects_of, nodes)
        for way in plan.reach[number]:
            starts.setdefault(way, set()).update(nodes)
    for way, nodes in starts.items():
        found.follow(plan.ways[way], nodes)
    return facts_from(found.triples, subclasses)


# --- Queries.


def _new_rows(
    query: Query, fresh: Iterable[str], added: Facts, now: Overlay, then: Overlay
) -> list[tuple[str, str | None]]:
    """The answers of a query ``then`` and not ``now``, and all those on ``fresh`` nodes."""
    found = dict.fromkeys(joins.rows(then, query, fresh))
    suspected: dict[tuple[str, str | None], None] = {}
    for at, pattern in enumerate(query.group.patterns):
        rest = query.group.patterns[:at] + query.group.patterns[at + 1 :]
        # With what stands before it matched to what was there, no answer is found twice.
        there = dict.fromkeys(query.group.patterns[:at], now)
        for columns, matched in _matches(pattern, added):
            start = [
                row
                for row in matched
                if _may_join(dict(zip(columns, row, strict=True)), rest, there, then)
            ]
            if start:
                left = replace(query, group=replace(query.group, patterns=rest))
                suspected |= dict.fromkeys(joins.answers(then, left, columns, start, there))
    for row in suspected:
        if row not in found and not _answers(query, now, row):
            found[row] = None
    return list(found)


def _matches(
    pattern: Pattern, added: Facts
) -> Iterator[tuple[tuple[str, ...], list[tuple[str, ...]]]]:
    """Rows that match a pattern to what is added, with the variables that they bind."""
    ends = (pattern.subject, pattern.object)
    variables = tuple(dict.fromkeys(part for part in ends if part[0] == "?"))
    rows: list[tuple[str, ...]] = []
    for pair in added.column(pattern.predicate).pairs:
        bound: dict[str, str] = {}
        if all(_fits(part, term, bound) for part, term in zip(ends, pair, strict=True)):
            rows.append(tuple(bound[name] for name in variables))
    if rows:
        yield variables, rows


def _may_join(
    bound: Mapping[str, str],
    rest: Iterable[Pattern],
    there: Mapping[Pattern, Overlay],
    then: Overlay,
) -> bool:
    """Whether the things bound have all the properties that are asked of them; most have not."""
    return all(
        there.get(pattern, then).objects(pattern.predicate, bound[pattern.subject])
        for pattern in rest
        if pattern.subject in bound
    )


def _fits(part: str, term: str, bound: dict[str, str]) -> bool:
    return bound.setdefault(part, term) == term if part[0] == "?" else part == term


def _answers(query: Query, graph: Overlay, row: tuple[str, str | None]) -> bool:
    """Whether a query has an answer in a graph already."""
    columns, start = ((THIS, VALUE), row) if query.value else ((THIS,), row[:1])
    return any(True for _ in joins.answers(graph, query, columns, [start]))


def _those_looked_at(
    shape: Shape, nodes: set[str], graph: Overlay, subclasses: Sequence[tuple[str, str]]
) -> frozenset[str]:
    if not nodes:
        return frozenset()
    found = Slice(graph)
    found.describe(nodes)
    found.witness(shape.targets.objects_of, nodes)
    return shape.targets.focus(facts_from(found.triples, subclasses))
