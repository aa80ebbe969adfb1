"""A server on loopback that answers every request with the same bytes, and what those are."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from types import MappingProxyType

Answer = Callable[[socket.socket], None]
JSON = b"application/sparql-results+json"
_HEAD = b'{"head":{"vars":["x"]},"results":{"bindings":['
_ROW = b'{"x":{"type":"uri","value":"http://e/a"}}'
_URI = b'{"type":"uri","value":"http://e/a"}'


def plain(
    status: bytes, body: bytes = b"", kind: bytes = b"text/plain", more: bytes = b""
) -> Answer:
    head = b"HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n"
    return lambda peer: peer.sendall(head % (status, kind, len(body), more) + body)


def good(body: bytes, kind: bytes = JSON, more: bytes = b"") -> Answer:
    return plain(b"200 OK", body, kind, more)


def _endless(start: bytes, block: bytes, pause: float = 0.0) -> Answer:
    """``start``, and then ``block`` again and again until the other side has gone."""

    def answer(peer: socket.socket) -> None:
        peer.sendall(start)
        until = time.monotonic() + 20
        while time.monotonic() < until:
            peer.sendall(block)
            time.sleep(pause)

    return answer


def _silent(peer: socket.socket) -> None:
    time.sleep(3)
    peer.close()


def _nested_triples(depth: int) -> bytes:
    start = b'{"type":"triple","value":{"subject":' + _URI + b',"predicate":' + _URI + b',"object":'
    return _HEAD + b'{"x":' + start * depth + _URI + b"}}" * depth + b"}]}}"


def _bomb() -> bytes:
    return gzip.compress(_HEAD + b" " * (200 << 20), 9)


_CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n" % JSON
_OPEN = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n" % JSON
_BLOCK = b"10000\r\n" + b" " * 65536 + b"\r\n"
_ZIPPED = b"Content-Encoding: gzip\r\n"

# What is answered to a query for rows, by name, and what the message must say of it.
ANSWERS: Mapping[str, tuple[Answer, str]] = MappingProxyType(
    {
        "400": (plain(b"400 Bad Request", b"no such thing"), "refuses the query: no such thing"),
        "400-page": (
            plain(b"400 Bad Request", b"<script>alert(1)</script>", b"text/html"),
            r"refuses the query \(mend",
        ),
        "400-escapes": (plain(b"400 Bad", b"\x1b[31mred\x07\xff"), "refuses the query"),
        "401": (
            plain(b"401 No", b"", more=b'WWW-Authenticate: Basic realm="x"\r\n'),
            r"does not let us in \(401\)",
        ),
        "401-odd": (
            plain(b"401 No", b"", more=b'WWW-Authenticate: Digest realm="\\\r\n'),
            r"does not let us in \(401\)",
        ),
        "403": (plain(b"403 Forbidden"), r"does not let us in \(403\)"),
        "404": (plain(b"404 Not Found", b"nope"), r"no SPARQL endpoint answers here \(404: nope\)"),
        "405": (plain(b"405 No"), r"no SPARQL endpoint answers here \(405\)"),
        "413": (plain(b"413 Too Large"), "no body of this size"),
        "414": (plain(b"414 URI Too Long"), r"the endpoint failed \(414\)"),
        "429": (plain(b"429 Slow Down", b"later"), r"the endpoint failed \(429: later\)"),
        "500": (plain(b"500 Oops", b"out of\nmemory"), r"failed \(500: out of memory\)"),
        "503": (plain(b"503 Busy"), r"the endpoint failed \(503\)"),
        "204": (plain(b"204 No Content"), r"the endpoint failed \(204\)"),
        "redirect-private": (
            plain(b"302 Found", more=b"Location: http://169.254.169.254/latest/meta-data\r\n"),
            r"sends us elsewhere \(302\), and kg does not follow",
        ),
        "redirect-file": (
            plain(b"301 Moved", more=b"Location: file:///etc/passwd\r\n"),
            "does not follow",
        ),
        "redirect-post": (plain(b"307 Again", more=b"Location: /\r\n"), "does not follow"),
        "page": (good(b"<html>hello</html>", b"text/html"), "something that sends text/html"),
        "no-type": (good(_HEAD + b"]}}", b""), "something that sends nothing"),
        "xml": (
            good(b"<sparql/>", b"application/sparql-results+xml"),
            "something that sends application/sparql-results",
        ),
        "empty": (good(b""), "cannot be read"),
        "other-json": (good(b'{"message":"hi"}'), "cannot be read"),
        "list": (good(b"[]"), "cannot be read"),
        "half": (good(_HEAD + _ROW), "cannot be read"),
        "bad-term": (good(_HEAD + b'{"x":{"type":"person","value":"a"}}]}}'), "cannot be read"),
        "bad-iri": (good(_HEAD + b'{"x":{"type":"uri","value":"a b"}}]}}'), "cannot be read"),
        "number": (good(_HEAD + b'{"x":7}]}}'), "cannot be read"),
        "not-utf8": (good(_HEAD + b'{"x":{"type":"literal","value":"\xff"}}]}}'), "cannot be read"),
        "surrogate": (
            good(_HEAD + b'{"x":{"type":"literal","value":"\\ud800"}}]}}'),
            "cannot be read",
        ),
        "nul": (good(b"\0" * 1000), "cannot be read"),
        "nested-lists": (good(_HEAD + b"[" * 300_000), "nested more than 100 deep"),
        "nested-triples": (good(_nested_triples(5_000)), "nested more than 100 deep"),
        "cut": (
            lambda peer: peer.sendall(
                b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: 999\r\n\r\n" % JSON + _HEAD
            ),
            "the connection broke too soon",
        ),
        "cut-chunk": (
            lambda peer: peer.sendall(_CHUNKED + b"100\r\n" + _HEAD),
            "the connection broke too soon",
        ),
        "bad-chunk": (
            lambda peer: peer.sendall(_CHUNKED + b"zz\r\n" + _HEAD),
            "the connection broke too soon",
        ),
        "endless": (_endless(_CHUNKED, _BLOCK), "more than 1 MiB|no whole answer"),
        "endless-open": (_endless(_OPEN, b" " * 65536), "more than 1 MiB|no whole answer"),
        "endless-headers": (
            _endless(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n" * 100),
            "broke too soon|no HTTP",
        ),
        "endless-line": (
            _endless(b"HTTP/1.1 200 OK\r\nX: ", b"a" * 65536),
            "broke too soon|no HTTP",
        ),
        "bomb": (good(_bomb(), more=_ZIPPED), "more than 1 MiB"),
        "bad-zip": (good(b"not packed at all", more=_ZIPPED), "cannot be unpacked"),
        "slow-head": (_endless(b"HTTP/1.1 200", b" ", 0.1), "no whole answer within 1.5 seconds"),
        "slow-body": (_endless(_OPEN, b" ", 0.1), "no whole answer within 1.5 seconds"),
        "silence": (_silent, "no whole answer within 1.5 seconds"),
        "hangs-up": (lambda peer: peer.close(), "the connection broke too soon"),
        "other-talk": (
            lambda peer: peer.sendall(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"),
            "the connection broke too soon",
        ),
        "no-http": (lambda peer: peer.sendall(b"\0\1\2\3" * 100), "the connection broke too soon"),
        "negative-length": (
            lambda peer: peer.sendall(
                b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: -5\r\n\r\n" % JSON
            ),
            "cannot be read|broke too soon",
        ),
        "rows-left-out": (
            good(_HEAD + _ROW + b"]}}", more=b"X-SPARQL-MaxRows: 1\r\n"),
            "leaves out rows beyond 1",
        ),
    }
)


@contextmanager
def answering(
    answer: Answer, secure: ssl.SSLContext | None = None
) -> Iterator[tuple[str, list[bytes]]]:
    """A server that answers so, by its URL, and the heads of the requests that it got."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        heads: list[bytes] = []
        thread = threading.Thread(
            target=_serve, args=(listening, answer, heads, secure), daemon=True
        )
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/sparql", heads
        listening.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def _serve(
    listening: socket.socket, answer: Answer, heads: list[bytes], secure: ssl.SSLContext | None
) -> None:
    while True:
        try:
            peer, _ = listening.accept()
        except OSError:
            return
        if secure is not None:
            try:
                peer = secure.wrap_socket(peer, server_side=True)
            except OSError:
                continue  # whoever asked did not like the certificate
        threading.Thread(target=_answer, args=(peer, answer, heads), daemon=True).start()


def _answer(peer: socket.socket, answer: Answer, heads: list[bytes]) -> None:
    with peer, suppress(OSError):  # the other side may go whenever it likes
        peer.settimeout(10)
        heads.append(_request(peer))
        answer(peer)


def _request(peer: socket.socket) -> bytes:
    """The head of a request, its body read so that closing does not cut the answer off."""
    data = b""
    while b"\r\n\r\n" not in data:
        block = peer.recv(65536)
        if not block:
            return data
        data += block
    head, _, body = data.partition(b"\r\n\r\n")
    length = 0
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            length = int(line.partition(b":")[2])
    while len(body) < length:
        body += peer.recv(65536)
    return head
