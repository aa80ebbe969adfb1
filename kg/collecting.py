"""The collector of cycles, kept from running while there is nothing for it to find."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector of cycles from running for a while.

    Tokens, statements, facts and rows are many, hold no cycles, and would be looked through again
    and again as they grow in number: a seventh of the time of judging a graph or reading a long
    article.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
