"""What kinds of files hold articles, told by their first bytes and else by their names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Literal

Kind = Literal["text", "markdown", "html", "pdf", "docx", "jsonl"]

KINDS: Mapping[str, Kind] = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".jsonl": "jsonl",
}
"""The kind of a file by the end of its name."""

MEDIA_TYPES: Mapping[Kind, str] = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jsonl": "application/jsonl",
}

SNIFFED = 4096
"""How many bytes from the beginning of a file tell its kind."""

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(rb'\s*\{\s*"')


def kind_of(name: str, head: bytes) -> Kind:
    """The kind of the file ``name`` whose first bytes are ``head`` (up to ``SNIFFED`` of them).

    Bytes that only one kind begins with decide, whatever the file is called; else the name does,
    and a file without a name that is known is text.
    """
    start = head.removeprefix(b"\xef\xbb\xbf")
    if start.startswith(b"%PDF-"):
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return "docx"
    if _HTML.match(start):
        return "html"
    named = KINDS.get(PurePath(name).suffix.lower())
    if named:
        return named
    return "jsonl" if _OBJECT.match(start) else "text"
