"""An SSSOM file taken apart: the lines of its metadata, its columns, its rows with their lines."""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.decisions.sssom import AUTHORS, COLUMNS, DATE, REQUIRED, UNUSED
from kg.errors import InputError

LONGEST_CELL = 4_000
# Control characters, marks that turn the direction of text around, line breaks that are none.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by column, and the line of the file on which it begins, from 1."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """``metadata`` are the lines before the header, each with its ``#``."""

    metadata: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(text: str, file: str) -> Table:
    """The parts of ``text``; line ends may be those of any system.

    Raises ``InputError`` naming ``file`` and the line: for characters that cannot be seen, columns
    that are missing, unknown or doubled, rows with more cells than there are columns, cells that
    are too long, and quotation marks left open.
    """
    lines = text.split("\n")
    _refuse_unseen(lines, file)
    first = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    found = _rows(lines[first:], first + 1, file)
    number, header = next(found, (first + 1, []))
    columns = tuple(cell.strip() for cell in header)
    while columns and not columns[-1]:  # a spreadsheet may leave empty columns behind the last
        columns = columns[:-1]
    _check_columns(columns, f"{file}:{number}")
    rows = [_row(cells, columns, line, file) for line, cells in found]
    return Table(tuple(lines[:first]), columns, tuple(rows))


def _refuse_unseen(lines: Sequence[str], file: str) -> None:
    for number, line in enumerate(lines, 1):
        found = _UNSEEN.search(line.removesuffix("\r"))
        if found:
            raise InputError(
                f"has the character U+{ord(found[0]):04X}, which cannot be seen",
                where=f"{file}:{number}",
                todo="remove it",
            )


def _rows(lines: Sequence[str], first: int, file: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row that is not blank, with its line; line ``first`` is the first."""
    reader = csv.reader((line + "\n" for line in lines), delimiter="\t", strict=True)
    while True:
        begins = first + reader.line_num
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise InputError(
                f"cannot be taken apart at its tabs: {error}",
                where=f"{file}:{begins}",
                todo='look for a quotation mark left open: inside "…" it is written twice',
            ) from error
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield begins, cells


def _check_columns(columns: Sequence[str], where: str) -> None:
    if not columns:
        raise InputError(
            "there is no header with the names of the columns",
            where=where,
            todo="write one: " + ", ".join(COLUMNS) + ", with tabs between",
        )
    for column in columns:
        if columns.count(column) > 1:
            raise InputError(
                f"the column '{column}' stands twice in the header",
                where=where,
                todo="remove one of the two",
            )
        if column not in COLUMNS and column not in UNUSED:
            raise InputError(
                f"the column '{column}' is unknown", where=where, todo=_column_meant(column)
            )
    for needed in (*REQUIRED, AUTHORS[0]):
        if needed not in columns and not (needed in AUTHORS and AUTHORS[1] in columns):
            raise InputError(
                f"the column '{needed}' is missing",
                where=where,
                todo="the columns are " + ", ".join(COLUMNS) + ", with tabs between",
            )


def _column_meant(column: str) -> str:
    known = sorted({*COLUMNS, *UNUSED})
    near = difflib.get_close_matches(column.lower().replace(" ", "_"), known, 1)
    if near:
        return f"did you mean '{near[0]}'?"
    return "SSSOM's own columns are allowed; the separator is a tab"


def _row(cells: Sequence[str], columns: Sequence[str], line: int, file: str) -> Row:
    where = f"{file}:{line}"
    if cells[0].startswith("#"):
        raise InputError(
            "a line of the metadata stands among the rows", where=where, todo="move it to the top"
        )
    if any(cell.strip() for cell in cells[len(columns) :]):
        raise InputError(
            f"has {len(cells)} cells where the header has {len(columns)}",
            where=where,
            todo='remove the extra tab, or write the cell that holds it between "…"',
        )
    longest = max(cells, key=len)
    if len(longest) > LONGEST_CELL:
        raise InputError(
            f"has a cell of {len(longest):,} characters, more than {LONGEST_CELL:,}",
            where=where,
            todo="shorten it",
        )
    cells = [cell.strip() for cell in cells] + [""] * (len(columns) - len(cells))
    return Row(line, dict(zip(columns, cells, strict=False)))


def dated(rows: Sequence[Row]) -> bool:
    """Whether any row has a date of its own, so that one for all of them does not count."""
    return any(row.cells.get(DATE) for row in rows)
