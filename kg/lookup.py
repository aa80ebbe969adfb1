"""Statements about one thing in a file of sorted N-Quads, without reading the file whole."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import Quad

from kg.nquads import quads_of, triples


class SortedGraph:
    """A file of sorted N-Quads lines, as a store publishes it, open for looking things up.

    A look-up halves the file until it has the lines of the subject, 20 steps for a million of
    them, and gives the statements exactly as published: the index of a store rewrites literals.
    Use it in a ``with`` block, or close it.
    """

    def __init__(self, path: Path) -> None:
        """Open the file. Raises ``OSError``."""
        self.path = path
        with path.open("rb") as file:
            # A file of no bytes cannot be mapped.
            empty = not file.read(1)
            self._text: bytes | mmap.mmap = (
                b"" if empty else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            )

    def about(self, subject: str) -> tuple[Quad, ...]:
        """The statements whose subject is this IRI, sorted as in the file."""
        return tuple(quads_of(self._lines(f"<{subject}> ".encode("utf-8", "replace"))))

    def pairs(self, subject: str) -> tuple[tuple[str, str], ...]:
        """Property and object of each statement about ``<subject>``, as written, each once.

        Many graphs may say the same of one thing; their lines stand together.
        """
        start = f"{subject} ".encode("utf-8", "replace")
        first = self._first(start)
        if self._text[first : first + len(start)] != start:
            return ()
        last = self._first(start[:-1] + b"!", first)  # the character after the space
        lines = self._text[first:last].splitlines(keepends=True)
        return tuple((predicate, item) for _, predicate, item in triples(lines))

    def _lines(self, start: bytes) -> Iterator[bytes]:
        at = self._first(start)
        while self._text[at : at + len(start)] == start:
            end = self._text.find(b"\n", at) + 1 or len(self._text)
            yield self._text[at:end]
            at = end

    def _first(self, start: bytes, low: int = 0) -> int:
        """Where the first line from ``low`` on stands that does not sort before ``start``."""
        high = len(self._text)  # both are always where a line begins, or the end
        while low < high:
            middle = self._text.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._text.find(b"\n", middle) + 1 or len(self._text)
            if self._text[middle:end] < start:
                low = end
            else:
                high = middle
        return low

    def close(self) -> None:
        """Let go of the file. A second call does nothing."""
        if isinstance(self._text, mmap.mmap):
            self._text.close()
        self._text = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
