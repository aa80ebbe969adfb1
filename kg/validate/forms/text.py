"""A stranger's bytes as text, and how deep its brackets go: looked at before any parser is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.validate.forms.model import Source
from kg.validate.positions import Position
from kg.validate.report import Finding

_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MARK = re.compile(r"<<|>>|[\[({\])}\"'#<\\]")
_OPENING = frozenset({"[", "(", "{", "<<"})
_CLOSING = frozenset({"]", ")", "}", ">>"})


def decoded(source: Source) -> str | Finding:
    """The text of a file in UTF-8, without a byte order mark, or what keeps it from being one."""
    content = source.data.removeprefix(_BOM)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        begun = content.rfind(b"\n", 0, error.start) + 1
        column = len(content[begun : error.start].decode("utf-8")) + 1
        kind = "UTF-16" if content.startswith(_UTF_16) else error.reason
        return source.fault(
            "encoding",
            f"This is not UTF-8: {kind} at byte {error.start}.",
            "Save the file as UTF-8 text.",
            Position(line, column),
        )


def too_deep(source: Source, place: Position) -> Finding:
    """The finding that something is nested deeper than is read."""
    return source.fault(
        "nesting",
        f"This is nested more than {source.limits.nesting} deep.",
        "Write it flatter, with names for the things inside.",
        place,
    )


def bracket_too_deep(text: str, limit: int) -> int | None:
    """The offset of the first bracket of Turtle that is nested deeper than ``limit``."""
    if sum(text.count(mark) for mark in _OPENING) <= limit:
        return None
    return next((offset for depth, offset in _depths(text) if depth > limit), None)


def _depths(text: str) -> Iterator[tuple[int, int]]:
    """How deep each opening bracket is, and where, strings, comments and IRIs left out."""
    depth, offset = 0, 0
    while found := _MARK.search(text, offset):
        mark, offset = found.group(), found.end()
        if mark in _OPENING:
            depth += 1
            yield depth, found.start()
        elif mark in _CLOSING:
            depth = max(depth - 1, 0)
        else:
            offset = _past(text, mark, found.start())


def _past(text: str, mark: str, start: int) -> int:
    """The offset after the string, comment, IRI or escape that begins at ``start``."""
    if mark == "\\":
        return start + 2
    if mark == "#":
        return _after(text, "\n", start)
    if mark == "<":
        return _after(text, ">", start)
    quote = mark * 3 if text.startswith(mark * 3, start) else mark
    offset = start + len(quote)
    while True:
        close, escape = text.find(quote, offset), text.find("\\", offset)
        if close < 0:
            return len(text)
        if escape < 0 or close < escape:
            return close + len(quote)
        offset = escape + 2


def _after(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found < 0 else found + 1
