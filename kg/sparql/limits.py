"""How much one ad hoc query may ask for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on a query's text, on its evaluation and on its answer.

    ``seconds`` counts from the start of the worker to the last row. ``memory_bytes`` is the
    address space of the worker. ``rows`` and ``answer_bytes`` cut the answer short, and it says
    so; the others end in an error. The figures for nesting and patterns keep well away from those
    at which the engine was seen to overflow its stack (2,200) and to plan for 25 seconds (200).
    """

    seconds: float = 10.0
    rows: int = 10_000
    memory_bytes: int = 2 << 30
    answer_bytes: int = 64 << 20
    text_bytes: int = 64_000
    nesting: int = 100
    patterns: int = 100
