"""An endpoint as a store: asked over HTTP, and read back graph by graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Triple

from kg import census
from kg.asking import Answer, Term
from kg.census import Census
from kg.endpoint import Access, Endpoint
from kg.endpoint.reading import read_default_graph, read_graph
from kg.errors import StoreError
from kg.nquads import quads_of, sorted_lines


class EndpointStore:
    """A graph that a server keeps; ``Store`` has the contract.

    What the server rewrites of a literal stays rewritten. Nothing is sent before something is
    asked.
    """

    def __init__(self, url: str, access: Access) -> None:
        """Raise ``UsageError`` for a URL that is not used."""
        self._endpoint = Endpoint(url, access)

    @property
    def location(self) -> str:
        """The URL, without what may be secret."""
        return self._endpoint.location

    def endpoint(self) -> Endpoint:
        """The endpoint itself; see ``Store.endpoint``."""
        return self._endpoint

    def index_for(self, sparql: str) -> Path | None:  # noqa: ARG002 - the contract's
        """None: there is no file; see ``Store.index_for``."""
        return None

    def on_disk(self) -> tuple[Path, Path, Path] | None:
        """None: there is no file; see ``Store.on_disk``."""
        return None

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Answer:
        """Ask the endpoint; see ``Store.query``."""
        return self._endpoint.query(sparql, substitutions)

    def quads(self) -> Iterator[Quad]:
        """The statements as the server has them; see ``Store.quads``."""
        yield from quads_of(self._lines)

    def lines(self) -> Iterator[bytes]:
        """The statements as the server has them; see ``Store.lines``."""
        return iter(self._lines)  # fetched now, before whoever asks has written a line

    def occurrences(self) -> Iterator[bytes]:
        """None are kept there; see ``Store.occurrences``."""
        yield from ()

    def census(self) -> Census:
        """Counted from what the server has; see ``Store.census``."""
        return census.take(self._lines)

    @cached_property
    def _lines(self) -> list[bytes]:
        """Every graph, fetched one by one; of a graph that was pushed, without its union."""
        away, record = self._endpoint, self._endpoint.record
        quads: list[Quad] = []
        for name in record.articles if record else away.names():
            quads += self._graph(read_graph(away, name), NamedNode(name))
        default = read_graph(away, record.shared) if record else read_default_graph(away)
        return sorted_lines([*quads, *self._graph(default, DefaultGraph())])

    def _graph(self, found: list[Triple], name: NamedNode | DefaultGraph) -> list[Quad]:
        if any(isinstance(term, BlankNode) for triple in found for term in triple):
            raise StoreError(
                f"{name} holds blank nodes, which have no name to keep",
                where=self.location,
                todo="give them IRIs",
            )
        return [Quad(triple.subject, triple.predicate, triple.object, name) for triple in found]

    def close(self) -> None:
        """Let go of the connections; see ``Store.close``."""
        self._endpoint.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
