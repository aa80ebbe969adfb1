"""Publishing a graph: built beside the one that is served, then put in its place in one step."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from pyoxigraph import Quad
from pyoxigraph import Store as Index

from kg.errors import StoreError
from kg.files import remove_leftovers, replacing, sync_folder
from kg.store.base import Publish, Published
from kg.store.building import Built, build_version
from kg.store.checksums import file_damage
from kg.store.layout import ENGINE_ERRORS, FORMAT, Layout, Version, store_errors
from kg.store.lock import exclusive
from kg.store.versions import parted

KEEP = 2
"""How many versions stay on disk: the served one, and the one before it to go back to."""


@contextmanager
def writer(folder: Path, doing: str = "kg build") -> Iterator[Publish]:
    """Hold the store in ``folder`` for writing; ``kg.store.writer`` has the contract."""
    layout = Layout(folder)
    with ExitStack() as held:
        with store_errors(folder):
            _prepare(folder, layout)
            held.enter_context(exclusive(layout.lock, doing))
            layout.versions.mkdir(exist_ok=True)
            _remove(layout.building)
            remove_leftovers(layout.current)
        yield partial(_publish, layout)


def _prepare(folder: Path, layout: Layout) -> None:
    store, wanted = parted(str(folder))
    if wanted is not None and Layout(store).lock.exists():
        raise StoreError(
            "is a version of a store, and versions never change",
            where=str(folder),
            todo=f"name {store}",
        )
    if folder.exists() and not folder.is_dir():
        raise StoreError("is a file, not a store", where=str(folder), todo="name a folder")
    folder.mkdir(parents=True, exist_ok=True)
    if not layout.lock.exists() and any(folder.iterdir()):
        raise StoreError(
            "is not empty and not a store of kg",
            where=str(folder),
            todo="name another folder, or an empty one",
        )


def _publish(
    layout: Layout,
    quads: Iterable[Quad],
    about: Mapping[str, object],
    articles: Iterable[bytes] = (),
    occurrences: Iterable[bytes] = (),
) -> Published:
    made = layout.building
    try:
        with store_errors(layout.folder):
            built = build_version(made, quads, about, articles, occurrences)
            return _serve(layout, built)
    finally:
        _remove(made)


def _serve(layout: Layout, built: Built) -> Published:
    """Let readers have the version just built, or the sound one with the same content."""
    kept = _kept(layout)
    names = (built.sha256[:16], f"{built.sha256[:16]}-mended")
    name = next((name for name in names if _is_sound(layout.version(name), built)), None)
    if name is None:
        # One that is damaged or has other occurrences stays until another one can be served.
        name = next(name for name in names if name not in kept[:1])
        _remove(layout.version(name))
        layout.building.folder.rename(layout.version(name).folder)
        sync_folder(layout.versions)
    changed = name not in kept[:1]
    if changed:
        kept = [name, *(other for other in kept if other not in names)][:KEEP]
        _switch(layout, kept)
    _prune(layout, kept)
    return Published(name, built.quads, changed)


def _kept(layout: Layout) -> list[str]:
    """The versions kept, or none if the pointer is damaged: publishing is how it is mended."""
    try:
        return layout.kept()
    except StoreError:
        return []


def _is_sound(version: Version, built: Built) -> bool:
    """Whether a version is complete, undamaged, and holds the graph and occurrences just built."""
    if not version.folder.is_dir() or any(file_damage(version)):
        return False
    manifest = version.read_manifest()
    wanted = {"format": FORMAT, "sha256": built.sha256, "occurrences": built.occurrences}
    if any(manifest.get(name) != value for name, value in wanted.items()):
        return False
    try:
        Index.read_only(str(version.index))
    except ENGINE_ERRORS:
        # Written by an Oxigraph whose files this one cannot read: build it anew.
        return False
    return True


def _switch(layout: Layout, names: list[str]) -> None:
    """Serve the first of ``names`` from now on."""
    with replacing(layout.current) as file:
        file.write("".join(f"{name}\n" for name in names).encode())


def _prune(layout: Layout, kept: list[str]) -> None:
    """Remove versions that are no longer kept and what killed builds left behind."""
    for path in layout.versions.iterdir():
        if path.name not in kept:
            _remove(Version(path))


def _remove(version: Version) -> None:
    if version.folder.exists():
        shutil.rmtree(version.folder)
