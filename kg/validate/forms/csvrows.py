"""A CSV file as rows that know their number, and what keeps it from being one."""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from kg.validate.forms.csvcolumns import COLUMNS
from kg.validate.forms.model import Source
from kg.validate.positions import Position
from kg.validate.report import Finding

_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CELL = re.compile(r'"(?:[^"]|"")*"[^,\r\n]*|[^,\r\n]*')
_LINE_END = re.compile(r"\r\n|\r|\n")
_COLUMNS_HINT = "kg template prints a file with the columns and says what they mean."


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number as a spreadsheet shows it, the line it begins on, its cells by column.

    The header is row 1. ``text`` is the row as written, its cells in the order of ``cells``.
    """

    number: int
    line: int
    cells: Mapping[str, str]
    text: str

    def place(self, field: str | None = None) -> Position:
        """The place of a cell, or of the row."""
        if field is None or field not in self.cells:
            return Position(line=self.line, row=self.number, field=field)
        return _cell(list(self.cells).index(field), self.text, self.line, self.number, field)


def _cell(at: int, text: str, line: int, number: int, field: str) -> Position:
    """The line and column where a cell of a row begins; only the row's when it has fewer cells."""
    found = next(islice(_begins(text, line), at, None), None)
    if found is None:
        return Position(line=line, row=number, field=field)
    return Position(line=found[0], column=found[1], row=number, field=field)


def _begins(text: str, line: int) -> Iterator[tuple[int, int]]:
    """The line and column where each cell of a row begins, in one pass over the row."""
    start = begun = 0
    while True:
        yield line, start - begun + 1
        found = _CELL.match(text, start)
        if found is None or not text.startswith(",", found.end()):
            return
        for end in _LINE_END.finditer(text, start, found.end()):
            line, begun = line + 1, end.end()
        start = found.end() + 1


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file, or the findings that keep it from being read as rows."""

    rows: tuple[Row, ...] = ()
    faults: tuple[Finding, ...] = ()


def read_rows(text: str, source: Source) -> Table:
    """The rows of a file with the columns of the template, in any order."""
    records: list[tuple[int, int, list[str], str]] = []
    try:
        records.extend(_records(text))
    except csv.Error as error:
        return Table(faults=(_broken(text, error, source),))
    if not records:
        return Table(faults=(_empty("it has no header", Position(row=1), source),))
    _, line, header, written = records[0]
    names = [name.strip() for name in header]
    faults = tuple(_header_faults(names, written, line, source))
    if faults:
        return Table(faults=faults)
    rows, uneven = [], []
    for number, begun, cells, said in records[1:]:
        if len(cells) > len(names) and any(cells[len(names) :]):
            place = Position(line=begun, row=number)
            uneven.append(_uneven(len(cells), len(names), place, source))
        else:
            padded = [*cells, *[""] * (len(names) - len(cells))]
            rows.append(Row(number, begun, dict(zip(names, padded, strict=False)), said))
    if not rows and not uneven:
        uneven.append(_empty("it has a header and no row", Position(line=line, row=1), source))
    return Table(tuple(rows), tuple(uneven))


def formulas(rows: Sequence[Row], source: Source) -> Iterator[Finding]:
    """A remark on each cell that a spreadsheet would take for a formula."""
    for row in rows:
        for name, cell in row.cells.items():
            if cell.startswith(_FORMULA) and name not in ("quote", "start", "end"):
                yield source.fault(
                    "formula",
                    f"A spreadsheet takes a cell that begins with {cell[0]!r} for a formula.",
                    "Write the cell without that character, or leave it empty.",
                    row.place(name),
                    shape="csv",
                    severity="warning",
                )


def _records(text: str) -> Iterator[tuple[int, int, list[str], str]]:
    """Each row that is not blank: its number, the line it begins on, its cells, and as written."""
    lines = io.StringIO(text, newline="").readlines()
    reader = csv.reader(lines, strict=True)
    begun = 1
    for number, cells in enumerate(reader, 1):
        if any(cell.strip() for cell in cells):
            yield number, begun, cells, "".join(lines[begun - 1 : reader.line_num])
        begun = reader.line_num + 1


def _broken(text: str, error: csv.Error, source: Source) -> Finding:
    """What is no CSV, with the row that it begins in."""
    number, begun, offset = 1, 1, 0
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, strict=True)
    try:
        for _ in reader:
            number, begun = number + 1, reader.line_num + 1
    except csv.Error:
        offset = begun
    return source.fault(
        "syntax",
        f"This row cannot be read as CSV: {error}.",
        'Put a cell that holds quotation marks, commas or line breaks in quotation marks, "so".',
        Position(line=offset, row=number),
    )


def _empty(what: str, place: Position, source: Source) -> Finding:
    return source.fault(
        "empty",
        f"There is nothing to judge: {what}.",
        "kg template prints an empty file with its header; write one endorsement a row below it.",
        place,
        shape="content",
    )


def _uneven(found: int, wanted: int, place: Position, source: Source) -> Finding:
    return source.fault(
        "cells",
        f"This row has {found} cells, the header {wanted}.",
        "Put a cell that holds a comma in quotation marks.",
        place,
        shape="csv",
    )


def _header_faults(names: Sequence[str], text: str, line: int, source: Source) -> Iterator[Finding]:
    other = next((mark for mark in _DELIMITERS if len(names) == 1 and mark in names[0]), None)
    if other is not None:
        yield source.fault(
            "delimiter",
            f"The columns are separated by {_DELIMITERS[other]}, not by commas.",
            "Save the file as CSV with commas.",
            Position(line=line, row=1),
            shape="csv",
        )
        return
    present = set(names)
    free = [known for known in COLUMNS if known not in present]
    seen: set[str] = set()
    begins = list(_begins(text, line))
    for number, name in enumerate(names):
        at, character = begins[number] if number < len(begins) else (line, None)
        where = Position(line=at, column=character, row=1, field=name[:100])
        if name not in COLUMNS:
            yield _unknown(name, number, free, where, source)
        elif name in seen:
            yield source.fault(
                "column",
                f"The column “{name}” stands twice.",
                "Leave one of the two out.",
                where,
                shape="csv",
            )
        seen.add(name)
    for column in COLUMNS.values():
        if column.required and column.name not in present:
            yield source.fault(
                "column",
                f"The column “{column.name}” is missing. {column.explained}",
                _COLUMNS_HINT,
                Position(line=line, row=1, field=column.name),
                shape="csv",
            )


def _unknown(
    name: str, number: int, free: Sequence[str], place: Position, source: Source
) -> Finding:
    near = difflib.get_close_matches(name.lower().replace(" ", "_"), free, 1, 0.6)
    shown = f"“{name[:100]}”" if name else f"number {number + 1}, which has no name,"
    return source.fault(
        "column",
        f"The column {shown} is none that kg knows.",
        f"Did you mean “{near[0]}”?" if near else _COLUMNS_HINT,
        place,
        shape="csv",
    )
