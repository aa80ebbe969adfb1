"""One writer at a time: a lock file that the system lets go of when its holder dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from kg.errors import StoreError


@contextmanager
def exclusive(path: Path, doing: str = "kg build") -> Iterator[None]:
    """Hold ``path`` locked for the length of the block, with our pid and the time in it.

    ``doing`` is the command, for the message of whoever finds it locked.

    The lock is the system's (``flock``), so one left by a killed process is free at once, whatever
    the file still says. A process forked while it is held would hold it too: workers are
    therefore spawned, not forked.

    Raises ``StoreError`` while another process holds it, and ``OSError`` when it cannot be made.
    """
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            held, _, holder = file.read(200).strip().partition(": ")
            raise StoreError(
                f"another {held or doing} is running ({holder or 'it is just starting'})",
                where=str(path.parent),
                todo="wait until it has ended",
            ) from error
        since = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        _write(file.fileno(), f"{doing}: pid {os.getpid()}, since {since}\n")
        try:
            yield
        finally:
            _write(file.fileno(), "")


def _write(handle: int, text: str) -> None:
    os.ftruncate(handle, 0)
    os.pwrite(handle, text.encode(), 0)
