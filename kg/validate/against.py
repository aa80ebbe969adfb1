"""A graph that is there already, as files that a process of its own can open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Against:
    """What an addition is judged against.

    ``graph`` is a file of sorted N-Quads, ``index`` the Oxigraph database of the union of its
    graphs, and ``articles`` the texts that it quotes, as lines of JSON; None for a graph without
    statements. ``base`` begins every IRI of the graph.
    """

    base: str
    graph: Path | None = None
    index: Path | None = None
    articles: Path | None = None
