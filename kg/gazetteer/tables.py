"""One file of reference data: its rows read strictly, and the cells that hold several values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from kg.errors import ResourceError

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Table:
    """One file of reference data, and the way to say where in it a fault lies."""

    file: Path
    columns: tuple[str, ...]

    def fault(self, what: str, line: int | None = None) -> ResourceError:
        """The error to raise for ``what``, in ``line`` (counted from 1) if it is in one."""
        where = str(self.file) if line is None else f"{self.file}:{line}"
        return ResourceError(what, where=where, todo="mend the table, or install kg again")

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Line number and cells of every row, after the comments and the header."""
        try:
            lines = self.file.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise self.fault(f"cannot be read: {error}") from error
        width = len(self.columns)
        header: list[str] = []
        for number, line in enumerate(lines, 1):
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if not header:
                header = cells
                if tuple(cells) != self.columns:
                    raise self.fault(f"the columns are not {', '.join(self.columns)}", number)
            elif len(cells) != width:
                raise self.fault(f"{len(cells)} cells where {width} are expected", number)
            else:
                yield number, cells
        if not header:
            raise self.fault("there is no header")

    def read(self, make: Callable[[list[str]], _T]) -> list[tuple[int, _T]]:
        """Every row made into a value; a ``ValueError`` of ``make`` becomes a fault of its line."""
        made = []
        for number, cells in self.rows():
            try:
                made.append((number, make(cells)))
            except ValueError as error:
                raise self.fault(str(error), number) from error
        return made


def parts(cell: str) -> tuple[str, ...]:
    """The values of a cell that may hold several."""
    return tuple(part.strip() for part in cell.split(";")) if cell else ()


def day(cell: str) -> date | None:
    """The day in a cell; None when it is empty. Raises ``ValueError`` when it is no day."""
    return date.fromisoformat(cell) if cell else None


def needed(cell: str, column: str) -> str:
    """The cell as it is. Raises ``ValueError`` when nothing is in it, or space around it."""
    if not cell or cell != cell.strip():
        raise ValueError(f"the {column} is empty or has space around it")
    return cell
