"""What one run measures on: graphs of given sizes, on disk, in memory and published."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from bench.generate import article, graph
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.iris import Minter
from kg.store import publish


@dataclass(frozen=True, slots=True)
class Graph:
    """A generated graph: its N-Quads file and its statements."""

    file: Path
    quads: Sequence[Quad] = field(repr=False)

    @property
    def store(self) -> Path:
        """The folder of the store that it is published to."""
        return self.file.with_suffix(".store")


@dataclass(frozen=True, slots=True)
class Plan:
    """The settings of a run; ``folder`` is for everything that it writes."""

    size: int
    seed: int
    quick: bool
    folder: Path

    @property
    def rounds(self) -> int:
        """How often each pair of ways is timed."""
        return 3 if self.quick or self.size > 200_000 else 7

    @property
    def gazetteer(self) -> Gazetteer:
        """The places that generated articles name."""
        return load_gazetteer()

    def graph(self, limit: int | None = None) -> Graph:
        """The graph of the run, or a smaller one of ``limit`` statements; made when first asked."""
        size = self.size if limit is None else min(limit, self.size)
        return _graph(self.seed, size, self.folder)

    def larger(self) -> Graph:
        """A graph ten times as large."""
        return _graph(self.seed, 10 * self.size, self.folder)

    def values(self, limit: int | None = None) -> Mapping[str, str]:
        """IRIs for the parameters of saved queries that have answers in ``graph(limit)``."""
        size = self.size if limit is None else min(limit, self.size)
        made, other = (article(self.seed, n, self.gazetteer, size=size) for n in (0, 1))
        minter = Minter()
        stance = next(e for e in made.extraction.endorsements if e.role is not None)
        council = next(p.slug for p in made.resolution.places.values() if p.slug is not None)
        return {
            "candidate": minter.person(made.resolution.agents[stance.candidate].key),
            "council": minter.council(council),
            "article": minter.article(made.document.key),
            "first": minter.article(made.document.key),
            "second": minter.article(other.document.key),
        }


def progress(text: str) -> None:
    """Tell the person waiting what is going on."""
    print(text, file=sys.stderr, flush=True)


@lru_cache(maxsize=4)
def _graph(seed: int, size: int, folder: Path) -> Graph:
    progress(f"making a graph of {size:,} statements")
    file = folder / f"graph-of-{size}.nq"
    file.write_bytes(b"".join(graph(seed, load_gazetteer(), size)))
    made = Graph(file, list(parse(path=str(file), format=RdfFormat.N_QUADS)))
    publish(made.store, made.quads)
    return made
