"""What every store is: a graph that can be asked, and read back exactly as it was published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from pyoxigraph import Quad

from kg.asking import Answer, Term

if TYPE_CHECKING:
    from kg.census import Census
    from kg.endpoint import Endpoint


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

    def index_for(self, sparql: str) -> Path | None:
        """The Oxigraph database that can answer the query, for a process that opens it itself.

        Its default graph is the union of all graphs, each triple once, and it has no other graph.
        None: there is none, and whoever asks must load ``lines``.

        Raises ``QueryError`` as ``query`` does, for some malformed queries.
        """
        ...

    def endpoint(self) -> Endpoint | None:
        """The endpoint that answers, when the graph is on a server; None: it is here."""
        ...

    def on_disk(self) -> tuple[Path, Path, Path] | None:
        """The files of the sorted lines and of the articles, and between them the database.

        For another process, which opens them itself.

        None: the graph is nowhere on disk.
        """
        ...

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Answer:
        """Ask a SPARQL 1.1 query of the union of all graphs; ``GRAPH`` asks one article's.

        A triple that several articles state is one triple of the union. The index on disk holds
        only the union: the first query that says ``GRAPH`` or ``FROM`` loads all statements into
        memory (about 0.5 s and 100 MB for 100,000 of them), where they stay until ``close``.

        ``substitutions`` binds variables, named without ``?``, as terms. Read the answer in the
        thread that asked, inside ``kg.asking.engine_errors``: a damaged page of a store on disk
        may only show then, and as an ``OSError`` or ``RuntimeError``.

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

    def occurrences(self) -> Iterator[bytes]:
        """The entities as each article has them, one line of JSON each; none where none are kept.

        Raises ``StoreError`` when they cannot be read.
        """
        ...

    def census(self) -> Census:
        """How many of what the graph has.

        Raises ``StoreError`` when it cannot be read.
        """
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


@dataclass(frozen=True, slots=True)
class Published:
    """What came of publishing. ``changed`` is False if the same graph was already served."""

    version: str
    quads: int
    changed: bool


class Publish(Protocol):
    """Publishes statements; ``kg.store.publish`` has the contract."""

    def __call__(
        self,
        quads: Iterable[Quad],
        about: Mapping[str, object],
        articles: Iterable[bytes] = (),
        occurrences: Iterable[bytes] = (),
    ) -> Published:
        """Serve ``quads``, or raise and leave what is served."""
        ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """What ``verify`` found. ``damage`` has one sentence for each thing that is wrong.

    ``quads`` and ``graphs`` (named ones) are the numbers of the manifest, None if it is lost.
    """

    location: str
    version: str
    quads: int | None
    graphs: int | None
    damage: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.damage
