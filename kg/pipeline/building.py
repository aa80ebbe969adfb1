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
from kg.errors import InputError
from kg.iris import DEFAULT_BASE, Minter
from kg.model import Document
from kg.nquads import as_text, quads_of, sort_text
from kg.pipeline.articles import ArticleRead, ArticleWritten, read_article, write_article
from kg.pipeline.summary import ArticleSummary
from kg.processes import Map
from kg.store import Publish, Published, writer
from kg.validate import Report, validate_quads


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did. ``articles`` are sorted by name and IRI, ``quads`` as N-Quads lines.

    ``duplicates`` pairs each article that was left out with the one of the same bytes that was
    read. ``published`` is None when ``report`` does not conform, or when there is no folder.
    """

    articles: tuple[ArticleSummary, ...]
    duplicates: tuple[tuple[str, str], ...]
    report: Report
    quads: tuple[Quad, ...]
    published: Published | None


@dataclass(frozen=True, slots=True)
class Graph:
    """The statements of several articles, each once and sorted, and what each article gave."""

    articles: tuple[ArticleSummary, ...]
    quads: tuple[Quad, ...]


Progress = Callable[[Document], object]


def load_documents(paths: Iterable[Path]) -> list[Document]:
    """The articles in files and folders. Raises ``InputError`` naming one that cannot be read."""
    return list(read_documents(find_articles(paths)))


def build(
    documents: Iterable[Document],
    folder: Path | None,
    *,
    base: str = DEFAULT_BASE,
    map: Map = map,  # noqa: A002 - named after what it takes: any map will do
    progress: Progress | None = None,
) -> BuildResult:
    """Build the graph of ``documents`` and publish it to the store in ``folder``.

    ``folder`` None publishes nothing; the caller may use the quads. ``map`` calls the workers for
    each article and may do so in other processes; ``progress`` is told each document once it has
    been read.

    Raises ``InputError`` when there is no article, ``StoreError`` when another build is running or
    the store cannot be written, and ``InternalError``, naming the article, when reading it fails.
    """
    with nullcontext() if folder is None else writer(folder) as publish:
        chosen, duplicates = _distinct(documents)
        graph = join(chosen, base=base, map=map, progress=progress)
        report = validate_quads(graph.quads)
        published = _publish(publish, graph.quads, chosen, base) if report.conforms else None
    return BuildResult(graph.articles, duplicates, report, graph.quads, published)


def join(
    documents: Sequence[Document],
    *,
    base: str = DEFAULT_BASE,
    map: Map = map,  # noqa: A002 - as in build
    progress: Progress | None = None,
) -> Graph:
    """The graph of documents that differ, not yet checked against the shapes.

    Arguments and errors are those of ``build``.
    """
    read = list(_read_all(documents, map, progress))
    written = list(map(partial(write_article, base=base), read))
    summaries = sorted((one.summary for one in written), key=lambda one: (one.name, one.iri))
    return Graph(tuple(summaries), _joined(read, written, Minter(base)))


def _read_all(
    documents: Sequence[Document], run: Map, progress: Progress | None
) -> Iterator[ArticleRead]:
    for one in run(read_article, documents):
        if progress:
            progress(one.extraction.document)
        yield one


def _joined(
    read: Iterable[ArticleRead], written: Iterable[ArticleWritten], minter: Minter
) -> tuple[Quad, ...]:
    """The statements of all articles and of the graph about itself, each once, sorted."""
    shared = [
        *rdf.dataset_quads(minter),
        *rdf.entity_quads((one.resolution for one in read), minter),
    ]
    return tuple(quads_of(sort_text(b"".join([as_text(shared), *(one.text for one in written)]))))


def _publish(
    publish: Publish | None, quads: Iterable[Quad], documents: Iterable[Document], base: str
) -> Published | None:
    if publish is None:
        return None
    kept = sorted(documents, key=lambda document: document.sha256)
    about = {"articles": [document.sha256 for document in kept], "base": base}
    return publish(quads, about, map(as_line, kept))


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
