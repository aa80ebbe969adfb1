"""Who is who across articles: what is put in, and what comes out.

An *occurrence* is one entity as one article has it. Identity groups occurrences; each group goes by
one *canonical* key, and every other key that it has had redirects there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kg.decisions import Decision

Kind = Literal["person", "organisation", "contest"]
ContextKind = Literal["place", "seat", "organisation", "contest", "none"]
"""What the second half of a person's key is made of; ``none`` for bodies and contests too."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One person, body or contest as one article has it.

    ``key`` is that of ``docs/decisions/0003-iris.md``, ``article`` the article's 16 hexadecimal
    digits. ``roles`` are the names of offices held or spoken in. ``stands_in`` are the keys of
    contests in which the person is a candidate; ``backs`` the stances taken, each as contest key,
    slug of the candidate's name and polarity. Contest keys are as the article gives them, before
    any merging.
    """

    kind: Kind
    key: str
    article: str
    name: str
    context: ContextKind = "none"
    title: str = ""
    roles: frozenset[str] = frozenset()
    stands_in: frozenset[str] = frozenset()
    backs: frozenset[tuple[str, str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Redirect:
    """An IRI that is no longer used, and the one that took its place.

    ``why`` is a sentence. ``decisions`` are the rows that made it, none where it was automatic:
    only where there are some may the two be called the same outright (``owl:sameAs``).
    """

    old: str
    new: str
    why: str
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Parting:
    """An IRI that several things shared until ``decisions`` set them apart, and those things now.

    Something may still go by the old IRI; ``new`` then has it too.
    """

    old: str
    new: tuple[str, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An accepted row that says what an entity is elsewhere; ``entity`` is its canonical IRI."""

    entity: str
    outside: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Doubt:
    """An unsure row: two canonical IRIs (or an IRI elsewhere) that may be one thing."""

    one: str
    other: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Identity:
    """Which key every occurrence goes by, and what became of the others.

    All tuples are sorted. ``groups`` and ``members`` hold only what differs from the key that the
    article gave: of all that goes by a key, and of single occurrences set apart from the rest of
    their key. So an identity that nothing was decided about is empty.
    """

    groups: Mapping[tuple[Kind, str], str] = field(default_factory=dict)
    members: Mapping[tuple[Kind, str, str], str] = field(default_factory=dict)
    redirects: tuple[Redirect, ...] = ()
    partings: tuple[Parting, ...] = ()
    links: tuple[Link, ...] = ()
    unsure: tuple[Doubt, ...] = ()

    def key(self, kind: Kind, key: str, article: str) -> str:
        """The canonical key of what ``article`` calls ``key``; ``key`` itself when not merged."""
        alone = self.members.get((kind, key, article))
        return alone if alone is not None else self.groups.get((kind, key), key)
