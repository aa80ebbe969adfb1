"""A stranger's graph file, read strictly, each statement with the line it ends on.

The parser takes its input line by line and gives out statements as it goes, so the number of lines
handed over when a statement comes out is the line of its object. Where the punctuation after an
object stands on a later line, it is that line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import IO, cast

import pyoxigraph as ox

from kg.validate.limits import Limits
from kg.validate.report import Finding
from kg.validate.terms import text_of, unsafe

_FORMATS: Mapping[str, ox.RdfFormat] = MappingProxyType(
    {
        "text/turtle": ox.RdfFormat.TURTLE,
        "application/trig": ox.RdfFormat.TRIG,
        "application/n-triples": ox.RdfFormat.N_TRIPLES,
        "application/n-quads": ox.RdfFormat.N_QUADS,
    }
)
_BOM = b"\xef\xbb\xbf"
_MARK = re.compile(r"<<|>>|[\[({\])}\"'#<\\]")
_OPENING = frozenset({"[", "(", "{", "<<"})
_CLOSING = frozenset({"]", ")", "}", ">>"})
_PLACE = re.compile(
    r"^Parser error (?:at line \d+ (?:column \d+|between columns? \d+ and (?:column )?\d+)"
    r"|between line \d+ column \d+ and line \d+ column \d+): "
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The statements of a file with their lines; with ``findings``, they are not to be judged."""

    quads: tuple[ox.Quad, ...]
    lines: tuple[int, ...]
    findings: tuple[Finding, ...]


def read(data: bytes, media_type: str, file: str, limits: Limits) -> Reading:
    """The statements of ``data``, and what keeps them from being judged.

    Reading ends at the first fault of syntax. ``file`` is the name for the findings. Raises
    ``MemoryError`` for a single token beyond the parser's 16 MiB.
    """
    content = data.removeprefix(_BOM)
    fault = _not_text(content, file) or _too_deep(content.decode("utf-8"), file, limits.nesting)
    if fault:
        return Reading((), (), (fault,))
    quads: list[ox.Quad] = []
    lines: list[int] = []
    findings: list[Finding] = []
    try:
        for quad, line in _parse(content, _FORMATS[media_type]):
            findings += unsafe(quad, file, line)
            quads.append(quad)
            lines.append(line)
    except SyntaxError as error:
        findings.append(_syntax(error, file))
    return Reading(tuple(quads), tuple(lines), tuple(findings))


@dataclass(frozen=True, slots=True)
class Lines:
    """Where things are said: look-ups from parts of a statement to its line."""

    by_parts: Mapping[tuple[str, ...], int]

    def of(self, finding: Finding) -> int | None:
        """The line that a finding is about, as exactly as its parts allow."""
        focus, path, value = finding.focus, finding.path, finding.value
        tries: list[tuple[str | None, ...]] = [(focus, path, value), (focus, path)]
        if path is None:
            # A finding on a whole article or contest names what is wrong in it as the value.
            tries.append((value,))
        for parts in (*tries, (focus,)):
            line = self.by_parts.get(tuple(part for part in parts if part is not None))
            if line is not None and None not in parts:
                return line
        return None


def lines_of(quads: Sequence[ox.Quad], lines: Sequence[int]) -> Lines:
    """The look-ups for the statements ``quads``, each on its line of ``lines``."""
    found: dict[tuple[str, ...], int] = {}
    for quad, line in zip(quads, lines, strict=True):
        subject, path, value = (text_of(t) for t in (quad.subject, quad.predicate, quad.object))
        for parts in ((subject, path, value), (subject, path), (subject,)):
            found.setdefault(parts, line)
    return Lines(MappingProxyType(found))


class _LineByLine:
    """A file that hands out at most one line at a time and counts those it has begun."""

    def __init__(self, content: bytes) -> None:
        self._file = BytesIO(content)
        self._ended = True
        self.line = 0

    def read(self, size: int = -1) -> bytes:
        """The rest of the line, or its next ``size`` bytes."""
        piece = self._file.readline(size)
        if piece and self._ended:
            self.line += 1
        self._ended = piece.endswith(b"\n")
        return piece


def _parse(content: bytes, form: ox.RdfFormat) -> Iterator[tuple[ox.Quad, int]]:
    source = _LineByLine(content)
    for quad in ox.parse(cast(IO[bytes], source), format=form):  # read() is all that it calls
        yield quad, source.line


def _not_text(content: bytes, file: str) -> Finding | None:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return Finding(
            file,
            "violation",
            "file",
            "encoding",
            f"This is not UTF-8: {error.reason} at byte {error.start}.",
            "Save the file as UTF-8 text.",
            line=content.count(b"\n", 0, error.start) + 1,
        )
    return None


def _too_deep(text: str, file: str, limit: int) -> Finding | None:
    if sum(text.count(mark) for mark in _OPENING) <= limit:
        return None
    for depth, offset in _depths(text):
        if depth > limit:
            return Finding(
                file,
                "violation",
                "file",
                "nesting",
                f"Brackets are nested more than {limit} deep.",
                "Write it flatter, with names for the things in brackets.",
                line=text.count("\n", 0, offset) + 1,
            )
    return None


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


def _syntax(error: SyntaxError, file: str) -> Finding:
    what = _PLACE.sub("", error.msg or "not understood")
    return Finding(
        file,
        "violation",
        "file",
        "syntax",
        f"This cannot be read from here on: {what}.",
        "Mend the syntax at this place; nothing is judged until the whole file can be read.",
        line=error.lineno,
        column=error.offset,
    )
