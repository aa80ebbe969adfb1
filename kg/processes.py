"""Work in several processes that leave Ctrl-C to the one that started them."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Protocol, TypeVar

from kg.errors import InternalError

T = TypeVar("T")
R = TypeVar("R")


class Map(Protocol):
    """What calls a function for each item, in order, here or in other processes."""

    def __call__(self, call: Callable[[T], R], items: Sequence[T], /) -> Iterable[R]:
        """What ``call`` gives for each of ``items``."""


@contextmanager
def workers(jobs: int) -> Iterator[Map]:
    """A ``map`` that works on ``jobs`` articles at a time, each process with its own look-ups.

    The processes are spawned, not forked, so that none inherits the lock of the store. They leave
    Ctrl-C to this one; it then waits for the articles that are being read, and starts no other.

    Raises ``InternalError`` when a process dies.
    """
    if jobs == 1:
        yield map
        return
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))

    def in_pool(call: Callable[[T], R], items: Sequence[T], /) -> Iterator[R]:
        with deaf_to_interrupts():
            return pool.map(call, items)

    try:
        yield in_pool
    except BrokenExecutor as error:
        raise InternalError(
            "a process that read articles has died", todo="try again with fewer --jobs"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


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
