"""Whether the submissions on disk are still what was handed in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from kg.errors import StoreError
from kg.submissions import shelf
from kg.submissions.model import Record


def damage(folder: Path) -> Iterator[str]:
    """A sentence for each file of a submission that is missing, changed or cannot be read."""
    try:
        records = shelf.list_records(folder)
    except StoreError as error:
        yield str(error)
        return
    for record in records:
        yield from _of_original(folder, record)
        if record.state == "accepted":
            try:
                shelf.read_graph(folder, record)
            except StoreError as error:
                yield str(error)


def _of_original(folder: Path, record: Record) -> Iterator[str]:
    if record.erased:
        return
    path = shelf.place(folder, record.id).original
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        yield f"{path}: cannot be read: {error.strerror}"
        return
    if found != record.sha256:
        yield f"{path}: has changed since it was handed in"
