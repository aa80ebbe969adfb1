"""Data made safe to print: no control character reaches a terminal, none breaks a line."""

from __future__ import annotations

import re

# C0 and C1 controls with DEL, the line and paragraph separators, lone surrogates.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# Characters that change the direction of the text around them.
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
_UNSAFE_IN_GRAPH = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    r"""``text`` on one line: line breaks become spaces, controls go, direction marks are shown.

    >>> clean("a\x1b[31mb\nc")
    'a[31mb c'
    """
    one_line = _SPACE.sub(" ", text)
    return _DIRECTION.sub(_escape, _CONTROL.sub("", one_line))


def clean_lines(text: str) -> str:
    r"""As ``clean``, but line feeds stay; for whole articles.

    >>> clean_lines("a\r\nb\x07")
    'a\nb'
    """
    return "\n".join(clean(line) for line in text.replace("\r\n", "\n").split("\n"))


def clean_json(text: str) -> str:
    """JSON text with the controls that JSON allows raw written as escapes; the value is equal."""
    return _UNSAFE_IN_JSON.sub(_escape, text)


def clean_graph(data: bytes) -> bytes:
    r"""An RDF file for a terminal: controls other than line breaks and tabs become ``\uXXXX``."""
    text = data.decode("utf-8", errors="replace")
    return _UNSAFE_IN_GRAPH.sub(_escape, text).encode("utf-8")


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
