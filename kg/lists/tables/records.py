"""Records: blocks of labelled lines that come again: "Candidate: A", "Proposer: B"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.lists.finding.regions import Line
from kg.model import Span
from kg.text import fold

_FIELD = re.compile(r"([^:|\n]{2,30}):\s+(\S[^\n]*)$")

_MOST = 12  # lines of a record


@dataclass(frozen=True, slots=True)
class Record:
    """One block that begins at ``line``: where each label stands, and what stands behind it."""

    line: Line
    labels: Mapping[str, Span]
    values: Mapping[str, Span]

    def row(self, labels: Sequence[str]) -> list[Span]:
        """The values in the order of ``labels``; an empty one for a label that it does not have."""
        colon = next(iter(self.labels.values())).end
        return [self.values.get(label, Span(colon, colon + 1)) for label in labels]


def records_from(lines: Sequence[Line], at: int, text: str) -> tuple[list[Record], int]:
    """The records that begin at line ``at`` with the label that comes first in each, and the end.

    A blank line may part two of them, and none stands inside one.
    """
    first = _label(lines[at], text)
    if not first or first in (_label(line, text) for line in lines[max(0, at - _MOST) : at]):
        return [], at  # the records before this one began it
    found: list[Record] = []
    index = at
    while index < len(lines) and _label(lines[index], text) == first:
        labels: dict[str, Span] = {}
        values: dict[str, Span] = {}
        start = index
        while index < len(lines) and (field := _field(lines[index], text)) is not None:
            label = _label(lines[index], text)
            if label in values or (index > start and lines[index].after_blank):
                break
            labels[label], values[label] = Span(*field.span(1)), Span(*field.span(2))
            index += 1
        found.append(Record(lines[start], labels, values))
    return found, index


def _field(line: Line, text: str) -> re.Match[str] | None:
    return _FIELD.match(text, line.content.start, line.content.end)


def _label(line: Line, text: str) -> str:
    """The folded label of a line; empty without one."""
    match = _field(line, text)
    return fold(match.group(1)) if match else ""
