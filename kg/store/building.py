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
from kg import census
from kg.files import sync_file, sync_folder
from kg.nquads import as_text, as_triples, sort_text
from kg.store.checksums import digest
from kg.store.layout import FORMAT, Version


@dataclass(frozen=True, slots=True)
class Built:
    """A version ready to be served: hashes of graph and occurrences, the number of statements."""

    sha256: str
    occurrences: str
    quads: int


def build_version(
    version: Version,
    quads: Iterable[Quad],
    about: Mapping[str, object],
    articles: Iterable[bytes] = (),
    occurrences: Iterable[bytes] = (),
) -> Built:
    """Write all files of a version, which must not exist yet, and have them on the disk.

    Raises ``OSError`` when they cannot be written and ``InternalError`` for a blank node.
    """
    version.folder.mkdir()
    counted, graphs = _write_graph(version, quads)
    version.census.write_bytes(counted.as_json())
    with version.articles.open("wb") as file:
        file.writelines(articles)
    occurring = _write_lines(version.occurrences, list(occurrences))
    manifest = {
        "about": dict(about),
        "format": FORMAT,
        "graphs": graphs,
        "kg": kg_version,
        "occurrences": occurring,
        "oxigraph": oxigraph_version,
        "quads": counted.quads,
        "sha256": counted.sha256,
    }
    content = json.dumps(manifest, indent=2, sort_keys=True, ensure_ascii=False)
    version.manifest.write_text(f"{content}\n", encoding="utf-8")
    known = {version.graph.name: counted.sha256, version.occurrences.name: occurring}
    rows = [
        f"{known.get(name) or digest(version.folder / name)}  {name}\n" for name in version.files()
    ]
    version.checksums.write_text("".join(rows), encoding="utf-8")
    _sync_tree(version.folder)
    return Built(counted.sha256, occurring, counted.quads)


def _write_graph(version: Version, quads: Iterable[Quad]) -> tuple[census.Census, int]:
    """Write text and index; what the graph holds, and how many named graphs."""
    kept = tuple(quads)
    index = Index(str(version.index))
    try:
        # Oxigraph loads without holding the interpreter, so another processor loads while this one
        # sorts, writes and counts the text. It keeps a triple that is loaded twice once.
        with ThreadPoolExecutor(max_workers=1) as pool:
            loading = pool.submit(index.bulk_load, as_triples(kept), RdfFormat.N_TRIPLES)
            lines = sort_text(as_text(kept))
            _write_lines(version.graph, lines)
            counted = census.take(lines)
            graphs = len({quad.graph_name for quad in kept} - {DefaultGraph()})
            loading.result()
        index.flush()
        return counted, graphs
    finally:
        del index  # closes its files: from here on nothing but us may change or remove them


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
