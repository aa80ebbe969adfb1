"""How much a stranger's file may ask of us."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one validation of files.

    ``file_bytes`` is for each file; ``seconds`` and ``memory_bytes`` (address space) for the
    process that reads and judges them all. ``nesting`` counts brackets inside brackets: the parser
    was seen to overflow its stack from 18,000 on.
    """

    file_bytes: int = 64 << 20
    nesting: int = 200
    seconds: float = 120.0
    memory_bytes: int = 4 << 30
