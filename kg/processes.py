"""Work in several processes that leave Ctrl-C to the one that started them."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Processes started inside the block do not hear SIGINT.

    A terminal sends SIGINT to all processes. One that is still importing has no handler for it yet
    and would print a traceback; so SIGINT is blocked while they are started, which they inherit.
    One that comes meanwhile reaches us afterwards.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def map_in(pool: Executor, call: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """``pool.map``, with the processes that it starts deaf to SIGINT."""
    with deaf_to_interrupts():
        return pool.map(call, items)
