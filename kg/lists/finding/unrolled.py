"""Lists whose items stand side by side: a paragraph that is a run of names and nothing else.

Cut into lines, it is read like any list, under whatever stands above it. A run with a label on its
own line, or inside a sentence, is found by ``find_inline``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lists.finding.regions import GROUP_START
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.itemwords import outside
from kg.lists.segments.runs import run_items
from kg.model import Span
from kg.text import MAX_SENTENCE, tokenise

_MARKS = ",;|/+"
_LEAST_MARKS = 3
_LEAST_ITEMS = 4
_LEADING = (":", "–", "—")
_OPENING = 8
_SMALL_SHARE = 10
_LONGEST_ROW = 100
_PARTED = re.compile(r"[:,(]|\s[–—-]\s|\sfor\s")
_MOST_SMALL = 3
_CLAUSAL = frozenset(("be", "have", "do", "modal", "relative", "pronoun", "negation", "speech"))


def unrolled(spans: Sequence[Span], knowledge: Knowledge) -> list[Span]:
    """The lines of a page, with each that is a run of four or more items cut into those."""
    return [part for span in spans for part in (_items(span, knowledge) or (span,))]


def _items(line: Span, knowledge: Knowledge) -> list[Span]:
    """The items of a line that is a run; empty for any other line."""
    if line.end - line.start > MAX_SENTENCE:
        return []
    printed = knowledge.text[line.start : line.end]
    if GROUP_START.match(printed):
        return []
    if max(map(printed.count, _MARKS)) < _LEAST_MARKS:
        return _rows(line, knowledge) if printed.count(";") >= _LEAST_MARKS - 1 else []
    if not _is_bare(line, knowledge):
        return _rows(line, knowledge)
    items = run_items(line, knowledge)
    return items if len(items) >= _LEAST_ITEMS else _rows(line, knowledge)


def _rows(line: Span, knowledge: Knowledge) -> list[Span]:
    """The rows of a line that semicolons part: "Mayor: Jane Doe; Clerk: Ann Roe; Sheriff: X"."""
    text = knowledge.text
    found: list[Span] = []
    start = line.start
    for part in text[line.start : line.end].split(";"):
        bare = part.strip().removeprefix("and ")
        at = text.index(bare, start) if bare else start
        if bare:
            found.append(Span(at, at + len(bare)))
        start += len(part) + 1
    labelled = sum(":" in text[one.start : one.end] for one in found)
    parted = all(_PARTED.search(text, one.start, one.end) for one in found)
    if len(found) < _LEAST_MARKS or labelled not in (0, len(found)) or not parted:
        return []
    return found if all(_is_row(one, knowledge) for one in found) else []


def _is_row(part: Span, knowledge: Knowledge) -> bool:
    """Whether a part begins like a name or an office, and no word in it makes a clause."""
    tokens = tokenise(knowledge.text, part) if part.end - part.start <= _LONGEST_ROW else []
    if not tokens or not tokens[0].text[0].isupper():
        return False
    words = [token for token in outside(tokens) if token.text[0].islower()]
    kinds = {knowledge.lexicon.function_words.whole((token.fold,)) for token in words}
    return len(words) <= _MOST_SMALL and kinds.isdisjoint(_CLAUSAL)


def _is_bare(line: Span, knowledge: Knowledge) -> bool:
    """Whether the line has no label and, outside brackets, hardly a word in small letters."""
    tokens = tokenise(knowledge.text, line)
    if not tokens[0].text[0].isalpha() or any(t.text in _LEADING for t in tokens[:_OPENING]):
        return False
    words = [token.text for token in outside(tokens) if token.text[0].isalpha()]
    return sum(word[0].islower() for word in words) * _SMALL_SHARE <= len(words)
