"""A CSV file while it is written: RFC 4180, but with line feeds, and hashed as it goes."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Sequence
from typing import BinaryIO

_BATCH = 1000  # rows


class Sheet:
    """Rows for an open binary file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._lines: list[str] = []
        self._hash = hashlib.sha256()
        # Only with this end of line does the csv module of Python 3.11 quote a carriage return.
        self._rows = csv.writer(self, lineterminator="\r\n")

    def add(self, row: Sequence[str | int]) -> None:
        """Write a row."""
        self._rows.writerow(row)

    def write(self, line: str) -> None:
        """Take a whole row from the csv module, which calls this, with its end of line."""
        self._lines.append(line[:-2] + "\n")
        if len(self._lines) == _BATCH:
            self._flush()

    def finish(self) -> str:
        """Write what is left; the SHA-256 of the whole file."""
        self._flush()
        return self._hash.hexdigest()

    def _flush(self) -> None:
        data = "".join(self._lines).encode()
        self._file.write(data)
        self._hash.update(data)
        self._lines.clear()
