"""Lists inside a sentence: "Full list of supporters: A, B and C", "signed by A; B; and C"."""

from __future__ import annotations

import re

from kg.lists.regions import Line, Region
from kg.model import Span
from kg.passages import Passage

_OPENERS = frozenset(
    (":", "by", "are", "is", "were", "include", "includes", "included", "including", "from")
)
_SPLIT_AT = {True: re.compile(r"\s*;\s*(?:and\s+)?"), False: re.compile(r"\s*,\s*(?:and\s+)?")}
_LAST_AND = re.compile(r"\s+(?:and|&)\s+(?=\S+(?:\s+\S+){0,4}$)")
_LEAST = 2
_MAX_ITEM = 120


def find_inline(text: str, passage: Passage) -> Region | None:
    """The run of items that ends the sentence: after a colon, or parted by semicolons.

    A run of plain commas without a colon is coordination and is read as prose.
    """
    sentence = passage.sentence
    semicolons = [i for i, word in enumerate(sentence.folds) if word == ";"]
    colons = [i for i, word in enumerate(sentence.folds) if word == ":"]
    if colons and colons[-1] + 1 < len(sentence.tokens):
        start = colons[-1] + 1
    elif len(semicolons) >= _LEAST:
        before = [i for i in range(semicolons[0]) if sentence.folds[i] in _OPENERS]
        if not before:
            return None
        start = before[-1] + 1
    else:
        return None
    items = _items(text, Span(sentence.tokens[start].start, sentence.span.end), bool(semicolons))
    if len(items) < _LEAST or any(item.end - item.start > _MAX_ITEM for item in items):
        return None
    if not all(text[item.start].isupper() for item in items):
        return None
    return Region(passage.paragraph, passage.paragraph + 1, tuple(Line(i, i) for i in items))


def _items(text: str, run: Span, by_semicolon: bool) -> list[Span]:
    end = run.end
    while end > run.start and text[end - 1] in " .":
        end -= 1
    cuts = [(m.start(), m.end()) for m in _SPLIT_AT[by_semicolon].finditer(text, run.start, end)]
    if not by_semicolon:
        tail = cuts[-1][1] if cuts else run.start
        last = _LAST_AND.search(text, tail, end)
        if last:
            cuts.append((last.start(), last.end()))
    found = []
    start = run.start
    for cut_start, cut_end in [*cuts, (end, end)]:
        if cut_start > start:
            found.append(Span(start, cut_start))
        start = cut_end
    return found
