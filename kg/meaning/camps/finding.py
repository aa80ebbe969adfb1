"""Which lines of a page may head a group: the cheap questions first, then their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.meaning.camps.apart import is_above_labelled, is_fuller
from kg.meaning.camps.heads import Head, before_lead, read_head
from kg.meaning.camps.items import is_above_label, is_run, names_seat
from kg.meaning.camps.slogans import slogan_head
from kg.model import Mention, Span
from kg.text import fold

Known = Callable[[str], Mention | None]

_LEAST = 2
_LONGEST = 90
_FORMED = frozenset(":)]")
_MARKUP = ("*", "#", "=", "_", " ")
_BOLD = ("**", "__", "==")
_LEADING = (": ", " - ", " – ", " — ")


def find_heads(lines: Sequence[Line], called: Known, knowledge: Knowledge) -> dict[int, Head]:
    """The lines that may be heads, by their place; none unless they name two people.

    ``called`` tells whom a name or a surname means. The cheap questions are asked first.
    """
    found: dict[int, Head] = {}
    for at, line in enumerate(lines):
        if not _may_head(lines, at, called, knowledge):
            continue
        where = from_head(lines, at, knowledge.text)
        below = at + 1 < len(lines) and _is_set_apart(line, lines[at + 1], knowledge.text)
        head = slogan_head(where, called, knowledge) if below else None
        if head is not None:
            found[at] = head
            continue
        head = read_head(where, called, knowledge)
        named = before_lead(where, knowledge.text) if below else None
        if named and (head is None or head.run) and _heads_lines(lines, at, knowledge):
            head = read_head(named, called, knowledge)
            head = replace(head, form=(*head.form, "described")) if head else None
        if head is not None and (head.run or below):
            found[at] = head
    return found if len({head.name for head in found.values()}) >= _LEAST else {}


def _heads_lines(lines: Sequence[Line], at: int, knowledge: Knowledge) -> bool:
    """Whether what stands behind a head's dash only describes it: "Jane Doe – the left's choice".

    Those whom it heads stand below, three and more, without a colon or a dash of their own.
    """
    last = at + 1
    while last + 1 < len(lines) and not lines[last + 1].after_blank:
        last += 1
    below = lines[at + 1 : last + 1]
    return len(below) > _LEAST and not any(
        before_lead(one.content, knowledge.text) for one in below
    )


def _is_set_apart(line: Line, below: Line, text: str) -> bool:
    """Whether a line has no bullet or number, or one that the line below it does not have."""
    kinds = [text[one.whole.start].isdigit() for one in (line, below)]
    return not line.marked or not below.marked or kinds == [True, False]


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line with a bullet is one of several: then the last of them heads nobody."""
    return at > 0 and lines[at - 1].marked and not lines[at].after_blank


def from_head(lines: Sequence[Line], at: int, text: str) -> Span:
    """The line; of one that ran into the sentence before it, and heads a run, the rest behind."""
    where = lines[at].content
    if not _is_glued(lines, at, text):
        return where
    colon = text.find(": ", where.start, where.end)
    start = 1 + max(text.rfind(mark, where.start, colon) for mark in ".?!")
    while text[start].isspace():
        start += 1
    return Span(start, where.end) if start < colon else where


def _is_glued(lines: Sequence[Line], at: int, text: str) -> bool:
    """Whether a sentence and then a colon stand on a line above one that has a colon early."""
    where = lines[at].content
    colon = text.find(": ", where.start, where.end)
    if colon < 0 or at + 1 >= len(lines):
        return False
    below = lines[at + 1].content
    early = text.find(": ", below.start, below.start + _LONGEST) > 0
    return early and any(text.rfind(mark, where.start, colon) >= 0 for mark in ".?!")


def _may_head(lines: Sequence[Line], at: int, called: Known, knowledge: Knowledge) -> bool:
    """Whether anything but a shape of words may set the line apart as a head."""
    line = lines[at]
    text = knowledge.text
    if line.marked:
        alone = at + 1 < len(lines) and _is_set_apart(line, lines[at + 1], text)
        alone = alone and (text[line.whole.start].isdigit() or not _goes_on(lines, at))
        leads = any(text.find(mark, line.content.start, line.content.end) > 0 for mark in _LEADING)
        return leads or alone
    where = line.whole
    printed = text[where.start : min(where.end, where.start + _LONGEST)]
    if any(mark in printed for mark in _BOLD):
        return True
    if where.end - where.start > _LONGEST or printed[-1] in ".?!":
        return any(mark in printed for mark in _LEADING) or _is_glued(lines, at, text)
    if _is_formed(printed) or text[where.start - 1 : where.start] in _MARKUP:
        return True
    if line.after_blank or is_run(lines, at + 1, text) or is_fuller(lines, at, text):
        return True
    if is_above_label(lines, at, knowledge) or is_above_labelled(lines, at, knowledge):
        return True
    if at and any(mark in printed for mark in _LEADING) and _is_seat(lines[at - 1], knowledge):
        return True
    lexicon = knowledge.lexicon
    words = fold(printed).replace("'s", " 's").split()
    told = words[0] == "for" or any(
        lexicon.side_words.get(w) == "side" or w in lexicon.support_nouns for w in words
    )
    return told or called(printed) is not None


def _is_seat(line: Line, knowledge: Knowledge) -> bool:
    """Whether a line names what is contested, or is a note in brackets below such a line."""
    text = knowledge.text
    noted = (text[line.content.start], text[line.content.end - 1]) == ("(", ")")
    return noted or names_seat(line, knowledge)


def _is_formed(printed: str) -> bool:
    """Whether marks, numbers or capitals set a line apart from a name on a list."""
    numbered = any(char.isdigit() for char in printed)
    return numbered or printed[-1] in _FORMED or ":" in printed or printed.isupper()
