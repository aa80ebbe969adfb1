"""What every store is: a graph that can be asked, and read back exactly as it was published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Triple,
)

Term = NamedNode | BlankNode | Literal | Triple
Answer = QuerySolutions | QueryTriples | QueryBoolean


class Store(Protocol):
    """A graph open for reading; use it in a ``with`` block, or close it.

    The index answers queries, but it rewrites some literals (``"0.80"^^xsd:decimal`` comes back as
    ``0.8``). ``quads`` and ``lines`` therefore give the statements as published, not the index's
    copy.
    """

    @property
    def location(self) -> str:
        """Where the graph is, for messages."""
        ...

    @property
    def index_folder(self) -> Path | None:
        """The Oxigraph database, for processes that open it themselves; None: there is none.

        Its default graph is the union of all graphs, each triple once; it must not be asked with
        Oxigraph's own union of graphs.
        """
        ...

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Answer:
        """Ask a SPARQL 1.1 query of the union of all graphs; ``GRAPH`` asks one article's.

        A triple that several articles state is one triple of the union.

        ``substitutions`` binds variables, named without ``?``, as terms. Read the answer in the
        thread that asked. A damaged page of a store on disk may only show while the answer is
        read; it then raises ``OSError`` or ``RuntimeError``.

        Raises ``QueryError`` for a malformed query and ``StoreError`` for a store that is closed
        or damaged.
        """
        ...

    def quads(self) -> Iterator[Quad]:
        """Each statement once, sorted as in ``lines``, its terms exactly as published."""
        ...

    def lines(self) -> Iterator[bytes]:
        """The statements as sorted N-Quads lines, each with its line feed."""
        ...

    def close(self) -> None:
        """Let go of the files. A second call does nothing."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
