"""What ``kg push`` has put on a server, written down there in a graph of its own.

    <.../graph/pushed> a sd:Dataset ; sd:defaultGraph <.../graph/union> ;
        void:subset <.../graph/shared> ; sd:namedGraph <.../article/...>, ... .
    <.../article/...> dcterms:identifier "sha256:..." ; void:triples 480 .

A graph that is claimed and has no hash yet is one that a push was about to write. Only graphs
that the record claims are ever removed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, Triple

from kg.asking import Row
from kg.iris import Minter
from kg.vocab import DCTERMS, RDF, VOID, XSD

_SD = "http://www.w3.org/ns/sparql-service-description#"
_DATASET, _DEFAULT, _NAMED = f"{_SD}Dataset", f"{_SD}defaultGraph", f"{_SD}namedGraph"
_PART, _COUNT = f"{VOID.NS}subset", f"{VOID.NS}triples"
_HASH = re.compile(r"sha256:[0-9a-f]{64}")

FIND = f"""
SELECT ?record ?s ?p ?o WHERE {{
  GRAPH ?record {{ ?record a <{_DATASET}> ; <{_DEFAULT}> ?union . ?s ?p ?o }}
}}
"""


@dataclass(frozen=True, slots=True)
class Pushed:
    """A graph as it was pushed: ``hash`` of its sorted N-Triples, number of statements."""

    hash: str
    statements: int


@dataclass(frozen=True, slots=True)
class Record:
    """The graphs on a server that are kg's, by their names there.

    ``name`` is the record's own, ``union`` has every statement once, ``shared`` those of no
    article; the others are named as in the graph itself. None stands for a graph whose writing
    has not ended.
    """

    name: str
    union: str
    shared: str
    graphs: Mapping[str, Pushed | None] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def articles(self) -> tuple[str, ...]:
        """The names of the graphs that are neither the union nor the shared one, sorted."""
        return tuple(sorted(self.graphs.keys() - {self.union, self.shared}))

    @property
    def whole(self) -> bool:
        """Whether all that a push set out to write has been written."""
        return all(self.graphs.values()) and {self.union, self.shared} <= self.graphs.keys()


def empty_record(base: str) -> Record:
    """The record of a graph with this base of which nothing has been pushed."""
    minter = Minter(base)
    return Record(
        minter.id("graph", "pushed"), minter.id("graph", "union"), minter.id("graph", "shared")
    )


def claim_triples(record: Record) -> list[Triple]:
    """The whole record as triples, sorted."""
    own = NamedNode(record.name)
    made = [
        _link(own, RDF.type, _DATASET),
        _link(own, _DEFAULT, record.union),
        _link(own, _PART, record.shared),
        *(_link(own, _NAMED, name) for name in record.articles),
    ]
    for name, pushed in record.graphs.items():
        made += done_triples(name, pushed) if pushed else []
    return sorted(made, key=str)


def done_triples(name: str, pushed: Pushed) -> list[Triple]:
    """What the record says of a graph that has been written."""
    own = NamedNode(name)
    count = Literal(str(pushed.statements), datatype=NamedNode(XSD.integer))
    return [
        Triple(own, NamedNode(DCTERMS.identifier), Literal(pushed.hash)),
        Triple(own, NamedNode(_COUNT), count),
    ]


def _link(subject: NamedNode, predicate: str, target: str) -> Triple:
    return Triple(subject, NamedNode(predicate), NamedNode(target))


def read_records(rows: Iterable[Row]) -> list[Record]:
    """The records among the rows of ``FIND``, by name. Other rows are left out."""
    by_record: dict[str, list[tuple[str, str, str]]] = {}
    for row in rows:
        record, *parts = (str(getattr(term, "value", "")) for term in row)
        by_record.setdefault(record, []).append((parts[0], parts[1], parts[2]))
    return [_record(name, by_record[name]) for name in sorted(by_record)]


def _record(name: str, facts: list[tuple[str, str, str]]) -> Record:
    own = {kind: {o for s, p, o in facts if s == name and p == kind} for kind in (_DEFAULT, _PART)}
    claimed = {o for s, p, o in facts if s == name and p in (_DEFAULT, _PART, _NAMED)}
    hashes = {s: o for s, p, o in facts if p == DCTERMS.identifier and _HASH.fullmatch(o)}
    counts = {s: int(o) for s, p, o in facts if p == _COUNT and o.isdecimal()}
    graphs = {
        graph: Pushed(hashes[graph], counts[graph]) if graph in hashes.keys() & counts else None
        for graph in sorted(claimed)
    }
    return Record(
        name,
        next(iter(sorted(own[_DEFAULT])), ""),
        next(iter(sorted(own[_PART])), ""),
        MappingProxyType(graphs),
    )
