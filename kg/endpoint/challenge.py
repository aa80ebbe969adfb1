"""Answers a server that asks who we are: Basic, or Digest as RFC 7616 has it.

Written here because the libraries that do it read the body of the refusal to its end, which a
hostile server never comes to.
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass
from types import MappingProxyType

from kg.endpoint.access import Credentials

_PARAMETER = re.compile(r'([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))', re.IGNORECASE)
_HASHES = MappingProxyType({"MD5": "md5", "SHA-256": "sha256"})


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a server asked for. ``scheme`` is ``basic`` or ``digest``, and the rest is Digest's."""

    scheme: str
    realm: str = ""
    nonce: str = ""
    opaque: str = ""
    algorithm: str = "MD5"
    qop: bool = False


def read_challenge(headers: list[str]) -> Challenge | None:
    """The challenge in the ``WWW-Authenticate`` headers that can be met, Digest before Basic."""
    found = [made for header in headers if (made := _one(header))]
    return next((c for c in found if c.scheme == "digest"), next(iter(found), None))


def _one(header: str) -> Challenge | None:
    scheme, _, rest = header.strip().partition(" ")
    if scheme.lower() == "basic":
        return Challenge("basic")
    parts = {name.lower(): quoted or plain for name, quoted, plain in _PARAMETER.findall(rest)}
    algorithm = parts.get("algorithm", "MD5").upper()
    if scheme.lower() != "digest" or algorithm not in _HASHES or "nonce" not in parts:
        return None
    offered = [one.strip() for one in parts.get("qop", "").lower().split(",")]
    if offered != [""] and "auth" not in offered:
        return None
    return Challenge(
        "digest",
        parts.get("realm", ""),
        parts["nonce"],
        parts.get("opaque", ""),
        algorithm,
        offered != [""],
    )


def authorization(
    credentials: Credentials,
    challenge: Challenge | None,
    method: str,
    target: str,
    count: int = 1,
    own: str | None = None,
) -> str | None:
    """The ``Authorization`` header of a request, or None.

    A token is sent at once, a password only when it is asked for. ``target`` is path and query,
    ``count`` how often the nonce has been used, this time included, and ``own`` the client's
    nonce (None: a new one).
    """
    if credentials.token:
        return f"Bearer {credentials.token}"
    if challenge is None or not credentials.user:
        return None
    pair = f"{credentials.user}:{credentials.password}"
    if challenge.scheme == "basic":
        return f"Basic {base64.b64encode(pair.encode()).decode()}"
    return _digest(credentials, challenge, method, target, count, own or secrets.token_hex(8))


def _digest(
    credentials: Credentials, challenge: Challenge, method: str, target: str, count: int, own: str
) -> str:
    def hashed(*parts: str) -> str:
        made = hashlib.new(_HASHES[challenge.algorithm], usedforsecurity=False)
        made.update(":".join(parts).encode())
        return made.hexdigest()

    secret = hashed(credentials.user, challenge.realm, credentials.password)
    request = hashed(method, target)
    number = f"{count:08x}"
    if challenge.qop:
        response = hashed(secret, challenge.nonce, number, own, "auth", request)
    else:
        response = hashed(secret, challenge.nonce, request)
    fields = {
        "username": credentials.user,
        "realm": challenge.realm,
        "nonce": challenge.nonce,
        "uri": target,
        "response": response,
        "opaque": challenge.opaque,
    }
    quoted = ", ".join(f'{name}="{_quoted(value)}"' for name, value in fields.items() if value)
    rest = f", algorithm={challenge.algorithm}"
    return f"Digest {quoted}{rest}" + (
        f', qop=auth, nc={number}, cnonce="{own}"' if challenge.qop else ""
    )


def _quoted(value: str) -> str:
    # The parts of the challenge come as they stood between quotes, escapes and all.
    return value if "\\" in value else value.replace('"', '\\"')
