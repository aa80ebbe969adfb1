"""Word document to text: paragraphs, list items and rows of tables, a line each."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from kg.articles.conversion.model import Converted, Refused

_MAX_UNPACKED = 256 * 1024 * 1024
_DOCUMENT = "word/document.xml"


def convert(data: bytes) -> Converted:
    """The text of the body in its order, and the title. Raises ``Refused`` for another file."""
    _check(data)
    try:
        document = docx.Document(BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise Refused("is a damaged Word document", "save it anew as .docx, or as text") from error
    text = "".join(f"{line}\n" for block in document.iter_inner_content() for line in _of(block))
    return Converted(text, document.core_properties.title or "")


def _check(data: bytes) -> None:
    try:
        with ZipFile(BytesIO(data)) as packed:
            entries = packed.infolist()
    except BadZipFile as error:
        raise Refused("is a damaged Word document", "save it anew as .docx, or as text") from error
    if _DOCUMENT not in {entry.filename for entry in entries}:
        raise Refused("is a ZIP archive, not a Word document", "unpack it")
    if sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
        raise Refused("unpacks to more than 256 MB", "save its text")


def _of(block: Paragraph | Table) -> Iterator[str]:
    if isinstance(block, Paragraph):
        style = block.style.name if block.style and block.style.name else ""
        yield f"- {block.text}" if block.text and style.startswith("List") else block.text
        return
    for row in block.rows:
        cells = [" ".join(cell.text.split()) for cell in row.cells]
        yield f"| {' | '.join(cells)} |"
