"""Naming an earlier version of a store on disk: ``.kg@previous``, ``.kg@92a06c03``."""

from __future__ import annotations

from pathlib import Path

from kg.errors import StoreError
from kg.store.layout import Layout

PREVIOUS = "previous"
"""What the version before the served one goes by, whatever its hash."""


def parted(url: str) -> tuple[Path, str | None]:
    """The folder that ``url`` names, and the version it asks for: None for the one that is served.

    A folder that is there under the whole name is meant itself.
    """
    folder, mark, wanted = url.rpartition("@")
    if not mark or not folder or "/" in wanted or Path(url).exists():
        return Path(url), None
    return Path(folder), wanted


def find_version(layout: Layout, wanted: str | None) -> str:
    """The name of a version that is kept: the served one for None, else ``previous`` or a hash.

    The start of a hash will do. Raises ``StoreError`` when there is no such version.
    """
    served = layout.served()
    if wanted is None:
        return served
    earlier = layout.kept()[1:]
    if wanted == PREVIOUS:
        if not earlier:
            raise StoreError(
                "keeps no earlier version",
                where=str(layout.folder),
                todo="one is kept once another graph is published over it",
            )
        return earlier[0]
    found = [name for name in layout.kept() if wanted and name.startswith(wanted)]
    if len(found) != 1:
        several = f"{len(found)} versions begin with {wanted!r}"
        raise StoreError(
            several if found else f"there is no version {wanted!r}",
            where=str(layout.folder),
            todo=f"kept are {', '.join(layout.kept())}; '@{PREVIOUS}' is the one before the served",
        )
    return found[0]
