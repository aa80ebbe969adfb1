"""What two graphs differ in, told in sentences, beside their lines compared in memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench.measure import Line, at_most, in_turns, information
from kg.diff.comparing import compare
from kg.diff.sides import Side

_EVERY = 1000
_LIMIT = 1.0


def differ(graph: Path, folder: Path, rounds: int) -> Iterator[Line]:
    """The lines of ``graph``, sorted, against the same without one line of a thousand."""
    lines = sorted({*graph.read_bytes().splitlines(keepends=True)})
    one, other = folder / "whole.nq", folder / "fewer.nq"
    one.write_bytes(b"".join(lines))
    other.write_bytes(b"".join(line for n, line in enumerate(lines, 1) if n % _EVERY))
    count = len(lines)
    del lines
    tell = partial(compare, Side("old", one), Side("new", other))
    plain = partial(_compared, one, other)
    name = f"{count:,} statements of which {count // _EVERY:,} differ"
    yield at_most("diff", f"{name}, beside two sets", _LIMIT, in_turns(tell, plain, rounds))
    yield information("diff", f"{name}: memory", _peak(tell), f"two sets: {_peak(plain)}")


def _compared(one: Path, other: Path) -> set[bytes]:
    return set(one.read_bytes().splitlines()) ^ set(other.read_bytes().splitlines())


def _peak(call: Callable[[], object]) -> str:
    tracemalloc.start()
    try:
        call()
        return f"{tracemalloc.get_traced_memory()[1] / 1e6:.1f} MB"
    finally:
        tracemalloc.stop()
