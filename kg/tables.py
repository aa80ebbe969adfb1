"""Reads the tab-separated tables of ``data/reference``: comment lines, a header, rows.

A table is strict: a row with too many cells, or a table with other columns than asked for, is a
``ResourceError`` that names the file and the line. Missing cells at the end of a row are empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.errors import ResourceError
from kg.resources import path as shipped


def rows(name: str, columns: tuple[str, ...], folder: Path | None = None) -> Iterator[list[str]]:
    """The rows of table ``name`` (a file name), each with exactly ``len(columns)`` cells."""
    file = (folder or shipped("data", "reference")) / name
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(f"cannot be read: {error}", where=str(file)) from error
    header_seen = False
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("# "):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > len(columns):
            raise ResourceError(
                f"{len(cells)} cells where {len(columns)} are expected", where=f"{file}:{number}"
            )
        cells += [""] * (len(columns) - len(cells))
        if not header_seen:
            if tuple(cells) != columns:
                raise ResourceError(
                    f"the columns are {', '.join(cells)}, not {', '.join(columns)}",
                    where=f"{file}:{number}",
                )
            header_seen = True
            continue
        yield cells


def forms(cell: str) -> list[str]:
    """The parts of a cell that holds several, separated by semicolons."""
    return [part.strip() for part in cell.split(";") if part.strip()]
