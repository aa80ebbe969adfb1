"""Turtle, TriG, N-Triples and N-Quads: read strictly, every statement at its line and column.

The statements and the faults of syntax are the parser's. Where they stand is found by a walk over
the same text (``turtlewalk``), and only when there is a finding to place. If the walk does not come
out even with the parser, the text is parsed once more line by line: the number of lines handed over
when a statement comes out is the line that it ends on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

import pyoxigraph as ox

from kg.validate.forms.blanks import steady
from kg.validate.forms.linewise import LineByLine
from kg.validate.forms.model import Placer, Reading, Source, refused
from kg.validate.forms.text import bracket_too_deep, decoded, too_deep
from kg.validate.forms.turtlewalk import lines_walk, previous_end, walk
from kg.validate.positions import Marks, Position, lines_and_columns
from kg.validate.report import Finding
from kg.validate.terms import unsafe

FORMATS: Mapping[str, ox.RdfFormat] = MappingProxyType(
    {
        "text/turtle": ox.RdfFormat.TURTLE,
        "application/trig": ox.RdfFormat.TRIG,
        "application/n-triples": ox.RdfFormat.N_TRIPLES,
        "application/n-quads": ox.RdfFormat.N_QUADS,
    }
)
_WITH_GRAPHS = "application/n-quads"
_A_LINE_EACH = frozenset({"application/n-triples", _WITH_GRAPHS})
_PLACE = re.compile(
    r"^Parser error (?:at line \d+ (?:column \d+|between columns? \d+ and (?:column )?\d+)"
    r"|between line \d+ column \d+ and line \d+ column \d+): "
)


def read_turtle(source: Source) -> Reading:
    """The statements of a file, up to the first fault of syntax if there is one.

    Raises ``MemoryError`` for a single token beyond the parser's 16 MiB.
    """
    text = decoded(source)
    if isinstance(text, Finding):
        return refused(text)
    deep = bracket_too_deep(text, source.limits.nesting)
    if deep is not None:
        return refused(too_deep(source, lines_and_columns(text)(deep)))
    content = text.encode()
    quads: list[ox.Quad] = []
    faults: list[Finding] = []
    try:
        quads.extend(ox.parse(content, format=FORMATS[source.media_type]))
    except SyntaxError as error:
        quads = _before(content, FORMATS[source.media_type])
        faults.append(_syntax(error, text, source))
    quads = steady(quads, text)
    amiss = [
        (n, found) for n, quad in enumerate(quads) for found in unsafe(quad, source.name, None)
    ]
    placer = _placer(source.media_type, text, quads, whole=not faults)
    return Reading(tuple(quads), (*placer.of_statements(amiss), *faults), placer)


def _before(content: bytes, form: ox.RdfFormat) -> list[ox.Quad]:
    """The statements before a fault of syntax."""
    quads: list[ox.Quad] = []
    try:
        for quad in ox.parse(content, format=form):
            quads.append(quad)  # noqa: PERF402 - those before the error are wanted
    except SyntaxError:
        return quads
    return quads


def _placer(media_type: str, text: str, quads: Sequence[ox.Quad], *, whole: bool) -> Placer:
    """``whole`` says that the parser read the text to its end."""

    @lru_cache(maxsize=1)
    def exact() -> Sequence[Marks] | None:
        if media_type in _A_LINE_EACH:
            found = lines_walk(text, graphs=media_type == _WITH_GRAPHS)
        else:
            found = walk(text, len(quads) + whole)
        even = len(found) == len(quads) if whole else len(found) >= len(quads)
        return found if even else None

    def marks() -> Sequence[Marks]:
        return exact() or _lines(text.encode(), FORMATS[media_type])

    columns = lru_cache(maxsize=1)(lambda: lines_and_columns(text))

    def place(mark: int) -> Position:
        return Position(line=mark) if exact() is None else columns()(mark)

    return Placer(quads, marks, place)


def _lines(content: bytes, form: ox.RdfFormat) -> list[Marks]:
    """For each statement the line that it ends on, as every one of its marks."""
    source = LineByLine(content)
    made: list[Marks] = []
    try:
        for _ in ox.parse(source.file, format=form):
            made.append((source.line, source.line, source.line, source.line))  # noqa: PERF401 - those before an error are wanted
    except SyntaxError:
        return made
    return made


def _syntax(error: SyntaxError, text: str, source: Source) -> Finding:
    """Where reading stops; for punctuation that is missing, where it should have been."""
    what = _PLACE.sub("", error.msg or "not understood")
    place = Position(error.lineno, error.offset)
    if error.lineno and "is expected" in what:
        end = previous_end(text, error.lineno, error.offset or 1)
        before = lines_and_columns(text)(end)
        place = before if before.line != error.lineno else place
    return source.fault(
        "syntax",
        f"This cannot be read from here on: {what}.",
        "Mend the syntax at this place; nothing is judged until the whole file can be read.",
        place,
    )
