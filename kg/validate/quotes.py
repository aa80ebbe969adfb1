"""The one check that needs the article itself: every quotation is a slice of it."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.errors import InternalError
from kg.model import Document
from kg.vocab import OA


def check_quotes(document: Document, quads: Iterable[ox.Quad]) -> int:
    """How many quotations ``quads`` take from ``document``, all of them exact.

    ``quads`` are the statements of that article. Raises ``InternalError`` naming the first passage
    whose words are not those between its offsets, or that lacks words or an offset.
    """
    parts: dict[str, dict[str, str]] = {}
    for quad in quads:
        predicate = quad.predicate.value
        if predicate in (OA.start, OA.end, OA.exact) and isinstance(quad.object, ox.Literal):
            passage = str(quad.subject).strip("<>").rpartition("#")[0]
            parts.setdefault(passage, {})[predicate] = quad.object.value
    for passage in sorted(parts):
        _check(document, passage, parts[passage])
    return len(parts)


def _check(document: Document, passage: str, found: dict[str, str]) -> None:
    if set(found) != {OA.start, OA.end, OA.exact}:
        raise InternalError("a passage lacks its words or an offset", where=passage)
    start, end = int(found[OA.start]), int(found[OA.end])
    if not 0 <= start < end <= len(document.text) or document.text[start:end] != found[OA.exact]:
        raise InternalError(
            f"the words of a passage are not those of {document.name} from {start} to {end}",
            where=passage,
        )
