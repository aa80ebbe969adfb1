"""Whether passages that an addition cites are in the articles that the graph keeps the texts of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.validate.known import Known
from kg.validate.report import Finding
from kg.validate.terms import text_of
from kg.vocab import OA

_OFFSET = re.compile(r"[0-9]{1,9}")
_SHOWN = 200


def misquoted(quads: Iterable[ox.Quad], known: Known, file: str) -> Iterator[Finding]:
    """A finding for each passage of a kept article whose words are not those at its offsets.

    Raises ``OSError`` and ``ValueError`` when the texts cannot be read.
    """
    made = list(quads)
    text_at = cache(lambda article: _text(known.articles, article))
    for passage, article in _pairs(made, OA.hasSource):
        text = text_at(article.removeprefix(f"{known.base}id/article/"))
        said = _said(passage, made, known)
        if text is None or not said.keys() >= {OA.start, OA.end, OA.exact}:
            continue
        start, end = said[OA.start], said[OA.end]
        if not (_OFFSET.fullmatch(start) and _OFFSET.fullmatch(end)):
            continue  # the shapes say what is wrong with such offsets
        words = text[int(start) : int(end)]
        if words != said[OA.exact]:
            yield Finding(
                file,
                "violation",
                "addition",
                "quote",
                f"These are not the words of the article from {start} to {end}.",
                "Offsets count code points from 0, the end exclusive; copy the words as they are.",
                focus=passage,
                path=OA.hasSource,
                value=article,
                already=f"the article has “{words[:_SHOWN]}” there",
            )


def _pairs(quads: Iterable[ox.Quad], predicate: str) -> list[tuple[str, str]]:
    return sorted(
        {(text_of(q.subject), text_of(q.object)) for q in quads if q.predicate.value == predicate}
    )


def _said(passage: str, quads: Iterable[ox.Quad], known: Known) -> dict[str, str]:
    """The offsets and the words of a passage, by property; of several the last in order."""
    made = list(quads)
    selectors = {item for one, item in _pairs(made, OA.hasSelector) if one == passage}
    there = [quad for selector in selectors for quad in known.about(selector)]
    found = [
        (quad.predicate.value, text_of(quad.object))
        for quad in (*there, *made)
        if quad.predicate.value in (OA.start, OA.end, OA.exact)
        and text_of(quad.subject) in selectors
    ]
    return dict(sorted(found))


def _text(articles: Path | None, key: str) -> str | None:
    """The text of the article with this key, if the graph keeps it."""
    if articles is None or not re.fullmatch(r"[0-9a-f]{16}", key):
        return None
    mark = f'"sha256": "{key}'.encode()
    with articles.open("rb") as file:
        for line in file:
            if mark in line:
                article = json.loads(line)
                if str(article.get("sha256", "")).startswith(key):
                    return str(article["text"])
    return None
