"""The answers of an endpoint, read by the engine's parsers once known to be harmless."""

from __future__ import annotations

import re
from itertools import accumulate, islice
from typing import NamedTuple

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from kg.asking import Row
from kg.endpoint.address import Address
from kg.endpoint.http import Reply
from kg.errors import StoreError

ROWS = "application/sparql-results+json"
TRIPLES = "application/n-triples, text/turtle;q=0.5, application/n-quads;q=0.3"
_JSON_TYPES = (ROWS, "application/json")
_RDF = {
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/plain": RdfFormat.N_TRIPLES,
    "application/n-quads": RdfFormat.N_QUADS,
    "text/turtle": RdfFormat.TURTLE,
    "application/x-turtle": RdfFormat.TURTLE,
}
# The engine's parsers call themselves for a triple within a triple, and die of some thousands.
_DEEPEST = 100
_MOST_TRIPLE_TERMS = 1000
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
# Virtuoso answers an ASK with a row that holds 1 in a column of this name, or with no row.
_ASKED = "__ASK_RETVAL"
# Virtuoso leaves out rows beyond a number of its operator's, and says that number.
_ROWS_AT_MOST = "x-sparql-maxrows"
_YES, _NO = b'{"head":{},"boolean":true}', b'{"head":{},"boolean":false}'


class _Found(NamedTuple):
    """What a parser gave: columns, rows, and at what it stopped ("" if at the end)."""

    columns: list[str]
    rows: list[Row]
    fault: str = ""


def read_rows(reply: Reply, address: Address) -> QuerySolutions | QueryBoolean:
    """All rows of a SELECT, or the answer of an ASK.

    Raises ``StoreError`` for what is neither, and for an answer that is not whole.
    """
    _refuse_cut(reply, address)
    # A fault further down shows only as the rows are read, so they are read before they are handed
    # on.
    found = _solutions(reply, address)
    if isinstance(found, bool):
        return _json(_YES if found else _NO)
    if found.fault:
        raise _malformed(address, found.fault)
    if left_out(reply, len(found.rows)):
        raise StoreError(
            f"the endpoint leaves out rows beyond {reply.headers[_ROWS_AT_MOST]}",
            where=address.shown,
            todo="ask its operator for more (ResultSetMaxRows), or ask for less",
        )
    return _json(reply.body)


def read_first_rows(
    reply: Reply, address: Address, most: int
) -> tuple[list[str], list[Row], bool] | bool:
    """Columns and rows of a SELECT, not more than ``most``, and whether there were more.

    Of an ASK, the answer. Raises ``StoreError`` for what is neither.
    """
    found = _solutions(reply, address, most + 1)
    if isinstance(found, bool):
        return found
    rows, more = _first(found, most, reply, address)
    return found.columns, rows, more or left_out(reply, len(rows))


def left_out(reply: Reply, rows: int) -> bool:
    """Whether the server says that it sends at most so many rows as these are."""
    at_most = reply.headers.get(_ROWS_AT_MOST, "")
    return at_most.isdecimal() and rows >= int(at_most)


def read_triples(reply: Reply, address: Address) -> list[Triple]:
    """The triples of a CONSTRUCT, or of a graph, as far as the server sends them.

    Raises ``StoreError`` for anything else.
    """
    _refuse_cut(reply, address)
    found = _statements(reply, address)
    if found.fault:
        raise _malformed(address, found.fault)
    return [Triple(*row) for row in found.rows]  # type: ignore[arg-type] # rows of triples


def read_first_triples(reply: Reply, address: Address, most: int) -> tuple[list[Row], bool]:
    """The triples of a CONSTRUCT, not more than ``most``, and whether there were more."""
    return _first(_statements(reply, address, most + 1), most, reply, address)


def _first(found: _Found, most: int, reply: Reply, address: Address) -> tuple[list[Row], bool]:
    if found.fault and not reply.cut:
        raise _malformed(address, found.fault)
    return found.rows[:most], reply.cut or len(found.rows) > most


# The engine's readers belong to one thread. So none of them is left in the frame of an error, where
# a later collection of garbage, in whatever thread, would find it.


def _solutions(reply: Reply, address: Address, most: int | None = None) -> _Found | bool:
    """The first rows of a SELECT, or the answer of an ASK. Raises ``StoreError`` for no JSON."""
    if reply.media_type not in _JSON_TYPES:
        raise _no_answer(reply, address)
    _check_depth(reply.body, address)
    rows: list[Row] = []
    columns: list[str] = []
    try:
        answer = _json(reply.body)
        if isinstance(answer, QueryBoolean):
            return bool(answer)
        columns = [variable.value for variable in answer.variables]
        rows.extend(islice(map(tuple, answer), most))
    except SyntaxError as error:
        return _Found(columns, rows, str(error))
    if columns == [_ASKED]:
        return str(rows[0][0]).startswith('"1"') if rows else False
    return _Found(columns, rows)


def _statements(reply: Reply, address: Address, most: int | None = None) -> _Found:
    """The first triples of a graph as rows. Raises ``StoreError`` for what is no RDF."""
    form = _RDF.get(reply.media_type)
    if form is None:
        raise _no_answer(reply, address)
    if reply.body.count(b"<<") > _MOST_TRIPLE_TERMS:
        raise _malformed(address, "statements about statements, more than a thousand times")
    rows: list[Row] = []
    try:
        rows.extend(tuple(quad.triple) for quad in islice(parse(reply.body, form), most))
    except SyntaxError as error:
        return _Found([], rows, str(error))
    return _Found([], rows)


def _json(body: bytes) -> QuerySolutions | QueryBoolean:
    return parse_query_results(body, format=QueryResultsFormat.JSON)


def _check_depth(body: bytes, address: Address) -> None:
    brackets = _STRING.sub(b"", body).translate(None, _NOT_BRACKETS)
    steps = (1 if mark in b"[{" else -1 for mark in brackets)
    if max(accumulate(steps), default=0) > _DEEPEST:
        raise _malformed(address, f"brackets nested more than {_DEEPEST} deep")


def _refuse_cut(reply: Reply, address: Address) -> None:
    if reply.cut:
        raise StoreError(
            f"the answer has more than {len(reply.body) >> 20} MiB",
            where=address.shown,
            todo="ask for less",
        )


def _no_answer(reply: Reply, address: Address) -> StoreError:
    kind = reply.media_type or "nothing that it names"
    return StoreError(
        f"no SPARQL endpoint answers here, but something that sends {kind[:60]}",
        where=address.shown,
        todo="see that the address is that of the endpoint, such as https://HOST/sparql",
    )


def _malformed(address: Address, reason: object) -> StoreError:
    return StoreError(
        f"the answer cannot be read: {str(reason)[:200]}",
        where=address.shown,
        todo="see that the address is that of a SPARQL endpoint",
    )
