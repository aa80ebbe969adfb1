"""What a graph must offer to be asked, and what becomes of the engine's errors."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import Protocol

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Triple,
)

from kg.errors import QueryError, StoreError

_DAMAGE = "orruption"  # "Corruption: ...", or "Data corruption detected"
Term = NamedNode | BlankNode | Literal | Triple
Row = tuple[Term | None, ...]
Answer = QuerySolutions | QueryTriples | QueryBoolean | list[Triple]
"""Rows of a SELECT, triples of a CONSTRUCT (a list when they came from elsewhere), or an ASK's."""


class Queryable(Protocol):
    """A graph that answers SPARQL from the union of all its named graphs and the default graph."""

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Answer:
        """The solutions of a SELECT, the triples of a CONSTRUCT, or the answer of an ASK.

        ``substitutions`` binds variables, named without ``?``, as terms.
        """
        ...


class engine_errors:  # noqa: N801 - it stands in a `with`, as `suppress` does
    """Turns what Oxigraph raises while it evaluates, or while its answer is read, into our errors.

    An answer is worked out as it is read, so damage to a store on disk may show only then.
    ``location`` says where the store is. Raises ``QueryError`` for a query that cannot be run and
    ``StoreError`` for a store that cannot be read.

    It is a class since a generator would take as long as some answers do.
    """

    __slots__ = ("_location",)

    def __init__(self, location: str | None = None) -> None:
        self._location = location

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, SyntaxError | ValueError):
            raise _refused(error) from error
        if isinstance(error, OSError | RuntimeError):
            if isinstance(error, RuntimeError) and _DAMAGE not in str(error):
                raise _refused(error) from error
            raise StoreError(
                f"the store is damaged: {error}",
                where=self._location,
                todo="see `kg store verify`; `kg build` makes it anew",
            ) from error


def _refused(error: Exception) -> QueryError:
    return QueryError(f"the query cannot be run: {error}", todo="mend the query")
