"""People who stand each on a line of their own, above paragraphs about them.

"Jane Doe, Anytown", below it what she said, then the next one: a list with prose between its
items. What it is a list of stands above the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from kg.frames.support import speaks_of_support
from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.itemwords import is_prose, outside
from kg.lists.segments.runs import opening
from kg.text import tokenise

_LEAST = 3
_LONGEST_HEAD = 80
_SHORTEST_PROSE = 40
_CLOSED = '.?!"”…'
_BETWEEN = 12  # lines about one of them
_ENDS = '.?!:;,"”…'
_MOST_PROSE = 2  # words of a head that are no name, place or office


def find_paragraphed(
    lines: Sequence[Line], knowledge: Knowledge, taken: Set[int]
) -> list[tuple[int, ...]]:
    """The lines with their indexes that are such items, list by list; none of those ``taken``.

    All of a list have bullets, or none has.
    """
    heads = [
        at
        for at in range(len(lines) - 1)
        if at not in taken and _is_head(lines[at], lines[at + 1], knowledge)
    ]
    return [group for group in _groups(heads, lines, knowledge) if len(group) >= _LEAST]


def _groups(
    heads: Sequence[int], lines: Sequence[Line], knowledge: Knowledge
) -> Iterator[tuple[int, ...]]:
    group: list[int] = []
    for at in heads:
        if group and not _goes_on(group[-1], at, lines, knowledge):
            yield tuple(group)
            group = []
        group.append(at)
    yield tuple(group)


def _goes_on(last: int, at: int, lines: Sequence[Line], knowledge: Knowledge) -> bool:
    """Whether nothing but prose about one of them stands between two heads of one form."""
    if lines[last].marked != lines[at].marked or at - last > _BETWEEN:
        return False
    return not any(_is_heading(line, knowledge) for line in lines[last + 1 : at])


def _is_heading(line: Line, knowledge: Knowledge) -> bool:
    """Whether a short line between says of other people what they support."""
    start, end = line.content.start, line.content.end
    if end - start > _LONGEST_HEAD or knowledge.text[end - 1] in _ENDS.replace(":", ""):
        return False
    folds = [token.fold for token in tokenise(knowledge.text, line.content)]
    return speaks_of_support(folds, knowledge.lexicon)


def _is_head(line: Line, following: Line, knowledge: Knowledge) -> bool:
    """Whether a line names somebody and no more than where from or of what, above prose."""
    text = knowledge.text
    start, end = line.content.start, line.content.end
    if end - start > _LONGEST_HEAD or not text[start].isupper() or text[end - 1] in _ENDS:
        return False
    below = following.content
    short = below.end - below.start < _SHORTEST_PROSE
    if following.marked or (short and text[below.end - 1] not in _CLOSED):
        return False
    tokens = tokenise(text, line.content)
    prose = sum(is_prose(token, knowledge.lexicon) for token in outside(tokens))
    if prose > _MOST_PROSE or prose * 3 > len(tokens):
        return False
    return opening(line.content, knowledge) == "sure"
