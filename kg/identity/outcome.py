"""What comes of it all: the key that each goes by, and what the other keys became."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.decisions import Decision
from kg.decisions.chains import Links, Step, chain, links
from kg.identity.evidence import OF_ITS_OWN
from kg.identity.joining import OF_KEY, Joined, Reason, steps
from kg.identity.known import Group, Known
from kg.identity.model import Doubt, Identity, Kind, Link, Parting, Redirect

_VAGUEST = 3
_MOST_TOLD = 3


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What the results are made from.

    ``touched`` are the groups that rows or evidence speak of, by IRI and in its order: all others
    go by their own keys. ``now`` is the canonical key and IRI of each of them, unless all have left
    it for something else, and of each member that has left.
    """

    things: Known
    rows: Sequence[Decision]
    done: Joined
    touched: Mapping[str, Group]
    now: Mapping[str, tuple[str, str]]

    def iri(self, iri: str) -> str | None:
        """The canonical IRI of a touched group or a member; None if all have left the group."""
        found = self.now.get(self.done.node(iri))
        return found[1] if found else None


def outcome(rows: Sequence[Decision], done: Joined, automatic: Sequence[Step[str]]) -> Identity:
    """The identity that links make: those of ``done`` and the automatic ones."""
    final = done.further(automatic)
    sides = {iri for row in rows for iri in (row.subject, row.object)}
    sides |= {iri for step in automatic for iri in (step.one, step.other)}
    groups = {group.iri: group for group in map(done.things.home, sides) if group}
    touched = {iri: groups[iri] for iri in sorted(groups)}
    made = _Outcome(done.things, rows, final, touched, _now(final, touched))
    moved = _groups(made)
    return Identity(
        groups=moved,
        members=_members(made, moved),
        redirects=tuple(_redirects(made, automatic)),
        partings=tuple(_partings(made)),
        links=tuple(sorted(_links(made), key=lambda one: (one.entity, one.outside))),
        unsure=tuple(sorted(_unsure(made), key=lambda one: (one.one, one.other))),
    )


def _now(done: Joined, touched: Mapping[str, Group]) -> dict[str, tuple[str, str]]:
    """What each goes by now: the canonical key and IRI of its set.

    That is the first key that still means some of its own, or else a member's. A key with a place
    of its own comes before one that has only the body of a contest, and one that is made of an
    article last: the more a key tells, the less it changes with the articles.
    """
    best: dict[str, tuple[tuple[int, str, str], str, str]] = {}
    roots, torn = {iri: done.sets.find(iri) for iri in (*touched, *done.left)}, done.torn
    for group in touched.values():
        root = roots[group.iri]
        if group.iri not in torn or any(done.find(one) == root for one in group.members):
            rank = (_vagueness(group), group.key, "")
            _offer(best, root, rank, group.key, group.iri)
    for member in done.left.values():  # who has not left has a group
        rank = (_VAGUEST, member.key, member.article)
        _offer(best, roots[member.iri], rank, member.own_key, member.iri)
    return {iri: best[root][1:] for iri, root in roots.items() if root in best}


def _vagueness(group: Group) -> int:
    """0 for a key with a context of its own, 1 for one without, 2 for one made of an article."""
    if "--doc-" in group.key:
        return 2
    kinds = {one.context for one in group.occurrences}
    return 0 if kinds & OF_ITS_OWN else 1


def _offer(
    best: dict[str, tuple[tuple[int, str, str], str, str]],
    root: str,
    rank: tuple[int, str, str],
    key: str,
    iri: str,
) -> None:
    if root not in best or rank < best[root][0]:
        best[root] = rank, key, iri


def _groups(made: _Outcome) -> dict[tuple[Kind, str], str]:
    found: dict[tuple[Kind, str], str] = {}
    for group in made.touched.values():
        key, _ = made.now.get(group.iri, (group.key, group.iri))
        if key != group.key:
            found[group.kind, group.key] = key
    return found


def _members(
    made: _Outcome, groups: Mapping[tuple[Kind, str], str]
) -> dict[tuple[Kind, str, str], str]:
    found: dict[tuple[Kind, str, str], str] = {}
    for member in made.done.left.values():
        key, _ = made.now[member.iri]
        if key != groups.get((member.kind, member.key), member.key):
            found[member.kind, member.key, member.article] = key
    return found


def _redirects(made: _Outcome, automatic: Iterable[Step[str]]) -> Iterator[Redirect]:
    """For each group, and each member that went by a key of its own, that no longer does."""
    walkable = list(steps(made.rows, made.done))
    ways = _Ways(links(walkable)), _Ways(links([*walkable, *_as_reasons(automatic)]))
    for iri, (_, new) in sorted(made.now.items()):
        if new != iri:
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
    rows = tuple(step.label for step in walked if isinstance(step.label, Decision))
    why = [_said(row) for row in rows[:_MOST_TOLD]]
    if len(rows) > _MOST_TOLD:
        why.append(f"{len(rows)} decisions in all lead from the one to the other.")
    if not outright:
        why += [one for step in walked if isinstance(one := step.label, str) and one != OF_KEY]
    return Redirect(old, new, " ".join(dict.fromkeys(why)), rows if outright else ())


def _said(row: Decision) -> str:
    """A row as a sentence; without its line, which changes with other rows."""
    comment = f": {row.comment}" if row.comment else ""
    said = f"{row.by} decided on {row.day.isoformat()} that the two are one{comment}"
    return f"{said.rstrip('.')}."


def _partings(made: _Outcome) -> Iterator[Parting]:
    """For each key of which some left and are something else now."""
    apart: dict[str, list[Decision]] = {}
    for row in made.rows:
        if row.verdict != "same":
            group = made.things.group_of(row.subject)
            if group == made.things.group_of(row.object):
                apart.setdefault(group, []).append(row)
    for iri, rows in sorted(apart.items()):
        now = {made.iri(member) for member in made.touched[iri].members}
        if now != {made.iri(iri)}:
            yield Parting(iri, tuple(sorted(filter(None, now))), tuple(rows))


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
