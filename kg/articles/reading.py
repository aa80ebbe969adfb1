"""File to ``Document``: its text, checked, with what the file and its sidecar say about it.

A sidecar ``NAME.meta.toml`` beside ``NAME.txt`` (or .html, .pdf ...) states title, publisher, url
and date, and outweighs what a web page says about itself.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg.articles.conversion import Converted, Converter
from kg.articles.kinds import KINDS, MEDIA_TYPES, SNIFFED, Kind, kind_of
from kg.articles.lines import articles_of_lines
from kg.articles.sidecar import Sidecar, page_date, read_sidecar, sidecar_of
from kg.errors import InputError
from kg.model import Document

MAX_FILE = 64 * 1024 * 1024
"""The largest file of one article, in bytes, before it is turned into text."""
MAX_TEXT = 8 * 1024 * 1024
"""The longest text of one article, in bytes of UTF-8: more than a million words."""

_NOT_ARTICLES = ("README", "LICENSE", "CHANGELOG")
_BOM = b"\xef\xbb\xbf"
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def find_articles(paths: Iterable[Path]) -> list[Path]:
    """The article files among ``paths``, in the order of their names; folders give what is inside.

    A file is named once however often it is given. A folder's README is about the articles and
    none. Raises ``InputError`` for a path that does not exist and for a folder without an article.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if _is_article(p))
            if not inside:
                raise InputError(
                    "has no article", where=str(path), todo=f"put {', '.join(KINDS)} files there"
                )
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[path] = None
        else:
            raise InputError("no such file", where=str(path), todo="check the path")
    return sorted(found, key=lambda p: (p.name, str(p)))


def _is_article(path: Path) -> bool:
    return path.suffix.lower() in KINDS and path.stem not in _NOT_ARTICLES and path.is_file()


def read_document(path: Path) -> Document:
    """The one article in ``path``. Raises ``InputError`` as ``read_documents`` does."""
    [found] = read_documents([path])
    return found


def read_documents(paths: Iterable[Path]) -> Iterator[Document]:
    """The articles in files, in order; a file of JSON Lines holds one a line, read one by one.

    Raises ``InputError`` when a file is missing, no regular file, too large, empty, binary, not
    UTF-8, encrypted or without text, or when a sidecar is malformed.
    """
    with Converter() as converter:
        for path in paths:
            try:
                if not stat.S_ISREG(path.stat().st_mode):
                    raise InputError("is not a regular file", where=str(path), todo="name a file")
                with path.open("rb") as file:
                    yield from _documents(file, path.name, str(path), converter, sidecar_of(path))
            except OSError as error:
                raise InputError(
                    f"cannot be read: {error.strerror or error}",
                    where=str(path),
                    todo="check the path",
                ) from error


def read_stream(file: BinaryIO, name: str) -> Iterator[Document]:
    """The article in an open file that has no path, or the articles if it holds JSON Lines."""
    with Converter() as converter:
        yield from _documents(file, name, name, converter, None)


def _documents(
    file: BinaryIO, name: str, where: str, converter: Converter, beside: Path | None
) -> Iterator[Document]:
    head = file.read(SNIFFED)
    kind = kind_of(name, head)
    if kind == "jsonl":
        yield from articles_of_lines(head, file, name, where, MAX_TEXT)
        return
    data = head + file.read(MAX_FILE + 1 - len(head))
    sidecar = read_sidecar(beside) if beside else None
    yield document(name, data, where=where, sidecar=sidecar, kind=kind, converter=converter)


def document(
    name: str,
    data: bytes,
    *,
    where: str | None = None,
    sidecar: Sidecar | None = None,
    kind: Kind = "text",
    converter: Converter | None = None,
) -> Document:
    """The document that ``data`` holds; ``where`` names it in messages (default: ``name``).

    Plain text is the decoded bytes, unchanged but for a byte order mark, which is dropped. Any
    other kind is converted. The hash is that of the text in UTF-8: offsets count in that text.
    """
    where = where or name
    if len(data) > MAX_FILE:
        raise InputError(_too_large(MAX_FILE), where=where, todo="split it")
    known = sidecar or Sidecar()
    if kind == "text":
        made = Converted(_decoded(data, where))
    elif converter:
        made = converter.convert(kind, data, where)
    else:
        with Converter() as own:
            made = own.convert(kind, data, where)
    encoded = made.text.encode("utf-8")
    if len(encoded) > MAX_TEXT:
        raise InputError(
            _too_large(MAX_TEXT, "of text"),
            where=where,
            todo="split it; a file of JSON Lines can hold any number of articles",
        )
    if not made.text.strip():
        raise InputError("is empty", where=where, todo="give an article with text")
    return Document(
        name=name,
        text=made.text,
        sha256=hashlib.sha256(encoded).hexdigest(),
        title=known.title or made.title or None,
        publisher=known.publisher or made.publisher or None,
        url=known.url or made.url or None,
        published=known.published or page_date(made.published),
        media_type=MEDIA_TYPES[kind],
    )


def _decoded(data: bytes, where: str) -> str:
    if data.startswith(_OLD_WORD):
        raise InputError(
            "is an old or encrypted Office file", where=where, todo="save it as .docx, unencrypted"
        )
    if b"\0" in data:
        raise InputError("is binary, not text", where=where, todo="give the article as plain text")
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"is not UTF-8 (byte {error.start})", where=where, todo="save it as UTF-8"
        ) from error


def _too_large(most: int, what: str = "") -> str:
    return " ".join(f"has more than {most:,} bytes {what}".split())
