"""A file handed to a parser line by line, to know how far it has read."""

from __future__ import annotations

from io import BytesIO
from typing import IO, cast


class LineByLine:
    """A file that hands out at most one line at a time and counts those it has begun."""

    def __init__(self, content: bytes) -> None:
        self._file = BytesIO(content)
        self._ended = True
        self.line = 0

    @property
    def file(self) -> IO[bytes]:
        """The same, for a parser, which calls ``read`` and nothing else."""
        return cast(IO[bytes], self)

    def read(self, size: int = -1) -> bytes:
        """The rest of the line, or its next ``size`` bytes."""
        piece = self._file.readline(size)
        if piece and self._ended:
            self.line += 1
        self._ended = piece.endswith(b"\n")
        return piece
