"""A build: all articles read, written and joined into a graph that is published whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pyoxigraph import Quad

from kg import rdf
from kg.articles import as_line, find_articles, read_documents
from kg.decisions import Decision
from kg.decisions.hashing import content_hash
from kg.errors import InputError
from kg.gazetteer import load_gazetteer
from kg.identity import Occurrence
from kg.identity.lines import as_lines
from kg.iris import DEFAULT_BASE, Minter
from kg.model import Document
from kg.nquads import as_text, quads_of, sort_text
from kg.pipeline.articles import ArticleRead, read_article, write_article
from kg.pipeline.settling import settle
from kg.pipeline.summary import ArticleSummary
from kg.processes import Map
from kg.store import Published, writer
from kg.submissions import Kept, Record
from kg.submissions import kept as kept_submissions
from kg.validate import Report, validate_quads


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did. ``articles`` are sorted by name and IRI, ``quads`` as N-Quads lines.

    ``duplicates`` pairs each article that was left out with the one of the same bytes that was
    read. ``published`` is None when ``report`` does not conform, or when there is no folder.
    ``decisions`` is how many were applied. ``submissions`` are those in the graph, ``doubtful``
    those that speak of what breaks a rule.
    """

    articles: tuple[ArticleSummary, ...]
    duplicates: tuple[tuple[str, str], ...]
    report: Report
    quads: tuple[Quad, ...]
    published: Published | None
    decisions: int = 0
    submissions: tuple[Record, ...] = ()
    doubtful: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """The statements of several articles, each once and sorted, and what each article gave.

    ``occurrences`` are the entities as each article has them, before they were joined.
    """

    articles: tuple[ArticleSummary, ...]
    quads: tuple[Quad, ...]
    occurrences: tuple[Occurrence, ...]


Progress = Callable[[Document], object]


def load_documents(paths: Iterable[Path]) -> list[Document]:
    """The articles in files and folders. Raises ``InputError`` naming one that cannot be read."""
    return list(read_documents(find_articles(paths)))


def build(
    documents: Iterable[Document],
    folder: Path | None,
    *,
    base: str = DEFAULT_BASE,
    decisions: Sequence[Decision] = (),
    map: Map = map,  # noqa: A002 - named after what it takes: any map will do
    progress: Progress | None = None,
) -> BuildResult:
    """Build the graph of ``documents`` and publish it to the store in ``folder``.

    The submissions that the store has accepted stay in its graph. What they say of an IRI that gave
    way is said of the one that took its place.

    ``decisions`` say of entities that they are one or are not. ``folder`` None publishes nothing;
    the caller may use the quads. ``map`` calls the workers for each article and may do so in other
    processes; ``progress`` is told each document once it has been read.

    Raises ``InputError`` when there is no article, or a decision cannot be applied (it names
    something that no article has, or contradicts another), ``StoreError`` when another build is
    running or the store cannot be written, and ``InternalError``, naming the article, when
    reading it fails.
    """
    with nullcontext() if folder is None else writer(folder) as publish:
        chosen, duplicates = _distinct(documents)
        graph = join(chosen, base=base, decisions=decisions, map=map, progress=progress)
        kept = Kept() if folder is None else kept_submissions(folder, base)
        quads = kept.beside(graph.quads)
        report = validate_quads(quads)
        published = None
        if publish and report.conforms:
            about = {**_about(chosen, base, decisions, graph.articles), **kept.about}
            published = publish(quads, about, _texts(chosen), as_lines(graph.occurrences))
    return BuildResult(
        graph.articles,
        duplicates,
        report,
        quads,
        published,
        len(decisions),
        kept.records,
        kept.speaking_of(report.at_least("violation"), quads) if kept.records else (),
    )


def join(
    documents: Sequence[Document],
    *,
    base: str = DEFAULT_BASE,
    decisions: Sequence[Decision] = (),
    map: Map = map,  # noqa: A002 - as in build
    progress: Progress | None = None,
) -> Graph:
    """The graph of documents that differ, not yet checked against the shapes.

    Arguments and errors are those of ``build``.
    """
    minter = Minter(base)
    settled = settle(_read_all(documents, map, progress), decisions, minter)
    written = list(map(partial(write_article, base=base), settled.articles))
    summaries = sorted((one.summary for one in written), key=lambda one: (one.name, one.iri))
    shared = [
        *rdf.dataset_quads(minter),
        *rdf.entity_quads((one.resolution for one in settled.articles), minter),
        *rdf.register_quads(
            ((one.extraction.document, one.resolution) for one in settled.articles),
            load_gazetteer(),
            minter,
        ),
        *rdf.identity_quads(settled.identity, decisions, minter),
    ]
    lines = sort_text(b"".join([as_text(shared), *(one.text for one in written)]))
    return Graph(tuple(summaries), tuple(quads_of(lines)), settled.occurrences)


def _read_all(
    documents: Sequence[Document], run: Map, progress: Progress | None
) -> Iterator[ArticleRead]:
    for one in run(read_article, documents):
        if progress:
            progress(one.extraction.document)
        yield one


def _about(
    documents: Iterable[Document],
    base: str,
    decisions: Iterable[Decision],
    articles: Iterable[ArticleSummary],
) -> dict[str, object]:
    """What the manifest keeps of the input: the hash of each article and of each decision.

    And what the graph does not say: how much of each article was left over, by its IRI.
    """
    return {
        "articles": sorted(document.sha256 for document in documents),
        "base": base,
        "decisions": sorted(map(content_hash, decisions)),
        "leftovers": {one.iri: one.leftovers for one in articles},
    }


def _texts(documents: Iterable[Document]) -> Iterator[bytes]:
    return map(as_line, sorted(documents, key=lambda document: document.sha256))


def _distinct(
    documents: Iterable[Document],
) -> tuple[list[Document], tuple[tuple[str, str], ...]]:
    """One document for each content, whatever the order given, and the names left out."""
    chosen: dict[str, Document] = {}
    duplicates = []
    for document in sorted(documents, key=_preference):
        kept = chosen.setdefault(document.sha256, document)
        if kept is not document:
            duplicates.append((document.name, kept.name))
    if not chosen:
        raise InputError("there is no article to build from", todo="name a file or a folder")
    return list(chosen.values()), tuple(duplicates)


def _preference(document: Document) -> tuple[object, ...]:
    """Sorts by name; of equal articles the one whose sidecar says most comes first."""
    published = document.published.when if document.published else None
    said = (document.title, document.publisher, document.url, published)
    return said.count(None), document.name, tuple(part or "" for part in said)
