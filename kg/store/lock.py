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
def exclusive(path: Path) -> Iterator[None]:
    """Hold ``path`` locked for the length of the block, with our pid and the time in it.

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
            holder = file.read(200).strip() or "it is just starting"
            raise StoreError(
                f"another kg build is running ({holder})",
                where=str(path.parent),
                todo="wait until it has ended",
            ) from error
        _write(file.fileno(), f"pid {os.getpid()}, since {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\n")
        try:
            yield
        finally:
            _write(file.fileno(), "")


def _write(handle: int, text: str) -> None:
    os.ftruncate(handle, 0)
    os.pwrite(handle, text.encode(), 0)
