"""Data made safe to show: no control character reaches a terminal or a page, none breaks a line."""

from __future__ import annotations

# Plain tables for str.translate: compiling the same as patterns would slow down every start.
_SPACES = "\t\n\x0b\x0c\r\x85\u2028\u2029"
_CONTROLS = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029]))
# Characters that change the direction of the text around them.
_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ESCAPED = {ord(char): f"\\u{ord(char):04x}" for char in _CONTROLS + _DIRECTIONS}

_ONE_LINE: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _CONTROLS)),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **{ord(char): _ESCAPED[ord(char)] for char in _DIRECTIONS},
}
_IN_JSON = {code: text for code, text in _ESCAPED.items() if code >= 0x20}
_IN_GRAPH = {code: text for code, text in _ESCAPED.items() if chr(code) not in "\t\n"}


def clean(text: str) -> str:
    r"""``text`` on one line: line breaks become spaces, controls go, direction marks are shown.

    >>> clean("a\x1b[31mb\r\nc")
    'a[31mb c'
    """
    shown = text.replace("\r\n", "\n").translate(_ONE_LINE)
    return shown.encode("utf-8", "ignore").decode("utf-8")  # lone surrogates go as well


def clean_lines(text: str) -> str:
    r"""As ``clean``, but line feeds stay; for whole articles.

    >>> clean_lines("a\r\nb\x07")
    'a\nb'
    """
    return "\n".join(clean(line) for line in text.replace("\r\n", "\n").split("\n"))


def clean_json(text: str) -> str:
    r"""JSON text with what it allows raw but must not be printed as escapes; the value is equal.

    >>> clean_json('"\x9b\ud800"')
    '"\\u009b\\ud800"'
    """
    shown = text.translate(_IN_JSON)
    # What cannot be encoded are lone surrogates, which JSON spells as Python does.
    return shown.encode("utf-8", "backslashreplace").decode("utf-8")


def clean_graph(data: bytes) -> bytes:
    r"""An RDF file for a terminal: controls other than line breaks and tabs become ``\uXXXX``."""
    return data.decode("utf-8", errors="replace").translate(_IN_GRAPH).encode("utf-8")
