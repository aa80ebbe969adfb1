"""Three engines that a saved query is asked on: kg's own store, rdflib, and a server over HTTP."""

from __future__ import annotations

import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib.util import from_n3

from kg.inlining import inline
from kg.queries import SavedQuery
from tests import servers

Bound = Mapping[str, ox.NamedNode | ox.Literal]
Rows = list[tuple[str, ...]]
_ANSWER = "application/sparql-results+json"


def comparable(term: object) -> str:
    """A term as text. The engines spell numbers and give errors in other ways, and no other."""
    if term is None:
        return ""
    if isinstance(term, rdflib.term.Identifier):
        return str(term)
    return str(getattr(term, "value", term))


@contextmanager
def terms_as_written() -> Iterator[None]:
    """Keep rdflib from rewriting literals meanwhile."""
    normalising = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = normalising


def as_ntriples(quads: Iterable[ox.Quad]) -> str:
    """The union of all graphs, each statement once."""
    return "".join(sorted({f"{quad.triple} .\n" for quad in quads}))


class Rdflib:
    """The union of all graphs in rdflib, which binds terms itself."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self.graph = rdflib.Graph()
        with terms_as_written():
            self.graph.parse(data=as_ntriples(quads), format="nt")

    def ask(self, saved: SavedQuery, terms: Bound) -> Rows:
        """The rows for the text of the query as it stands in the file."""
        with terms_as_written():
            bound: dict[str, Any] = {name: from_n3(str(term)) for name, term in terms.items()}
            return self._rows(self.graph.query(saved.text, initBindings=bound))

    def ask_text(self, saved: SavedQuery, terms: Bound) -> Rows:
        """The rows for the text with the terms written into it."""
        with terms_as_written():
            return self._rows(self.graph.query(inline(saved.text, terms)))

    def _rows(self, answer: Any) -> Rows:
        return [tuple(map(comparable, row)) for row in answer]


@dataclass(frozen=True)
class Server:
    """Oxigraph's own server, asked and filled over HTTP; each graph of it by its own name."""

    root: str

    def put(self, graph: str, quads: Iterable[ox.Quad]) -> None:
        """Load the union of ``quads`` under a name, by the Graph Store Protocol."""
        self._send(
            f"/store?graph={urllib.parse.quote(graph, safe='')}",
            as_ntriples(quads).encode(),
            {"Content-Type": "application/n-triples"},
            "PUT",
        )

    def ask(self, graph: str, saved: SavedQuery, terms: Bound) -> Rows:
        """The rows for the text of the query, the terms written into it."""
        accepted = "application/n-triples" if saved.form == "construct" else _ANSWER
        body = self._send(
            f"/query?default-graph-uri={urllib.parse.quote(graph, safe='')}",
            inline(saved.text, terms).encode(),
            {"Content-Type": "application/sparql-query", "Accept": accepted},
            "POST",
        )
        if saved.form == "construct":
            return [
                tuple(map(comparable, q.triple)) for q in ox.parse(body, ox.RdfFormat.N_TRIPLES)
            ]
        answer = ox.parse_query_results(body, ox.QueryResultsFormat.JSON)
        assert isinstance(answer, ox.QuerySolutions)
        return [tuple(map(comparable, row)) for row in answer]

    def _send(self, path: str, body: bytes, headers: dict[str, str], method: str) -> bytes:
        request = urllib.request.Request(  # noqa: S310 - a server that this test started
            self.root + path, body, headers, method=method
        )
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - as above
            return bytes(answer.read())


@contextmanager
def serving() -> Iterator[Server]:
    """A server in memory on loopback, gone at the end."""
    with servers.oxigraph() as running:
        yield Server(running.root)
