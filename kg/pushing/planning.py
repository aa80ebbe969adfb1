"""What a push has to do: compared are hashes, and how many statements the server has left."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from pyoxigraph import NamedNode, QuerySolutions

from kg.endpoint import Endpoint
from kg.endpoint.record import FIND, Pushed, Record, empty_record, read_records
from kg.errors import UsageError
from kg.nquads import HasLines, split, triples

Action = Literal["write", "keep", "remove"]
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Step:
    """One graph: what becomes of it, and how many statements it has or, removed, had."""

    graph: str
    action: Action
    statements: int


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps, removals last and the union before them, and what they need.

    ``lines`` are the N-Triples of each graph, ``found`` is the record on the server and ``wanted``
    the one that will be there.
    """

    steps: tuple[Step, ...]
    lines: Mapping[str, tuple[bytes, ...]]
    found: Record
    wanted: Record

    @property
    def changes(self) -> bool:
        """Whether anything is to be written or removed."""
        return any(step.action != "keep" for step in self.steps)


def plan(endpoint: Endpoint, source: HasLines, base: str, *, everything: bool = False) -> Plan:
    """What makes the server have the graph of ``source``, whose IRIs begin with ``base``.

    ``everything`` writes every graph, even if it is there. Raises ``StoreError`` when the server
    does not answer, and ``UsageError`` when a graph has a name that the push needs for itself.
    """
    blank = empty_record(base)
    graphs = _graphs(source, blank)
    pushed = {name: _pushed(lines) for name, lines in graphs.items()}
    found = _found(endpoint, blank)
    left = {} if everything else _left(endpoint, found)
    wanted = Record(blank.name, blank.union, blank.shared, MappingProxyType(pushed))
    steps = [
        Step(name, "keep" if _same(found, left, name, new) else "write", new.statements)
        for name, new in pushed.items()
    ]
    steps += [
        Step(name, "remove", old.statements if old else 0)
        for name, old in sorted(found.graphs.items())
        if name not in pushed
    ]
    return Plan(tuple(steps), MappingProxyType(graphs), found, wanted)


def _graphs(source: HasLines, record: Record) -> dict[str, tuple[bytes, ...]]:
    """The N-Triples lines of every graph as the server gets them, the union last."""
    lines = list(source.lines())
    by_name: dict[str, list[bytes]] = {record.shared: []}
    for line in lines:
        subject, predicate, item, graph = split(line)
        name = graph[1:-1] if graph else record.shared
        by_name.setdefault(name, []).append(f"{subject} {predicate} {item} .\n".encode())
        if graph and name in (record.name, record.union, record.shared):
            raise UsageError("a graph of the store has a name that a push needs", where=name)
    shared = by_name.pop(record.shared)
    made = {name: tuple(by_name[name]) for name in sorted(by_name)}
    union = tuple(f"{s} {p} {o} .\n".encode() for s, p, o in triples(lines))
    return {**made, record.shared: tuple(shared), record.union: union}


def _pushed(lines: Iterable[bytes]) -> Pushed:
    made, count = hashlib.sha256(), 0
    for line in lines:
        made.update(line)
        count += 1
    return Pushed(f"sha256:{made.hexdigest()}", count)


def _found(endpoint: Endpoint, blank: Record) -> Record:
    answer = endpoint.plain(FIND)
    records = read_records(map(tuple, answer)) if isinstance(answer, QuerySolutions) else []
    return next((record for record in records if record.name == blank.name), blank)


def _left(endpoint: Endpoint, found: Record) -> dict[str, int]:
    """How many statements each graph of the record has now; others may have been there."""
    names = sorted(found.graphs)
    left: dict[str, int] = {}
    for start in range(0, len(names), _AT_ONCE):
        some = " ".join(str(NamedNode(name)) for name in names[start : start + _AT_ONCE])
        answer = endpoint.plain(
            f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ VALUES ?g {{ {some} }} GRAPH ?g {{ ?s ?p ?o }} }}"
            " GROUP BY ?g"
        )
        for name, count in map(tuple, answer) if isinstance(answer, QuerySolutions) else ():
            left[str(getattr(name, "value", ""))] = int(getattr(count, "value", "0"))
    return left


def _same(found: Record, left: Mapping[str, int], name: str, new: Pushed) -> bool:
    return found.graphs.get(name) == new and left.get(name, 0) == new.statements
