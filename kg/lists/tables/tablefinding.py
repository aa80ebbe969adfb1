"""Where tables of endorsements stand on a page: marks between the cells, or a cell a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.frames.support import speaks_in_favour
from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.lists.tables.glued import glued_cells, glued_row
from kg.lists.tables.matrices import read_matrix
from kg.lists.tables.records import records_from
from kg.lists.tables.tableheads import TableHead, cells_of, is_head_cell, is_ruled, read_head
from kg.lists.tables.tablerows import LEAST_ROWS, Told, is_in_step, read_rows
from kg.model import Span
from kg.text import fold, tokenise

_ABOVE = 4
_INTRODUCTION = 3
_LEAST_COLUMNS = 2
_MOST_COLUMNS = 6
_LONGEST = 120
_LONGEST_CELL = 60
_LONGEST_HEAD = 30


@dataclass(frozen=True, slots=True)
class Table:
    """A table of endorsements: line indexes ``first`` up to ``last``, and what its rows say."""

    first: int
    last: int
    lines: tuple[Line, ...]
    told: tuple[Told, ...]


def find_tables(lines: Sequence[Line], knowledge: Knowledge) -> list[Table]:
    """The tables of endorsements among the lines of a page, by their heads."""
    found: list[Table] = []
    marked = any(mark in knowledge.text for mark in ("|", "\t", "  "))
    at = 0
    while at < len(lines) - LEAST_ROWS:
        table = _table_at(lines, at, knowledge) if marked else None
        table = table or _stacked_at(lines, at, knowledge) or _records_at(lines, at, knowledge)
        table = table or _glued_at(lines, at, knowledge)
        if table is not None:
            found.append(table)
        at = table.last if table else at + 1
    return found


def without_tables(tables: Sequence[Table]) -> frozenset[int]:
    """The indexes of the lines that the tables take."""
    return frozenset(at for table in tables for at in range(table.first, table.last))


def _table_at(lines: Sequence[Line], at: int, knowledge: Knowledge) -> Table | None:
    """The table whose head is one line with marks between its cells."""
    cells = cells_of(knowledge.text, lines[at].whole)
    if len(cells) < _LEAST_COLUMNS:
        return None
    head = _head(lines, at, cells, knowledge)
    if head is None and not _heads_matrix(lines, at, cells, knowledge):
        return None
    rows = list(_rows(lines[at + 1 :], knowledge))
    if head:
        told = read_rows(rows, head, knowledge)
    else:
        told, size = read_matrix(cells, rows, knowledge)
        rows = rows[:size]
    if not told:
        return None
    last = at + 1 + next(i for i, line in enumerate(lines[at + 1 :], 1) if line is rows[-1][0])
    return Table(at, last, tuple(lines[at:last]), told)


def _heads_matrix(
    lines: Sequence[Line], at: int, cells: Sequence[Span], knowledge: Knowledge
) -> bool:
    """Whether each cell but the first begins with a capital, below words of support.

    The cheap question before the rows of a matrix are looked at.
    """
    capital = all(knowledge.text[cell.start].isupper() for cell in cells[1:])
    return capital and _speaks_of_support(lines, at, knowledge)


def _head(
    lines: Sequence[Line], at: int, cells: Sequence[Span], knowledge: Knowledge
) -> TableHead | None:
    head = read_head(knowledge.text, cells, knowledge.lexicon)
    sure = head is not None and (head.sure or _speaks_of_support(lines, at, knowledge))
    return head if sure else None


def _rows(lines: Sequence[Line], knowledge: Knowledge) -> Iterator[tuple[Line, list[Span]]]:
    """The rows that follow a head with their cells, up to the next head or the end."""
    for line in lines:
        if is_ruled(knowledge.text, line.whole):
            continue
        row = cells_of(knowledge.text, line.whole)
        if not row or read_head(knowledge.text, row, knowledge.lexicon):
            return
        yield line, row


def _stacked_at(lines: Sequence[Line], at: int, knowledge: Knowledge) -> Table | None:
    """The table that was flattened to a cell a line, its head first."""
    width = _width(lines, at, knowledge)
    if not _LEAST_COLUMNS <= width <= _MOST_COLUMNS:
        return None
    cells = [line.content for line in lines[at : at + width]]
    head = _head(lines, at, cells, knowledge)
    if head is None:
        return None
    rows: list[tuple[Line, Sequence[Span]]] = []
    for start in range(at + width, len(lines) - width + 1, width):
        row = lines[start : start + width]
        if any(line.content.end - line.content.start > _LONGEST_CELL for line in row):
            break
        cells = [line.content for line in row]
        if not is_in_step(row[head.endorser], cells, head, knowledge):
            break
        rows.append((row[head.endorser], cells))
    told = read_rows(rows, head, knowledge)
    last = at + width * (len(rows) + 1)
    return Table(at, last, tuple(lines[at:last]), told) if told else None


def _records_at(lines: Sequence[Line], at: int, knowledge: Knowledge) -> Table | None:
    """The table whose rows are records, a label before each cell: "Candidate: A", "Backers: B"."""
    records, last = records_from(lines, at, knowledge.text)
    if len(records) < LEAST_ROWS:
        return None
    labels = list(dict.fromkeys(label for record in records for label in record.labels))
    spans = {label: record.labels[label] for record in reversed(records) for label in record.labels}
    head = _head(lines, at, [spans[label] for label in labels], knowledge)
    if head is None:
        return None
    rows = [(record.line, record.row(labels)) for record in records]
    told = read_rows(rows, head, knowledge)
    return Table(at, last, tuple(lines[at:last]), told) if told else None


def _glued_at(lines: Sequence[Line], at: int, knowledge: Knowledge) -> Table | None:
    """The table whose cells ran together, those of its head and those of its rows."""
    where = lines[at].content
    cells = glued_cells(knowledge.text, where) if where.end - where.start <= _LONGEST else []
    if not _LEAST_COLUMNS <= len(cells) <= _MOST_COLUMNS:
        return None
    if not all(is_head_cell(knowledge.text, cell, knowledge.lexicon) for cell in cells):
        return None
    head = _head(lines, at, cells, knowledge)
    rows: list[tuple[Line, Sequence[Span]]] = []
    for line in lines[at + 1 :]:
        row = glued_row(knowledge.text, line.content, len(cells))
        if row is None:
            break
        rows.append((line, row))
    told = read_rows(rows, head, knowledge) if head and rows else ()
    last = at + 1 + len(rows)
    return Table(at, last, tuple(lines[at:last]), told) if told else None


def _width(lines: Sequence[Line], at: int, knowledge: Knowledge) -> int:
    """How many lines from ``at`` on are heads of columns, each a line."""
    width = 0
    for line in lines[at : at + _MOST_COLUMNS + 1]:
        content = line.content
        if line.marked or content.end - content.start > _LONGEST_HEAD:
            break
        first = fold(knowledge.text[content.start : content.end]).split()[:1]
        if not first or first[0] not in knowledge.lexicon.column_words:
            break
        if not is_head_cell(knowledge.text, content, knowledge.lexicon):
            break
        width += 1
    return width


def _speaks_of_support(lines: Sequence[Line], at: int, knowledge: Knowledge) -> bool:
    """Whether the title, or a line shortly above the table, speaks of support given."""
    above = [*lines[:_INTRODUCTION], *lines[max(0, at - _ABOVE) : at]]
    return any(
        speaks_in_favour(
            [token.fold for token in tokenise(knowledge.text, line.content)], knowledge.lexicon
        )
        for line in above
    )
