"""The collector of cycles, kept from running while there is nothing for it to find."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector of cycles from running for a while.

    Facts and rows are many, hold no cycles, and would be looked through again and again, which was
    a seventh of the time.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
