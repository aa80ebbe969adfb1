"""Nominations under names: "Jane Doe / Proposed by: Ann Roe / Seconded by: John Roe".

Minutes and statements of nominations print them so, with or without a label before the candidate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.namescores import name_score
from kg.lists.tables.headedrecords import label_of, name_on, value_of
from kg.lists.tables.tablefinding import Table
from kg.lists.tables.tableheads import column_kind
from kg.lists.tables.tablerows import Told, several_in
from kg.model import Mention, Span
from kg.text import tokenise

_MOVERS = frozenset(
    (
        *("proposed", "proposer", "proposers", "seconded", "seconder", "seconders", "mover"),
        *("assentor", "assentors", "assenter", "assenters", "moved", "nominator", "nominators"),
    )
)
_NAME = 0.6
_MOST = 6
_LEAST = 2


def find_nominations(
    lines: Sequence[Line], knowledge: Knowledge, tabled: frozenset[int]
) -> list[Table]:
    """The candidates of a page under whom stands who proposed and who seconded them.

    Lines that are ``tabled`` already are of none. One line of movers alone may be of a motion.
    """
    if ":" not in knowledge.text:
        return []
    labels = [None if at in tabled else label_of(li, knowledge) for at, li in enumerate(lines)]
    found: list[Table] = []
    at = 1
    while at < len(lines):
        table = _table(lines, labels, at, knowledge)
        if table is not None:
            found.append(table)
        at = table.last if table else at + 1
    moved = sum(table.last - table.first - 1 for table in found)
    return found if moved >= _LEAST else []


def _table(
    lines: Sequence[Line], labels: Sequence[Span | None], first: int, knowledge: Knowledge
) -> Table | None:
    """The candidate of the line above ``first``, if that and those below it say who moved it."""
    last = first
    while last < min(len(lines), first + _MOST) and _moves(labels[last], knowledge):
        last += 1
    candidate = _candidate(lines[first - 1], labels[first - 1], knowledge) if last > first else None
    if candidate is None:
        return None
    told = tuple(
        Told(Line(where, where), who, candidate)
        for at in range(first, last)
        for where, who in _movers(lines[at], labels[at], knowledge)
        if who != candidate
    )
    return Table(first - 1, last, tuple(lines[first - 1 : last]), told) if told else None


def _moves(label: Span | None, knowledge: Knowledge) -> bool:
    """Whether a label says that those behind it proposed or seconded somebody."""
    if label is None:
        return False
    words = [token.fold for token in tokenise(knowledge.text, label)]
    return not _MOVERS.isdisjoint(words) or words == ["nominated", "by"]


def _movers(line: Line, label: Span | None, knowledge: Knowledge) -> Iterator[tuple[Span, Mention]]:
    """Those behind the label, each with where the names stand."""
    value = value_of(line, label, knowledge) if label else None
    if value is not None:
        yield from ((value, who) for who in several_in(value, knowledge))


def _candidate(line: Line, label: Span | None, knowledge: Knowledge) -> Mention | None:
    """The person whom the line names, alone or behind a label: "Candidate: Jane Doe"."""
    if label is None:
        where = name_on(line, knowledge)
    elif column_kind(knowledge.text, label, knowledge.lexicon) in ("weak", "endorser", "chosen"):
        where = value_of(line, label, knowledge)
    else:
        where = None
    tokens = tuple(tokenise(knowledge.text, where)) if where else ()
    if where is None or not tokens or name_score(knowledge.look(tokens)) < _NAME:
        return None
    people = [one for one in several_in(where, knowledge) if one.kind == "person"]
    return people[0] if len(people) == 1 else None
