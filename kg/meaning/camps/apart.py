"""How a head that is nothing but a name is set apart from the names below it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.meaning.camps.items import behind_label, is_above_label, is_run

_MORE = frozenset(",(|\t–—")


def is_fuller(lines: Sequence[Line], at: int, text: str) -> bool:
    """Whether the line is bare and the one below it has a bullet or says more than a name."""
    if at + 1 >= len(lines) or _says_more(lines[at], text):
        return False
    return _says_more(lines[at + 1], text)


def _says_more(line: Line, text: str) -> bool:
    printed = text[line.content.start : line.content.end]
    return line.marked or not _MORE.isdisjoint(printed) or printed[-2:].isupper()


def _is_after_blank(lines: Sequence[Line], at: int, knowledge: Knowledge) -> bool:
    del knowledge
    return at == 0 or lines[at].after_blank


def _is_above_run(lines: Sequence[Line], at: int, knowledge: Knowledge) -> bool:
    text = knowledge.text
    return is_run(lines, at + 1, text) and not is_run(lines, at, text)


def _is_bare_among_fuller(lines: Sequence[Line], at: int, knowledge: Knowledge) -> bool:
    """Whether a bare line stands above others that all say more, up to the next bare one."""
    text = knowledge.text
    if not is_fuller(lines, at, text):
        return False
    following = (i for i in range(at + 2, len(lines)) if not _says_more(lines[i], text))
    end = next(following, len(lines))
    return end == len(lines) or is_fuller(lines, end, text) or lines[end].after_blank


def _is_above_first_label(lines: Sequence[Line], at: int, knowledge: Knowledge) -> bool:
    """Whether the label below the line is the one that comes first below others, too.

    Above a second class ("MPs", then "Councillors") stands the last name of the first.
    """
    if not is_above_label(lines, at, knowledge):
        return False
    first = next(i for i in range(at + 1) if is_above_label(lines, i, knowledge))
    return _letters(lines[first + 1], knowledge) == _letters(lines[at + 1], knowledge)


def is_above_labelled(lines: Sequence[Line], at: int, knowledge: Knowledge) -> bool:
    """Whether a run with its class before a colon stands below: "Unions: A; B" below a name."""
    if at + 1 >= len(lines) or lines[at].marked:
        return False
    return bool(behind_label(lines[at + 1], knowledge)) and not behind_label(lines[at], knowledge)


def _letters(line: Line, knowledge: Knowledge) -> str:
    printed = knowledge.text[line.content.start : line.content.end].partition(":")[0]
    return "".join(char for char in printed if char.isalpha())


def is_told_apart(lines: Sequence[Line], at: int, knowledge: Knowledge) -> bool:
    """Whether more than a blank line before it tells a bare head from the items below it."""
    alone = lines[at].after_blank and lines[at + 1].after_blank
    if alone or is_fuller(lines, at, knowledge.text) or _is_above_run(lines, at, knowledge):
        return True
    return _is_above_first_label(lines, at, knowledge) or is_above_labelled(lines, at, knowledge)


APART = (
    _is_after_blank,
    _is_above_run,
    _is_bare_among_fuller,
    _is_above_first_label,
    is_above_labelled,
)
"""The ways, any one of which makes several bare names heads."""
