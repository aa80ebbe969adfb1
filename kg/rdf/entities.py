"""People, bodies and contests: one node each, however many articles name them, with all names.

Which name is the name, and what a contest is, is decided from all articles together; so these
facts are made once for a graph and not once for an article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kg.iris import Minter, slug
from kg.model import AgentKind, Contest, Resolution
from kg.rdf.facts import Fact, text, typed, when
from kg.vocab import FOAF, KGO, ORG, RDFS, SCHEMA, SKOS


def entity_facts(resolutions: Iterable[Resolution], minter: Minter) -> Iterator[Fact]:
    """What is known of each person, body and contest that the articles name."""
    agents: dict[tuple[AgentKind, str], Counter[str]] = {}
    contests: dict[str, Counter[Contest]] = {}
    for resolution in resolutions:
        for kind, key, label in _named(resolution):
            agents.setdefault((kind, key), Counter())[label] += 1
        for contest, key in resolution.contests.items():
            contests.setdefault(key, Counter())[contest] += 1
    for (kind, key), labels in agents.items():
        yield from _agent(minter, kind, key, by_use(labels))
    for key, known in contests.items():
        yield from _contest(minter, key, _by_content(known))


def by_use(labels: Counter[str]) -> list[str]:
    """Names, the one of most articles first; of those the longest, which leaves least out."""
    return sorted(labels, key=lambda label: (-labels[label], -len(label), label))


def _named(resolution: Resolution) -> set[tuple[AgentKind, str, str]]:
    """Each agent with each name that the article has for it."""
    entities = [*resolution.agents.values()]
    if resolution.publisher:
        entities.append(resolution.publisher)
    return {(entity.kind, entity.key, entity.label) for entity in entities}


def _by_content(known: Counter[Contest]) -> list[Contest]:
    """Contests that are one, the one first whose year and body are known."""
    return sorted(
        known, key=lambda one: (one.year is None, one.body is None, -known[one], one.label)
    )


def _agent(minter: Minter, kind: AgentKind, key: str, names: Sequence[str]) -> Iterator[Fact]:
    """A person or body, its name, and what else it is called."""
    if kind == "person":
        node = minter.person(key)
        yield from typed(node, FOAF.Person)
    else:
        node = minter.organisation(key)
        yield from typed(node, ORG.FormalOrganization)
    yield from text(node, FOAF.name, names[0])
    for other in names[1:]:
        yield from text(node, SKOS.altLabel, other)


def _contest(minter: Minter, key: str, known: Sequence[Contest]) -> Iterator[Fact]:
    """A contest as the fullest account has it: its office and its year."""
    node, contest = minter.contest(key), known[0]
    yield from typed(node, KGO.Contest)
    if slug(contest.office).endswith("leadership"):
        yield from typed(node, KGO.LeadershipElection)
    yield from text(node, RDFS.label, contest.label)
    yield from text(node, KGO.office, contest.office)
    yield from when(node, SCHEMA.startDate, f"{contest.year:04}" if contest.year else None)
    for other in {one.label for one in known} - {contest.label}:
        yield from text(node, SKOS.altLabel, other)
