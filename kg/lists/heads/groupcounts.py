"""The numbers that headings inside a list state, with the items that they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.lists.heads.groups import Group
from kg.lists.heads.headings import Heading
from kg.model import Mention, Span


@dataclass(frozen=True, slots=True)
class GroupCount:
    """A number in a heading: of whose supporters, where it stands, and the items it counts.

    ``unit`` is what the heading says that it counts, or "".
    """

    candidate: Mention
    count: int
    unit: str
    span: Span
    items: Span


def group_counts(groups: Sequence[Group], about: Mention | None) -> Iterator[GroupCount]:
    """The numbers in headings: of candidates, and of classes under a candidate's heading."""
    filled = [group for group in groups if group.items]
    under: dict[Heading, list[Group]] = {}
    for group in groups:
        if group.heading:
            under.setdefault(group.heading, []).extend([group] if group.items else [])
    for heading, several in under.items():
        where = heading.line.whole
        items = _extent(several) if several else where  # nobody, or the article is cut off
        for one in heading.counts:
            yield GroupCount(heading.candidate, one.number, one.unit, where, items)
    for group in filled:
        candidate = group.heading.candidate if group.heading else about
        if candidate is None:
            continue
        for one, where in group.counts:
            yield GroupCount(candidate, one.number, one.unit, where, _extent([group]))


def _extent(groups: Sequence[Group]) -> Span:
    return Span(groups[0].items[0].whole.start, groups[-1].items[-1].whole.end)
