"""Names for nameless things that depend on what is said of them, and on nothing else.

The canonical labels of RDFC-1.0 are numbers: one more nameless thing in a graph moves those of all
that come after it, and a comparison would then show them all as changed. Here a label is a hash of
the statements around the thing, so that what did not change keeps it. Things that cannot be told
apart by what is said of them are numbered in the order that RDFC-1.0 gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import cast

import pyoxigraph as ox

_DIGITS = 16
Terms = tuple[object, object, object, object]


def named(quads: Sequence[ox.Quad]) -> tuple[list[ox.Quad], int]:
    """The statements with such labels, and how many nameless things there are.

    Finding the labels may take very long for a graph that was made for that: whoever calls this
    watches the clock.
    """
    hashes = _hashed(quads)
    if len(set(hashes.values())) < len(hashes):
        kept = ox.Dataset(quads)
        kept.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        quads = list(kept)
        hashes = _hashed(quads)
    labels = _labels(hashes)
    return [_renamed(quad, labels) for quad in quads], len(labels)


def _hashed(quads: Sequence[ox.Quad]) -> dict[str, str]:
    """For each nameless thing a hash of what is said of it, by label."""
    around = _around(quads)
    hashes: dict[str, str] = {}
    for part in _components(around):
        hashes |= _hashes(part, around)
    return hashes


def _terms(quad: ox.Quad) -> Terms:
    return quad.subject, quad.predicate, quad.object, quad.graph_name


def _blanks(quad: ox.Quad) -> set[str]:
    return {term.value for term in _terms(quad) if isinstance(term, ox.BlankNode)}


def _around(quads: Iterable[ox.Quad]) -> dict[str, list[ox.Quad]]:
    """For each nameless thing the statements that it stands in."""
    found: dict[str, list[ox.Quad]] = defaultdict(list)
    for quad in quads:
        for label in _blanks(quad):
            found[label].append(quad)
    return found


def _components(around: Mapping[str, Sequence[ox.Quad]]) -> Iterable[list[str]]:
    """The nameless things in groups that no statement joins."""
    waiting = set(around)
    while waiting:
        part, edge = [], [waiting.pop()]
        while edge:
            label = edge.pop()
            part.append(label)
            beside = {other for quad in around[label] for other in _blanks(quad)} & waiting
            waiting -= beside
            edge.extend(beside)
        yield part


def _hashes(part: Sequence[str], around: Mapping[str, Sequence[ox.Quad]]) -> dict[str, str]:
    """A hash for each thing of a group, refined until it tells no more of them apart."""
    hashes = dict.fromkeys(part, "")
    apart = 0
    while True:
        hashes = {label: _hash(label, around[label], hashes) for label in part}
        found = len(set(hashes.values()))
        if found == apart:
            return hashes
        apart = found


def _hash(label: str, quads: Iterable[ox.Quad], hashes: Mapping[str, str]) -> str:
    def shown(term: object) -> str:
        if not isinstance(term, ox.BlankNode):
            return str(term)
        return "_:this" if term.value == label else f"_:{hashes[term.value]}"

    lines = sorted(" ".join(map(shown, _terms(quad))) for quad in quads)
    return sha256("\n".join(lines).encode()).hexdigest()


def _labels(hashes: Mapping[str, str]) -> dict[str, str]:
    """A new label for each; those of one hash have labels of RDFC-1.0, which end in a number."""
    alike: dict[str, list[str]] = defaultdict(list)
    for label, made in hashes.items():
        alike[made].append(label)
    return {
        label: f"b{made[:_DIGITS]}" + (f"-{number}" if number else "")
        for made, labels in alike.items()
        for number, label in enumerate(sorted(labels, key=lambda one: (len(one), one)))
    }


def _renamed(quad: ox.Quad, labels: Mapping[str, str]) -> ox.Quad:
    if not _blanks(quad):
        return quad

    def new(term: object) -> object:
        return ox.BlankNode(labels[term.value]) if isinstance(term, ox.BlankNode) else term

    subject, predicate, item, graph = map(new, _terms(quad))
    return ox.Quad(
        cast(ox.NamedNode, subject),
        cast(ox.NamedNode, predicate),
        cast(ox.NamedNode, item),
        cast(ox.NamedNode, graph),
    )
