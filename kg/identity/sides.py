"""Everybody as identity has them so far: what two of them are compared by."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from kg.identity.evidence import OF_ITS_OWN
from kg.identity.known import Known, Member
from kg.identity.model import Identity, Kind
from kg.identity.wording import context_of

Backing = tuple[str, str, str]
"""The key of a contest, the slug of a candidate's name, a polarity."""


@dataclass(slots=True)
class Side:
    """One canonical entity: all its names as printed, and what it does in all its articles.

    ``contexts`` are the slugs of the places, seats and bodies printed beside it; contests go by
    their canonical keys. ``statements`` counts what a decision would touch.
    """

    iri: str
    kind: Kind
    names: set[str] = field(default_factory=set)
    contexts: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    stands: set[str] = field(default_factory=set)
    backs: dict[Backing, set[str]] = field(default_factory=dict)
    members: list[Member] = field(default_factory=list)
    statements: int = 0


def sides(things: Known, identity: Identity, homes: Mapping[str, str]) -> list[Side]:
    """All people and bodies, by IRI. ``homes`` are the canonical IRIs of all members."""
    found: dict[str, Side] = {}
    for member in things.members():
        if member.kind != "contest":
            home = homes[member.iri]
            _take_in(found.setdefault(home, Side(home, member.kind)), member, identity)
    return [found[iri] for iri in sorted(found)]


def _take_in(side: Side, member: Member, identity: Identity) -> None:
    side.members.append(member)
    side.articles.add(member.article)
    for one in member.occurrences:
        side.names.add(one.name)
        side.titles |= {one.title} - {""}
        side.roles |= one.roles
        if one.context in OF_ITS_OWN:
            side.contexts.add(context_of(member.key))
        for contest in one.stands_in:
            side.stands.add(identity.key("contest", contest, member.article))
        for contest, candidate, polarity in one.backs:
            key = identity.key("contest", contest, member.article)
            side.backs.setdefault((key, candidate, polarity), set()).add(member.article)
        side.statements += len(one.backs) + len(one.stands_in) + len(one.roles)


def contest_labels(things: Known, identity: Identity) -> dict[str, str]:
    """The first label of each contest by its canonical key."""
    found: dict[str, str] = {}
    for group in things.groups("contest"):
        for one in group.occurrences:
            key = identity.key("contest", one.key, one.article)
            found[key] = min(one.name, found.get(key, one.name))
    return found


def homes_of(things: Known, identity: Identity) -> dict[str, str]:
    """The canonical IRI of every group that anybody belongs to, and of every member."""
    found: dict[str, str] = {}
    for member in things.members():
        key = identity.key(member.kind, member.key, member.article)
        start = member.group.removesuffix(member.key)
        found[member.iri] = f"{start}{key}"
        group = identity.groups.get((member.kind, member.key), member.key)
        found[member.group] = f"{start}{group}"
    return found


def shared(one: Collection[str], other: Collection[str]) -> list[str]:
    """What is in both, sorted."""
    return sorted(set(one) & set(other))
