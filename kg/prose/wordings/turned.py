"""Clauses that can be read both ways: "X announced the endorsement of Z" by who of the two stands.

Whoever gives support and whoever receives it may announce it. Only who the contenders are tells
which of the two it is.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from kg.frames import Actor, Frame
from kg.model import Mention
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.ofsupport import is_of


def turned(
    discourse: Discourse, frames: Sequence[Sequence[Frame]]
) -> tuple[tuple[Frame, ...], ...]:
    """The frames of every passage, with those turned round whose giver is the contender."""
    return tuple(
        tuple(_turned(discourse, at, frame) for frame in several)
        for at, several in enumerate(frames)
    )


def _turned(discourse: Discourse, at: int, frame: Frame) -> Frame:
    if (
        frame.rule != "prose.giving"
        or not frame.candidates
        or not is_of(discourse.passages[at].sentence, frame)
    ):
        return frame
    standing = discourse.contenders.people
    given = _meant(discourse, at, frame.candidates)
    giving = _meant(discourse, at, frame.endorsers)
    if not giving or not giving <= standing:
        return frame
    if given & standing and not _told_before(discourse, at, giving, given):
        return frame
    return replace(
        frame, rule="prose.receiving", endorsers=frame.candidates, candidates=frame.endorsers
    )


def _told_before(discourse: Discourse, at: int, giving: Set[Mention], given: Set[Mention]) -> bool:
    """Whether the article told of those who announce it before, and of the others never."""
    before = {
        discourse.member(noun, back)
        for back, passage in enumerate(discourse.passages[:at])
        for noun in passage.sentence.nouns
        if noun.kind in ("person", "organisation")
    }
    return giving <= before and before.isdisjoint(given)


def _meant(discourse: Discourse, at: int, actors: Sequence[Actor]) -> set[Mention]:
    return {one for actor in actors for one in discourse.objects(actor, at, ())}
