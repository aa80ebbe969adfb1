"""Lines that begin with the class of those they list: "MPs: A, B and C", "Unions: D, E"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.lists.finding.regions import Line
from kg.lists.leading.classes import class_role
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.runs import run_items
from kg.model import Span
from kg.text import tokenise

_LONGEST_LABEL = 60


def unlabelled(lines: Sequence[Line], knowledge: Knowledge) -> tuple[Line, ...]:
    """The lines with each "CLASS: A, B" as a heading of its class and an item for each of its run.

    A line whose label is no class of people or bodies stays whole.
    """
    return tuple(part for line in lines for part in _parts(line, knowledge))


def _parts(line: Line, knowledge: Knowledge) -> Iterator[Line]:
    text = knowledge.text
    start, end = line.content.start, line.content.end
    colon = text.find(":", start, min(end, start + _LONGEST_LABEL))
    rest = colon + 1
    while 0 < rest < end and text[rest].isspace():
        rest += 1
    if colon <= start or rest >= end:
        yield line
        return
    label = Span(start, colon)
    items = run_items(Span(rest, end), knowledge)
    if not items or class_role(tokenise(text, label), knowledge.lexicon) is None:
        yield line
        return
    yield Line(Span(line.whole.start, colon + 1), label, line.after_blank)
    for at, item in enumerate(items):
        yield Line(item, item, marked=True, in_run=at > 0)
