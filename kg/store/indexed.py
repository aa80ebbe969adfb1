"""The stores of kg: an Oxigraph index for queries, the N-Quads text for everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from pyoxigraph import Quad, RdfFormat, Variable, parse
from pyoxigraph import Store as Index

from kg.asking import Answer, Term, engine_errors
from kg.errors import StoreError
from kg.nquads import load_with_graphs, sorted_lines
from kg.store.checksums import file_damage
from kg.store.layout import ENGINE_ERRORS, Layout, Version, damaged
from kg.store.scope import names_graphs
from kg.store.versions import find_version

if TYPE_CHECKING:
    from kg.census import Census

MEMORY = "memory:"
_TRIES = 5


class IndexedStore:
    """A store made of an index and of the text it was made from; ``Store`` has the contract."""

    def __init__(
        self,
        location: str,
        index: Index,
        text: Callable[[], BinaryIO],
        version: Version | None = None,
    ) -> None:
        """``text`` opens the sorted N-Quads lines; ``index`` has their union as default graph.

        ``version`` is where both are on disk.
        """
        self.location = location
        self._version = version
        self._union: Index | None = index
        self._graphs: Index | None = None
        self._text = text

    def index_for(self, sparql: str) -> Path | None:
        """Only a query of the union has an index on disk; see ``Store.index_for``."""
        if self._version is None or names_graphs(sparql):
            return None
        return self._version.index

    def endpoint(self) -> None:
        """None: the graph is here; see ``Store.endpoint``."""

    def on_disk(self) -> tuple[Path, Path, Path] | None:
        """The files of the version; see ``Store.on_disk``."""
        if self._version is None:
            return None
        return self._version.graph, self._version.index, self._version.articles

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Answer:
        """Ask the index; see ``Store.query``."""
        index = self._union
        if index is None:
            raise StoreError("the store is closed", where=self.location, todo="open it again")
        if names_graphs(sparql):
            index = self._graphs = self._graphs or self._load_graphs()
        bound = None
        if substitutions:
            bound = {Variable(name): term for name, term in substitutions.items()}
        with engine_errors(self.location):
            return index.query(sparql, substitutions=bound)

    def _load_graphs(self) -> Index:
        """An index in memory of each graph under its name, and of their union."""
        index = Index()
        try:
            with self._text() as file:
                load_with_graphs(index, file)
        except (OSError, SyntaxError) as error:
            raise damaged(self.location, f"its statements cannot be read: {error}") from error
        return index

    def quads(self) -> Iterator[Quad]:
        """Read the text as statements; see ``Store.quads``."""
        try:
            with self._text() as file:
                yield from parse(file, RdfFormat.N_QUADS)
        except (OSError, SyntaxError) as error:
            raise damaged(self.location, f"its statements cannot be read: {error}") from error

    def lines(self) -> Iterator[bytes]:
        """Read the text; see ``Store.lines``."""
        try:
            with self._text() as file:
                yield from file
        except OSError as error:
            raise damaged(self.location, f"its statements cannot be read: {error}") from error

    def occurrences(self) -> Iterator[bytes]:
        """Read the file beside the text; see ``Store.occurrences``."""
        if self._version is None:
            return
        try:
            with self._version.occurrences.open("rb") as file:
                yield from file
        except FileNotFoundError:
            return  # published in an earlier form
        except OSError as error:
            raise damaged(self.location, f"its occurrences cannot be read: {error}") from error

    def census(self) -> Census:
        """Read the file beside the text, or count; see ``Store.census``."""
        from kg import census  # here: only exports need it, and queries start sooner

        if self._version is not None:
            try:
                return census.from_json(self._version.census.read_bytes())
            except FileNotFoundError:
                pass  # published in an earlier form
            except (OSError, ValueError) as error:
                raise damaged(self.location, f"its census cannot be read: {error}") from error
        return census.take(self.lines())

    def close(self) -> None:
        """Close the index; see ``Store.close``."""
        self._union = self._graphs = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def memory_store(quads: Iterable[Quad] = ()) -> IndexedStore:
    """A store in memory that holds the given statements and is gone with the program."""
    kept = tuple(quads)
    index = Index()
    index.bulk_extend(Quad(*quad.triple) for quad in kept)

    @cache
    def text() -> bytes:  # sorted when first asked for, as queries do not need it
        return b"".join(sorted_lines(kept))

    return IndexedStore(MEMORY, index, lambda: BytesIO(text()))


def folder_store(folder: Path, wanted: str | None = None) -> IndexedStore:
    """The version that a folder serves, or the earlier one that is ``wanted``, opened read-only.

    A build that publishes meanwhile changes nothing for it: it stays with the version it opened.

    The files of the index are compared with their checksums first (80 MB, for a million
    statements, in 0.1 s): from counting over a damaged block Oxigraph 0.5.13 never comes back.

    Raises ``StoreError`` if nothing has been published there, no such version is kept, or it is
    damaged.
    """
    version, index = _open(Layout(folder), wanted)
    return IndexedStore(str(version.folder), index, lambda: version.graph.open("rb"), version)


def _open(layout: Layout, wanted: str | None) -> tuple[Version, Index]:
    """The version and its index, tried again if a build moves on between the two."""
    name = find_version(layout, wanted)
    for _ in range(_TRIES):
        version = layout.version(name)
        try:
            index = Index.read_only(str(version.index))
            failure = next(file_damage(version, version.index.name), "")
        except ENGINE_ERRORS as error:
            failure = f"it cannot be opened: {error}"
        if not failure:
            return version, index
        before, name = name, find_version(layout, wanted)
        if name == before:
            break
    raise damaged(str(version.folder), failure)
