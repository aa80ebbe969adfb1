"""Rows and columns as text: one function a format, all pure, all ending in a line feed.

A cell is a string, a number, a truth value or None (no value).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from kg.plain import clean

if TYPE_CHECKING:
    from decimal import Decimal

Cell: TypeAlias = "str | int | float | Decimal | bool | None"
Row: TypeAlias = Sequence[Cell]
Renderer = Callable[[Sequence[str], Sequence[Row]], str]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell_text(cell: Cell) -> str:
    """A cell as one clean line; no value is the empty string."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return clean(str(cell))


def shorten(cell: Cell, base: str) -> Cell:
    """An IRI of ours without what all of them begin with; any other cell as it is.

    >>> shorten("https://example.org/kg/id/council/bury", "https://example.org/kg/")
    'council/bury'
    """
    return cell.removeprefix(f"{base}id/") if isinstance(cell, str) else cell


def as_tsv(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """Tab-separated lines under a header line; tabs and line breaks in cells become spaces."""
    lines = ["\t".join(columns)]
    lines += ["\t".join(cell_text(cell) for cell in row) for row in rows]
    return "\n".join(lines) + "\n"


def as_csv(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """RFC 4180 with line feeds, safe to open in a spreadsheet.

    Text that a spreadsheet would run as a formula gets a ``'`` before it.
    """
    import csv  # here: only this format needs it

    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_csv_cell(cell) for cell in row] for row in rows)
    return sink.getvalue()


def _csv_cell(cell: Cell) -> str:
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return "'" + cell_text(cell)
    return cell_text(cell)


def as_json(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """An array of objects, one a row; numbers stay numbers, no value is null."""
    return json_text([_record(columns, row) for row in rows])


def as_jsonl(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """One JSON object a line."""
    return "".join(json_text(_record(columns, row), indent=None) for row in rows)


def as_markdown(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """A pipe table; characters that Markdown would read are escaped."""
    lines = [_md_row(columns), _md_row(["---"] * len(columns), escape=False)]
    lines += [_md_row([cell_text(cell) for cell in row]) for row in rows]
    return "\n".join(lines) + "\n"


def _md_row(cells: Sequence[str], *, escape: bool = True) -> str:
    shown = [_md_escape(cell) if escape else cell for cell in cells]
    return "| " + " | ".join(shown) + " |"


def _md_escape(text: str) -> str:
    return "".join("\\" + c if c in "\\`*_[]<>|#" else c for c in text)


def as_html(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """A page with one table and no script; every cell is escaped, http(s) IRIs are links."""
    import html  # here: only this format needs it

    head = "".join(f"<th>{html.escape(column)}</th>" for column in columns)
    body = "\n".join(f"<tr>{''.join(_html_cell(cell) for cell in row)}</tr>" for row in rows)
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>kg query</title>\n'
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</html>\n"
    )


def _html_cell(cell: Cell) -> str:
    import html  # here: only this format needs it

    text = html.escape(cell_text(cell))
    if isinstance(cell, str) and cell.startswith(("http://", "https://")) and " " not in cell:
        text = f'<a href="{text}">{text}</a>'
    return f"<td>{text}</td>"


def as_table(
    columns: Sequence[str], rows: Sequence[Row], *, width: int = 100, colour: bool = False
) -> str:
    """A table for eyes, ``width`` characters wide; long cells are folded, never cut."""
    from rich.console import Console  # here: rich is slow to import and pipes do without it
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    numeric = [_is_numeric(rows, index) for index in range(len(columns))]
    for column, right in zip(columns, numeric, strict=True):
        table.add_column(
            Text(column, style="bold"), justify="right" if right else "left", overflow="fold"
        )
    for row in rows:
        table.add_row(*(Text(cell_text(cell)) for cell in row))
    sink = io.StringIO()
    console = Console(
        file=sink,
        width=max(width, 20),
        color_system="standard" if colour else None,
        force_terminal=colour,
    )
    console.print(table)
    return "".join(line.rstrip() + "\n" for line in sink.getvalue().splitlines())


def _is_numeric(rows: Sequence[Row], index: int) -> bool:
    cells = [row[index] for row in rows if row[index] is not None]
    return bool(cells) and not any(isinstance(cell, str | bool) for cell in cells)


def json_text(value: object, *, indent: int | None = 2) -> str:
    """JSON that is readable, keeps its key order, and has no raw control character."""
    import json  # here: only this format needs it

    from kg.plain import clean_json

    return clean_json(json.dumps(value, ensure_ascii=False, indent=indent, default=_number)) + "\n"


def _number(value: object) -> int | float:
    """A decimal as a JSON number: whole when it is whole."""
    from decimal import Decimal  # here: json has been imported, which takes far longer

    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _record(columns: Sequence[str], row: Row) -> dict[str, Cell]:
    return dict(zip(columns, row, strict=True))


RENDERERS: Mapping[str, Renderer] = {
    "table": as_table,
    "csv": as_csv,
    "tsv": as_tsv,
    "json": as_json,
    "jsonl": as_jsonl,
    "md": as_markdown,
    "html": as_html,
}
