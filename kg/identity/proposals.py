"""Which two may be one, and which one may be two: for a person to decide, never done by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.decisions import Decision
from kg.identity.known import Known
from kg.identity.likeness import Pair, ProposalKind, alike
from kg.identity.model import Identity, Occurrence
from kg.identity.sides import Backing, Side, contest_labels, homes_of, shared, sides
from kg.identity.wording import both_back, both_stand, printed
from kg.iris import Minter
from kg.nicknames import Nicknames

_LIKELY: Mapping[ProposalKind, int] = {
    "nickname": 8,
    "middle name": 7,
    "misspelling": 6,
    "initial": 5,
    "no context": 5,
    "name": 4,
    "backings": 3,
    "context": 1,
}
_COUNTED_TWICE = 30
_ON_TWO_LISTS = 20
_ONE_ARTICLE = 10
_ONE_OFFICE = 2
_MOST_STATEMENTS = 9
_MOST_TOLD = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two IRIs to be decided, ``a`` before ``b``: canonical ones that may mean one thing.

    Of the kind ``backings`` they are what two articles say of one key, which may be two things.
    ``reason`` is a sentence, ``evidence`` what else there is, each in a few words. ``score`` says
    how useful a decision would be, the higher the more; it is no probability.
    """

    a: str
    b: str
    kind: ProposalKind
    reason: str
    score: int
    evidence: tuple[str, ...] = ()


def proposals(
    occurrences: Iterable[Occurrence],
    identity: Identity,
    decisions: Sequence[Decision],
    minter: Minter,
    nicknames: Nicknames,
) -> tuple[Proposal, ...]:
    """What a person could decide next, the most useful first, then by IRI.

    First come those whom a decision would count once instead of twice, or take off one of two
    lists, then those of one article, then those of whom most is said. What any row has decided,
    unsure ones too, is not proposed again. ``identity`` is that of the same occurrences and
    decisions.
    """
    things = Known(occurrences, minter)
    homes = homes_of(things, identity)
    every = sides(things, identity, homes)
    people = [side for side in every if side.kind == "person"]
    bodies = [side for side in every if side.kind == "organisation"]
    labels = contest_labels(things, identity)
    done = _decided(decisions, homes)

    def is_open(one: Side, other: Side) -> bool:
        return (min(one.iri, other.iri), max(one.iri, other.iri)) not in done

    minds = (one for side in every for one in _of_two_minds(side, labels))
    made = [
        *(_of_pair(pair, labels) for pair in alike(people, bodies, nicknames, is_open)),
        *(one for one in minds if (one.a, one.b) not in done),
    ]
    return tuple(sorted(made, key=lambda one: (-one.score, one.a, one.b)))


def _decided(decisions: Iterable[Decision], homes: Mapping[str, str]) -> set[tuple[str, str]]:
    """The pairs that rows are about, as written and as they go now."""
    found: set[tuple[str, str]] = set()
    for row in decisions:
        now = homes.get(row.subject, row.subject), homes.get(row.object, row.object)
        for one, other in ((row.subject, row.object), now):
            found.add((min(one, other), max(one, other)))
    return found


def _of_pair(pair: Pair, labels: Mapping[str, str]) -> Proposal:
    one, other = pair.one, pair.other
    alike_in = shared_acts(one, other, labels)
    against = list(_other_choices(one, other, labels))
    together = bool(one.articles & other.articles)
    roles = shared(one.roles, other.roles)
    told = [
        *alike_in[:_MOST_TOLD],
        *against[:_MOST_TOLD],
        *(["both are in one article"] if together else []),
        *([f"both are {roles[0]}"] if roles else []),
    ]
    score = (
        _LIKELY[pair.kind]
        + _COUNTED_TWICE * bool(set(one.backs) & set(other.backs))
        + _ON_TWO_LISTS * bool(against)
        + _ONE_ARTICLE * together
        + _ONE_OFFICE * bool(roles)
        + min(one.statements, other.statements, _MOST_STATEMENTS)
    )
    return Proposal(one.iri, other.iri, pair.kind, pair.reason, score, tuple(told))


def shared_acts(one: Side, other: Side, labels: Mapping[str, str]) -> list[str]:
    """What both do, in words."""
    stood = [both_stand(labels.get(key, key)) for key in shared(one.stands, other.stands)]
    backed = (
        both_back(polarity, candidate, labels.get(contest, contest))
        for contest, candidate, polarity in sorted(one.backs.keys() & other.backs.keys())
    )
    return [*stood, *backed]


def _other_choices(one: Side, other: Side, labels: Mapping[str, str]) -> Iterator[str]:
    """The contests in which one supports one candidate and the other another."""
    first, second = _choices(one.backs), _choices(other.backs)
    for contest in shared(first, second):
        if not first[contest] & second[contest]:
            names = printed(min(first[contest])), printed(min(second[contest]))
            where = labels.get(contest, contest)
            yield f"one supports {names[0]}, the other {names[1]}, in {where}"


def _choices(backs: Iterable[Backing]) -> dict[str, set[str]]:
    """The candidates supported, by contest."""
    found: dict[str, set[str]] = {}
    for contest, candidate, polarity in backs:
        if polarity == "supports":
            found.setdefault(contest, set()).add(candidate)
    return found


def _of_two_minds(side: Side, labels: Mapping[str, str]) -> Iterator[Proposal]:
    """One key of which one article says that it supports somebody, and another somebody else.

    Nothing is proposed where one article says both, since no row could tell them apart.
    """
    for contest, choices in sorted(_choices(side.backs).items()):
        pair = _contrary(side, contest, sorted(choices)) if len(choices) > 1 else None
        if pair:
            (one, first), (other, second) = sorted(pair)
            where = labels.get(contest, contest)
            reason = (
                f"“{min(side.names)}” supports {printed(first)} in one article and "
                f"{printed(second)} in another, both in {where}."
            )
            score = _LIKELY["backings"] + _ON_TWO_LISTS + min(side.statements, _MOST_STATEMENTS)
            yield Proposal(one, other, "backings", reason, score)


def _contrary(
    side: Side, contest: str, choices: Sequence[str]
) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """Two members of one key and the candidates that only the one and only the other supports."""
    where = {choice: side.backs[contest, choice, "supports"] for choice in choices}
    by_article = {(member.article, member.key): member.iri for member in side.members}
    for first in choices:
        for second in choices:
            apart = sorted(where[first] - where[second]), sorted(where[second] - where[first])
            for member in side.members if first < second and all(apart) else ():
                one = by_article.get((apart[0][0], member.key))
                other = by_article.get((apart[1][0], member.key))
                if one and other:
                    return (one, first), (other, second)
    return None
