"""Lists whose items stand side by side: a paragraph that is a run of names and nothing else.

Cut into lines, it is read like any list, under whatever stands above it. A run with a label on its
own line, or inside a sentence, is found by ``find_inline``.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.lists.fields import Knowledge
from kg.lists.itemwords import outside
from kg.lists.regions import GROUP_START
from kg.lists.runs import run_items
from kg.model import Span
from kg.text import MAX_SENTENCE, tokenise

_MARKS = ",;|/+"
_LEAST_MARKS = 3
_LEAST_ITEMS = 4
_LEADING = (":", "–", "—")
_OPENING = 8
_SMALL_SHARE = 10


def unrolled(spans: Sequence[Span], knowledge: Knowledge) -> list[Span]:
    """The lines of a page, with each that is a run of four or more items cut into those."""
    return [part for span in spans for part in (_items(span, knowledge) or (span,))]


def _items(line: Span, knowledge: Knowledge) -> list[Span]:
    """The items of a line that is a run; empty for any other line."""
    if line.end - line.start > MAX_SENTENCE:
        return []
    printed = knowledge.text[line.start : line.end]
    if max(map(printed.count, _MARKS)) < _LEAST_MARKS or GROUP_START.match(printed):
        return []
    if not _is_bare(line, knowledge):
        return []
    items = run_items(line, knowledge)
    return items if len(items) >= _LEAST_ITEMS else []


def _is_bare(line: Span, knowledge: Knowledge) -> bool:
    """Whether the line has no label and, outside brackets, hardly a word in small letters."""
    tokens = tokenise(knowledge.text, line)
    if not tokens[0].text[0].isalpha() or any(t.text in _LEADING for t in tokens[:_OPENING]):
        return False
    words = [token.text for token in outside(tokens) if token.text[0].isalpha()]
    return sum(word[0].islower() for word in words) * _SMALL_SHARE <= len(words)
