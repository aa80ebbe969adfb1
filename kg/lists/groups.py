"""Headings inside a list: a line, or the start of one, that says whose the names below are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.lists.fields import Knowledge, name_score
from kg.lists.items import Segment, cuts
from kg.lists.order import heads_by_order
from kg.lists.regions import Line
from kg.model import Mention, Span

_COUNT = re.compile(r"[\s(–—-]*(\d{1,4})\s*\)?\s*:?\s*$")
# A name, its number, and the run of those it heads, which may stand in brackets.
_HEADED = re.compile(
    r"([^(),\n]{3,60}\(\d{1,4}\))[\s*†:–(-]*"
    r"(?:(?:himself|herself)(?:,| and)\s+)?([^\s(),][^\n]*)"
)
_NAME = 0.6
Known = Callable[[str], Mention | None]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading line: the candidate it names, and the number it states, if it does."""

    line: Line
    candidate: Mention
    count: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """The items under one heading, or before the first (``heading`` None)."""

    heading: Heading | None
    items: tuple[Line, ...]


def find_groups(
    lines: Sequence[Line], known: Known, knowledge: Knowledge, about: Mention | None
) -> list[Group]:
    """The lines of a list under their headings; ``known`` tells a candidate from a name.

    A line is a heading when it is nothing but a candidate's name, alone or with a number or a
    colon, and another line follows it. In a list that is not ``about`` one candidate, any name
    with a number is a heading.
    """
    if about is None:
        known = _or_set_apart(lines, known, knowledge)
        lines = [part for line in lines for part in _headed(line, knowledge)]
        known = _or_by_order(lines, known, knowledge)
    groups: list[Group] = []
    heading: Heading | None = None
    items: list[Line] = []
    for index, line in enumerate(lines):
        found = heading_of(line, known, knowledge) if index + 1 < len(lines) else None
        if found is None:
            items.append(line)
            continue
        if heading or items:
            groups.append(Group(heading, tuple(items)))
        heading, items = found, []
    groups.append(Group(heading, tuple(items)))
    return groups


def _or_set_apart(lines: Sequence[Line], known: Known, knowledge: Knowledge) -> Known:
    """``known``, widened by names that are set apart from the items.

    A name is set apart when it stands alone on a line with a number, or without a bullet in a list
    whose other lines have one, or with a number before a run of names.
    """
    bulleted = sum(line.marked for line in lines) * 2 > len(lines)
    apart: dict[str, Mention] = {}
    for whole in lines:
        line = _headed(whole, knowledge)[0]
        found = heading_of(line, lambda name: Mention("person", name), knowledge)
        if found is None or not (bulleted or found.count is not None):
            continue
        segments = cuts(knowledge.text, found.line.content)[0]
        if name_score(knowledge.look(segments[0].tokens)) >= _NAME:
            apart[found.candidate.name] = found.candidate
    return lambda name: known(name) or apart.get(name)


def _or_by_order(lines: Sequence[Line], known: Known, knowledge: Knowledge) -> Known:
    """``known``, widened by the names that head groups by their order, if no line is a heading."""
    if any(heading_of(line, known, knowledge) for line in lines):
        return known
    text = knowledge.text
    heads = {
        text[lines[i].content.start : lines[i].content.end]
        for i in heads_by_order(lines, knowledge)
    }
    return lambda name: known(name) or (Mention("person", name) if name in heads else None)


def _headed(line: Line, knowledge: Knowledge) -> list[Line]:
    """A line "NAME (5) A, B and C" as a heading and the line of those it heads."""
    match = _HEADED.match(knowledge.text, line.content.start, line.content.end)
    if match is None or line.marked:
        return [line]
    head = Span(line.whole.start, match.end(1))
    rest = Span(match.start(2), max(match.start(2) + 1, _run_end(knowledge.text, match)))
    return [
        Line(head, Span(line.content.start, match.end(1)), line.after_blank),
        Line(rest, rest, marked=True),
    ]


def _run_end(text: str, match: re.Match[str]) -> int:
    """Where the run ends: before the bracket that closes all of it, and before footnote marks."""
    end = match.end(2)
    while end > match.start(2) and text[end - 1] in "*†. ":
        end -= 1
    run = text[match.start(2) : end]
    return end - 1 if run.endswith(")") and run.count(")") > run.count("(") else end


def heading_of(line: Line, known: Known, knowledge: Knowledge) -> Heading | None:
    """The line as a heading that names a candidate, or None."""
    if line.marked:
        return None
    text = knowledge.text
    start, end = line.content.start, line.content.end
    counted = _COUNT.search(text[start:end])
    if counted and counted.start() > 0:
        end = start + counted.start()
    segments = cuts(text, Span(start, end))[0]
    if len(segments) != 1 and not (len(segments) == 2 and _is_party(segments[1], knowledge)):
        return None
    candidate = known(text[segments[0].span.start : segments[0].span.end])
    if candidate is None:
        return None
    return Heading(line, candidate, int(counted.group(1)) if counted else None)


def _is_party(segment: Segment, knowledge: Knowledge) -> bool:
    """Whether the segment is a party, as it stands in brackets behind a candidate's name."""
    words = [token.fold for token in segment.tokens]
    return knowledge.lexicon.parties.whole(words) is not None
