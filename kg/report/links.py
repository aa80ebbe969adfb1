"""Which addresses the page may link to, and how an article is named."""

from __future__ import annotations

from urllib.parse import urlsplit

from kg.report.facts import Row

_MOST = 2000


def address(text: str) -> str | None:
    """``text`` if it is the address of a page of the web that can be linked to, else None.

    >>> address("https://news.example/1"), address("javascript:alert(1)")
    ('https://news.example/1', None)
    """
    if len(text) > _MOST or any(char.isspace() or char in "\\<>\"'`{}|^" for char in text):
        return None
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return None
    return text if parts.scheme in ("http", "https") and host and not parts.username else None


def title_of(source: Row) -> str:
    """What an article is called on the page."""
    return source["title"] or "Article without a title"
