"""A page that grows by pieces of text, each of which knows where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import Span


@dataclass(slots=True)
class Page:
    """Text under construction; offsets are code points."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, after: str = "\n") -> Span:
        """Put ``text`` at the end, then ``after``; where ``text`` stands."""
        span = Span(self.length, self.length + len(text))
        self.pieces += (text, after)
        self.length += len(text) + len(after)
        return span

    def blank(self) -> None:
        """Leave a line empty."""
        self.pieces.append("\n")
        self.length += 1

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.pieces)
