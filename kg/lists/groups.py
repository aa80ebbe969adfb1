"""Headings inside a list, and items that take two lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.lists.fields import Knowledge, name_score
from kg.lists.inline import split_run
from kg.lists.items import cuts
from kg.lists.regions import Line
from kg.model import Mention, Span

_COUNT = re.compile(r"[\s(–—-]*(\d{1,4})\s*\)?\s*:?\s*$")
_NAME = 0.6
_NO_NAME = 0.35
_PAIRS = 2
_LEAST_RUN = 3
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
        known = _or_counted(lines, known, knowledge)
    groups: list[Group] = []
    heading: Heading | None = None
    items: list[Line] = []
    for index, line in enumerate(lines):
        found = heading_of(knowledge.text, line, known) if index + 1 < len(lines) else None
        if found is None:
            items.append(line)
            continue
        if heading or items:
            groups.append(Group(heading, tuple(items)))
        heading, items = found, []
    groups.append(Group(heading, tuple(items)))
    return groups


def _or_counted(lines: Sequence[Line], known: Known, knowledge: Knowledge) -> Known:
    """``known``, widened by the names that stand alone on a line with a number."""
    counted: dict[str, Mention] = {}
    for line in lines:
        found = heading_of(knowledge.text, line, lambda name: Mention("person", name))
        if found and found.count is not None:
            segments = cuts(knowledge.text, found.line.content)[0]
            if name_score(knowledge.look(segments[0].tokens)) >= _NAME:
                counted[found.candidate.name] = found.candidate
    return lambda name: known(name) or counted.get(name)


def heading_of(text: str, line: Line, known: Known) -> Heading | None:
    """The line as a heading that names a candidate, or None."""
    if line.marked:
        return None
    start, end = line.content.start, line.content.end
    counted = _COUNT.search(text[start:end])
    if counted and counted.start() > 0:
        end = start + counted.start()
    segments = cuts(text, Span(start, end))[0]
    if len(segments) != 1:
        return None
    candidate = known(text[segments[0].span.start : segments[0].span.end])
    if candidate is None:
        return None
    return Heading(line, candidate, int(counted.group(1)) if counted else None)


def expanded(lines: tuple[Line, ...], knowledge: Knowledge) -> tuple[Line, ...]:
    """The lines with each that is itself a run of items cut into them: "A (X), B (Y), C (Z)".

    A line is a run when semicolons part it or when all of at least three parts between its commas
    read as names, brackets left aside.
    """
    return tuple(item for line in lines for item in _run(line, knowledge))


def _run(line: Line, knowledge: Knowledge) -> tuple[Line, ...]:
    parts = split_run(knowledge.text, line.content)
    if len(parts) < _LEAST_RUN:
        return (line,)
    items = [Line(part, part, line.after_blank, marked=True) for part in parts]
    named = [_first_as_name(item, knowledge) >= _NAME for item in items]
    return tuple(items) if all(named) else (line,)


def _first_as_name(line: Line, knowledge: Knowledge) -> float:
    segments = cuts(knowledge.text, line.content)[0]
    return name_score(knowledge.look(segments[0].tokens)) if segments else 0.0


def paired(lines: tuple[Line, ...], knowledge: Knowledge) -> tuple[Line, ...]:
    """The lines with pairs made one item where a list gives each name a second line.

    That is so when every odd line reads as a name and no even line does.
    """
    if len(lines) < 2 * _PAIRS or len(lines) % 2:
        return lines
    scores = [_as_name(line, knowledge) for line in lines]
    if min(scores[::2]) < _NAME or max(scores[1::2]) > _NO_NAME:
        return lines
    return tuple(
        Line(
            Span(first.whole.start, second.whole.end),
            Span(first.content.start, second.content.end),
            first.after_blank,
        )
        for first, second in zip(lines[::2], lines[1::2], strict=True)
    )


def _as_name(line: Line, knowledge: Knowledge) -> float:
    segments = cuts(knowledge.text, line.content)[0]
    return name_score(knowledge.look(segments[0].tokens)) if len(segments) == 1 else 0.0
