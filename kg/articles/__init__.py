"""Articles as files: finding them, reading them, and what a sidecar says about them."""

from kg.articles.reading import document, find_articles, read_document

__all__ = ["document", "find_articles", "read_document"]
