"""A difference as statements, written as it is found."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from kg.diff.lines import changes


def write_patch(old: Path, new: Path, sink: BinaryIO) -> bool:
    """RDF Patch, one transaction: what is withdrawn (``D``), then what is added (``A``).

    Nothing is written, and False returned, when there is no difference. The files are walked
    twice, so that nothing has to be kept.
    """
    begun = False
    for added, mark in ((False, b"D "), (True, b"A ")):
        for line in changes(old, new):
            if line.added is added:
                if not begun:
                    sink.write(b"TX .\n")
                    begun = True
                sink.write(mark + line.text)
    if begun:
        sink.write(b"TC .\n")
    return begun


def write_signed(old: Path, new: Path, sink: BinaryIO) -> bool:
    """N-Quads lines in their order, each behind ``- `` (withdrawn) or ``+ `` (added)."""
    found = False
    for line in changes(old, new):
        sink.write((b"+ " if line.added else b"- ") + line.text)
        found = True
    return found
