"""From what a finding names to where that stands in the file.

A form of file gives, for each statement that it holds, four marks: where subject, predicate, object
and graph are written. A mark is a number that the form can turn into a ``Position``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import pyoxigraph as ox

from kg.validate.report import Finding
from kg.validate.terms import text_of

Marks = tuple[int, int, int, int]
"""Where the subject, predicate, object and graph of a statement are written."""

_LINE_END = re.compile(r"\r\n?|\n")
# What is wrong is that something is missing: the thing itself is to be shown, not what it has.
_MISSING = frozenset({"minCount", "qualifiedMinCount", "hasValue"})
# What is wrong is that there is one more than may be.
_TOO_MANY = frozenset({"maxCount", "qualifiedMaxCount", "uniqueLang"})


@dataclass(frozen=True, slots=True)
class Position:
    """Where something stands, in the terms of its form; as the fields of ``Finding``."""

    line: int | None = None
    column: int | None = None
    pointer: str | None = None
    row: int | None = None
    field: str | None = None
    start: int | None = None
    end: int | None = None

    def on(self, finding: Finding) -> Finding:
        """The finding with this place."""
        return replace(
            finding,
            line=self.line,
            column=self.column,
            pointer=self.pointer,
            row=self.row,
            field=self.field,
            start=self.start,
            end=self.end,
        )


@dataclass(frozen=True)
class Index:
    """The marks of the statements of a file, by what they say; looked up only when asked."""

    quads: Sequence[ox.Quad]
    marks: Sequence[Marks]
    _none: tuple[int, ...] = field(default=(), repr=False)

    def mark_of(self, finding: Finding) -> int | None:
        """The mark of what ``finding`` is about, None when no statement of the file has it."""
        focus, path, value = finding.focus, finding.path, finding.value
        if focus is None:
            return None
        if path is not None:
            mark = self._said(finding, focus, path)
            if mark is not None:
                return mark
        elif value is not None:
            # A finding on a whole article or contest names what is wrong in it as the value.
            mark = self._subjects.get(value, self._objects.get(value))
            if mark is not None:
                return mark
        return self._subjects.get(focus, self._objects.get(focus))

    def _said(self, finding: Finding, focus: str, path: str) -> int | None:
        """The mark of what ``focus`` says by ``path``, as exactly as the finding tells."""
        exact = self._statements.get((focus, path, finding.value or ""))
        if finding.value is not None and exact is not None:
            return exact
        said = self._properties.get((focus, path))
        if said is None or finding.constraint in _MISSING:
            return None
        if finding.constraint == "unknownTerm":
            return said[0]
        return said[2] if finding.constraint in _TOO_MANY else said[1]

    @cached_property
    def _statements(self) -> Mapping[tuple[str, str, str], int]:
        found: dict[tuple[str, str, str], int] = {}
        for (subject, path, value), marks in zip(self._texts, self.marks, strict=False):
            found.setdefault((subject, path, value), marks[2])
        return found

    @cached_property
    def _properties(self) -> Mapping[tuple[str, str], tuple[int, int, int]]:
        """Where a property of a thing, its first value and its second value are written."""
        found: dict[tuple[str, str], tuple[int, int, int]] = {}
        once: dict[tuple[str, str], str] = {}
        for (subject, path, value), marks in zip(self._texts, self.marks, strict=False):
            known = found.get((subject, path))
            if known is None:
                found[subject, path] = (marks[1], marks[2], marks[2])
                once[subject, path] = value
            elif once.get((subject, path), value) != value:
                found[subject, path] = (known[0], known[1], marks[2])
                del once[subject, path]  # a third value is not the one that was too many
        return found

    @cached_property
    def _subjects(self) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for (subject, _, _), marks in zip(self._texts, self.marks, strict=False):
            found.setdefault(subject, marks[0])
        return found

    @cached_property
    def _objects(self) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for (_, _, value), marks in zip(self._texts, self.marks, strict=False):
            found.setdefault(value, marks[2])
        return found

    @cached_property
    def _texts(self) -> Sequence[tuple[str, str, str]]:
        return [(text_of(q.subject), q.predicate.value, text_of(q.object)) for q in self.quads]


def part_of(finding: Finding, quad: ox.Quad) -> int:
    """Which of the marks of ``quad`` a finding on this very statement is about."""
    value = finding.value
    for part, term in enumerate((quad.subject, quad.predicate, quad.object, quad.graph_name)):
        if value is not None and isinstance(term, ox.NamedNode) and term.value.startswith(value):
            return part
    return 2


def line_starts(text: str) -> list[int]:
    """The offsets at which lines begin; a carriage return ends one, as for parsers."""
    return [0, *(found.end() for found in _LINE_END.finditer(text))]


def lines_and_columns(text: str) -> Callable[[int], Position]:
    """The places of a text by offset: lines and columns from 1, columns in code points."""
    starts = line_starts(text)

    def place(offset: int) -> Position:
        line = bisect_right(starts, offset)
        return Position(line=line, column=offset - starts[line - 1] + 1)

    return place


def placed(
    findings: Iterable[Finding], index: Index, place: Callable[[int], Position]
) -> Iterator[Finding]:
    """The findings with their places, those that have one already as they are."""
    for finding in findings:
        mark = None if _has_place(finding) else index.mark_of(finding)
        yield finding if mark is None else place(mark).on(finding)


def _has_place(finding: Finding) -> bool:
    return (finding.line, finding.pointer, finding.row, finding.start) != (None,) * 4
