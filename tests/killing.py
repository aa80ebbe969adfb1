"""Where processes are killed while they write, hundreds of times."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
_ROOM = 1 << 30


@pytest.fixture
def in_memory() -> Iterator[Path]:
    """An empty folder in memory where there is room, to stand in for ``tmp_path``.

    What a killed process has written stays written on a disk and in memory alike; a disk is only
    waited for at each ``fsync``, which takes longer than all the rest.
    """
    room = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM
    with tempfile.TemporaryDirectory(prefix="kg-", dir=_MEMORY if room else None) as folder:
        yield Path(folder)
