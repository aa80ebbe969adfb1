"""People who stand each on a line of their own, above paragraphs about them.

"Jane Doe, Anytown", below it what she said, then the next one: a list with prose between its
items. What it is a list of stands above the first. Under
words of letters or of going, what they say may also stand behind a colon: "Jane Doe: '...'".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from kg.frames.support import speaks_of_support
from kg.lists.finding.regions import Line
from kg.lists.leading.against import tells_against
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.itemwords import is_prose, outside
from kg.lists.segments.runs import opening
from kg.model import Span
from kg.text import tokenise
from kg.words.nouns import read_sentence

_LEAST = 3
_LEAST_SAYING = 2
_OPENING = 2  # words of a name at least
_LONGEST_HEAD = 80
_SHORTEST_PROSE = 40
_CLOSED = '.?!"”…'
_BETWEEN = 12  # lines about one of them
_ENDS = '.?!:;,"”…'
_MOST_PROSE = 2  # words of a head that are no name, place or office


def find_saying(lines: Sequence[Line], knowledge: Knowledge) -> list[dict[int, Line]]:
    """The names on lines that go on with what each says, list by list, by the index of the line.

    Such a list stands right below a line that tells that they are against somebody. Between those
    who say something may stand bare names.
    """
    found: list[dict[int, Line]] = []
    if sum(_may_say(line, knowledge.text) for line in lines) < _LEAST_SAYING:
        return found
    labels = [_label(line, knowledge) for line in lines]
    start = 1
    while start < len(lines):
        group = _saying_from(start, labels)
        said = sum(one is not lines[at] for at, one in group.items())
        if len(group) >= _LEAST and said >= _LEAST_SAYING:
            if _is_against(lines[start - 1], knowledge):
                found.append(group)
            start = max(group)
        start += 1
    return found


def _may_say(line: Line, text: str) -> bool:
    """Whether a colon stands where a name may end: the cheap question."""
    start, end = line.content.start, line.content.end
    return text.find(":", start + 1, min(end - 1, start + _LONGEST_HEAD)) > 0


def _saying_from(start: int, labels: Sequence[Line | None]) -> dict[int, Line]:
    """The names of the lines from ``start`` on, up to the first that has none."""
    group: dict[int, Line] = {}
    for at in range(start, len(labels)):
        named = labels[at]
        if named is None:
            break
        group[at] = named
    return group


def _label(line: Line, knowledge: Knowledge) -> Line | None:
    """A line that is a name, or the part of it before the colon if that is one."""
    start, end = line.content.start, line.content.end
    colon = knowledge.text.find(":", start, min(end, start + _LONGEST_HEAD))
    stop = end if colon < 0 else colon
    if stop - start > _LONGEST_HEAD or stop <= start or knowledge.text[stop - 1] in _ENDS:
        return None
    tokens = tokenise(knowledge.text, Span(start, stop))
    lexicon = knowledge.lexicon
    if any(is_prose(token, lexicon) for token in outside(tokens)):
        return None
    if any(token.fold in lexicon.function_words for token in tokens[:_OPENING]):
        return None
    if opening(Span(start, stop), knowledge) not in ("sure", "person"):
        return None
    return line if stop == end else replace(line, content=Span(start, stop))


def _is_against(line: Line, knowledge: Knowledge) -> bool:
    """Whether a line tells that those below it are against somebody."""
    sentence = read_sentence(knowledge.look(tuple(tokenise(knowledge.text, line.content))))
    return bool(sentence.folds) and tells_against(sentence, knowledge.lexicon)


def find_paragraphed(
    lines: Sequence[Line], knowledge: Knowledge, taken: Set[int]
) -> list[dict[int, Line]]:
    """The lines that are such items by their indexes, list by list; none of those ``taken``.

    All of a list have bullets, or none has.
    """
    heads = [
        at
        for at in range(len(lines) - 1)
        if at not in taken and _is_head(lines[at], lines[at + 1], knowledge)
    ]
    groups = (group for group in _groups(heads, lines, knowledge) if len(group) >= _LEAST)
    return [{at: lines[at] for at in group} for group in groups]


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
