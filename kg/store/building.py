"""Making the files of one version of a store on disk."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad, RdfFormat
from pyoxigraph import Store as Index
from pyoxigraph import __version__ as oxigraph_version

from kg import __version__ as kg_version
from kg.files import sync_file, sync_folder
from kg.nquads import as_text, sort_text, without_graphs
from kg.store.layout import Version
from kg.store.verifying import digest


@dataclass(frozen=True, slots=True)
class Built:
    """A version ready to be served: the hash of its graph and the number of its statements."""

    sha256: str
    quads: int


def build_version(version: Version, quads: Iterable[Quad], about: Mapping[str, object]) -> Built:
    """Write all files of a version, which must not exist yet, and have them on the disk.

    Raises ``OSError`` when they cannot be written and ``InternalError`` for a blank node.
    """
    version.folder.mkdir()
    sha256, count, graphs = _write_graph(version, quads)
    manifest = {
        "about": dict(about),
        "format": 1,
        "graphs": graphs,
        "kg": kg_version,
        "oxigraph": oxigraph_version,
        "quads": count,
        "sha256": sha256,
    }
    content = json.dumps(manifest, indent=2, sort_keys=True, ensure_ascii=False)
    version.manifest.write_text(f"{content}\n", encoding="utf-8")
    known = {version.graph.name: sha256}
    rows = [
        f"{known.get(name) or digest(version.folder / name)}  {name}\n" for name in version.files()
    ]
    version.checksums.write_text("".join(rows), encoding="utf-8")
    _sync_tree(version.folder)
    return Built(sha256, count)


def _write_graph(version: Version, quads: Iterable[Quad]) -> tuple[str, int, int]:
    """Write text and index; the hash of the text, and how many statements and named graphs."""
    index = Index(str(version.index))
    try:
        # What ``kg.nquads.fill_index`` does, but at once: Oxigraph loads without holding the
        # interpreter, so another processor loads while this one sorts and writes the text.
        with ThreadPoolExecutor(max_workers=2) as pool:
            named, shared = _by_graph(quads)
            by_article = pool.submit(index.bulk_load, named, RdfFormat.N_QUADS)
            union = without_graphs(named) + shared
            as_one = pool.submit(index.bulk_load, union, RdfFormat.N_QUADS)
            lines = sort_text(named + shared)
            sha256 = _write_lines(version.graph, lines)
            by_article.result()
            as_one.result()
        index.flush()
        return sha256, len(lines), sum(1 for _ in index.named_graphs())
    finally:
        del index  # closes its files: from here on nothing but us may change or remove them


def _by_graph(quads: Iterable[Quad]) -> tuple[bytes, bytes]:
    """The statements of named graphs, and those of the default graph, as N-Quads."""
    default = DefaultGraph()
    named: list[Quad] = []
    shared: list[Quad] = []
    for quad in quads:
        (shared if quad.graph_name == default else named).append(quad)
    return as_text(named), as_text(shared)


def _write_lines(path: Path, lines: list[bytes]) -> str:
    """Write the lines and return their SHA-256."""
    text = b"".join(lines)
    path.write_bytes(text)
    sync_file(path)
    return hashlib.sha256(text).hexdigest()


def _sync_tree(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_dir():
            sync_folder(path)
        else:
            sync_file(path)
    sync_folder(folder)
