"""File to ``Document``: the text exactly as stored, checked, with its sidecar.

A sidecar ``NAME.meta.toml`` beside ``NAME.txt`` states title, publisher, url and date.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable
from pathlib import Path

from kg.articles.sidecar import Sidecar, read_sidecar, sidecar_of
from kg.errors import InputError
from kg.model import Document

MAX_BYTES = 64 * 1024 * 1024
SUFFIXES = (".txt",)
_BOM = b"\xef\xbb\xbf"
_SNIFFED = 65536


def find_articles(paths: Iterable[Path]) -> list[Path]:
    """The article files among ``paths``, in the order of their names; folders give what is inside.

    A file is named once however often it is given. Raises ``InputError`` for a path that does not
    exist and for a folder without an article.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if p.suffix in SUFFIXES and p.is_file())
            if not inside:
                raise InputError(
                    "has no article", where=str(path), todo=f"put {', '.join(SUFFIXES)} files there"
                )
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[path] = None
        else:
            raise InputError("no such file", where=str(path), todo="check the path")
    return sorted(found, key=lambda p: (p.name, str(p)))


def read_document(path: Path) -> Document:
    """The article in ``path``, with what its sidecar says.

    Raises ``InputError`` when the file is missing, no regular file, too large, empty, binary or not
    UTF-8, or when the sidecar is malformed.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise InputError("is not a regular file", where=str(path), todo="name a text file")
        if status.st_size > MAX_BYTES:
            raise InputError(_too_large(status.st_size), where=str(path), todo="split it")
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror or error}", where=str(path), todo="check the path"
        ) from error
    return document(path.name, data, where=str(path), sidecar=read_sidecar(sidecar_of(path)))


def document(
    name: str, data: bytes, *, where: str | None = None, sidecar: Sidecar | None = None
) -> Document:
    """The document that ``data`` holds; ``where`` names it in messages (default: ``name``).

    The text is the decoded bytes, unchanged but for a byte order mark, which is dropped.
    """
    where = where or name
    if len(data) > MAX_BYTES:
        raise InputError(_too_large(len(data)), where=where, todo="split it")
    if b"\0" in data[:_SNIFFED]:
        raise InputError("is binary, not text", where=where, todo="give the article as plain text")
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"is not UTF-8 (byte {error.start})", where=where, todo="save it as UTF-8"
        ) from error
    if not text.strip():
        raise InputError("is empty", where=where, todo="give an article with text")
    known = sidecar or Sidecar()
    return Document(
        name=name,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        title=known.title,
        publisher=known.publisher,
        url=known.url,
        published=known.published,
    )


def _too_large(size: int) -> str:
    return f"is {size:,} bytes; at most {MAX_BYTES:,} are read"
