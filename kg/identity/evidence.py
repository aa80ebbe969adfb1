"""Who is one person without being told: one full name, and something else that both have.

Never by a score. A name joins nothing as soon as two of that name are known: two places, two
entries of one article, or a row that keeps two of the name apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.decisions import Decision
from kg.decisions.chains import Sets, Step
from kg.identity.joining import Joined
from kg.identity.known import Group, Known, Member
from kg.identity.wording import both_back, both_stand, is_full, name_of

Token = tuple[str, ...]
"""Something done: ``("stands", contest)`` or ``("backs", contest, candidate, polarity)``."""
OF_ITS_OWN = frozenset({"place", "seat", "organisation"})
"""Contexts that tell somebody from others of the name; a contest's body does not."""


@dataclass(slots=True)
class _Somebody:
    """One who goes by a name: a set of ``Joined``, as far as its occurrences of that name tell.

    ``iri`` stands for it in links: that of its first key, one with a context before any other.
    """

    iri: str
    placed: bool = False
    tokens: set[Token] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)


def automatic(rows: Sequence[Decision], done: Joined) -> list[Step[str]]:
    """Links between people whom a shared full name and shared acts make one, with the reason.

    Those are left out, with all that hang together with them, that would join what a row keeps
    apart.
    """
    contests = _contests(done)
    blocked = _blocked(done.things, rows)
    found = [
        step
        for name, people in sorted(_by_name(done, contests).items())
        if name not in blocked
        for step in _of_name(name, list(people.values()), contests)
    ]
    return _allowed(found, rows, done)


@dataclass(frozen=True, slots=True)
class _Contests:
    """Contests by what they are joined to, so that two names of one contest are one.

    ``first`` is the first IRI of each set of contests, ``labels`` the first label.
    """

    done: Joined
    first: Mapping[str, str]
    labels: Mapping[str, str]

    def of(self, key: str, article: str) -> str:
        """What stands for the contest that ``article`` calls ``key``, under all its names."""
        iri = f"{self.done.things.base}id/contest/{key}"
        member = self.first.get(self.done.find(f"{iri}--doc-{article}"))
        return member or self.first.get(self.done.find(iri), iri)

    def label(self, contest: str) -> str:
        """A contest of ``of`` in words."""
        return self.labels.get(contest, contest.rpartition("/")[2])


def _contests(done: Joined) -> _Contests:
    first: dict[str, str] = {}
    labels: dict[str, str] = {}
    for member in done.things.members.values():  # by IRI
        if member.kind == "contest":
            iri = first.setdefault(done.find(member.iri), member.group)
            label = min(one.name for one in member.occurrences)
            labels[iri] = min(label, labels.get(iri, label))
    return _Contests(done, first, labels)


def _by_name(done: Joined, contests: _Contests) -> dict[str, dict[str, _Somebody]]:
    """Everybody by the slug of their name, then by their set; only names that several keys have."""
    things = done.things
    keys: dict[str, list[Group]] = {}
    for group in things.groups.values():
        if group.kind == "person":
            keys.setdefault(name_of(group.key), []).append(group)
    found: dict[str, dict[str, _Somebody]] = {}
    for name, groups in keys.items():
        for iri in (iri for group in groups if len(groups) > 1 for iri in group.members):
            member = things.members[iri]
            somebody = found.setdefault(name, {}).setdefault(
                done.find(iri), _Somebody(member.group)
            )
            _take_in(somebody, member, contests)
    return found


def _take_in(somebody: _Somebody, member: Member, contests: _Contests) -> None:
    for one in member.occurrences:
        if one.context in OF_ITS_OWN and not somebody.placed:
            somebody.placed, somebody.iri = True, member.group
        somebody.articles.add(member.article)
        somebody.roles |= one.roles
        somebody.titles |= {one.title} - {""}
        for contest in one.stands_in:
            somebody.tokens.add(("stands", contests.of(contest, member.article)))
        for contest, candidate, polarity in one.backs:
            somebody.tokens.add(
                ("backs", contests.of(contest, member.article), candidate, polarity)
            )


def _blocked(things: Known, rows: Sequence[Decision]) -> frozenset[str]:
    """The names of which a row keeps two apart: then others of the name may be either."""
    apart = (
        {_name(things, row.subject), _name(things, row.object)}
        for row in rows
        if row.verdict != "same" and things.kind(row.object) == "person"
    )
    return frozenset(name for names in apart if len(names) == 1 for name in names)


def _name(things: Known, iri: str) -> str:
    return name_of(things.groups[things.group_of(iri)].key)


def _of_name(name: str, people: Collection[_Somebody], contests: _Contests) -> Iterator[Step[str]]:
    """The links between those of one name."""
    titles = {title for one in people for title in one.titles}
    if len(people) == 1 or sum(one.placed for one in people) > 1 or not is_full(name, titles):
        return
    linked = list(_linked(people, contests))
    sets = Sets()
    for step in linked:
        sets.join(step.one, step.other)
    together: dict[str, list[_Somebody]] = {}
    for one in people:
        together.setdefault(sets.find(one.iri), []).append(one)
    fitting = {root for root, alike in together.items() if _fit(alike)}
    yield from (step for step in linked if sets.find(step.one) in fitting)


def _linked(people: Collection[_Somebody], contests: _Contests) -> Iterator[Step[str]]:
    """A link to each of those who share a token, from the one with a context if he does."""
    by_token: dict[Token, list[_Somebody]] = {}
    for one in sorted(people, key=lambda one: (not one.placed, one.iri)):
        for token in one.tokens:
            by_token.setdefault(token, []).append(one)
    for token, alike in sorted(by_token.items(), key=lambda item: item[0]):
        for other in alike[1:]:
            yield Step(alike[0].iri, other.iri, _why(token, contests))


def _fit(alike: Sequence[_Somebody]) -> bool:
    """Whether nothing speaks against all of these being one."""
    articles = [article for one in alike for article in one.articles]
    roles = [one.roles for one in alike if one.roles]
    titles = {title for one in alike for title in one.titles}
    return (
        len(articles) == len(set(articles))
        and (not roles or bool(set.intersection(*roles)))
        and len(titles) <= 1
    )


def _why(token: Token, contests: _Contests) -> str:
    contest = contests.label(token[1])
    shared = both_stand(contest) if token[0] == "stands" else both_back(token[3], token[2], contest)
    return f"The same full name, which nobody else is known to have, and {shared}."


def _allowed(found: list[Step[str]], rows: Sequence[Decision], done: Joined) -> list[Step[str]]:
    """The links without those in sets that would hold two that a row keeps apart."""
    trial = done.further(found)
    torn = {
        trial.find(row.subject)
        for row in rows
        if row.verdict != "same"
        and trial.find(row.subject) == trial.find(row.object)
        and done.find(row.subject) != done.find(row.object)
    }
    return [step for step in found if trial.find(step.one) not in torn]
