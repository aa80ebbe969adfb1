"""What a worker does with one article: read it, and, once it is known who is who, write it.

Both go by plain data that can be pickled, so that they may run in other processes.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg import rdf
from kg.errors import naming
from kg.extract import extract
from kg.gazetteer import load_gazetteer
from kg.iris import Minter
from kg.lexicon import load_lexicon
from kg.model import Document, Extraction, Resolution
from kg.nquads import as_text
from kg.pipeline.summary import ArticleSummary, summarise
from kg.reconcile import reconcile
from kg.validate import check_quotes


@dataclass(frozen=True, slots=True)
class ArticleRead:
    """What one article says, and who and what its mentions are as far as it tells by itself."""

    extraction: Extraction
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class ArticleWritten:
    """The summary of an article, and its statements as N-Quads."""

    summary: ArticleSummary
    text: bytes


def read_article(document: Document) -> ArticleRead:
    """Read and resolve one article. Raises a ``KgError`` that names it."""
    with naming(document.name):
        lexicon, gazetteer = load_lexicon(), load_gazetteer()
        extraction = extract(document, lexicon, gazetteer)
        return ArticleRead(extraction, reconcile(extraction, gazetteer, lexicon))


def write_article(settled: ArticleRead, base: str) -> ArticleWritten:
    """The quads of an article whose mentions have the keys that they have in the whole graph.

    Raises a ``KgError`` that names the article.
    """
    document = settled.extraction.document
    with naming(document.name):
        making = rdf.Making(settled.extraction, settled.resolution, Minter(base))
        quads = rdf.article_quads(making, load_gazetteer())
        check_quotes(document, quads)
        return ArticleWritten(summarise(making, len(quads)), as_text(quads))
