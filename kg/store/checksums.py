"""Whether the files of a version are still the ones that were written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from kg.store.layout import Version


def digest(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal. Raises ``OSError``."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def file_damage(version: Version, folder: str = "") -> Iterator[str]:
    """A sentence for each file of a version that is missing, changed or unknown.

    ``folder`` names one of the version to which to keep.
    """
    try:
        rows = version.checksums.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        yield f"{version.checksums.name} is missing or cannot be read"
        return
    expected = {name: known for known, _, name in (row.partition("  ") for row in rows)}
    found = version.files()
    for name in sorted(name for name in {*expected, *found} if name.startswith(folder)):
        if name not in found:
            yield f"{name} is missing"
        elif name not in expected:
            yield f"{name} was not there when the graph was published"
        else:
            yield from _content_damage(version.folder / name, name, expected[name])


def _content_damage(path: Path, name: str, expected: str) -> Iterator[str]:
    try:
        if digest(path) != expected:
            yield f"{name} has changed since the graph was published"
    except OSError as error:
        yield f"{name} cannot be read: {error.strerror}"
