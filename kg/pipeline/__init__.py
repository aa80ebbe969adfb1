"""From articles to the published graph: where reading, identity, RDF, checks and store meet.

    load_documents(paths)     the articles of files and folders, each once
    join(documents, ...)      read → who is who → quads
    build(documents, ...)     the same → validate → publish

The order of the articles changes nothing, an article given twice counts once, and a graph that
breaks a rule is not published.
"""

from __future__ import annotations

from kg.pipeline.articles import ArticleRead, ArticleWritten, read_article, write_article
from kg.pipeline.building import BuildResult, Graph, build, join, load_documents
from kg.pipeline.summary import ArticleSummary, Backing, ListedClaim

__all__ = [
    "ArticleRead",
    "ArticleSummary",
    "ArticleWritten",
    "Backing",
    "BuildResult",
    "Graph",
    "ListedClaim",
    "build",
    "join",
    "load_documents",
    "read_article",
    "write_article",
]
