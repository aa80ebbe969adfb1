"""PDF to text: the words of every page in their order, wrapped lines joined to paragraphs.

A PDF has lines, no paragraphs. A line is taken as wrapped when the first word of the next one had
no room behind it and the lines about it are as full, or when the next begins in small letters;
lines of a list are short, so they stay apart.
"""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError

from kg.articles.conversion.model import Converted, Refused

_ERR_PASSWORD = 4  # FPDF_ERR_PASSWORD of PDFium's fpdfview.h
_MAX_PAGES = 2000
_HYPHENS = ("\ufffe", "\u0002", "\u00ad")  # what PDFium writes for a hyphen at the end of a line
_FULL = 0.97
_ABOUT = 3


def convert(data: bytes) -> Converted:
    """The text of all pages and the title. Raises ``Refused`` when there is none to be had."""
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if pypdfium2.raw.FPDF_GetLastError() == _ERR_PASSWORD:
            raise Refused("is an encrypted PDF", "save a copy without a password") from error
        raise Refused("is a damaged PDF", "save it anew, or as text") from error
    if len(document) > _MAX_PAGES:
        raise Refused(f"has {len(document):,} pages; at most {_MAX_PAGES:,} are read", "split it")
    pages = [_lines(document, number) for number in range(len(document))]
    if not any(pages):
        raise Refused("is a PDF without text, probably a scan", "recognise its text (OCR) first")
    text = "\n".join("\n".join(unwrapped(lines)) for lines in pages if lines)
    return Converted(text, document.get_metadata_dict().get("Title", "").strip())


def _lines(document: PdfDocument, number: int) -> list[str]:
    printed = document[number].get_textpage().get_text_bounded()
    return [line.rstrip() for line in printed.splitlines() if line.strip()]


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines of one page, those that were only wrapped joined to one."""
    full = _full(lines)
    joined: list[str] = []
    wrapped = False
    for index, line in enumerate(lines):
        if not wrapped:
            joined.append(line)
        elif joined[-1].endswith(_HYPHENS):
            joined[-1] = joined[-1][:-1] + line
        else:
            joined[-1] += f" {line}"
        wrapped = _is_wrapped(lines, full, index)
    return joined


def _full(lines: Sequence[str]) -> list[bool]:
    """Whether the first word of the next line had no room behind each line."""
    lengths = sorted(map(len, lines))
    width = lengths[int(len(lengths) * _FULL)] if lengths else 0
    after = [len(line.split(maxsplit=1)[0]) for line in lines[1:]]
    return [len(line) + 1 + word > width for line, word in zip(lines, after, strict=False)]


def _is_wrapped(lines: Sequence[str], full: Sequence[bool], index: int) -> bool:
    if index + 1 >= len(lines):
        return False
    if lines[index].endswith(_HYPHENS):
        return True
    if not full[index]:
        return False
    about = full[max(0, index - _ABOUT) : index + _ABOUT + 1]
    return lines[index + 1][0].islower() or sum(about) * 2 > len(about)
