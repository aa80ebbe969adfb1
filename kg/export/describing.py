"""The graph with its description: what every export holds beside the statements themselves.

The description stands in a graph of its own, named like the data set, and its statements take their
places among the sorted lines. An export that was loaded somewhere brought its description along;
that one gives way to the new one, so that exporting once more gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from kg.census import Census, take
from kg.iris import Minter
from kg.nquads import HasLines, sorted_lines, split
from kg.rdf import dataset_iri, description_quads
from kg.vocab import DCTERMS, RDF, VOID

_ABOUT = re.compile(rb"(<[^>]*/id/dataset/kg)[/>]")
_TYPE, _DATASET = f"<{RDF.type}>", f"<{VOID.Dataset}>"
_ALWAYS = frozenset(
    f"<{name}>" for name in (DCTERMS.title, DCTERMS.description, VOID.vocabulary, VOID.uriSpace)
)


def is_description(line: bytes) -> bool:
    """Whether a sorted line is of the description of an export, under whatever base.

    It stands in the graph of its own, or, if a format without graphs was loaded, in the default
    one, where the few statements are not of it that every graph makes of itself.
    """
    found = _ABOUT.match(line)
    if not found:
        return False
    node = f"{found[1].decode()}>"
    subject, predicate, item, graph = split(line)
    always = predicate in _ALWAYS or (predicate == _TYPE and item == _DATASET)
    return graph in ("", node) and not (subject == node and not graph and always)


class Counted(HasLines, Protocol):
    """A store, which knows how much it holds."""

    def census(self) -> Census:
        """How much of what the graph has."""
        ...


@dataclass(frozen=True, slots=True)
class Described:
    """A graph with its description, as sorted N-Quads lines; may be gone through repeatedly.

    ``census`` is of the graph without it, ``node`` the IRI of the data set, ``about`` are the lines
    of the description.
    """

    source: HasLines
    census: Census
    node: str
    about: tuple[bytes, ...] = ()

    def lines(self) -> Iterator[bytes]:
        """The lines, those of the description where they belong."""
        lines = iter(self.source.lines())
        start, around = f"<{self.node}".encode(), []
        for line in lines:
            if line >= start:
                around.append(line)
                break
            yield line
        # What begins with the IRI of the data set stands together: few lines, and then the rest.
        while around and around[-1].startswith(start) and (line := next(lines, b"")):
            around.append(line)
        others = (line for line in around if not is_description(line))
        yield from sorted({*others, *self.about})
        yield from lines


def describe(source: Counted, base: str) -> Described:
    """The graph of a store with its description; ``base`` begins the IRIs of both.

    Raises ``StoreError`` when the store cannot be read, ``ResourceError`` when the table of
    sources cannot.
    """
    minter = Minter(base)
    bare = Described(source, source.census(), dataset_iri(minter))
    if VOID.propertyPartition in bare.census.properties:  # exported and loaded: count without
        bare = replace(bare, census=take(bare.lines()))
    about = sorted_lines(description_quads(minter, bare.census))
    return replace(bare, about=tuple(about))
