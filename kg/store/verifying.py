"""Is a store on disk still what was published? Every file, every index, every statement."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple
from pyoxigraph import Store as Index

from kg.errors import StoreError
from kg.nquads import fill_index
from kg.store.layout import ENGINE_ERRORS, Layout, Version

Node = NamedNode | BlankNode
Pattern = tuple[
    Node | Triple | None,
    NamedNode | None,
    Node | Literal | Triple | None,
    Node | DefaultGraph | None,
]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What ``verify`` found. ``damage`` has one sentence for each thing that is wrong.

    ``quads`` and ``graphs`` (named ones) are the numbers of the manifest, None if it is lost.
    """

    location: str
    version: str
    quads: int | None
    graphs: int | None
    damage: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.damage


def verify(folder: Path) -> Verdict:
    """Check the served version of the store in ``folder`` against its checksums and manifest.

    Raises ``StoreError`` when nothing has been published there or the pointer to it is damaged.
    """
    layout = Layout(folder)
    served = layout.served()
    version = layout.version(served)
    damage = list(file_damage(version))
    try:
        manifest = version.read_manifest()
    except StoreError as error:
        return Verdict(str(folder), served, None, None, (*damage, str(error)))
    damage += _graph_damage(version, manifest.get("quads"))
    damage += _index_damage(version)
    return Verdict(
        str(folder), served, manifest.get("quads"), manifest.get("graphs"), tuple(damage)
    )


def digest(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal. Raises ``OSError``."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def file_damage(version: Version) -> Iterator[str]:
    """A sentence for each file of a version that is missing, changed or unknown."""
    try:
        rows = version.checksums.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        yield f"{version.checksums.name} is missing or cannot be read"
        return
    expected = {name: known for known, _, name in (row.partition("  ") for row in rows)}
    found = version.files()
    for name in sorted({*expected, *found}):
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


def _graph_damage(version: Version, expected: object) -> Iterator[str]:
    try:
        with version.graph.open("rb") as file:
            count = sum(1 for _ in file)
    except OSError as error:
        yield f"graph.nq cannot be read: {error.strerror}"
        return
    if count != expected:
        yield f"graph.nq has {count} statements where the manifest has {expected}"


def _index_damage(version: Version) -> Iterator[str]:
    """Compare the index, along each of its orders, with one made afresh from graph.nq."""
    try:
        fresh = Index()
        with version.graph.open("rb") as file:
            fill_index(fresh, file.readlines())
    except (OSError, SyntaxError) as error:
        yield f"graph.nq cannot be read: {error}"
        return
    try:
        index = Index.read_only(str(version.index))
        for order, count in _counts(index):
            if count != len(fresh):
                yield f"the index by {order} has {count} statements instead of {len(fresh)}"
        missing = sum(1 for quad in fresh if quad not in index)
    except ENGINE_ERRORS as error:
        yield f"the index cannot be read: {error}"
        return
    if missing:
        yield f"the index lacks {missing} of the statements of graph.nq"


def _counts(index: Index) -> Iterator[tuple[str, int]]:
    """The number of statements as each access path finds them.

    Oxigraph keeps six orders of terms for named graphs and three for the default graph; these
    paths read them all.
    """
    quads = list(index)
    yield "scan", len(quads)
    yield "key", len(index)
    yield "subject", _total(index, {(quad.subject, None, None, None) for quad in quads})
    yield "predicate", _total(index, {(None, quad.predicate, None, None) for quad in quads})
    yield "object", _total(index, {(None, None, quad.object, None) for quad in quads})
    yield "graph", _total(index, {(None, None, None, quad.graph_name) for quad in quads})
    yield (
        "graph and predicate",
        _total(index, {(None, quad.predicate, None, quad.graph_name) for quad in quads}),
    )
    yield (
        "graph and object",
        _total(index, {(None, None, quad.object, quad.graph_name) for quad in quads}),
    )


def _total(index: Index, patterns: Iterable[Pattern]) -> int:
    """How many statements match any of the patterns, which have none in common."""
    return sum(1 for pattern in patterns for _ in index.quads_for_pattern(*pattern))
