"""The servers that kg knows by what they call themselves, and where they are asked and written."""

from __future__ import annotations

from dataclasses import dataclass

from kg.endpoint.access import Access
from kg.endpoint.address import Address, read_address
from kg.endpoint.http import Connection, Reply, Request

Parameters = tuple[tuple[str, str], ...]
_LOOK_SECONDS = 15.0
_LOOK_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class Server:
    """A kind of server. ``called`` is how its ``Server`` header begins, in lower case.

    ``asked``, ``written`` and ``read`` are the last parts of the paths of its endpoint and of its
    graph store, for writing and for reading; of several the first is the one to use. ``union``
    are the parameters that make the default graph of a query the union of all graphs.
    """

    name: str
    called: str
    asked: tuple[str, ...]
    written: tuple[str, ...]
    read: str
    union: Parameters = ()


OXIGRAPH = Server(
    "Oxigraph",
    "oxigraph",
    asked=("query", "sparql"),
    written=("store",),
    read="store",
    union=(("union-default-graph", ""),),
)
VIRTUOSO = Server(
    "Virtuoso",
    "virtuoso",
    asked=("sparql", "sparql-auth"),
    written=("sparql-graph-crud-auth", "sparql-graph-crud"),
    read="sparql-graph-crud",
)
FUSEKI = Server(
    "Fuseki",
    "apache jena fuseki",
    asked=("query", "sparql"),
    written=("data",),
    read="data",
    union=(
        ("default-graph-uri", "urn:x-arq:DefaultGraph"),
        ("default-graph-uri", "urn:x-arq:UnionGraph"),
    ),
)
SERVERS = (OXIGRAPH, VIRTUOSO, FUSEKI)
_OK = 200
_ROWS = "application/sparql-results+json"
_STATEMENTS = ("application/n-triples", "text/turtle")
# The last parts of the paths of graph stores, first those of the servers above.
_USUAL = (
    *(name for server in SERVERS for name in server.written),
    "rdf-graph-store",
    "graph-store",
    "graphs",
)


@dataclass(frozen=True, slots=True)
class Places:
    """Where an endpoint is asked, and where its graphs are written and read, if that is known."""

    asked: Address
    written: Address | None = None
    read: Address | None = None
    server: Server | None = None


def plain_places(access: Access, url: str) -> Places | None:
    """The places without a look at the server: where the URL can only be that of an endpoint."""
    address = read_address(url, plain_http=access.plain_http)
    last = address.path.rpartition("/")[2]
    return None if not last or last in _USUAL else Places(address)


def find_places(connection: Connection, access: Access, url: str) -> Places:
    """Where to ask, write and read, from the URL of an endpoint, a graph store, or a server.

    Raises ``UsageError`` for a URL that is not used and ``StoreError`` when nobody answers.
    """
    address = read_address(url, plain_http=access.plain_http)
    server = _recognise(_look(connection, address))
    given = None
    if access.graph_store:
        given = read_address(access.graph_store, plain_http=access.plain_http)
    if server is None:
        return _guessed(connection, address, given)
    front, _, last = address.path.rpartition("/")
    if last not in server.asked + server.written + (server.read,):
        front, last = address.path, ""

    def at(names: tuple[str, ...]) -> Address:
        return address if last in names else address.at(f"{front}/{names[0]}")

    return Places(
        at(server.asked), given or at(server.written), given or at((server.read,)), server
    )


def _guessed(connection: Connection, address: Address, given: Address | None) -> Places:
    """The places of a server that nobody knows: names that are usual, tried one after the other.

    A graph store has a default graph, and answers with statements when it is asked for that.
    """
    front, _, last = address.path.rpartition("/")
    if given is None:
        names = [last] if last in _USUAL else _USUAL
        tried = (address.at(f"{front}/{name}") for name in names)
        given = next((place for place in tried if _has_graphs(connection, place)), None)
    asked = address
    if last in _USUAL:
        tried = (address.at(f"{front}/{name}") for name in ("query", "sparql"))
        asked = next((place for place in tried if _answers(connection, place)), asked)
    return Places(asked, given, given)


def _has_graphs(connection: Connection, place: Address) -> bool:
    headers = {"Accept": "application/n-triples"}
    asked = Request("GET", place.asking("default"), headers, b"", _LOOK_SECONDS, _LOOK_BYTES)
    reply = connection.send(asked)
    return reply.status == _OK and reply.media_type in _STATEMENTS


def _answers(connection: Connection, place: Address) -> bool:
    headers = {"Accept": _ROWS, "Content-Type": "application/x-www-form-urlencoded"}
    asked = Request("POST", place, headers, b"query=ASK+%7B%7D", _LOOK_SECONDS, _LOOK_BYTES)
    return connection.send(asked).status == _OK


def _recognise(reply: Reply) -> Server | None:
    called = reply.headers.get("server", "").lower()
    return next((server for server in SERVERS if called.startswith(server.called)), None)


def _look(connection: Connection, address: Address) -> Reply:
    """Whatever the address answers to a plain look; only the headers matter."""
    headers = {"Accept": "*/*"}
    return connection.send(Request("GET", address, headers, b"", _LOOK_SECONDS, _LOOK_BYTES))
