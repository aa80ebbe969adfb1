"""Whom an article is against: "the leader", "him" and "the PM" mean nobody else there."""

from __future__ import annotations

from collections.abc import Sequence

from kg.frames import Frame
from kg.model import Mention
from kg.prose.discourse import Discourse
from kg.prose.earlier import Scene

_LED_BACK = ("office", "pronoun")


def only_opposed(discourse: Discourse, frames: Sequence[Sequence[Frame]]) -> Mention | None:
    """The one person, named as such, whom all clauses of opposition are about."""
    found = {
        mention
        for at, several in enumerate(frames)
        for frame in several
        if frame.polarity == "opposes" and not frame.hedge
        for actor in frame.candidates
        if actor.noun.kind == "person"
        for mention in discourse.mentions(actor, at)
    }
    return next(iter(found)) if len(found) == 1 else None


def as_opposed(frame: Frame, found: list[Mention], scene: Scene) -> list[Mention]:
    """Those whom a clause of opposition is about, the article's own target for "him" and "the PM".

    Nobody whom the sentence before says to be against somebody is meant by "him".
    """
    if frame.polarity != "opposes" or scene.opposed is None:
        return found
    if not frame.candidates or any(one.noun.kind not in _LED_BACK for one in frame.candidates):
        return found
    astray = any(one in scene.earlier.acting for one in found)
    return [scene.opposed] if astray or not found else found
