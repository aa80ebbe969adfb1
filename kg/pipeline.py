"""From articles to the published graph: the one file that joins reading, RDF, checks and store.

    load_documents(paths)     the articles of files and folders, each once
    build(documents, ...)     read → resolve → quads → check → validate → publish

The order of the articles changes nothing, an article given twice counts once, and a graph that
breaks a rule is not published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path

from pyoxigraph import Quad

from kg import rdf
from kg.articles import as_line, find_articles, read_documents
from kg.errors import InputError, naming
from kg.extract import extract
from kg.gazetteer import load_gazetteer
from kg.iris import DEFAULT_BASE, Minter
from kg.lexicon import load_lexicon
from kg.model import Claim, Comparator, Document, Extraction, Polarity, Resolution
from kg.nquads import as_text, quads_of, sort_text
from kg.reconcile import reconcile
from kg.store import Publish, Published, writer
from kg.validate import Report, check_quotes, validate_quads

UNRESOLVED = frozenset({"unknown", "ambiguous"})
"""The kinds of places that nobody could name."""


@dataclass(frozen=True, slots=True)
class Backing:
    """How many endorsements of one polarity an article gives a candidate."""

    candidate: str
    polarity: Polarity
    count: int


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """The number with which an article introduces a list, beside the number that it lists."""

    candidate: str
    stated: Decimal
    comparator: Comparator
    unit: str
    listed: int

    @property
    def agrees(self) -> bool:
        """Whether the list bears the number out; one that is not meant exactly always agrees."""
        if self.comparator == "exactly":
            return self.listed == self.stated
        if self.comparator == "over":
            return self.listed > self.stated
        return self.comparator != "at least" or self.listed >= self.stated


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What one article gave. ``backings`` are sorted by number, the largest first, then by name.

    ``unresolved`` are the places, as printed, that are ambiguous or unknown; ``statements`` counts
    the quads of the article, shared ones included.
    """

    name: str
    iri: str
    title: str | None
    backings: tuple[Backing, ...]
    claims: int
    roles: int
    candidacies: int
    unresolved: tuple[str, ...]
    leftovers: int
    listed_claims: tuple[ListedClaim, ...]
    statements: int

    @property
    def endorsements(self) -> int:
        """The number of endorsements of every polarity."""
        return sum(backing.count for backing in self.backings)


@dataclass(frozen=True, slots=True)
class ArticleRead:
    """What a worker hands back: the summary, and the statements as N-Quads."""

    summary: ArticleSummary
    text: bytes


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


Map = Callable[[Callable[[Document], ArticleRead], Sequence[Document]], Iterable[ArticleRead]]
Progress = Callable[[ArticleSummary], object]


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

    ``folder`` None publishes nothing; the caller may use the quads. ``map`` calls the worker for
    each article and may do so in other processes; ``progress`` is told each summary as it comes.

    Raises ``InputError`` when there is no article, ``StoreError`` when another build is running or
    the store cannot be written, and ``InternalError``, naming the article, when reading it fails.
    """
    with nullcontext() if folder is None else writer(folder) as publish:
        chosen, duplicates = _distinct(documents)
        read = list(_read_all(chosen, base, map, progress))
        quads = _joined(read, base)
        report = validate_quads(quads)
        published = _publish(publish, quads, chosen, base) if report.conforms else None
    summaries = sorted((one.summary for one in read), key=lambda one: (one.name, one.iri))
    return BuildResult(tuple(summaries), duplicates, report, quads, published)


def read_article(document: Document, base: str) -> ArticleRead:
    """Read and resolve one article and make its quads; the worker, so all of it can be pickled.

    Raises a ``KgError`` that names the article.
    """
    with naming(document.name):
        lexicon, gazetteer = load_lexicon(), load_gazetteer()
        extraction = extract(document, lexicon, gazetteer)
        resolution = reconcile(extraction, gazetteer, lexicon)
        quads = rdf.quads(extraction, resolution, gazetteer, Minter(base))
        check_quotes(document, quads)
    return ArticleRead(_summary(extraction, resolution, Minter(base), len(quads)), as_text(quads))


def _read_all(
    documents: Sequence[Document], base: str, run: Map, progress: Progress | None
) -> Iterator[ArticleRead]:
    for one in run(partial(read_article, base=base), documents):
        if progress:
            progress(one.summary)
        yield one


def _joined(read: Iterable[ArticleRead], base: str) -> tuple[Quad, ...]:
    """The statements of all articles and of the graph about itself, each once, sorted."""
    about = as_text(rdf.dataset_quads(Minter(base)))
    return tuple(quads_of(sort_text(b"".join([about, *(one.text for one in read)]))))


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


def _summary(
    extraction: Extraction, resolution: Resolution, minter: Minter, statements: int
) -> ArticleSummary:
    document = extraction.document
    tally = Counter((one.candidate.name, one.polarity) for one in extraction.endorsements)
    backings = [Backing(name, polarity, count) for (name, polarity), count in tally.items()]
    unresolved = {
        mention.name for mention, place in resolution.places.items() if place.kind in UNRESOLVED
    }
    return ArticleSummary(
        name=document.name,
        iri=minter.article(document.key),
        title=document.title,
        backings=tuple(sorted(backings, key=lambda b: (-b.count, b.candidate, b.polarity))),
        claims=len(extraction.claims),
        roles=len(extraction.roles),
        candidacies=len(extraction.candidacies),
        unresolved=tuple(sorted(unresolved)),
        leftovers=len(extraction.leftovers),
        listed_claims=tuple(_listed_claims(extraction)),
        statements=statements,
    )


def _listed_claims(extraction: Extraction) -> Iterator[ListedClaim]:
    for claim in extraction.claims:
        if claim.enumerates:
            listed = _listed(extraction, claim)
            yield ListedClaim(
                claim.candidate.name, claim.count, claim.comparator, claim.unit, listed
            )


def _listed(extraction: Extraction, claim: Claim) -> int:
    """How many endorsements for the claim's candidate stand in the list that it introduces."""
    region = claim.enumerates
    return sum(
        1
        for one in extraction.endorsements
        if region
        and one.candidate == claim.candidate
        and any(region.covers(evidence.span) for evidence in one.evidence)
    )
