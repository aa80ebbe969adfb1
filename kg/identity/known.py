"""All that occurrences name, by IRI: what decisions can be about."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.decisions import Decision
from kg.decisions.consistency import short
from kg.errors import InputError
from kg.identity.model import Kind, Occurrence
from kg.iris import Minter

_ONE_ARTICLE = re.compile(r"(.+)--doc-([0-9a-f]{16})")
_DECIDABLE = "a person, an organisation ('org') or a contest"


@dataclass(frozen=True, slots=True)
class Member:
    """What one article says of a key; ``iri`` is that of the group with ``--doc-{article}``."""

    iri: str
    kind: Kind
    key: str
    article: str
    group: str
    occurrences: tuple[Occurrence, ...]

    @property
    def own_key(self) -> str:
        """The key of this member by itself: ``mike-lerry--sedgemoor--doc-0497b8f406ef9082``."""
        return f"{self.key}--doc-{self.article}"


@dataclass(frozen=True)  # no slots, so that members can be kept once made
class Group:
    """All occurrences of one kind and key."""

    iri: str
    kind: Kind
    key: str
    occurrences: Sequence[Occurrence]

    @cached_property
    def members(self) -> Mapping[str, Member]:
        """What each article says of the key, by IRI and in the order of articles."""
        shares: dict[str, list[Occurrence]] = {}
        for one in self.occurrences:
            shares.setdefault(one.article, []).append(one)
        made = (self._member(article, shares[article]) for article in sorted(shares))
        return {one.iri: one for one in made}

    def _member(self, article: str, occurrences: Iterable[Occurrence]) -> Member:
        iri = f"{self.iri}--doc-{article}"
        return Member(iri, self.kind, self.key, article, self.iri, tuple(occurrences))


class Known:
    """All that occurrences name.

    Groups and members are made when they are first asked for: of most keys no row speaks, and what
    is never made costs neither time nor memory.
    """

    def __init__(self, occurrences: Iterable[Occurrence], minter: Minter) -> None:
        self.base = minter.base
        self._starts: Mapping[Kind, str] = {
            "contest": minter.contest(""),
            "organisation": minter.organisation(""),
            "person": minter.person(""),
        }
        self._kinds = {start: kind for kind, start in self._starts.items()}
        self._keys: dict[Kind, dict[str, list[Occurrence]]] = {kind: {} for kind in self._starts}
        for one in occurrences:
            self._keys[one.kind].setdefault(one.key, []).append(one)
        self._groups: dict[str, Group] = {}
        self._homes: dict[str, Group | None] = {}

    def keys(self, kind: Kind) -> Mapping[str, Sequence[Occurrence]]:
        """The occurrences of every key of a kind, in no order."""
        return self._keys[kind]

    def keys_beside(self, iri: str) -> Collection[str]:
        """The keys of all whose IRIs begin as ``iri`` does, up to its last slash."""
        kind = self._kinds.get(_start(iri))
        return self._keys[kind] if kind else ()

    def iri(self, kind: Kind, key: str) -> str:
        """The IRI of a key."""
        return self._starts[kind] + key

    def groups(self, kind: Kind) -> Iterator[Group]:
        """Every group of a kind, by IRI."""
        for key in sorted(self._keys[kind]):
            yield self._group(kind, key)

    def members(self) -> Iterator[Member]:
        """Every member, by kind, key and article."""
        for kind in self._starts:
            for group in self.groups(kind):
                yield from group.members.values()

    def home(self, iri: str) -> Group | None:
        """The group that an IRI names, or that the member it names belongs to by its key."""
        try:
            return self._homes[iri]
        except KeyError:
            return self._homes.setdefault(iri, self._home(iri))

    def kind(self, iri: str) -> Kind | None:
        """The kind of a group or member; None for any other IRI."""
        group = self.home(iri)
        return group.kind if group else None

    def group_of(self, iri: str) -> str:
        """The IRI of the group that a member belongs to by its key; any other IRI itself."""
        group = self.home(iri)
        return group.iri if group else iri

    def member(self, iri: str) -> Member | None:
        """The member that an IRI names."""
        group = self.home(iri)
        return group.members.get(iri) if group else None

    def _home(self, iri: str) -> Group | None:
        found = _ONE_ARTICLE.fullmatch(iri)
        group = self._named(found[1]) if found else None
        return group if group and iri in group.members else self._named(iri)

    def _named(self, iri: str) -> Group | None:
        start = _start(iri)
        kind, key = self._kinds.get(start), iri[len(start) :]
        return self._group(kind, key) if kind and key in self._keys[kind] else None

    def _group(self, kind: Kind, key: str) -> Group:
        iri = self._starts[kind] + key
        if iri not in self._groups:
            self._groups[iri] = Group(iri, kind, key, self._keys[kind][key])
        return self._groups[iri]


def _start(iri: str) -> str:
    return iri[: iri.rfind("/") + 1]


def check_named(things: Known, decisions: Sequence[Decision]) -> None:
    """Raise ``InputError`` for the first row about what no article names, or about two kinds."""
    for row in decisions:
        kind = _kind(things, row, row.subject)
        its_kind = _kind(things, row, row.object) if row.object.startswith(things.base) else kind
        if kind != its_kind:
            raise InputError(
                f"{short(row.subject, things.base)} is {_a(kind)}, "
                f"{short(row.object, things.base)} {_a(its_kind)}",
                where=row.where,
                todo="correct one of the two identifiers or remove the row",
            )


def _kind(things: Known, row: Decision, iri: str) -> Kind:
    kind = things.kind(iri)
    if kind is None:
        raise InputError(
            f"nothing goes by {short(iri, things.base)}",
            where=row.where,
            todo=_meant(things, iri),
        )
    return kind


def _a(kind: Kind) -> str:
    return f"an {kind}" if kind == "organisation" else f"a {kind}"


def _meant(things: Known, iri: str) -> str:
    """What may have been meant by an IRI that nothing goes by."""
    one = _ONE_ARTICLE.fullmatch(iri)
    group = things.home(one[1]) if one else None
    if one and group and group.iri == one[1]:
        articles = [member.article for member in group.members.values()]
        others = len(articles) - 1
        more = f" and {others} other{'s' if others > 1 else ''}" if others else ""
        return f"article {one[2]} does not name it, but {articles[0]}{more}"
    alike, start = things.keys_beside(iri), _start(iri)
    if not alike:
        return f"a decision is about {_DECIDABLE}"
    near = difflib.get_close_matches(iri.removeprefix(start), sorted(alike), 1, 0.8)
    if near:
        return f"did you mean {short(start + near[0], things.base)}?"
    return "copy the identifier from the graph, or remove the row if its article is gone"
