"""Which candidate "him" means when the sentence, or those before it, name others too."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kg.frames import Actor
from kg.model import Mention
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.signs import OBJECTS

_LATELY = 3  # sentences in which a candidate may have been named


def only_standing(
    discourse: Discourse,
    at: int,
    actor: Actor,
    acting: Collection[Mention],
    standing: Collection[Mention],
) -> Sequence[Mention]:
    """The one candidate whom the sentence names before "him", when others are named too."""
    if actor.noun.name not in OBJECTS:
        return ()
    named = set(_named(discourse, at, actor.noun.first))
    fits = discourse.contenders.can_be
    candidates = [
        one for one in named if one in standing and one not in acting and fits(one, actor.noun.name)
    ]
    return candidates if len(candidates) == 1 else ()


def standing_lately(discourse: Discourse, at: int, standing: Collection[Mention]) -> Mention | None:
    """The one candidate whom the nearest sentence before passage ``at`` names that names any."""
    for back in range(at - 1, max(-1, at - 1 - _LATELY), -1):
        named = {one for one in _named(discourse, back, None) if one in standing}
        if named:
            return next(iter(named)) if len(named) == 1 else None
    return None


def _named(discourse: Discourse, at: int, before: int | None) -> Iterator[Mention]:
    """The people whom a passage names, before a token if one is given."""
    for noun in discourse.passages[at].sentence.nouns:
        if noun.kind == "person" and (before is None or noun.last <= before):
            yield from discourse.mentions(Actor(noun), at)
