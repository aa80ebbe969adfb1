"""Headings inside a list: a line that says whose the lines below it are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.lists.items import segments
from kg.lists.regions import Line
from kg.model import Mention, Span

_COUNT = re.compile(r"\(?\s*(\d{1,4})\s*\)?\s*:?\s*$")


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
    text: str, lines: Sequence[Line], known: Callable[[str], Mention | None]
) -> list[Group]:
    """The lines of a list under their headings; ``known`` tells a candidate from a name.

    A line is a heading when it is nothing but a candidate's name, alone or with a number or a
    colon, and a line that is no heading follows it.
    """
    groups: list[Group] = []
    heading: Heading | None = None
    items: list[Line] = []
    for index, line in enumerate(lines):
        found = _heading(text, line, known) if index + 1 < len(lines) else None
        if found is None:
            items.append(line)
            continue
        if heading or items:
            groups.append(Group(heading, tuple(items)))
        heading, items = found, []
    groups.append(Group(heading, tuple(items)))
    return groups


def _heading(text: str, line: Line, known: Callable[[str], Mention | None]) -> Heading | None:
    if line.marked:
        return None
    start, end = line.content.start, line.content.end
    printed = text[start:end]
    counted = _COUNT.search(printed)
    if counted and counted.start() > 0:
        end = start + counted.start()
    parts = segments(text, Span(start, max(end, start + 1)))
    if len(parts) != 1:
        return None
    candidate = known(text[parts[0].span.start : parts[0].span.end])
    if candidate is None:
        return None
    return Heading(line, candidate, int(counted.group(1)) if counted else None)
