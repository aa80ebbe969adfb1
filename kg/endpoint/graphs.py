"""Graphs written by the SPARQL 1.1 Graph Store HTTP Protocol."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from pyoxigraph import RdfFormat, Triple, serialize

from kg.endpoint.access import Access
from kg.endpoint.address import Address
from kg.endpoint.http import Connection, Request
from kg.endpoint.refusals import refusal

_NTRIPLES = "application/n-triples"
_BLOCK = 16 << 20  # bytes; servers limit what they take at once, Oxigraph's to 128 MB
_GONE = (404, 410)


class GraphStore:
    """Where the graphs of a server are written."""

    def __init__(self, connection: Connection, access: Access, address: Address) -> None:
        self._connection = connection
        self._access = access
        self._address = address

    def put(self, name: str, lines: Iterable[bytes]) -> None:
        """Make the N-Triples ``lines`` the whole graph ``name``, in several parts if they are many.

        Raises ``StoreError`` when the server does not take them; a large graph may then be there
        in part.
        """
        method = "PUT"
        for block in _blocks(lines):
            self._send(method, name, block)
            method = "POST"

    def add(self, name: str, triples: Iterable[Triple]) -> None:
        """Add statements to the graph ``name``. Raises ``StoreError``."""
        self._send("POST", name, as_lines(triples))

    def delete(self, name: str) -> None:
        """Remove the graph ``name``, if it is there. Raises ``StoreError``."""
        self._send("DELETE", name, b"", _GONE)

    def _send(self, method: str, name: str, body: bytes, fine: tuple[int, ...] = ()) -> None:
        address = self._address.asking(urlencode({"graph": name}))
        headers = {"Content-Type": _NTRIPLES} if body or method != "DELETE" else {}
        seconds = self._access.graph_seconds
        reply = self._connection.send(Request(method, address, headers, body, seconds, 1 << 16))
        if not 200 <= reply.status < 300 and reply.status not in fine:
            raise refusal(reply, address, asking=False)


def as_lines(triples: Iterable[Triple]) -> bytes:
    """The statements as N-Triples."""
    made = serialize(triples, format=RdfFormat.N_TRIPLES)
    return made if isinstance(made, bytes) else b""


def _blocks(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines in pieces of at most ``_BLOCK`` bytes, and one piece if there are none."""
    block: list[bytes] = []
    size = 0
    empty = True
    for line in lines:
        if block and size + len(line) > _BLOCK:
            yield b"".join(block)
            block, size, empty = [], 0, False
        block.append(line)
        size += len(line)
    if block or empty:
        yield b"".join(block)
