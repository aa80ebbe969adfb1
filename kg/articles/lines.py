"""Many articles in one file of JSON Lines: one object a line, read one by one.

    {"text": "...", "title": "...", "publisher": "...", "url": "...", "published": "2024-05-01"}

Only ``text`` must be there; ``id`` or ``name`` names the article in messages, and ``media_type``
says what the text was taken from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from kg.articles.sidecar import Sidecar, described
from kg.errors import InputError
from kg.model import Document

_ABOUT = ("title", "publisher", "url", "published", "published_basis", "published_note")
_TODO = 'write {"text": "...", "title": "...", "published": "YYYY-MM-DD"} on one line'


def articles_of_lines(
    head: bytes, rest: BinaryIO, name: str, where: str, most: int
) -> Iterator[Document]:
    """The articles of a file whose first bytes are ``head``; one line at a time is in memory.

    Blank lines are passed over. Raises ``InputError``, naming the line, for one that is longer than
    ``most`` bytes of text can make it, no JSON object, or without text.
    """
    found = False
    for number, line in enumerate(_lines(head, rest, most * 2), 1):
        at = f"{where}:{number}"
        if len(line) > most * 2:
            raise InputError(f"is longer than {most * 2:,} bytes", where=at, todo="split it")
        if line.strip():
            found = True
            yield _article(line, name, number, at, most)
    if not found:
        raise InputError("is empty", where=where, todo=_TODO)


def as_line(document: Document) -> bytes:
    """The article as such a line; read again, it is the same document."""
    when = document.published
    said = {
        "name": document.name,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "published": when.when if when else None,
        "published_basis": when.basis if when else None,
        "published_note": when.note if when else None,
        "media_type": document.media_type,
        "sha256": document.sha256,
        "text": document.text,
    }
    kept = {key: value for key, value in said.items() if value is not None}
    return json.dumps(kept, ensure_ascii=False).encode("utf-8") + b"\n"


def _lines(head: bytes, rest: BinaryIO, longest: int) -> Iterator[bytes]:
    """The lines of ``head`` and what follows it; none is read further than ``longest`` bytes."""
    *whole, last = head.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    yield from whole
    yield last + rest.readline(longest + 1)
    yield from iter(lambda: rest.readline(longest + 1), b"")


def _article(line: bytes, name: str, number: int, at: str, most: int) -> Document:
    values = _object(line, at)
    text = values.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError("has no text", where=at, todo=_TODO)
    try:
        encoded = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError("has half a character in its text", where=at, todo="mend it") from error
    if len(encoded) > most:
        raise InputError(f"has more than {most:,} bytes of text", where=at, todo="split it")
    about: Sidecar = described({key: values[key] for key in _ABOUT if values.get(key)}, at)
    taken_from = values.get("media_type")
    own = values.get("id") or values.get("name")
    return Document(
        name=own if isinstance(own, str) else f"{name}:{number}",
        text=text,
        sha256=hashlib.sha256(encoded).hexdigest(),
        title=about.title,
        publisher=about.publisher,
        url=about.url,
        published=about.published,
        media_type=taken_from if isinstance(taken_from, str) else "text/plain",
    )


def _object(line: bytes, at: str) -> Mapping[str, Any]:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError("is no JSON", where=at, todo=_TODO) from error
    if not isinstance(values, dict):
        raise InputError("is no JSON object", where=at, todo=_TODO)
    return values
