"""Three engines that a saved query is asked on: kg's own store, rdflib, and a server over HTTP."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib.util import from_n3

from kg.inlining import inline
from kg.queries import SavedQuery

Bound = Mapping[str, ox.NamedNode | ox.Literal]
Rows = list[tuple[str, ...]]
_UP_WITHIN = 30.0
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


def server_program() -> Path | None:
    """The server that the wheel ``oxigraph`` puts beside the interpreter."""
    found = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    return Path(found) if found else None


@contextmanager
def serving() -> Iterator[Server]:
    """A server in memory on loopback, gone at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [str(server_program()), "serve", "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(process, port)
        yield Server(f"http://127.0.0.1:{port}")
    finally:
        process.kill()
        process.wait()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + _UP_WITHIN
    while time.monotonic() < until:
        assert process.poll() is None, "the server ended before it answered"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the server does not answer")
