"""The address of an endpoint: which are used, and how they are shown."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from kg.errors import UsageError

_NOT_URL = re.compile(r"[^\x21-\x7e]")
_LOCAL_NAMES = ("localhost", "ip6-localhost")


@dataclass(frozen=True, slots=True)
class Address:
    """One http or https URL, checked. ``url`` is what is asked and ``shown`` what is printed.

    What is printed leaves out the query, which may hold a key.
    """

    url: str
    shown: str
    local: bool

    @property
    def path(self) -> str:
        """The path, without a slash at its end."""
        return urlsplit(self.url).path.rstrip("/")

    def asking(self, query: str) -> Address:
        """The same address with another query, which is not shown."""
        parts = urlsplit(self.url)
        whole = f"{parts.query}&{query}" if parts.query else query
        return Address(urlunsplit(parts._replace(query=whole)), self.shown, self.local)

    def at(self, path: str) -> Address:
        """The address of another path on the same server."""
        parts = urlsplit(self.url)
        return Address(
            urlunsplit(parts._replace(path=path)),
            urlunsplit(parts._replace(path=path, query="")),
            self.local,
        )


def read_address(url: str, *, plain_http: bool = False) -> Address:
    """The address that ``url`` writes: https, or http on this machine.

    ``plain_http`` lets http to other machines through, where anybody between can read and change
    what passes.

    Raises ``UsageError`` for anything else, and for a user or a password in the URL, which would
    show in every list of processes.
    """
    if _NOT_URL.search(url):
        raise UsageError("a URL holds a character that no URL has", where=ascii(url[:80]))
    parts, host, port = _split(url)
    if parts[3]:
        raise UsageError(
            "the URL of an endpoint holds a user or a password",
            where=urlunsplit((parts[0], _place(host, port), parts[1], "", "")),
            todo="take them out; give KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD in the environment",
        )
    made = Address(
        urlunsplit((parts[0], _place(host, port), parts[1] or "/", parts[2], "")),
        urlunsplit((parts[0], _place(host, port), parts[1] or "/", "", "")),
        _is_local(host),
    )
    if parts[0] == "http" and not made.local and not plain_http:
        raise UsageError(
            "http sends everything in the open",
            where=made.shown,
            todo="use https; or set plain_http under [endpoint] in kg.toml, or KG_PLAIN_HTTP=1",
        )
    return made


def _split(url: str) -> tuple[tuple[str, str, str, bool], str, int | None]:
    """Scheme, path, query and whether there is user information; host; port."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError(
            "this is no URL of an endpoint", todo="write https://HOST/sparql"
        ) from error
    if parts.scheme not in ("http", "https") or not host:
        raise _no_url()
    return (parts.scheme, parts.path, parts.query, "@" in parts.netloc), host, port


def _no_url() -> UsageError:
    return UsageError("this is no URL of an endpoint", todo="write https://HOST/sparql")


def _place(host: str, port: int | None) -> str:
    name = f"[{host}]" if ":" in host else host
    return name if port is None else f"{name}:{port}"


def _is_local(host: str) -> bool:
    if host in _LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False  # a name, and names may lead anywhere
