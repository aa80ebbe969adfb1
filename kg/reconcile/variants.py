"""One person under two names in one article: a short form, a middle initial, a surname alone.

Two forms of a name are one person only if the article says more than the name: they sit for one
seat, or stand in one contest. Else they stay two, and people decide. A surname alone is whoever has
it, if one person of the article does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from kg.lexicon import folded
from kg.model import Entity, Mention
from kg.nicknames import Nicknames, load_nicknames
from kg.reconcile.people import NOTHING, Told

_SETTLED = ("seat", "place", "organisation", "contest", "none")  # what tells most about a person


def joined(people: Mapping[Mention, Entity], told: Mapping[Mention, Told]) -> dict[Mention, Entity]:
    """``people`` with the variants of a name led to the one who is best known."""
    by_surname: dict[str, list[Mention]] = {}
    for mention in people:
        by_surname.setdefault(folded(mention.name)[-1], []).append(mention)
    found = dict(people)
    for sharing in by_surname.values():
        names = {people[mention].key for mention in sharing}
        if len(names) > 1:
            found.update(_joined(sharing, people, told))
    return found


def _joined(
    sharing: Iterable[Mention],
    people: Mapping[Mention, Entity],
    told: Mapping[Mention, Told],
) -> Iterable[tuple[Mention, Entity]]:
    ranked = sorted(sharing, key=lambda one: _rank(people[one], _told(told, one)))
    for at, mention in enumerate(ranked):
        alike = {
            people[other].key: people[other]
            for other in ranked[:at]
            if _is_variant(mention, other, people, told)
        }
        if len(alike) == 1:
            one = next(iter(alike.values()))
            yield mention, replace(one, decision=f"{one.decision} Also printed as {mention.name}.")


def _rank(entity: Entity, told: Told) -> tuple[int, bool, int, str]:
    """Who is better known: by context, by a full name, by being named often; then by the key."""
    alone = " " not in entity.label
    return _SETTLED.index(entity.context), alone, -len(told.passages), entity.key


@lru_cache(maxsize=1)
def _nicknames() -> Nicknames:
    """The shipped table, read once."""
    return load_nicknames()


def _is_variant(
    mention: Mention,
    other: Mention,
    people: Mapping[Mention, Entity],
    told: Mapping[Mention, Told],
) -> bool:
    words, others = folded(mention.name), folded(other.name)
    if len(words) == 1 or len(others) == 1:
        return len(words) != len(others) and not mention.context and not other.title
    return _are_forms(words, others) and _share(people, told, mention, other)


def _are_forms(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether the names differ by a middle name or by a short form of the first only."""
    first, second = words[0], others[0]
    if first == second:
        return len(words) != len(others) and min(len(words), len(others)) == 2
    return words[1:] == others[1:] and _nicknames().related(first, second)


def _share(
    people: Mapping[Mention, Entity], told: Mapping[Mention, Told], one: Mention, other: Mention
) -> bool:
    """Whether the article tells the same of both: the one seat, or the contest they stand in.

    Two councillors of one council are not told to be one by it.
    """
    a, b = people[one], people[other]
    kinds = {a.context, b.context}
    if kinds == {"seat"}:
        return a.key.partition("--")[2] == b.key.partition("--")[2]
    contest = _told(told, one).contest
    return contest is not None and contest == _told(told, other).contest and "place" not in kinds


def _told(told: Mapping[Mention, Told], mention: Mention) -> Told:
    """What is told of the person: nothing of one who only says how many support another."""
    return told.get(mention, NOTHING)
