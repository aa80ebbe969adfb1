"""Web page to text: the article on the page, without menus, comments and cookie notices."""

from __future__ import annotations

import re

import trafilatura

from kg.articles.conversion.model import Converted, Refused

# The row that parts the head of a table from its body says nothing.
_RULE = re.compile(r"^\|(?:-+\|)+\s*\n", re.MULTILINE)


def convert(data: bytes) -> Converted:
    """The article of the page, its headline first, and title, publisher, address and date.

    Nothing that the page names is fetched. Raises ``Refused`` when no article is found on it.
    """
    page = trafilatura.bare_extraction(
        data, with_metadata=True, include_comments=False, include_tables=True, favor_recall=True
    )
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        raise Refused("is a web page without an article on it", "save the text of the article")
    text = _RULE.sub("", page.text or "")
    title = (page.title or "").strip()
    if title and not text.startswith(title):
        text = f"{title}\n{text}"
    return Converted(text, title, page.sitename or "", page.url or "", page.date or "")
