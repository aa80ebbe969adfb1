"""An endpoint that is asked: queries go out as text, answers come back as the engine's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal
from urllib.parse import urlencode

from pyoxigraph import QueryBoolean, QuerySolutions, Triple

from kg.asking import Row, Term
from kg.endpoint import dataset
from kg.endpoint.access import Access
from kg.endpoint.answers import (
    ROWS,
    TRIPLES,
    left_out,
    read_first_rows,
    read_first_triples,
    read_rows,
    read_triples,
)
from kg.endpoint.http import Connection, Reply, Request
from kg.endpoint.record import Record
from kg.endpoint.refusals import refusal
from kg.endpoint.servers import Parameters, Places, find_places, plain_places
from kg.endpoint.text import form, with_graphs, with_prefixes, with_terms
from kg.errors import StoreError
from kg.sparqltokens import tokenize

_FORM = "application/x-www-form-urlencoded"
_OK = 200
Triples = list[Triple]


@dataclass(frozen=True, slots=True)
class First:
    """The first rows of an answer, as ``kg.sparql.Answer`` has them."""

    form: Literal["select", "construct", "ask"]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    verdict: bool | None = None
    truncated: bool = False


class Endpoint:
    """An endpoint by its URL. Nothing is sent before something is asked; close it at the end.

    Without FROM a query asks the union of all graphs: of those that ``kg push`` put there, if it
    did, and else of all that there are.
    """

    def __init__(self, url: str, access: Access) -> None:
        """Raise ``UsageError`` for a URL that is not used."""
        self.access = access
        self.connection = Connection(access)
        self._url = url
        self._plain = plain_places(access, url)

    @cached_property
    def places(self) -> Places:
        """All places of the server, for which it is looked at."""
        return find_places(self.connection, self.access, self._url)

    @property
    def asked(self) -> Places:
        """The places, of which that where queries go is known."""
        return self._plain or self.places

    @property
    def location(self) -> str:
        """The URL without what may be secret, for messages."""
        return self._plain.asked.shown if self._plain else self.places.asked.shown

    @cached_property
    def record(self) -> Record | None:
        """What ``kg push`` put there, or None. Raises ``StoreError`` when a push has not ended."""
        return dataset.find_record(self.plain, self.access.base, self.location)

    @cached_property
    def union(self) -> dataset.Union:
        """What makes a query see the union of all graphs."""
        if self.record:
            return dataset.Union(graphs=(self.record.union,))
        return dataset.find_union(self.plain, lambda: self.places.server, self.names, self.location)

    def plain(self, text: str, parameters: Parameters = ()) -> QuerySolutions | QueryBoolean:
        """Rows or verdict of a query that kg makes, of the dataset that ``parameters`` say."""
        reply = self.send(text, ROWS, parameters, self.access.seconds, self.access.answer_bytes)
        return read_rows(reply, self.asked.asked)

    def query(
        self, text: str, terms: Mapping[str, Term] | None = None
    ) -> QuerySolutions | QueryBoolean | Triples:
        """The whole answer of a query with its variables bound to ``terms``.

        Raises ``QueryError`` for a query that is refused, and ``StoreError`` for an endpoint that
        does not answer as one, or not all.
        """
        made, graphs, parameters = self._prepared(with_terms(text, terms or {}))
        accept = TRIPLES if graphs else ROWS
        reply = self.send(made, accept, parameters, self.access.seconds, self.access.answer_bytes)
        place = self.asked.asked
        if not graphs:
            return read_rows(reply, place)
        found = read_triples(reply, place)
        if left_out(reply, len(found)):
            raise StoreError(
                f"the endpoint leaves out statements beyond {len(found)}",
                where=place.shown,
                todo="ask its operator for more (ResultSetMaxRows), or ask for less",
            )
        return found

    def first(self, text: str, *, rows: int, seconds: float, answer_bytes: int) -> First:
        """The first ``rows`` of the answer of a query, within limits. Raises as ``query`` does."""
        made, graphs, parameters = self._prepared(text)
        accept, place = (TRIPLES if graphs else ROWS), self.asked.asked
        reply = self.send(made, accept, parameters, seconds, answer_bytes)
        if graphs:
            found, cut = read_first_triples(reply, place, rows)
            return First("construct", ("subject", "predicate", "object"), tuple(found), None, cut)
        answer = read_first_rows(reply, place, rows)
        if isinstance(answer, bool):
            return First("ask", (), (), answer)
        columns, some, cut = answer
        return First("select", tuple(columns), tuple(some), None, cut)

    def _prepared(self, text: str) -> tuple[str, bool, Parameters]:
        """The query to send, whether it answers with triples, and its dataset's parameters."""
        graphs = form(text) in ("CONSTRUCT", "DESCRIBE")
        names = {
            word
            for token in tokenize(text)
            if token.kind in ("word", "name")
            for word in ("FROM", "GRAPH")
            if word in token.text.partition(":")[0].upper()
        }
        made = with_prefixes(text)
        if "FROM" in names:
            return made, graphs, ()
        union = self.union
        named = self._named(union) if "GRAPH" in names else ()
        if union.graphs:
            # As parameters, some servers pass them over, and some answer a header for each.
            return with_graphs(made, union.graphs, named), graphs, ()
        return made, graphs, (*union.parameters, *(("named-graph-uri", name) for name in named))

    def _named(self, union: dataset.Union) -> tuple[str, ...]:
        """The graphs to name for ``GRAPH``: a dataset that is spelt out has no others."""
        if self.record:
            return self.record.articles
        spelt_out = union.graphs or any(n == "default-graph-uri" for n, _ in union.parameters)
        return self.names() if spelt_out else ()

    def send(
        self, text: str, accept: str, parameters: Parameters, seconds: float, most: int
    ) -> Reply:
        """The reply to a query as it stands. Raises for any status but that of success."""
        address = self.asked.asked
        body = urlencode([("query", text), *parameters], errors="surrogatepass").encode()
        headers = {"Content-Type": _FORM, "Accept": accept}
        reply = self.connection.send(Request("POST", address, headers, body, seconds, most))
        if reply.status != _OK:
            raise refusal(reply, address, asking=True)
        return reply

    def names(self) -> tuple[str, ...]:
        """The names of all graphs on the server, sorted."""
        answer = self.plain("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
        if not isinstance(answer, QuerySolutions):
            raise StoreError("the endpoint answers a SELECT with yes or no", where=self.location)
        return tuple(sorted(str(getattr(row[0], "value", "")) for row in answer))

    def close(self) -> None:
        """Let go of the connections."""
        self.connection.close()
