"""Carrying out a push: what is about to change is claimed, written, and then signed off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from kg.endpoint import Endpoint
from kg.endpoint.graphs import GraphStore, as_lines
from kg.endpoint.record import Record, claim_triples, done_triples
from kg.errors import StoreError, UsageError
from kg.pushing.planning import Plan, Step

Told = Callable[[Step], None]


class InterruptedPushError(StoreError):
    """A push that stopped on the way. ``done`` are the steps that were carried out."""

    def __init__(self, error: StoreError, step: Step, done: tuple[Step, ...], total: int) -> None:
        super().__init__(
            f"{error.what}; {len(done)} of {total} changes are made, not that of {step.graph}",
            where=error.where,
            todo=f"{error.todo}; then push again, which goes on from there" if error.todo else None,
        )
        self.done = done


def carry_out(endpoint: Endpoint, plan: Plan, told: Told) -> None:
    """Write and remove what ``plan`` says; ``told`` gets each step that is done.

    The record first claims every graph that will be touched and forgets the hashes of those that
    change, so that whatever happens on the way, the next push knows what is kg's and what is not
    yet as it should be. Nothing is sent when nothing changes.

    Raises ``InterruptedPushError`` when the server fails on the way, ``StoreError`` before that
    and ``UsageError`` when it is not known where graphs are written.
    """
    if not plan.changes:
        return
    graphs = _graph_store(endpoint)
    graphs.put(plan.wanted.name, [as_lines(claim_triples(_claim(plan)))])
    steps = [step for step in plan.steps if step.action != "keep"]
    done: list[Step] = []
    for step in steps:
        try:
            _take(graphs, plan, step)
        except StoreError as error:
            raise InterruptedPushError(error, step, tuple(done), len(steps)) from error
        done.append(step)
        told(step)
    if any(step.action == "remove" for step in steps):
        graphs.put(plan.wanted.name, [as_lines(claim_triples(plan.wanted))])


def _claim(plan: Plan) -> Record:
    kept = {step.graph for step in plan.steps if step.action == "keep"}
    names = sorted({step.graph for step in plan.steps})
    graphs = {name: plan.wanted.graphs[name] if name in kept else None for name in names}
    return replace(plan.wanted, graphs=MappingProxyType(graphs))


def _take(graphs: GraphStore, plan: Plan, step: Step) -> None:
    if step.action == "remove":
        graphs.delete(step.graph)
        return
    graphs.put(step.graph, plan.lines[step.graph])
    pushed = plan.wanted.graphs[step.graph]
    if pushed is not None:
        graphs.add(plan.wanted.name, done_triples(step.graph, pushed))


def _graph_store(endpoint: Endpoint) -> GraphStore:
    address = endpoint.places.written
    if address is None:
        raise UsageError(
            "it is not known where this server takes graphs",
            where=endpoint.location,
            todo="name its graph store: --graph-store URL",
        )
    return GraphStore(endpoint.connection, endpoint.access, address)
