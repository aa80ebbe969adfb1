"""Groups that have changed sides: "Five councillors have switched from Y to Z. They are A and B".

Whom a group has left, those of it who are named have left, wherever they are told as its members.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.frames import Frame
from kg.model import Endorsement, Mention, Span, Statement
from kg.prose.reference.discourse import Discourse
from kg.rules import confidence
from kg.words.nouns import Sentence

_RULE = "prose.moved"
_UNNAMED = frozenset(("group", "number"))
_EARLIER = frozenset(("had", "having", "once", "formerly", "previously", "originally", "initially"))
_TURNING = frozenset(("switch", "choose"))
_OF_BACKERS = "prose.backers"
_MEMBERS = frozenset(("prose.spelled-count", "prose.gathered"))
_NEXT = "next"  # the kind of frames that go on from the sentence before: "They are A and B"
_BEFORE_CUE = 4


@dataclass(frozen=True, slots=True)
class SideChange:
    """In passage ``at`` a group has turned from ``left`` to ``chosen``."""

    at: int
    left: Mention
    chosen: Mention


def with_groups_turned(
    discourse: Discourse, frames: Sequence[tuple[Frame, ...]]
) -> tuple[tuple[Frame, ...], ...]:
    """The frames of every passage; what a group did before it turned to another is withdrawn.

    "Four councillors who had backed Y are now with Z", "some of Y's supporters switched to Z".
    """
    rows = zip(discourse.passages, frames, strict=True)
    return tuple(
        tuple(
            replace(one, polarity="withdrawn") if _is_left(passage.sentence, one, row) else one
            for one in row
        )
        if len(row) > 1
        else row
        for passage, row in rows
    )


def _is_left(sentence: Sentence, frame: Frame, others: Sequence[Frame]) -> bool:
    """Whether a clause of support is of a group whose next clause turns it to somebody else."""
    if (
        frame.polarity != "supports"
        or frame.hedge
        or not (_is_of_group(frame) and frame.candidates)
    ):
        return False
    later = [
        one
        for one in others
        if one.cue >= frame.last
        and one.polarity == "supports"
        and not one.hedge
        and _is_of_group(one)
        and one.candidates
        and one.candidates[0].noun.name != frame.candidates[0].noun.name
    ]
    if frame.rule == _OF_BACKERS:
        return any(one.kind in _TURNING for one in later)
    before = sentence.folds[max(0, frame.cue - _BEFORE_CUE) : frame.cue + 1]
    earlier = not _EARLIER.isdisjoint(before)
    return earlier and any(
        one.kind in _TURNING or "now" in sentence.folds[frame.last : one.last] for one in later
    )


def _is_of_group(frame: Frame) -> bool:
    """Whether those in the endorsers' place are not named."""
    return all(actor.noun.kind in _UNNAMED for actor in frame.endorsers)


def side_changes(discourse: Discourse, frames: Sequence[Sequence[Frame]]) -> Iterator[SideChange]:
    """The groups that have turned from one to another, sentence by sentence."""
    for at, row in enumerate(frames):
        told = [one for one in row if not one.hedge and one.candidates and _is_of_group(one)]
        left = _only(discourse, at, [one for one in told if one.polarity == "withdrawn"])
        chosen = _only(discourse, at, [one for one in told if one.polarity == "supports"])
        if left is not None and chosen is not None and left != chosen:
            yield SideChange(at, left, chosen)


def _only(discourse: Discourse, at: int, frames: Sequence[Frame]) -> Mention | None:
    """The one person whom the frames are about."""
    found = {
        one
        for frame in frames
        for actor in frame.candidates
        for one in discourse.objects(actor, at, ())
    }
    return found.pop() if len(found) == 1 else None


def members_turned(
    discourse: Discourse,
    frames: Sequence[Sequence[Frame]],
    statements: Sequence[Statement],
    led: Mapping[int, Sequence[Statement]],
) -> Iterator[Endorsement]:
    """That the named members of groups have left whom the group has left.

    ``led`` are the statements of lists by the passage that says what they are lists of.
    """
    passages = discourse.passages
    for change in side_changes(discourse, frames):
        here = passages[change.at].sentence.span
        behind = change.at + 1
        goes_on = behind < len(passages) and any(one.kind == _NEXT for one in frames[behind])
        following = passages[behind].sentence.span if goes_on else None
        found = [one for one in statements if _is_told_in(one, here, following)]
        yield from _left(change, [*led.get(change.at, ()), *found], statements)


def _is_told_in(one: Statement, here: Span, following: Span | None) -> bool:
    """Whether a statement is of members told in the sentence itself, or in one that goes on."""
    span = one.evidence[0].span
    spelled = one.evidence[0].rule in _MEMBERS and here.covers(span)
    return spelled or (following is not None and following.covers(span))


def _left(
    change: SideChange, members: Sequence[Statement], statements: Collection[Statement]
) -> Iterator[Endorsement]:
    known = {
        (one.endorser, one.candidate)
        for one in statements
        if one.kind == "endorsement" and one.polarity == "withdrawn"
    }
    for one in members:
        if one.kind != "endorsement" or one.polarity != "supports":
            continue
        told = (one.endorser, change.left) in known or one.endorser == change.left
        if one.candidate != change.chosen or told:
            continue
        evidence = tuple(
            replace(each, rule=_RULE, confidence=confidence(_RULE)) for each in one.evidence
        )
        yield replace(one, candidate=change.left, polarity="withdrawn", evidence=evidence)
