"""Publishing a graph: built beside the one that is served, then put in its place in one step."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path

from pyoxigraph import Quad, RdfFormat
from pyoxigraph import Store as Index

from kg.errors import StoreError
from kg.files import replacing, sync_file, sync_folder
from kg.nquads import sorted_lines
from kg.store.layout import Layout, Version, store_errors
from kg.store.lock import exclusive
from kg.store.verify import digest, file_damage

KEEP = 2
"""How many versions stay on disk: the served one, and the one before it to go back to."""


@dataclass(frozen=True, slots=True)
class Published:
    """What came of publishing. ``changed`` is False if the same graph was already served."""

    version: str
    quads: int
    changed: bool


Publish = Callable[[Iterable[Quad], Mapping[str, object]], Published]


def publish(
    folder: Path, quads: Iterable[Quad], about: Mapping[str, object] | None = None
) -> Published:
    """Make ``quads`` the graph that the store in ``folder`` serves, whole or not at all.

    ``about`` is kept in the manifest: plain data that depends on the input alone. Readers that
    have the store open keep the version that they opened.

    Raises ``StoreError`` when another process is writing, the folder is no store, or the disk
    fails; what was published before is then still served.
    """
    with writer(folder) as put:
        return put(quads, about or {})


@contextmanager
def writer(folder: Path) -> Iterator[Publish]:
    """Hold the store in ``folder`` for writing, so that a long build refuses a second one at once.

    Yields ``publish`` without its first argument. Raises the same errors.
    """
    layout = Layout(folder)
    with ExitStack() as held:
        with store_errors(folder):
            _prepare(folder, layout)
            held.enter_context(exclusive(layout.lock))
            layout.versions.mkdir(exist_ok=True)
            _remove(layout.building)
        yield partial(_publish, layout)


def _prepare(folder: Path, layout: Layout) -> None:
    if folder.exists() and not folder.is_dir():
        raise StoreError("is a file, not a store", where=str(folder), todo="name a folder")
    folder.mkdir(parents=True, exist_ok=True)
    if not layout.lock.exists() and any(folder.iterdir()):
        raise StoreError(
            "is not empty and not a store of kg",
            where=str(folder),
            todo="name another folder, or an empty one",
        )


def _publish(layout: Layout, quads: Iterable[Quad], about: Mapping[str, object]) -> Published:
    lines = sorted_lines(quads)
    sha256 = _digest(lines)
    kept = _kept(layout)
    with store_errors(layout.folder):
        names = (sha256[:16], f"{sha256[:16]}-mended")
        name = next((name for name in names if _is_sound(layout.version(name), sha256)), None)
        if name is None:
            # A damaged version stays in place until another one can be served.
            name = next(name for name in names if name not in kept[:1])
            _remove(layout.version(name))
            _build(layout.building, lines, sha256, about)
            layout.building.folder.rename(layout.version(name).folder)
            sync_folder(layout.versions)
        changed = name not in kept[:1]
        others = [other for other in kept if other not in names]
        if changed:
            _switch(layout, [name, *others][:KEEP])
        _prune(layout, _kept(layout))
    return Published(name, len(lines), changed)


def _kept(layout: Layout) -> list[str]:
    """The versions kept, or none if the pointer is damaged: publishing is how it is mended."""
    try:
        return layout.kept()
    except StoreError:
        return []


def _is_sound(version: Version, sha256: str) -> bool:
    """Whether a version is complete, undamaged, and holds the graph with this hash."""
    if not version.folder.is_dir() or any(file_damage(version)):
        return False
    if version.read_manifest().get("sha256") != sha256:
        return False
    try:
        Index.read_only(str(version.index))
    except OSError:
        # Written by an Oxigraph whose files this one cannot read: build it anew.
        return False
    return True


def _digest(lines: Iterable[bytes]) -> str:
    made = hashlib.sha256()
    for line in lines:
        made.update(line)
    return made.hexdigest()


def _build(version: Version, lines: list[bytes], sha256: str, about: Mapping[str, object]) -> None:
    """Write all files of a version and have them on the disk."""
    version.folder.mkdir()
    with version.graph.open("wb") as file:
        file.writelines(lines)
    index = Index(str(version.index))
    index.bulk_load(path=str(version.graph), format=RdfFormat.N_QUADS)
    index.flush()
    manifest = {
        "about": dict(about),
        "format": 1,
        "graphs": sum(1 for _ in index.named_graphs()),
        "indexed": len(index),
        "kg": _program("kg"),
        "oxigraph": _program("pyoxigraph"),
        "quads": len(lines),
        "sha256": sha256,
    }
    del index  # closes its files, which must not change any more
    text = json.dumps(manifest, indent=2, sort_keys=True, ensure_ascii=False)
    version.manifest.write_text(f"{text}\n", encoding="utf-8")
    rows = [f"{digest(version.folder / name)}  {name}\n" for name in version.files()]
    version.checksums.write_text("".join(rows), encoding="utf-8")
    _sync_tree(version.folder)


def _program(name: str) -> str:
    try:
        return installed(name)
    except PackageNotFoundError:
        return "not installed"  # run from a checkout


def _sync_tree(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_dir():
            sync_folder(path)
        else:
            sync_file(path)
    sync_folder(folder)


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
