"""Markdown to text: headings, paragraphs, list items and rows of tables, a line each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.articles.conversion.model import Converted
from kg.articles.conversion.wrapping import unwrapped

# A block of "key: value" lines between two lines of dashes, at the very beginning.
_FRONT = re.compile(r"\A---[ \t]*\r?\n((?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|\Z)")
_PAIR = re.compile(r"(title|publisher|site|url|link|date|published)\s*:\s*(\S.*)", re.IGNORECASE)
_KEYS = {"site": "publisher", "link": "url", "date": "published"}


def convert(data: bytes) -> Converted:
    """The text without its marks. Raises ``UnicodeDecodeError`` when it is not UTF-8."""
    source = data.decode("utf-8-sig")
    said: dict[str, str] = {}
    front = _FRONT.match(source)
    if front:
        source = source[front.end() :]
        said = dict(_pairs(front.group(1)))
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(source)
    return Converted("".join(_lines(tokens)).strip("\n"), **said)


def _pairs(front: str) -> Iterator[tuple[str, str]]:
    for line in front.splitlines():
        pair = _PAIR.match(line)
        if pair:
            key = pair.group(1).lower()
            yield _KEYS.get(key, key), pair.group(2).strip().strip("\"'")


def _lines(tokens: list[Token]) -> Iterator[str]:
    """The lines of the text; an item keeps its bullet or number, the cells of a row their bars."""
    cells: list[str] = []
    in_row = False
    bullet = ""
    for token in tokens:
        if token.type == "list_item_open":
            bullet = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type == "tr_open":
            in_row, cells = True, []
        elif token.type == "tr_close":
            in_row = False
            yield f"| {' | '.join(cells)} |\n"
        elif token.type == "inline":
            text = _printed(token)
            if in_row:
                cells.append(text)
            else:
                joined = "\n".join(unwrapped(text.splitlines()))
                yield f"{bullet}{joined}\n"
                bullet = ""
        elif token.type in ("fence", "code_block"):
            yield token.content
        elif token.type in ("heading_open", "paragraph_open") and token.level == 0:
            yield "\n"


def _printed(inline: Token) -> str:
    """The words of a run of text, links and stress without their marks."""
    parts = []
    for child in inline.children or ():
        if child.type == "softbreak" or child.type == "hardbreak":
            parts.append("\n")
        elif child.type == "image":
            continue
        else:
            parts.append(child.content)
    return "".join(parts)
