"""Who is who across articles, put back into each: between reading and writing.

The keys of mentions are replaced, never the text of an IRI, so that whatever is made of a key
(an endorsement, a candidacy, an office) is made of the one that holds in the whole graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.decisions import Decision
from kg.identity import Identity, Occurrence, identify
from kg.identity.occurring import occurrences
from kg.iris import Minter
from kg.model import Entity, Resolution
from kg.pipeline.articles import ArticleRead


@dataclass(frozen=True, slots=True)
class Settled:
    """All articles with the keys that hold in the whole graph, and how these came about.

    ``occurrences`` are the entities as each article has them by itself.
    """

    articles: tuple[ArticleRead, ...]
    identity: Identity
    occurrences: tuple[Occurrence, ...]


def settle(read: Iterable[ArticleRead], decisions: Sequence[Decision], minter: Minter) -> Settled:
    """Decide who is who by all articles together.

    Raises ``InputError`` for a decision about something that no article has, or that contradicts
    another.
    """
    articles = tuple(read)
    found = [one for a in articles for one in occurrences(a.extraction, a.resolution)]
    identity = identify(found, decisions, minter)
    settled = tuple(_settled(article, identity) for article in articles)
    return Settled(settled, identity, tuple(found))


def _settled(read: ArticleRead, identity: Identity) -> ArticleRead:
    if not (identity.groups or identity.members):
        return read
    resolution, article = read.resolution, read.extraction.document.key

    def named(entity: Entity) -> Entity:
        return replace(entity, key=identity.key(entity.kind, entity.key, article))

    return replace(
        read,
        resolution=Resolution(
            {mention: named(entity) for mention, entity in resolution.agents.items()},
            resolution.places,
            {c: identity.key("contest", key, article) for c, key in resolution.contests.items()},
            named(resolution.publisher) if resolution.publisher else None,
        ),
    )
