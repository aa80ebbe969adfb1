"""Timing two ways of doing one thing in turns, and what came of it.

Machines speed up and slow down while a benchmark runs, so the ways to be compared take turns and
the ratio is taken within each round; the figure reported is the median over the rounds.
"""

from __future__ import annotations

import gc
import os
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median
from typing import TypeVar

T = TypeVar("T")
Call = Callable[[], object]
Clock = Callable[[], float]
PROCESSOR: Clock = time.process_time
"""For what only computes: time that other programs take does not count."""
WALL: Clock = time.perf_counter
"""For what waits for the disk or for another process."""
MILLI = 1000.0
_FEWEST_ROUNDS = 3
_PATIENCE = 30.0
"""Seconds after which no further round of a pair is begun, beyond the fewest."""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: ``passed`` is None when it is for information and has no target."""

    section: str
    name: str
    target: str
    measured: str
    passed: bool | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds of each way in each round, ``ours`` and ``theirs`` of one length."""

    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """How much longer ours takes: the median over the rounds."""
        return median(a / b for a, b in zip(self.ours, self.theirs, strict=True))

    @property
    def detail(self) -> str:
        """The median times, in words."""
        return f"{seconds(median(self.ours))} against {seconds(median(self.theirs))}"


def in_turns(
    ours: Call,
    theirs: Call,
    rounds: int,
    *,
    clock: Clock = PROCESSOR,
    between: Call | None = None,
    at_least: float = 0.0,
) -> Timed:
    """Time both ways, alternating which goes first; ``between`` runs untimed after each.

    A call that takes less than ``at_least`` seconds is repeated within its turn, and the time of
    one is reported. A round before the first warms up; when it is slow, fewer rounds follow, but
    never fewer than three.
    """
    warm = _turn((ours, theirs), 1, clock, between)
    slowest = max(warm)
    repeats = max(1, round(at_least / max(slowest, 1e-6)))
    enough = max(_FEWEST_ROUNDS, int(_PATIENCE / max(sum(warm), 1e-6)))
    taken = []
    for number in range(min(rounds, enough)):
        if number % 2:
            second, first = _turn((theirs, ours), repeats, clock, between)
        else:
            first, second = _turn((ours, theirs), repeats, clock, between)
        taken.append((first, second))
    return Timed(tuple(one for one, _ in taken), tuple(other for _, other in taken))


def _turn(
    calls: tuple[Call, Call], repeats: int, clock: Clock, between: Call | None
) -> tuple[float, float]:
    spent = []
    for call in calls:
        spent.append(_timed(call, repeats, clock))
        if between is not None:
            between()
    return spent[0], spent[1]


def once(call: Callable[[], T]) -> tuple[float, T]:
    """Seconds of processor time that one call takes, and what it gives."""
    gc.collect()
    start = PROCESSOR()
    value = call()
    return PROCESSOR() - start, value


def at_most(section: str, name: str, limit: float, timed: Timed) -> Line:
    """A line that passes when ours takes at most ``limit`` times as long."""
    ratio = timed.ratio
    return Line(section, name, f"<= {limit:g}x", f"{ratio:.2f}x", ratio <= limit, timed.detail)


def information(section: str, name: str, measured: str, detail: str = "") -> Line:
    """A line without a target."""
    return Line(section, name, "", measured, None, detail)


def seconds(value: float) -> str:
    """A time in the unit that suits it."""
    if value >= 1:
        return f"{value:.2f} s"
    return f"{value * MILLI:.1f} ms" if value >= 0.01 else f"{value * MILLI:.3f} ms"


def machine() -> str:
    """The machine and the programs that the figures belong to."""
    parts = [
        f"{os.cpu_count()} cores",
        platform.machine(),
        platform.system(),
        f"Python {platform.python_version()}",
        *(f"{name} {version(name)}" for name in ("pyoxigraph", "rdflib", "pyshacl")),
    ]
    return ", ".join(parts)


def _timed(call: Call, repeats: int, clock: Clock) -> float:
    gc.collect()
    start = clock()
    for _ in range(repeats):
        call()
    return (clock() - start) / repeats
