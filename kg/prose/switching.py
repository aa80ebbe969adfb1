"""Changes of mind: what somebody said for one candidate before turning to another.

"X once backed Y but now supports Z" says that X has left Y. Support for a candidate who has left
the race stays what it was: there was nobody to leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.frames import Frame
from kg.lexicon import Lexicon
from kg.model import Candidacy, Endorsement, Mention
from kg.passages import Passage

_AT_FIRST = frozenset(("initially", "originally", "once", "formerly"))
_EARLIER = _AT_FIRST | frozenset(("previously", "earlier", "had", "having", "first"))
_NOW = frozenset(("now", "instead", "since"))
_BEFORE_CUE = 4
_BEFORE_NOUN = 7  # "had been one of Jane Doe's backers"
_BEHIND = 2
_REACH = 7


class Said(NamedTuple):
    """An endorsement, and where it was read: the passage and its frame."""

    endorsement: Endorsement
    at: int
    frame: Frame


def settled(
    said: Sequence[Said],
    revoked: Iterable[Mention],
    passages: Sequence[Passage],
    candidacies: Sequence[Candidacy],
    lexicon: Lexicon,
) -> list[Endorsement]:
    """The endorsements with what was taken back, by a switch or without naming whom, withdrawn.

    ``revoked`` are those who "withdrew their endorsement": the one that the text gives them.
    """
    gone = {one.person for one in candidacies if one.status == "withdrawn"}
    kept = [
        one.endorsement.candidate in gone or _left_race(passages[one.at], one.frame, lexicon)
        for one in said
    ]
    by_endorser: dict[Mention, list[Said]] = {}
    for one in said:
        by_endorser.setdefault(one.endorsement.endorser, []).append(one)
    changed = [
        one.endorsement if keep else _changed(one, by_endorser[one.endorsement.endorser], passages)
        for one, keep in zip(said, kept, strict=True)
    ]
    changed = _revoked(changed, frozenset(revoked))
    left = {_pair(one) for one in changed if one.polarity == "withdrawn"}
    backed = {_pair(one) for one in changed if one.polarity == "supports"}
    return [
        one
        for one in changed
        if not (one.polarity == "supports" and _pair(one) in left)
        and not (one.polarity == "expected" and _pair(one) in backed | left)
    ]


def _pair(one: Endorsement) -> tuple[object, ...]:
    return one.endorser, one.candidate, one.contest


def _left_race(passage: Passage, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the words behind say that the candidate left: "backed Y before he dropped out"."""
    folds = passage.sentence.folds
    for at in range(frame.last, min(frame.last + _REACH, len(folds))):
        cue = lexicon.candidacy_cues.at(folds, at) if folds[at] in lexicon.candidacy_cues else None
        if cue is not None and cue.value.frame == "quit":
            return True
    return False


def _changed(one: Said, own: Sequence[Said], passages: Sequence[Passage]) -> Endorsement:
    """The endorsement, withdrawn when its endorser has turned from it to somebody else.

    ``own`` are all those of the same endorser.
    """
    made = one.endorsement
    if made.polarity != "supports" or one.frame.kind == "switch":
        return made
    if any(other.at == one.at and other.endorsement.polarity == "withdrawn" for other in own):
        return made  # the sentence says whom they left, and this is whom they went to
    others = [
        other
        for other in own
        if other.endorsement.contest == made.contest
        and (other.endorsement.polarity == "supports" or other.frame.kind == "switch")
        and other.endorsement.candidate != made.candidate
        and other.endorsement.candidate.kind == made.candidate.kind
    ]
    turned = any(_turns(one, other, passages) for other in others)
    return replace(made, polarity="withdrawn") if turned else made


def _turns(one: Said, other: Said, passages: Sequence[Passage]) -> bool:
    """Whether ``other`` says what the endorser of ``one`` came to think later."""
    if other.frame.kind == "switch":
        return True
    here, there = passages[one.at], passages[other.at]
    offices = _office(here, one.frame), _office(there, other.frame)
    if all(offices) and offices[0] != offices[1]:
        return False  # for governor then, for the senate now
    first, later = _words(here, one.frame), _words(there, other.frame)
    if one.at == other.at and not _AT_FIRST.isdisjoint(first):
        return True
    if here.paragraph != there.paragraph or _NOW.isdisjoint(later):
        return False
    return not (_AT_FIRST if one.at != other.at else _EARLIER).isdisjoint(first)


def _office(passage: Passage, frame: Frame) -> str:
    """For what the candidate is supported, as the word behind "for" says, or ""."""
    folds = passage.sentence.folds
    return folds[frame.last + 1] if folds[frame.last : frame.last + 1] == ["for"] else ""


def _words(passage: Passage, frame: Frame) -> frozenset[str]:
    """The words beside the verb that may say when."""
    folds = passage.sentence.folds
    reach = _BEFORE_NOUN if frame.rule == "prose.backer-of" else _BEFORE_CUE
    inside = frame.cue + 2  # "is now backing" is one cue
    return frozenset(folds[max(0, frame.cue - reach) : inside]) | frozenset(
        folds[frame.last : frame.last + _BEHIND]
    )


def _revoked(made: Sequence[Endorsement], revoked: frozenset[Mention]) -> list[Endorsement]:
    """The endorsements without those whose endorser took back the only one."""
    chosen: dict[Mention, set[Mention]] = {}
    for one in made:
        if one.polarity == "supports":
            chosen.setdefault(one.endorser, set()).add(one.candidate)
    return [
        replace(one, polarity="withdrawn")
        if one.polarity == "supports" and one.endorser in revoked and len(chosen[one.endorser]) == 1
        else one
        for one in made
    ]
