"""All that occurrences name, by IRI: what decisions can be about."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.decisions import Decision
from kg.decisions.consistency import short
from kg.errors import InputError
from kg.identity.model import Kind, Occurrence
from kg.iris import Minter

_ONE_ARTICLE = re.compile(r"(.+)--doc-([0-9a-f]{16})")
_DECIDABLE = "a person, an organisation ('org') or a contest"


@dataclass(frozen=True, slots=True)
class Group:
    """All occurrences of one kind and key. ``members`` are IRIs, by article."""

    iri: str
    kind: Kind
    key: str
    members: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class Known:
    """Groups and members by IRI."""

    base: str
    groups: Mapping[str, Group]
    members: Mapping[str, Member]

    def kind(self, iri: str) -> Kind | None:
        """The kind of a group or member; None for any other IRI."""
        if iri in self.groups:
            return self.groups[iri].kind
        return self.members[iri].kind if iri in self.members else None

    def group_of(self, iri: str) -> str:
        """The group that a member belongs to by its key; any other IRI itself."""
        return self.members[iri].group if iri in self.members else iri

    def members_of(self, iri: str) -> Sequence[str]:
        """The members of a group, a member itself, nothing of any other IRI."""
        if iri in self.groups:
            return self.groups[iri].members
        return (iri,) if iri in self.members else ()


def known(occurrences: Iterable[Occurrence], minter: Minter) -> Known:
    """All groups and members of the occurrences, in the order of their IRIs."""
    starts = {
        "person": minter.person(""),
        "organisation": minter.organisation(""),
        "contest": minter.contest(""),
    }
    found: dict[tuple[Kind, str], dict[str, list[Occurrence]]] = {}
    for one in occurrences:
        found.setdefault((one.kind, one.key), {}).setdefault(one.article, []).append(one)
    groups: dict[str, Group] = {}
    members: dict[str, Member] = {}
    for kind, key in sorted(found):
        iri = starts[kind] + key
        names: list[str] = []
        for article, alike in sorted(found[kind, key].items(), key=lambda item: item[0]):
            name = f"{iri}--doc-{article}"
            members[name] = Member(name, kind, key, article, iri, tuple(alike))
            names.append(name)
        groups[iri] = Group(iri, kind, key, tuple(names))
    return Known(minter.base, groups, members)


def check_named(things: Known, decisions: Sequence[Decision]) -> None:
    """Raise ``InputError`` for the first row about what no article names, or about two kinds."""
    for row in decisions:
        kinds = [_kind(things, row, row.subject)]
        if row.object.startswith(things.base):
            kinds.append(_kind(things, row, row.object))
        if len(set(kinds)) > 1:
            raise InputError(
                f"{short(row.subject, things.base)} is {_a(kinds[0])}, "
                f"{short(row.object, things.base)} {_a(kinds[1])}",
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
    if one and one[1] in things.groups:
        articles = [name.rpartition("-")[2] for name in things.groups[one[1]].members]
        others = len(articles) - 1
        more = f" and {others} other{'s' if others > 1 else ''}" if others else ""
        return f"article {one[2]} does not name it, but {articles[0]}{more}"
    folder, _, key = iri.rpartition("/")
    alike = {group.key: name for name, group in things.groups.items() if _folder(name) == folder}
    if not alike:
        return f"a decision is about {_DECIDABLE}"
    near = difflib.get_close_matches(key, sorted(alike), 1, 0.8)
    if near:
        return f"did you mean {short(alike[near[0]], things.base)}?"
    return "copy the identifier from the graph, or remove the row if its article is gone"


def _folder(iri: str) -> str:
    return iri.rpartition("/")[0]
