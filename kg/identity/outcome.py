"""What comes of it all: the key that each goes by, and what the other keys became."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.decisions import Decision
from kg.decisions.chains import Links, Sets, Step, chain, links
from kg.identity.joining import OF_KEY, Joined, Reason, steps
from kg.identity.known import Known
from kg.identity.model import Doubt, Identity, Kind, Link, Parting, Redirect


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What the results are made from.

    ``sets`` are the final ones, ``canonical`` the key and IRI of each set's representative;
    ``left`` as in ``Joined``.
    """

    things: Known
    rows: Sequence[Decision]
    sets: Sets
    left: frozenset[str]
    canonical: Mapping[str, tuple[str, str]]

    def iri(self, iri: str) -> str | None:
        """The canonical IRI of a group or member; None for a group that all have left."""
        found = self.canonical.get(self.sets.find(iri))
        return found[1] if found else None


def outcome(
    things: Known, rows: Sequence[Decision], done: Joined, automatic: Sequence[Step[str]]
) -> Identity:
    """The identity that links make: those of ``done`` and the automatic ones."""
    sets = done.sets.copy()
    for step in automatic:
        sets.join(step.one, step.other)
    made = _Outcome(things, rows, sets, done.left, _canonical(things, sets))
    groups = _groups(made)
    return Identity(
        groups=groups,
        members=_members(made, groups),
        redirects=tuple(_redirects(made, done, automatic)),
        partings=tuple(_partings(made)),
        links=tuple(sorted(_links(made), key=lambda one: (one.entity, one.outside))),
        unsure=tuple(sorted(_unsure(made), key=lambda one: (one.one, one.other))),
    )


def _canonical(things: Known, sets: Sets) -> dict[str, tuple[str, str]]:
    """Key and IRI of each set: its first key that still means some of its own, or else a member's.

    A key that is made of an article comes after every other: it would change with the articles.
    """
    best: dict[str, tuple[tuple[object, ...], str, str]] = {}
    for group in things.groups.values():
        root = sets.find(group.iri)
        kept = any(sets.find(member) == root for member in group.members)
        if kept:
            _offer(best, root, (0, "--doc-" in group.key, group.key), group.key, group.iri)
    for member in things.members.values():
        rank = (1, False, member.key, member.article)
        _offer(best, sets.find(member.iri), rank, member.own_key, member.iri)
    return {root: (key, iri) for root, (_, key, iri) in best.items()}


def _offer(
    best: dict[str, tuple[tuple[object, ...], str, str]],
    root: str,
    rank: tuple[object, ...],
    key: str,
    iri: str,
) -> None:
    if root not in best or rank < best[root][0]:
        best[root] = rank, key, iri


def _groups(made: _Outcome) -> dict[tuple[Kind, str], str]:
    found: dict[tuple[Kind, str], str] = {}
    for group in made.things.groups.values():
        canonical = made.canonical.get(made.sets.find(group.iri))
        if canonical and canonical[0] != group.key:
            found[group.kind, group.key] = canonical[0]
    return found


def _members(
    made: _Outcome, groups: Mapping[tuple[Kind, str], str]
) -> dict[tuple[Kind, str, str], str]:
    found: dict[tuple[Kind, str, str], str] = {}
    for iri in sorted(made.left):
        member = made.things.members[iri]
        key, _ = made.canonical[made.sets.find(iri)]
        if key != groups.get((member.kind, member.key), member.key):
            found[member.kind, member.key, member.article] = key
    return found


def _redirects(made: _Outcome, done: Joined, automatic: Sequence[Step[str]]) -> Iterator[Redirect]:
    """For each group, and each member that went by a key of its own, that no longer does."""
    moved = [
        (iri, new)
        for iri in sorted({*made.things.groups, *made.left})
        if (new := made.iri(iri)) is not None and new != iri
    ]
    sets = {made.sets.find(iri) for iri, _ in moved}
    walkable = [
        one for one in steps(made.things, made.rows, done) if made.sets.find(one.one) in sets
    ]
    ways = _Ways(links(walkable)), _Ways(links([*walkable, *_as_reasons(automatic)]))
    for iri, new in moved:
        walked = ways[0].to(new, iri)
        yield _redirect(iri, new, walked or ways[1].to(new, iri), outright=bool(walked))


class _Ways:
    """Shortest ways from the canonical IRIs, each set walked once."""

    def __init__(self, beside: Links[Reason]) -> None:
        self._links = beside
        self._walked: dict[str, dict[str, Step[Reason]]] = {}

    def to(self, start: str, goal: str) -> list[Step[Reason]]:
        """The steps from ``start`` to ``goal``, none when there is no way."""
        if start not in self._walked:
            self._walked[start] = self._links.from_(start)
        return chain(self._walked[start], goal)


def _as_reasons(automatic: Iterable[Step[str]]) -> Iterator[Step[Reason]]:
    for step in automatic:
        yield Step(step.one, step.other, step.label)


def _redirect(old: str, new: str, walked: Sequence[Step[Reason]], *, outright: bool) -> Redirect:
    decisions = tuple(step.label for step in walked if isinstance(step.label, Decision))
    said = [_said(row) for row in decisions]
    if not outright:
        said += [why for step in walked if isinstance(why := step.label, str) and why != OF_KEY]
    return Redirect(old, new, " ".join(dict.fromkeys(said)), decisions if outright else ())


def _said(row: Decision) -> str:
    """A row as a sentence; without its line, which changes with other rows."""
    comment = f": {row.comment}" if row.comment else ""
    return (
        f"{row.by} decided on {row.day.isoformat()} that the two are one{comment}".rstrip(".") + "."
    )


def _partings(made: _Outcome) -> Iterator[Parting]:
    """For each key of which some left and are something else now."""
    for group in sorted(made.things.groups.values(), key=lambda group: group.iri):
        now = {made.iri(member) for member in group.members}
        if now != {made.iri(group.iri)}:
            own = {group.iri, *group.members}
            rows = (row for row in made.rows if row.verdict != "same")
            apart = (row for row in rows if row.subject in own and row.object in own)
            yield Parting(group.iri, tuple(sorted(filter(None, now))), tuple(apart))


def _links(made: _Outcome) -> Iterator[Link]:
    for row in made.rows:
        if row.verdict == "same" and not row.object.startswith(made.things.base):
            entity = made.iri(row.subject)
            if entity:
                yield Link(entity, row.object, row)


def _unsure(made: _Outcome) -> Iterator[Doubt]:
    for row in made.rows:
        if row.verdict == "unsure":
            one = made.iri(row.subject)
            other = made.iri(row.object) if made.things.kind(row.object) else row.object
            if one and other and one != other:
                yield Doubt(one, other, row)
