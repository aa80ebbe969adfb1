"""What is one by its key and by decisions: joined, set apart, and checked against both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.decisions import Decision
from kg.decisions.chains import Sets, Step, chain, links
from kg.decisions.consistency import contradiction, said, short
from kg.errors import InputError
from kg.identity.known import Known

Reason = Decision | str
"""Why two are one: a row, or a sentence where it is automatic."""
OF_KEY = "the same key"
"""Why a member is one with its group."""


@dataclass(frozen=True, slots=True)
class Joined:
    """``sets`` of IRIs; ``left`` are the members that no longer belong to their key."""

    sets: Sets
    left: frozenset[str]


def joined(things: Known, rows: Sequence[Decision]) -> Joined:
    """Groups with their members, and what "same" rows join.

    Raises ``InputError`` when that joins two that a row sets apart, or two of different kinds.
    ``rows`` are in order, known and consistent by themselves.
    """
    left = _leaving(things, rows)
    sets = Sets()
    for step in _steps(things, rows, left):
        sets.join(step.one, step.other)
    for row in rows:
        if row.verdict == "different" and sets.joined(row.subject, row.object):
            words = _words(things, rows, left, row.subject, row.object)
            raise contradiction(row, words, things.base)
    _refuse_mixed(things, rows, left, sets)
    return Joined(sets, left)


def steps(things: Known, rows: Sequence[Decision], done: Joined) -> Iterator[Step[Reason]]:
    """Every link that joined something: "same" rows, and members with their groups."""
    return _steps(things, rows, done.left)


def _leaving(things: Known, rows: Sequence[Decision]) -> frozenset[str]:
    """The members that a row does not let be one with the rest of their key.

    Two members of one key both leave: which of them the rest of the key means is not known. Of a
    member and its own group only the member does.
    """
    return frozenset(
        side
        for row in rows
        if row.verdict != "same" and things.group_of(row.subject) == things.group_of(row.object)
        for side in (row.subject, row.object)
        if side in things.members
    )


def _steps(things: Known, rows: Sequence[Decision], left: frozenset[str]) -> Iterator[Step[Reason]]:
    for row in rows:
        if row.verdict == "same":
            yield Step(row.subject, row.object, row)
    for member in things.members.values():
        if member.iri not in left:
            yield Step(member.group, member.iri, OF_KEY)


def _refuse_mixed(
    things: Known, rows: Sequence[Decision], left: frozenset[str], sets: Sets
) -> None:
    """Refuse a person and a body that are called the same as one thing elsewhere."""
    first: dict[str, Decision] = {}
    for row in rows:
        if row.verdict != "same":
            continue
        other = first.setdefault(sets.find(row.subject), row)
        kinds = things.kind(other.subject), things.kind(row.subject)
        if kinds[0] != kinds[1]:
            words = _words(things, rows, left, other.subject, row.subject)
            raise InputError(
                f"makes one thing of {kinds[0]} {short(other.subject, things.base)} and "
                f"{kinds[1]} {short(row.subject, things.base)}: {words}",
                where=row.where,
                todo="remove this row, or one of the chain",
            )


def _words(
    things: Known, rows: Sequence[Decision], left: frozenset[str], one: str, other: str
) -> str:
    """The chain between two that are joined."""
    walked = chain(links(_steps(things, rows, left)).from_(one), other)
    return ", ".join(_said(step, things.base) for step in walked)


def _said(step: Step[Reason], base: str) -> str:
    label = step.label
    if isinstance(label, Decision):
        return said(Step(step.one, step.other, label), base)
    return f"{short(step.one, base)} = {short(step.other, base)} ({label})"
