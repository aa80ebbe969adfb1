"""Who takes which side on whom, as edges: the list of backers, and what graphs are drawn from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from kg.export.knowing import LABEL, Known, Path, Thing, gather, plain, things
from kg.export.rows import as_it_is, guarded
from kg.export.sheet import Sheet
from kg.nquads import HasLines
from kg.vocab import DCTERMS, KGO, RDF

HEADER = ("source", "target", "source_name", "target_name", "endorsements", "passages")
_TYPE, _ENDORSEMENT = f"<{RDF.type}>", f"<{KGO.Endorsement}>"
_SUPPORTS = KGO.Supports
_CANDIDATE: Path = (KGO.endorses, KGO.candidate)
_CONTEST: Path = (KGO.endorses, KGO.contest)


@dataclass(frozen=True, slots=True)
class Edge:
    """One endorsement: from whom, to whom, and what is known of it; IRIs and plain words."""

    iri: str
    source: str
    target: str
    stance: str
    polarity: str
    contest: str
    date: str
    passages: int
    confidence: str


@dataclass(frozen=True, slots=True)
class Edges:
    """All endorsements of a graph, in order, and what is known of those at their ends."""

    edges: tuple[Edge, ...]
    known: Known

    def name(self, node: str) -> str:
        """The name of whoever is at an end; its IRI when it has none."""
        label = self.known.labels.get(f"<{node}>")
        return plain(label) if label else node

    def classes(self, node: str) -> frozenset[str]:
        """The classes of whoever is at an end."""
        return self.known.classes.get(f"<{node}>", frozenset())

    def nodes(self) -> list[str]:
        """Everybody at an end of an edge, sorted."""
        return sorted({node for edge in self.edges for node in (edge.source, edge.target)})


def endorsements(graph: HasLines) -> Edges:
    """Read the endorsements of a graph. Raises ``StoreError`` as its lines do."""
    known = gather(graph, (_CANDIDATE, (*_CONTEST, LABEL)))
    found = (thing for thing in things(graph) if _ENDORSEMENT in thing[1].get(_TYPE, ()))
    return Edges(tuple(edge for thing in found for edge in _edges(thing, known)), known)


def _edges(thing: Thing, known: Known) -> Iterator[Edge]:
    source, target = known.first(thing, (KGO.endorser,)), known.first(thing, _CANDIDATE)
    if source and target:
        yield Edge(
            iri=plain(thing[0]),
            source=source,
            target=target,
            stance=known.first(thing, (KGO.polarity,)),
            polarity=known.first(thing, (KGO.polarity, LABEL)),
            contest=known.first(thing, (*_CONTEST, LABEL)),
            date=known.first(thing, (DCTERMS.date,)),
            passages=len(known.follow(thing, (KGO.evidence,))),
            confidence=max(map(plain, known.follow(thing, (KGO.confidence,))), default=""),
        )


def supporting(edges: Edges) -> Iterator[Edge]:
    """Those that support, as everything derived from endorsements counts only these."""
    return (edge for edge in edges.edges if edge.stance == _SUPPORTS)


def write_backs(graph: HasLines, sink: BinaryIO, *, guard: bool) -> None:
    """Write each pair of backer and candidate once, sorted, as CSV under ``HEADER``.

    The pairs are those of the saved query ``backs``; beside them stand the names, how many
    endorsements (one a contest) and how many passages show it.
    """
    edges = endorsements(graph)
    pairs: dict[tuple[str, str], list[int]] = {}
    for edge in supporting(edges):
        counted = pairs.setdefault((edge.source, edge.target), [0, 0])
        counted[0] += 1
        counted[1] += edge.passages
    sheet, cell = Sheet(sink), guarded if guard else as_it_is
    sheet.add(HEADER)
    for (source, target), counted in sorted(pairs.items()):
        names = (cell(edges.name(node)) for node in (source, target))
        sheet.add((source, target, *names, *counted))
    sheet.finish()
