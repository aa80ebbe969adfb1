"""Is a store on disk still what was published? Every file, every index, every statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
)
from pyoxigraph import Store as Index

from kg.errors import StoreError
from kg.nquads import as_triples
from kg.store.base import Verdict
from kg.store.checksums import file_damage
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
    # The engine never comes back from counting over a damaged block; such files are named above.
    damage += _index_damage(version, thorough=not any(file_damage(version, version.index.name)))
    return Verdict(
        str(folder), served, manifest.get("quads"), manifest.get("graphs"), tuple(damage)
    )


def _graph_damage(version: Version, expected: object) -> Iterator[str]:
    try:
        with version.graph.open("rb") as file:
            count = sum(1 for _ in file)
    except OSError as error:
        yield f"graph.nq cannot be read: {error.strerror}"
        return
    if count != expected:
        yield f"graph.nq has {count} statements where the manifest has {expected}"


def _index_damage(version: Version, *, thorough: bool) -> Iterator[str]:
    """Compare the index with one made afresh from graph.nq; ``thorough``: along all its orders."""
    try:
        fresh = Index()
        with version.graph.open("rb") as file:
            fresh.bulk_load(as_triples(parse(file, RdfFormat.N_QUADS)), RdfFormat.N_TRIPLES)
    except (OSError, SyntaxError) as error:
        yield f"graph.nq cannot be read: {error}"
        return
    try:
        index = Index.read_only(str(version.index))
        yield from _content_differences(index, frozenset(fresh))
        if thorough:
            yield from _order_differences(index, fresh)
    except ENGINE_ERRORS as error:
        yield f"the index cannot be read: {error}"


def _content_differences(index: Index, expected: AbstractSet[Quad]) -> Iterator[str]:
    """Read every statement, along the order that begins with the subject."""
    found = set(index)
    if lacking := len(expected - found):
        yield f"the index lacks {lacking} of the statements of graph.nq"
    if beyond := len(found - expected):
        yield f"the index has {beyond} statements that graph.nq lacks"


def _order_differences(index: Index, fresh: Index) -> Iterator[str]:
    """Count along the two other orders of terms; what they lead to has been read."""
    predicates = Counter(quad.predicate for quad in fresh)
    objects = Counter(quad.object for quad in fresh)
    for order, wrong in (
        ("predicate", sum(_of_predicate(index, one) != n for one, n in predicates.items())),
        ("object", sum(_of_object(index, one) != n for one, n in objects.items())),
    ):
        if wrong:
            yield f"the index by {order} has too few or too many statements for {wrong} terms"


def _of_predicate(index: Index, predicate: NamedNode) -> int:
    """How many statements a predicate has; counting in SPARQL spares reading their terms."""
    (row,) = index.query(f"SELECT (COUNT(*) AS ?n) {{ ?s {predicate} ?o }}")  # type: ignore[misc] # a SELECT has rows
    return int(row["n"].value)


def _of_object(index: Index, item: NamedNode | BlankNode | Literal | Triple) -> int:
    """How many statements an object has.

    Oxigraph 0.5.13 finds more in a database on disk than it is asked for: other numbers besides
    one whose last byte is 0xFF (12 besides 8447). Its SPARQL compares again, and so do we.
    """
    found = index.quads_for_pattern(None, None, item, DefaultGraph())
    return sum(1 for quad in found if quad.object == item)
