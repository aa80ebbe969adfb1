"""Articles as files: finding them, turning them into text, and what is known about them."""

from kg.articles.lines import as_line
from kg.articles.reading import (
    document,
    find_articles,
    read_document,
    read_documents,
    read_stream,
)

__all__ = ["as_line", "document", "find_articles", "read_document", "read_documents", "read_stream"]
