"""Real SPARQL servers on loopback: Oxigraph's from its wheel, Virtuoso where it is installed."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import urllib3

_UP_WITHIN = 30.0
_VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200

[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx

[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
CheckpointInterval = 0
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
MaxClientConnections = 5
DirsAllowed = .

[HTTPServer]
ServerPort = 127.0.0.1:{http}
MaxClientConnections = 5
ServerThreads = 5
MaxKeepAlives = 10
KeepAliveTimeout = 10
Charset = UTF-8

[SPARQL]
ResultSetMaxRows = 10000
"""


@dataclass(frozen=True)
class Running:
    """A server that answers. ``endpoint`` is where it is asked, ``env`` says who may write."""

    name: str
    root: str
    endpoint: str
    env: Mapping[str, str] = field(default_factory=dict)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def oxigraph_program() -> Path | None:
    """The server that the wheel ``oxigraph`` puts beside the interpreter."""
    found = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    return Path(found) if found else None


def virtuoso_program() -> str | None:
    return shutil.which("virtuoso-t")


@contextmanager
def oxigraph(*options: str) -> Iterator[Running]:
    """A server in memory that is gone at the end."""
    port = free_port()
    program = oxigraph_program()
    assert program is not None
    command = [str(program), "serve", "--bind", f"127.0.0.1:{port}", *options]
    with _process(command, port):
        root = f"http://127.0.0.1:{port}"
        yield Running("oxigraph", root, f"{root}/query")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Running]:
    """A server with a new database in ``folder``; dba may write, as it does out of the box."""
    sql, port = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(sql=sql, http=port))
    program = virtuoso_program()
    assert program is not None
    with _process([program, "-c", "virtuoso.ini", "-f"], port, folder):
        root = f"http://127.0.0.1:{port}"
        env = {"KG_ENDPOINT_USER": "dba", "KG_ENDPOINT_PASSWORD": "dba"}
        yield Running("virtuoso", root, f"{root}/sparql", env)


@contextmanager
def _process(command: list[str], port: int, folder: Path | None = None) -> Iterator[None]:
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(process, port)
        yield
    finally:
        process.kill()
        process.wait()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + _UP_WITHIN
    while time.monotonic() < until:
        assert process.poll() is None, "the server ended before it answered"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the server does not answer")


Refusal = tuple[int, bytes]


@contextmanager
def failing_after(running: Running, changes: int) -> Iterator[Running]:
    """The same server by way of another that lets only so many changes through."""
    left = iter(range(changes))

    def refuse(asked: BaseHTTPRequestHandler) -> Refusal | None:
        asks = asked.command == "GET" or asked.path.startswith("/query")
        return None if asks or next(left, None) is not None else (500, b"the disk is full")

    with _between(running, refuse) as between:
        yield between


@contextmanager
def guarded(running: Running, token: str) -> Iterator[Running]:
    """The same server by way of another that answers only those who show ``token``."""

    def refuse(asked: BaseHTTPRequestHandler) -> Refusal | None:
        known = asked.headers["Authorization"] == f"Bearer {token}"
        return None if known else (401, b"who are you?")

    with _between(running, refuse) as between:
        yield between


@contextmanager
def _between(
    running: Running, refuse: Callable[[BaseHTTPRequestHandler], Refusal | None]
) -> Iterator[Running]:
    pool = urllib3.PoolManager(maxsize=4)

    class Between(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            refused = refuse(self)
            if refused is not None:
                self._reply(*refused, "text/plain")
                return
            wanted = ("Content-Type", "Accept")
            headers = {name: self.headers[name] for name in wanted if self.headers[name]}
            reply = pool.request(self.command, running.root + self.path, body=body, headers=headers)
            self._reply(reply.status, reply.data, reply.headers.get("Content-Type", ""))

        def _reply(self, status: int, body: bytes, kind: str) -> None:
            self.send_response_only(status)
            self.send_header("Server", "Oxigraph/between")
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = do_POST = do_DELETE = _pass  # noqa: N815 - as the library calls them

    with ThreadingHTTPServer(("127.0.0.1", 0), Between) as between:
        threading.Thread(target=between.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{between.server_port}"
        yield Running("between", root, f"{root}/query")
        between.shutdown()
    pool.clear()


class _Homemade(BaseHTTPRequestHandler):
    """Queries at /sparql, graphs at /rdf-graph-store; the store is the server's."""

    protocol_version = "HTTP/1.1"
    server_version = "Homemade/1"

    @property
    def _store(self) -> ox.Store:
        return self.server.store  # type: ignore[attr-defined, no-any-return] # put there below

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        place = urlsplit(self.path)
        if place.path == "/sparql" and self.command == "POST":
            self._query(parse_qs(body.decode())["query"][0])
        elif place.path == "/rdf-graph-store":
            given = parse_qs(place.query, keep_blank_values=True)
            self._graph(given.get("graph", [""])[0], body)
        else:
            self._reply(404, b"", "text/html")

    def _query(self, query: str) -> None:
        answer = self._store.query(query)
        if isinstance(answer, ox.QueryTriples):
            lines = answer.serialize(format=ox.RdfFormat.N_TRIPLES) or b""
            self._reply(200, lines, "application/n-triples")
        else:
            rows = answer.serialize(format=ox.QueryResultsFormat.JSON) or b""
            self._reply(200, rows, "application/sparql-results+json; charset=utf-8")

    def _graph(self, name: str, body: bytes) -> None:
        graph = ox.NamedNode(name) if name else ox.DefaultGraph()
        if self.command == "GET":
            quads = self._store.quads_for_pattern(None, None, None, graph)
            lines = ox.serialize((q.triple for q in quads), format=ox.RdfFormat.N_TRIPLES)
            self._reply(200, lines or b"", "application/n-triples")
            return
        if self.command in ("PUT", "DELETE"):
            self._store.clear_graph(graph)
        if body:
            self._store.load(body, format=ox.RdfFormat.N_TRIPLES, to_graph=graph)
        self._reply(204, b"", "text/plain")

    def _reply(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: a test's output is its own."""

    do_GET = do_PUT = do_POST = do_DELETE = _answer  # noqa: N815 - as the library calls them


@contextmanager
def homemade() -> Iterator[Running]:
    """A server that names itself nothing known, and knows of the standard only what it must.

    It passes over what is sent beside a query, and its default graph is that one alone.
    """
    with ThreadingHTTPServer(("127.0.0.1", 0), _Homemade) as server:
        server.store = ox.Store()  # type: ignore[attr-defined] # for the handler
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}"
        yield Running("homemade", root, f"{root}/sparql")
        server.shutdown()
