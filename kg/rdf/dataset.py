"""What the graph says of itself, and what an export adds: how much it holds, and whose it is.

The few statements of ``dataset_facts`` are in every published graph. Those of
``description_facts`` depend on all others, so that an export makes them: they are VoID, DCAT,
schema.org and SPDX, and their subjects all begin with the IRI of the data set.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg import __version__
from kg.census import Census
from kg.errors import ResourceError
from kg.iris import Minter, slug
from kg.rdf.facts import Fact, integer, link, text, typed, when
from kg.tables import rows
from kg.vocab import DCAT, DCTERMS, KGO, PAV, PREFIXES, SCHEMA, SPDX, VOID, XSD

_DESCRIPTION = (
    "Who is said to back whom, in which article and in which words. "
    "Each article's statements are in the graph that the article names."
)
N_QUADS = "https://www.iana.org/assignments/media-types/application/n-quads"
_DIGITS = 16
_TABLE = "sources.tsv"
_COLUMNS = ("key", "title", "licence", "rights")
_OWN = "kg"


@dataclass(frozen=True, slots=True)
class Source:
    """A data set: its key, what it is called, the IRI of its licence, and what must be said."""

    key: str
    title: str
    licence: str
    rights: str


@dataclass(frozen=True, slots=True)
class Sources:
    """The data set itself, and those that it was made from beside the articles."""

    own: Source
    others: tuple[Source, ...]


def load_sources() -> Sources:
    """Whose data the graph holds. Raises ``ResourceError`` when the table cannot be read."""
    made = {source.key: source for source in (Source(*row) for row in rows(_TABLE, _COLUMNS))}
    if _OWN not in made:
        raise ResourceError("has no row for the data set itself", where=_TABLE)
    own = made.pop(_OWN)
    return Sources(own, tuple(made[key] for key in sorted(made)))


def dataset_iri(minter: Minter) -> str:
    """The IRI of the data set; with it begin those of all parts of its description."""
    return minter.id("dataset", "kg")


def dataset_facts(minter: Minter) -> Iterator[Fact]:
    """What every graph says of itself: the same for every build under one base."""
    node = dataset_iri(minter)
    yield from typed(node, VOID.Dataset)
    yield from text(node, DCTERMS.title, load_sources().own.title)
    yield from text(node, DCTERMS.description, _DESCRIPTION)
    yield link(node, VOID.vocabulary, KGO.ONTOLOGY)
    yield from text(node, VOID.uriSpace, f"{minter.base}id/")


def description_facts(minter: Minter, census: Census, sources: Sources) -> Iterator[Fact]:
    """What an export says of the graph that ``census`` counted."""
    node = dataset_iri(minter)
    yield from typed(node, DCAT.Dataset, SCHEMA.Dataset)
    yield from text(node, SCHEMA.name, sources.own.title)
    yield from text(node, SCHEMA.description, _DESCRIPTION)
    yield link(node, SCHEMA.license, sources.own.licence)
    yield from _terms_of_use(node, sources.own)
    yield from text(node, DCAT.version, census.sha256[:_DIGITS])
    for source in sources.others:
        yield from _source(node, source)
    yield from _program(node)
    yield from _period(node, census)
    yield from _distribution(node, census)
    yield from _numbers(node, census)


def _terms_of_use(node: str, source: Source) -> Iterator[Fact]:
    yield link(node, DCTERMS.license, source.licence)
    yield from text(node, DCTERMS.rights, source.rights)


def _source(node: str, source: Source) -> Iterator[Fact]:
    other = f"{node}/source/{source.key}"
    yield link(node, DCTERMS.source, other)
    yield from typed(other, DCAT.Dataset)
    yield from text(other, DCTERMS.title, source.title)
    yield from _terms_of_use(other, source)


def _program(node: str) -> Iterator[Fact]:
    program = f"{node}/program"
    yield link(node, PAV.createdWith, program)
    yield from typed(program, SCHEMA.SoftwareApplication)
    yield from text(program, SCHEMA.name, "kg")
    yield from text(program, SCHEMA.softwareVersion, __version__)


def _period(node: str, census: Census) -> Iterator[Fact]:
    if not census.first:
        return
    period = f"{node}/period"
    yield link(node, DCTERMS.temporal, period)
    yield from typed(period, DCTERMS.PeriodOfTime)
    yield from when(period, DCAT.startDate, census.first)
    yield from when(period, DCAT.endDate, census.last)


def _distribution(node: str, census: Census) -> Iterator[Fact]:
    lines, checksum = f"{node}/nquads", f"{node}/nquads/checksum"
    yield link(node, DCAT.distribution, lines)
    yield from typed(lines, DCAT.Distribution)
    yield link(lines, DCAT.mediaType, N_QUADS)
    yield integer(lines, DCAT.byteSize, census.size)
    yield link(lines, SPDX.checksum, checksum)
    yield from typed(checksum, SPDX.Checksum)
    yield link(checksum, SPDX.algorithm, SPDX.checksumAlgorithm_sha256)
    value = Literal(census.sha256, datatype=NamedNode(XSD.hexBinary))
    yield checksum, SPDX.checksumValue, value


def _numbers(node: str, census: Census) -> Iterator[Fact]:
    yield integer(node, VOID.triples, census.triples)
    yield integer(node, VOID.entities, census.entities)
    yield integer(node, VOID.distinctSubjects, census.subjects)
    yield integer(node, VOID.classes, len(census.classes))
    yield integer(node, VOID.properties, len(census.properties))
    for part, name, count in _parts(f"{node}/class", census.classes):
        yield link(node, VOID.classPartition, part)
        yield link(part, VOID.class_, name)
        yield integer(part, VOID.entities, count)
    for part, name, count in _parts(f"{node}/property", census.properties):
        yield link(node, VOID.propertyPartition, part)
        yield link(part, VOID.property, name)
        yield integer(part, VOID.triples, count)


def _parts(node: str, counted: Mapping[str, int]) -> Iterator[tuple[str, str, int]]:
    for name, count in counted.items():
        yield f"{node}/{_key(name)}", name, count


def _key(term: str) -> str:
    """A key for a term: its prefix and name if they are plain, else from a hash."""
    cut = max(term.rfind("/"), term.rfind("#")) + 1
    for prefix, namespace in PREFIXES.items():
        if term[:cut] == namespace and term[cut:].isascii() and term[cut:].isalnum():
            return f"{prefix}-{term[cut:]}"
    digest = hashlib.sha256(term.encode()).hexdigest()[:_DIGITS]
    return f"{slug(term[cut:])[:40]}-{digest}"
