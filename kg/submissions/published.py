"""The submissions in the published graph: which there are, and the graph with others than those.

The records say what is accepted; the graph is made of the articles' statements and of the
accepted submissions. A writer that was killed between the two leaves them apart, until the next
one brings the graph to what the records say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.errors import StoreError
from kg.iris import DEFAULT_BASE
from kg.nquads import as_text, quads_of, sort_text
from kg.store import Publish, Published
from kg.store.checksums import file_damage
from kg.store.layout import FORMAT, Layout, Version, damaged, store_errors
from kg.submissions import shelf
from kg.submissions.model import Event, Record
from kg.submissions.statements import iri, iri_prefix
from kg.validate import Against, Finding
from kg.validate.known import Known
from kg.validate.naming import said_now
from kg.vocab import DCTERMS

LISTED = "submissions"
"""The key of the manifest with the IDs of the submissions in the graph."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The accepted submissions: their records by ID, and their statements as N-Quads lines."""

    records: tuple[Record, ...] = ()
    texts: tuple[bytes, ...] = ()

    @property
    def about(self) -> dict[str, object]:
        """What the manifest says of them: nothing when there are none."""
        return about({}, self.records)

    def beside(self, quads: tuple[Quad, ...]) -> tuple[Quad, ...]:
        """The statements with those of the submissions, each once, sorted.

        What a submission says of an IRI that a match decision has replaced is said of the one that
        took its place. It is kept as it came: without the decision it is as it was.
        """
        if not self.texts:
            return quads
        redirects = _redirects(quads)
        there = {
            quad.triple
            for quad in quads
            if redirects and {str(quad.subject)[1:-1], str(quad.object)[1:-1]} & redirects.keys()
        }
        theirs = said_now(quads_of(self.texts), redirects, lambda quad: quad.triple in there)
        return tuple(quads_of(sort_text(as_text((*quads, *theirs)))))

    def speaking_of(self, findings: Iterable[Finding], quads: Iterable[Quad]) -> tuple[Record, ...]:
        """Those that say anything in ``quads`` of what the findings are about."""
        things = {thing for f in findings for thing in (f.focus, f.value) if thing}
        graphs = {
            quad.graph_name.value
            for quad in quads
            if isinstance(quad.graph_name, NamedNode)
            and any(str(term)[1:-1] in things for term in (quad.subject, quad.object))
        }
        return tuple(one for one in self.records if iri(one.base, one.id) in graphs)


def kept(folder: Path, base: str) -> Kept:
    """What a build has to join to the statements of the articles; it holds the lock.

    Raises ``StoreError`` when one is damaged or was made under another base.
    """
    records = settle(folder, in_graph(folder))
    accepted = tuple(record for record in records if record.state == "accepted")
    for record in accepted:
        if record.base != base:
            raise StoreError(
                f"submission {record.id} was accepted under the base {record.base}, "
                f"and the graph is to be built under {base}",
                where=str(folder),
                todo=f"set the base back, or `kg retract {record.id}` and submit it anew",
            )
    return Kept(accepted, tuple(shelf.read_graph(folder, record) for record in accepted))


def about(others: Mapping[str, object], records: Iterable[Record]) -> dict[str, object]:
    """What the manifest says of a graph with these submissions; ``others`` is what else it says."""
    made = {key: value for key, value in others.items() if key != LISTED}
    ids = sorted(record.id for record in records)
    return {**made, LISTED: ids} if ids else made


def settle(folder: Path, listed: frozenset[str]) -> list[Record]:
    """All records, those brought up to date whose writer was killed after it had published.

    ``listed`` are the IDs in the graph. Raises ``StoreError`` and ``OSError``.
    """
    shelf.tidy(folder)
    records = []
    for record in shelf.list_records(folder):
        if record.state == "received" and record.id in listed:
            # Nobody knows the moment; publishing followed when it had been received.
            settled = record.now("accepted", Event(record.events[-1].at, "accepted"))
            shelf.update(folder, settled)
            records.append(settled)
        else:
            records.append(record)
    return records


def in_graph(folder: Path) -> frozenset[str]:
    """The IDs of the submissions that the served graph holds; none when nothing is served."""
    layout = Layout(folder)
    try:
        said = layout.version(layout.served()).read_manifest().get("about", {})
    except StoreError:
        return frozenset()  # a build is how a store that is new or damaged gets a graph
    return frozenset(map(str, said.get(LISTED, ())))


def standing(folder: Path) -> list[Record]:
    """All records as they stand, for readers, who change nothing. Raises ``StoreError``."""
    listed = in_graph(folder)
    return [
        replace(record, state="accepted")
        if record.state == "received" and record.id in listed
        else record
        for record in shelf.list_records(folder)
    ]


@dataclass(frozen=True, slots=True)
class Served:
    """The version that is served, whose files have been compared with their checksums."""

    version: Version
    base: str
    about: dict[str, object]


def served(folder: Path) -> Served:
    """The version that a writer starts from.

    Raises ``StoreError`` if nothing has been published or a file of it is damaged: what is made of
    a damaged graph would look sound.
    """
    layout = Layout(folder)
    version = layout.version(layout.served())
    if damage := next(file_damage(version), None):
        raise damaged(str(version.folder), damage)
    manifest = version.read_manifest()
    if manifest.get("format") != FORMAT:
        raise StoreError(
            "the graph was published by another kg", where=str(folder), todo="run `kg build`"
        )
    said = manifest.get("about", {})
    return Served(version, str(said.get("base", DEFAULT_BASE)), dict(said))


def publish_with(
    folder: Path, publish: Publish, start: Served, records: Iterable[Record]
) -> Published:
    """Serve the graph of ``start`` with exactly the submissions ``records``.

    Raises ``StoreError`` when one is damaged or publishing fails.
    """
    chosen = tuple(records)
    made = statements(folder, start, chosen)
    with store_errors(folder), ExitStack() as opened:
        beside = (start.version.articles, start.version.occurrences)
        articles, occurrences = (opened.enter_context(path.open("rb")) for path in beside)
        return publish(made, about(start.about, chosen), articles, occurrences)


def statements(folder: Path, start: Served, records: Iterable[Record]) -> Iterator[Quad]:
    """The statements of the graph of ``start`` with exactly the submissions ``records``."""
    wanted = {iri(start.base, record.id): record for record in records}
    own, seen = iri_prefix(start.base), set()
    for quad in parse(path=str(start.version.graph), format=RdfFormat.N_QUADS):
        name = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
        if not name.startswith(own):
            yield quad
        elif name in wanted:
            seen.add(name)
            yield quad
    against = Against(start.base, start.version.graph, start.version.index)
    with Known(against) as known:
        for name, record in wanted.items():
            if name not in seen:
                yield from known.said_now(quads_of([shelf.read_graph(folder, record)]))


def _redirects(quads: Iterable[Quad]) -> dict[str, str]:
    return {
        quad.subject.value: quad.object.value
        for quad in quads
        if quad.predicate.value == DCTERMS.isReplacedBy
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
    }
