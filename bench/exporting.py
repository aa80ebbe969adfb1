"""Sorted Turtle, against pyoxigraph's unsorted dump and rdflib's serialiser; memory of exports."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from statistics import median

import rdflib
from pyoxigraph import DefaultGraph, Quad, RdfFormat, serialize
from pyoxigraph import Store as Index

from bench.measure import Line, at_most, in_turns, once, seconds
from kg.export import WHOLE, describe, write
from kg.iris import DEFAULT_BASE
from kg.store import open_store

_DUMP_LIMIT = 3.0
_RDFLIB_LIMIT = 10.0
_MEMORY_LIMIT = 1000  # MB, also for a million statements
_KILO = 1024


def export(store: Path, quads: Sequence[Quad], rounds: int) -> list[Line]:
    """Turtle of the published ``store``, against a dump of an index in memory.

    The index holds the union of the graphs of ``quads``, since Turtle has one graph.
    """
    index = Index()
    index.bulk_extend(_union(quads))
    with open_store(str(store)) as opened:
        timed = in_turns(
            lambda: write(describe(opened, DEFAULT_BASE), "turtle", BytesIO()),
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
        described = describe(opened, DEFAULT_BASE)
        ours = median(once(lambda: write(described, "turtle", BytesIO()))[0] for _ in range(3))
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


def export_memory(store: Path, size: int, folder: Path) -> list[Line]:
    """How much memory ``kg export`` takes at its height, in the format that takes most.

    ``size`` is how many statements the published ``store`` has.
    """
    taken = {name: _resident(store, name, folder) for name in WHOLE}
    most = max(taken, key=lambda name: taken[name])
    return [
        Line(
            "export",
            f"memory of kg export of {size:,} statements, at most",
            f"<= {_MEMORY_LIMIT:,} MB",
            f"{taken[most]:.0f} MB",
            taken[most] <= _MEMORY_LIMIT,
            ", ".join(f"{name} {used:.0f}" for name, used in taken.items()),
        )
    ]


_EXPORTING = """
import re, sys
from kg.cli import main
code = main(sys.argv[1:])
print(re.search(r"VmHWM:\\s*(\\d+) kB", open("/proc/self/status").read())[1])
sys.exit(code)
"""


def _resident(store: Path, name: str, folder: Path) -> float:
    """The most megabytes that a process has resident which exports ``store`` as ``name``."""
    target = folder / f"export.{name}"
    command = ("export", "--quiet", "--store", str(store), "--format", name, "-o", str(target))
    # Asked of the process itself: what the system tells its parent begins with the parent's own.
    ran = subprocess.run(
        [sys.executable, "-c", _EXPORTING, *command], capture_output=True, text=True, check=True
    )
    return int(ran.stdout) / _KILO


def _union(quads: Sequence[Quad]) -> list[Quad]:
    return list({Quad(q.subject, q.predicate, q.object) for q in quads})
