"""Graphs read back from a server, whole: counted first, and in parts where it cuts answers off."""

from __future__ import annotations

from urllib.parse import urlencode

from pyoxigraph import QuerySolutions, Triple

from kg.endpoint.answers import TRIPLES, read_triples
from kg.endpoint.asking import Endpoint
from kg.endpoint.http import Request
from kg.errors import StoreError

_OK = 200
_DIGITS = "0123456789abcdef"
_FINEST = 4  # digits of a hash: 65,536 parts


def read_graph(endpoint: Endpoint, name: str) -> list[Triple]:
    """The statements of a named graph.

    Raises ``StoreError`` when the server does not hand out as many as it counts.
    """
    pattern = f"GRAPH <{name}> {{ ?s ?p ?o }}"
    wanted = _count(endpoint, pattern)
    found = _stored(endpoint, urlencode({"graph": name}))
    if found is not None and len(found) == wanted:
        return found
    return _parts(endpoint, pattern, wanted, "")


def read_default_graph(endpoint: Endpoint) -> list[Triple]:
    """The statements of the default graph alone; none where it is made of the other graphs."""
    found = _stored(endpoint, "default")
    if found is not None:
        return found
    if endpoint.names():
        return []
    return _parts(endpoint, "?s ?p ?o", _count(endpoint, "?s ?p ?o"), "")


def _count(endpoint: Endpoint, pattern: str) -> int:
    answer = endpoint.plain(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}")
    row = next(iter(answer), None) if isinstance(answer, QuerySolutions) else None
    count = str(getattr(row[0], "value", "")) if row else ""
    if not count.isdecimal():
        raise StoreError("the endpoint does not count", where=endpoint.location)
    return int(count)


def _stored(endpoint: Endpoint, query: str) -> list[Triple] | None:
    """A graph of the graph store, or None where that is unknown or does not have it."""
    place = endpoint.places.read
    if place is None:
        return None
    access = endpoint.access
    headers = {"Accept": TRIPLES}
    asked = Request(
        "GET", place.asking(query), headers, b"", access.graph_seconds, access.graph_bytes
    )
    reply = endpoint.connection.send(asked)
    return read_triples(reply, place) if reply.status == _OK else None


def _parts(endpoint: Endpoint, pattern: str, wanted: int, digits: str) -> list[Triple]:
    """The ``wanted`` statements whose subject has a hash that begins with ``digits``.

    A server that cuts answers off does so by its own measure, and does not always say so; parts
    are made finer until each is as large as it was counted to be.
    """
    test = f'FILTER(STRSTARTS(MD5(STR(?s)), "{digits}"))' if digits else ""
    access = endpoint.access
    reply = endpoint.send(
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} {test} }}",
        TRIPLES,
        (),
        access.graph_seconds,
        access.graph_bytes,
    )
    found = read_triples(reply, endpoint.asked.asked)
    if len(found) == wanted:
        return found
    if len(digits) == _FINEST:
        raise StoreError(
            f"the endpoint hands out {len(found)} of {wanted} statements",
            where=endpoint.location,
            todo="ask its operator for more (ResultSetMaxRows)",
        )
    made: list[Triple] = []
    for digit in _DIGITS:
        finer = f'{pattern} FILTER(STRSTARTS(MD5(STR(?s)), "{digits}{digit}"))'
        made += _parts(endpoint, pattern, _count(endpoint, finer), digits + digit)
    return made
