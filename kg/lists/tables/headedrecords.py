"""Records under names: a name, and labelled lines below it of which one says whom it endorses.

"Jane Doe (Anytown) / Backing: John Roe / Why: ..." again and again is a table whose heads stand in
every row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.lists.tables.tablefinding import Table
from kg.lists.tables.tableheads import TableHead, WhoKind, column_kind, who_kind
from kg.lists.tables.tablerows import LEAST_ROWS, read_rows
from kg.model import Span
from kg.text import fold

_LONGEST_LABEL = 30
_LONGEST_NAME = 80
_MOST_LABELS = 6
_BEHIND_NAME = ("(", ",", " - ", " – ", " — ", ":")


@dataclass(frozen=True, slots=True)
class _Record:
    """Line indexes ``first`` up to ``last``; the cells of who endorses and whom."""

    first: int
    last: int
    line: Line
    cells: tuple[Span, Span]
    label: str
    kind: WhoKind


def find_headed_records(
    lines: Sequence[Line], knowledge: Knowledge, tabled: frozenset[int]
) -> list[Table]:
    """The records of endorsements on a page, each a table of its own; none if there is only one.

    Lines that are ``tabled`` already begin none.
    """
    if ":" not in knowledge.text:
        return []
    labels = [label_of(line, knowledge) for line in lines]
    found = list(_records(lines, labels, knowledge))
    times = Counter(record.label for record in found)
    found = [
        record
        for record in found
        if times[record.label] >= LEAST_ROWS and tabled.isdisjoint(range(record.first, record.last))
    ]
    kinds = {record.kind for record in found}
    head = TableHead(
        0, kinds.pop() if len(kinds) == 1 else "", (1,), (), (), turned=False, sure=True
    )
    told = read_rows([(record.line, record.cells) for record in found], head, knowledge)
    return [
        Table(
            record.first,
            record.last,
            tuple(lines[record.first : record.last]),
            tuple(one for one in told if one.line is record.line),
        )
        for record in (found if told else [])
    ]


def _records(
    lines: Sequence[Line], labels: Sequence[Span | None], knowledge: Knowledge
) -> Iterator[_Record]:
    taken = 0
    for at, label in enumerate(labels):
        if label is None or column_kind(knowledge.text, label, knowledge.lexicon) != "chosen":
            continue
        top = _top(labels, at, knowledge)
        if top is None or top < taken:
            continue
        last = at + 1
        while last < len(lines) and labels[last] is not None and last - top < _MOST_LABELS:
            if _is_name_label(labels[last], knowledge):
                break
            last += 1
        taken = last
        named = labels[top]
        kind = who_kind(knowledge.text, named, knowledge.lexicon) if named else ""
        who = value_of(lines[top], named, knowledge) if named else name_on(lines[top], knowledge)
        whom = value_of(lines[at], label, knowledge)
        if who is not None and whom is not None:
            words = fold(knowledge.text[label.start : label.end])
            yield _Record(top, last, lines[top], (who, whom), words, kind)


def _top(labels: Sequence[Span | None], at: int, knowledge: Knowledge) -> int | None:
    """The line with the name: labelled as one, or the first above that has no label."""
    for above in range(at - 1, max(-1, at - 1 - _MOST_LABELS), -1):
        if labels[above] is None or _is_name_label(labels[above], knowledge):
            return above
    return None


def _is_name_label(label: Span | None, knowledge: Knowledge) -> bool:
    named = label is not None and column_kind(knowledge.text, label, knowledge.lexicon)
    return named == "endorser"


def label_of(line: Line, knowledge: Knowledge) -> Span | None:
    """The words before the colon of a line that begins with a label of few words."""
    start, end = line.content.start, line.content.end
    colon = knowledge.text.find(":", start, min(end, start + _LONGEST_LABEL))
    plain = colon > start and knowledge.text[start].isalpha()
    return Span(start, colon) if plain else None


def value_of(line: Line, label: Span, knowledge: Knowledge) -> Span | None:
    """What stands behind the colon of a label."""
    start = label.end + 1
    while start < line.content.end and knowledge.text[start].isspace():
        start += 1
    return Span(start, line.content.end) if start < line.content.end else None


def name_on(line: Line, knowledge: Knowledge) -> Span | None:
    """The name that begins a short line, without where its bearer is from."""
    start, end = line.content.start, line.content.end
    printed = knowledge.text[start:end]
    if len(printed) > _LONGEST_NAME:
        return None
    cut = min((at for mark in _BEHIND_NAME if (at := printed.find(mark)) > 0), default=len(printed))
    return Span(start, start + len(printed[:cut].rstrip()))
