"""What one article says of each person, body and contest: its occurrences."""

from __future__ import annotations

from collections.abc import Iterator

from kg.identity.model import ContextKind, Kind, Occurrence
from kg.iris import slug
from kg.model import Claim, Contest, Endorsement, Extraction, Mention, Resolution, RoleHeld

Note = tuple[Kind, str, str, str]
"""Kind and key of an entity, the name of a field of its occurrence, and one value of it."""
Stance = tuple[str, str, str]


def occurrences(extraction: Extraction, resolution: Resolution) -> tuple[Occurrence, ...]:
    """Each person, body and contest of an article, the publisher too, once; sorted."""
    noted: dict[tuple[Kind, str], dict[str, set[str]]] = {}
    for kind, key, field, value in (*_names(resolution), *_deeds(extraction, resolution)):
        noted.setdefault((kind, key), {}).setdefault(field, set()).add(value)
    stances = _stances(extraction, resolution)
    article = extraction.document.key
    return tuple(
        Occurrence(
            kind=kind,
            key=key,
            article=article,
            name=_fullest(fields["name"]),
            context=_context(fields.get("context", set())),
            title=min(fields.get("title", {""})),
            roles=frozenset(fields.get("role", ())),
            stands_in=frozenset(fields.get("stands in", ())),
            backs=frozenset(stances.get((kind, key), ())),
        )
        for (kind, key), fields in sorted(noted.items())
    )


def _names(resolution: Resolution) -> Iterator[Note]:
    for mention, entity in resolution.agents.items():
        yield entity.kind, entity.key, "name", entity.label
        yield entity.kind, entity.key, "context", entity.context
        if mention.title:
            yield entity.kind, entity.key, "title", mention.title
    if resolution.publisher:
        yield "organisation", resolution.publisher.key, "name", resolution.publisher.label
    for contest, key in resolution.contests.items():
        yield "contest", key, "name", contest.label


def _deeds(extraction: Extraction, resolution: Resolution) -> Iterator[Note]:
    """Who holds which office, and who stands in which contest."""

    def of(mention: Mention, field: str, value: str) -> Note:
        entity = resolution.agents[mention]
        return entity.kind, entity.key, field, value

    def standing(mention: Mention, contest: Contest) -> Note:
        return of(mention, "stands in", resolution.contests[contest])

    for statement in extraction.statements:
        if isinstance(statement, RoleHeld):
            yield of(statement.person, "role", statement.role)
        elif isinstance(statement, Claim):
            yield standing(statement.candidate, statement.contest)
        elif isinstance(statement, Endorsement):
            yield standing(statement.candidate, statement.contest)
            if statement.role:
                yield of(statement.endorser, "role", statement.role)
        else:
            yield standing(statement.person, statement.contest)


def _stances(extraction: Extraction, resolution: Resolution) -> dict[tuple[Kind, str], set[Stance]]:
    """Whom each person and body backs, or does not, in which contest."""
    found: dict[tuple[Kind, str], set[Stance]] = {}
    for one in extraction.endorsements:
        who = resolution.agents[one.endorser]
        stance = resolution.contests[one.contest], slug(one.candidate.name), one.polarity
        found.setdefault((who.kind, who.key), set()).add(stance)
    return found


def _fullest(names: set[str]) -> str:
    """The longest name: it leaves least out."""
    return min(names, key=lambda name: (-len(name), name))


def _context(said: set[str]) -> ContextKind:
    """What the second half of a person's key is made of; of several mentions what says most."""
    known: tuple[ContextKind, ...] = ("seat", "place", "organisation", "contest")
    return next((one for one in known if one in said), "none")
