"""Sorted Turtle, against pyoxigraph's unsorted dump and against rdflib's serialiser."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from statistics import median

import rdflib
from pyoxigraph import DefaultGraph, Quad, RdfFormat, serialize
from pyoxigraph import Store as Index

from bench.measure import Line, at_most, in_turns, once, seconds
from kg.export import write
from kg.store import open_store

_DUMP_LIMIT = 3.0
_RDFLIB_LIMIT = 10.0


def export(store: Path, quads: Sequence[Quad], rounds: int) -> list[Line]:
    """Turtle of the published ``store``, against a dump of an index in memory.

    The index holds the union of the graphs of ``quads``, since Turtle has one graph.
    """
    index = Index()
    index.bulk_extend(_union(quads))
    with open_store(str(store)) as opened:
        timed = in_turns(
            lambda: write(opened, "turtle", BytesIO()),
            lambda: index.dump(BytesIO(), RdfFormat.TURTLE, from_graph=DefaultGraph()),
            rounds,
        )
    name = f"sorted Turtle of {len(index):,} triples, against a raw dump"
    return [at_most("export", name, _DUMP_LIMIT, timed)]


def export_as_rdflib(store: Path, quads: Sequence[Quad]) -> list[Line]:
    """Turtle of the published ``store`` (median of three) against rdflib's of the same (one)."""
    triples = [quad.triple for quad in _union(quads)]
    graph = rdflib.Graph()
    normalise, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        graph.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    finally:
        rdflib.NORMALIZE_LITERALS = normalise
    with open_store(str(store)) as opened:
        ours = median(once(lambda: write(opened, "turtle", BytesIO()))[0] for _ in range(3))
    theirs, _ = once(lambda: graph.serialize(format="turtle"))
    faster = theirs / ours
    return [
        Line(
            "export",
            f"sorted Turtle of {len(graph):,} triples, against rdflib",
            f">= {_RDFLIB_LIMIT:g}x faster",
            f"{faster:.1f}x",
            faster >= _RDFLIB_LIMIT,
            f"{seconds(ours)} against {seconds(theirs)}",
        )
    ]


def _union(quads: Sequence[Quad]) -> list[Quad]:
    return list({Quad(q.subject, q.predicate, q.object) for q in quads})
