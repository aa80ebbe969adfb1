"""Who is one person without being told: one full name, and something else that both have.

Never by a score. A name joins nothing as soon as two of that name are known: two places, two
entries of one article, or a row that keeps two of the name apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.decisions import Decision
from kg.decisions.chains import Sets, Step
from kg.identity.joining import Joined
from kg.identity.known import Known
from kg.identity.model import Occurrence
from kg.identity.wording import both_back, both_stand, is_full, name_of

Token = tuple[str, ...]
"""Something done: ``("stands", contest)`` or ``("backs", contest, candidate, polarity)``."""
OF_ITS_OWN = frozenset({"place", "seat", "organisation"})
"""Contexts that tell somebody from others of the name; a contest's body does not."""
_FEWEST = 2
"""So many have to share a name before anything can make them one."""


@dataclass(slots=True)
class _Somebody:
    """One who goes by a name: a set of ``Joined``, as far as its keys of that name tell.

    ``iri`` stands for it in links: that of its first key, one with a context before any other.
    """

    iri: str
    placed: bool
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
    found = [
        step
        for name, keys in sorted(_by_name(done.things, _blocked(done.things, rows)).items())
        for step in _of_name(name, _people(sorted(keys), done, contests), contests)
    ]
    return _allowed(found, rows, done)


@dataclass(frozen=True, slots=True)
class _Contests:
    """Contests by what they are joined to, so that two names of one contest are one.

    ``first`` is the first IRI of each set of contests, ``labels`` the first label. ``torn`` are the
    contests of which an article means something of its own.
    """

    done: Joined
    torn: Collection[str]
    first: Mapping[str, str]
    labels: Mapping[str, str]

    def of(self, key: str, article: str) -> str:
        """What stands for the contest that ``article`` calls ``key``, under all its names."""
        iri = self.done.things.iri("contest", key)
        alone = self.done.find(f"{iri}--doc-{article}") if iri in self.torn else ""
        return self.first.get(alone) or self.first.get(self.done.sets.find(iri), iri)

    def label(self, contest: str) -> str:
        """A contest of ``of`` in words."""
        return self.labels.get(contest, contest.rpartition("/")[2])


def _contests(done: Joined) -> _Contests:
    first: dict[str, str] = {}
    labels: dict[str, str] = {}
    for group in done.things.groups("contest"):
        for member in group.members.values():
            iri = first.setdefault(done.find(member.iri), group.iri)
            label = min(one.name for one in member.occurrences)
            labels[iri] = min(label, labels.get(iri, label))
    return _Contests(done, done.torn, first, labels)


def _blocked(things: Known, rows: Sequence[Decision]) -> frozenset[str]:
    """The names of which a row keeps two apart: then others of the name may be either."""
    apart = (
        {_name(things, row.subject), _name(things, row.object)}
        for row in rows
        if row.verdict != "same" and things.kind(row.object) == "person"
    )
    return frozenset(name for names in apart if len(names) == 1 for name in names)


def _name(things: Known, iri: str) -> str:
    group = things.home(iri)
    return name_of(group.key) if group else ""


def _by_name(things: Known, blocked: Collection[str]) -> dict[str, list[str]]:
    """The keys of every name that several have, if no row keeps two of the name apart."""
    first: dict[str, str] = {}
    shared: dict[str, list[str]] = {}
    for key in things.keys("person"):
        name = name_of(key)
        other = first.setdefault(name, key)
        if other is not key and name not in blocked:
            shared.setdefault(name, [other]).append(key)
    return shared


def _people(keys: Sequence[str], done: Joined, contests: _Contests) -> list[_Somebody]:
    """Those who go by keys of one name; nobody if several of them have a place.

    None of them has left its key, since a row that lets one leave keeps two of the name apart.
    """
    things, found = done.things, dict[str, list[str]]()
    for key in keys:
        found.setdefault(done.sets.find(things.iri("person", key)), []).append(key)
    occurrences = things.keys("person")
    placed = {key for key in keys if any(one.context in OF_ITS_OWN for one in occurrences[key])}
    if sum(not placed.isdisjoint(alike) for alike in found.values()) > 1:
        return []
    people = []
    for alike in found.values():
        first = next((key for key in alike if key in placed), None)
        somebody = _Somebody(things.iri("person", first or alike[0]), first is not None)
        for key in alike:
            _take_in(somebody, occurrences[key], contests)
        people.append(somebody)
    return people


def _take_in(somebody: _Somebody, occurrences: Iterable[Occurrence], contests: _Contests) -> None:
    for one in occurrences:
        somebody.articles.add(one.article)
        somebody.roles |= one.roles
        somebody.titles |= {one.title} - {""}
        for contest in one.stands_in:
            somebody.tokens.add(("stands", contests.of(contest, one.article)))
        for contest, candidate, polarity in one.backs:
            somebody.tokens.add(("backs", contests.of(contest, one.article), candidate, polarity))


def _of_name(name: str, people: Collection[_Somebody], contests: _Contests) -> Iterator[Step[str]]:
    """The links between those of one name."""
    titles = {title for one in people for title in one.titles}
    if len(people) < _FEWEST or not is_full(name, titles):
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
