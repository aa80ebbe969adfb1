"""One request over HTTP, within limits: the only file that imports the library for it.

The whole exchange runs in a thread of its own, for a server that sends one byte a minute stays
within every time-out of a socket: whoever waits goes on when the time is up, and the thread ends
with the process. Redirects are never followed, wherever they lead.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from time import monotonic

import urllib3

from kg import __version__
from kg.endpoint.access import Access
from kg.endpoint.address import Address
from kg.endpoint.challenge import Challenge, authorization, read_challenge
from kg.errors import StoreError

_BLOCK = 1 << 16
_AGENT = f"kg/{__version__}"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered.

    ``headers`` are by lower-case name; ``cut`` says that the body was longer than allowed and that
    ``body`` is its beginning.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    cut: bool = False

    @property
    def media_type(self) -> str:
        """The type of the body without parameters, in lower case; "" when none is given."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask of a server. ``seconds`` and ``most`` (bytes) bound the answer."""

    method: str
    address: Address
    headers: Mapping[str, str]
    body: bytes
    seconds: float
    most: int


class Connection:
    """Sends requests and keeps connections open between them; close it at the end."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._pool = urllib3.PoolManager(num_pools=2, maxsize=2, retries=False)
        self._challenge: Challenge | None = None
        self._used = 0
        self._kept = False

    def send(self, request: Request) -> Reply:
        """The reply of the server, whatever its status, after saying who asks if it wants to know.

        Raises ``StoreError`` when there is no reply in time.
        """
        reply = self._send(request)
        if reply.status == 401 and self._access.credentials.user:
            challenge = read_challenge([reply.headers.get("www-authenticate", "")])
            if challenge is not None and challenge != self._challenge:
                self._challenge, self._used = challenge, 0
                reply = self._send(request)
        return reply if reply.status < 400 else replace(reply, body=self._redacted(reply.body))

    def _redacted(self, body: bytes) -> bytes:
        """A complaint of the server, which may hold what we sent it, without our secrets."""
        for secret in self._access.credentials.secrets:
            body = body.replace(secret.encode(), "…".encode())
        return body

    def _send(self, request: Request) -> Reply:
        done: list[Reply | Exception] = []
        headers = self._headers(request)

        def exchange() -> None:
            try:
                done.append(self._exchanged(request, headers))
            except Exception as error:  # told below, in the thread that waits
                done.append(error)

        thread = threading.Thread(target=exchange, daemon=True)
        thread.start()
        thread.join(request.seconds)
        outcome = done[0] if done else TimeoutError()
        if isinstance(outcome, Reply):
            return outcome
        raise _unreachable(request, outcome) from outcome

    def _exchanged(self, request: Request, headers: dict[str, str]) -> Reply:
        """The reply; asked for once more when a connection that was kept is gone.

        A server may close one at any time. Every request of kg does the same when it is repeated.
        """
        kept, self._kept = self._kept, False
        try:
            reply = _exchange(self._pool, request, headers)
        except urllib3.exceptions.ProtocolError:
            if not kept:
                raise
            self._pool.clear()
            reply = _exchange(self._pool, request, headers)
        self._kept = True
        return reply

    def _headers(self, request: Request) -> dict[str, str]:
        self._used += 1
        target = urllib3.util.parse_url(request.address.url).request_uri
        made = authorization(
            self._access.credentials, self._challenge, request.method, target, self._used
        )
        known = {"User-Agent": _AGENT, "Accept-Encoding": "gzip", **request.headers}
        return known | ({"Authorization": made} if made else {})

    def close(self) -> None:
        """Let go of the connections. A second call does nothing."""
        self._pool.clear()


def _exchange(pool: urllib3.PoolManager, request: Request, headers: dict[str, str]) -> Reply:
    until = monotonic() + request.seconds
    response = pool.request(
        request.method,
        request.address.url,
        body=request.body or None,
        headers=headers,
        redirect=False,
        preload_content=False,
        timeout=request.seconds,
    )
    whole = False
    try:
        body = _body(response, request.most, until)
        whole = len(body) <= request.most
    finally:
        # What is not read to its end cannot carry another request.
        (response.release_conn if whole else response.close)()
    found = {name.lower(): value for name, value in response.headers.items()}
    return Reply(response.status, found, bytes(body[: request.most]), cut=not whole)


def _body(response: urllib3.BaseHTTPResponse, most: int, until: float) -> bytearray:
    """The body, or a little more than ``most`` bytes of it."""
    body = bytearray()
    while len(body) <= most:
        block = response.read1(_BLOCK)
        if not block:
            return body
        body += block
        if monotonic() > until:
            raise TimeoutError
    return body


# What went wrong, in words: the library's own may hold the whole URL. The first that fits is told.
_REASONS: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    ((urllib3.exceptions.NameResolutionError,), "there is no server of this name"),
    ((urllib3.exceptions.NewConnectionError,), "nobody answers there"),
    ((urllib3.exceptions.SSLError,), "the server's certificate is not trusted"),
    ((urllib3.exceptions.DecodeError,), "the answer cannot be unpacked"),
    ((urllib3.exceptions.HTTPError, OSError), "the connection broke too soon"),
)


def _unreachable(request: Request, error: Exception) -> StoreError:
    """What became of a request that has no reply."""
    where = request.address.shown
    todo = "see that the address is right and the server runs"
    new = isinstance(error, urllib3.exceptions.NewConnectionError)
    if isinstance(error, TimeoutError | urllib3.exceptions.TimeoutError) and not new:
        return StoreError(
            f"no whole answer within {request.seconds:g} seconds", where=where, todo="ask for less"
        )
    for kinds, what in _REASONS:
        if isinstance(error, kinds):
            return StoreError(what, where=where, todo=todo)
    what = f"what answers there speaks no HTTP: {type(error).__name__}"
    return StoreError(what, where=where, todo=todo)
