"""Lists inside a sentence: "Full list of supporters: A, B and C", "signed by A; B; and C"."""

from __future__ import annotations

import re

from kg.lists.regions import Line, Region
from kg.model import Span
from kg.passages import Passage

_OPENERS = frozenset(
    ("by", "are", "is", "were", "include", "includes", "included", "including", "from")
)
_COPULAS = _OPENERS - {"by", "from"}
_VERBAL = frozenset(("be", "have", "do", "modal", "tentative", "relative", "pronoun", "speech"))
_SPLIT_AT = {True: re.compile(r"\s*;\s*(?:and\s+)?"), False: re.compile(r"\s*,\s*(?:and\s+)?")}
_LAST_AND = re.compile(r"\s+(?:and|&)\s+(?=\S+(?:\s+\S+){0,4}$)")
_LEAST = 2
_MAX_ITEM = 120


def find_inline(text: str, passage: Passage) -> Region | None:
    """The run of items that ends the sentence, or that is the whole of it.

    It follows a colon, or a word like "are" or "include" when it is long; or the sentence is
    nothing but names. Other runs of commas are coordination and are read as prose.
    """
    start = _run_start(passage)
    if start is None:
        return None
    sentence = passage.sentence
    items = split_run(text, Span(sentence.tokens[start].start, sentence.span.end))
    if len(items) < _LEAST or any(item.end - item.start > _MAX_ITEM for item in items):
        return None
    if not all(text[item.start].isupper() for item in items):
        return None
    return Region(
        passage.paragraph, passage.paragraph + 1, tuple(Line(i, i, marked=True) for i in items)
    )


def _run_start(passage: Passage) -> int | None:
    """The token at which the run begins."""
    sentence = passage.sentence
    folds = sentence.folds
    colons = [i for i, word in enumerate(folds) if word == ":"]
    if colons and colons[-1] + 1 < len(folds):
        return colons[-1] + 1
    marks = [i for i, word in enumerate(folds) if word == ";"]
    if len(marks) < _LEAST:
        marks = [i for i, word in enumerate(folds) if word == ","]
    if len(marks) < _LEAST:
        return None
    openers = [i for i in range(marks[0]) if folds[i] in _OPENERS]
    if openers and (folds[marks[0]] == ";" or folds[openers[-1]] in _COPULAS):
        return openers[-1] + 1
    verbs = any(kind in _VERBAL for kind in sentence.kinds)
    return None if verbs or openers else 0


def split_run(text: str, run: Span) -> list[Span]:
    """The items of a run: parted by semicolons, else by commas outside brackets and "and"."""
    end = run.end
    while end > run.start and text[end - 1] in " .":
        end -= 1
    by_semicolon = ";" in text[run.start : end]
    cuts = [
        (m.start(), m.end())
        for m in _SPLIT_AT[by_semicolon].finditer(text, run.start, end)
        if by_semicolon or not _in_brackets(text, run.start, m.start())
    ]
    if not by_semicolon:
        last = _LAST_AND.search(text, cuts[-1][1] if cuts else run.start, end)
        if last:
            cuts.append((last.start(), last.end()))
    found = []
    start = run.start
    for cut_start, cut_end in [*cuts, (end, end)]:
        if cut_start > start:
            found.append(Span(start, cut_start))
        start = cut_end
    return found


def _in_brackets(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)
