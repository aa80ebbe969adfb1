"""What is one by its key and by decisions: joined, set apart, and checked against both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.decisions import Decision
from kg.decisions.chains import Sets, Step, chain, links
from kg.decisions.consistency import contradiction, said, short, told
from kg.errors import InputError
from kg.identity.known import Known, Member
from kg.identity.model import Kind

Reason = Decision | str
"""Why two are one: a row, or a sentence where it is automatic."""
OF_KEY = "the same key"
"""Why a member is one with its group."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What is one so far.

    ``left`` are the members that no longer belong to their key, by IRI and in its order. ``sets``
    hold those and groups: a member that has not left goes by its group, so that nothing is done for
    the many of which no row speaks.
    """

    things: Known
    left: Mapping[str, Member]
    sets: Sets

    @property
    def torn(self) -> frozenset[str]:
        """The groups of which some member has left."""
        return frozenset(member.group for member in self.left.values())

    def node(self, iri: str) -> str:
        """What stands for an IRI in ``sets``."""
        return iri if iri in self.left else self.things.group_of(iri)

    def find(self, iri: str) -> str:
        """One and the same IRI for all that are one; which one it is means nothing."""
        return self.sets.find(self.node(iri))

    def further(self, more: Iterable[Step[str]]) -> Joined:
        """The same with more links."""
        sets = self.sets.copy()
        for step in more:
            sets.join(self.node(step.one), self.node(step.other))
        return Joined(self.things, self.left, sets)


def joined(things: Known, rows: Sequence[Decision]) -> Joined:
    """Members with their groups, and what "same" rows join.

    Raises ``InputError`` when that joins two that a row sets apart, or two of different kinds.
    ``rows`` are in order, known and consistent by themselves.
    """
    done = Joined(things, _leaving(things, rows), Sets())
    for row in rows:
        if row.verdict == "same":
            done.sets.join(done.node(row.subject), done.node(row.object))
    for row in rows:
        if row.verdict == "different" and done.find(row.subject) == done.find(row.object):
            words = _words(rows, done, row.subject, row.object)
            raise contradiction(row, words, things.base)
    _refuse_mixed(rows, done)
    return done


def steps(rows: Sequence[Decision], done: Joined) -> Iterator[Step[Reason]]:
    """The links that joined something: "same" rows, and the members that they name with groups."""
    named: dict[str, None] = {}
    for row in rows:
        if row.verdict == "same":
            yield Step(row.subject, row.object, row)
        named |= dict.fromkeys((row.subject, row.object))
    for iri in named:
        if done.node(iri) != iri:
            yield Step(done.node(iri), iri, OF_KEY)


def _leaving(things: Known, rows: Sequence[Decision]) -> dict[str, Member]:
    """The members that a row does not let be one with the rest of their key.

    Two members of one key both leave: which of them the rest of the key means is not known. Of a
    member and its own group only the member does.
    """
    found = {
        member.iri: member
        for row in rows
        if row.verdict != "same" and things.group_of(row.subject) == things.group_of(row.object)
        for member in map(things.member, (row.subject, row.object))
        if member
    }
    return {iri: found[iri] for iri in sorted(found)}


def _refuse_mixed(rows: Sequence[Decision], done: Joined) -> None:
    """Refuse a person and a body that are called the same as one thing elsewhere."""
    things = done.things
    first: dict[str, tuple[Decision, Kind | None]] = {}
    for row in rows:
        if row.verdict != "same":
            continue
        kind = things.kind(row.subject)
        other, its_kind = first.setdefault(done.find(row.subject), (row, kind))
        if its_kind != kind:
            words = _words(rows, done, other.subject, row.subject)
            raise InputError(
                f"makes one thing of {its_kind} {short(other.subject, things.base)} and "
                f"{kind} {short(row.subject, things.base)}: {words}",
                where=row.where,
                todo="remove this row, or one of the chain",
            )


def _words(rows: Sequence[Decision], done: Joined, one: str, other: str) -> str:
    """The chain between two that are joined."""
    walked = chain(links(steps(rows, done)).from_(one), other)
    return told([_said(step, done.things.base) for step in walked])


def _said(step: Step[Reason], base: str) -> str:
    label = step.label
    if isinstance(label, Decision):
        return said(Step(step.one, step.other, label), base)
    return f"{short(step.one, base)} = {short(step.other, base)} ({label})"
