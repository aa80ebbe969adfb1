"""A prefix for an IRI that no prefix of a file fits: one more line of its ``curie_map``."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import chain, count

from kg.decisions.curies import Prefixes, prefix_fault

_MAP = re.compile(rb"(?:\xef\xbb\xbf)?#[ \t]*curie_map:[ \t]*\r?\Z")
_ENTRY = re.compile(rb"#([ \t]+)[^\s#]")
_HOST = re.compile(r"https?://(?:www\.)?([^/?#:]+?)(?:\.[^/?#:.]+)?(?=[/?#:]|\Z)")
_INDENT = b"  "


def bound(content: bytes, iri: str, prefixes: Prefixes) -> bytes:
    """``content``, an SSSOM file, with a prefix in its ``curie_map`` that fits ``iri``.

    No other line is touched. A ``curie_map`` that is not written a line a prefix stays as it is,
    and so does one for an IRI that cannot be cut in two.
    """
    name, start = _prefix(iri, prefixes.known)
    lines = content.split(b"\n")
    at = next((n for n, line in enumerate(lines) if _MAP.match(line)), None)
    if at is None or prefix_fault(name, start):
        return content
    end = b"\r" if lines[at].endswith(b"\r") else b""
    beside = _ENTRY.match(lines[at + 1]) if at + 1 < len(lines) else None
    indent = beside[1] if beside else _INDENT
    lines.insert(at + 1, b"#" + indent + f"{name}: {start}".encode() + end)
    return b"\n".join(lines)


def _prefix(iri: str, taken: Collection[str]) -> tuple[str, str]:
    """A prefix after the host of ``iri``, not among those taken, and the start it stands for."""
    host = _HOST.match(iri.lower())
    word = re.sub(r"[^a-z0-9]+", "_", host[1]).strip("_") if host else ""
    word = word or "other"
    name = word if word[0].isalpha() else f"x_{word}"
    free = next(f"{name}{n}" for n in chain(("",), count(2)) if f"{name}{n}" not in taken)
    last = max(iri.rfind("/"), iri.rfind("#"))
    return free, iri[: last + 1] if last > len("https://") else iri
