"""PDF to text: the words of every page in their order, wrapped lines joined to paragraphs."""

from __future__ import annotations

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError

from kg.articles.conversion.model import Converted, Refused
from kg.articles.conversion.wrapping import unwrapped

_ERR_PASSWORD = 4  # FPDF_ERR_PASSWORD of PDFium's fpdfview.h
_MAX_PAGES = 2000


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
