"""Is a store on disk still what was published? Every file, every index, every statement."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse
from pyoxigraph import Store as Index

from kg.errors import StoreError
from kg.nquads import as_triples
from kg.store.base import Verdict
from kg.store.layout import ENGINE_ERRORS, Layout, Version


def verify(folder: Path) -> Verdict:
    """Check the store in ``folder``; ``kg.store.verify`` has the contract."""
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
            fresh.bulk_load(as_triples(parse(file, RdfFormat.N_QUADS)), RdfFormat.N_TRIPLES)
    except (OSError, SyntaxError) as error:
        yield f"graph.nq cannot be read: {error}"
        return
    expected = frozenset(fresh)
    try:
        for order, statements in _orders(Index.read_only(str(version.index)), expected):
            found = set(statements)
            if lacking := len(expected - found):
                yield f"the index by {order} lacks {lacking} of the statements of graph.nq"
            if beyond := len(found - expected):
                yield f"the index by {order} has {beyond} statements that graph.nq lacks"
    except ENGINE_ERRORS as error:
        yield f"the index cannot be read: {error}"


def _orders(index: Index, expected: AbstractSet[Quad]) -> Iterator[tuple[str, Iterable[Quad]]]:
    """The statements of the index as found along each of its three orders of terms.

    Oxigraph 0.5.13 finds more in a database on disk than it is asked for: other numbers besides
    one whose last byte is 0xFF (12 besides 8447). Its SPARQL compares again, and so do we.
    """
    default = DefaultGraph()
    yield "subject", index  # a scan goes along this one
    predicates = {quad.predicate for quad in expected}
    yield (
        "predicate",
        (
            quad
            for one in predicates
            for quad in index.quads_for_pattern(None, one, None, default)
            if quad.predicate == one
        ),
    )
    objects = {quad.object for quad in expected}
    yield (
        "object",
        (
            quad
            for one in objects
            for quad in index.quads_for_pattern(None, None, one, default)
            if quad.object == one
        ),
    )
