"""Changes of mind: what somebody said for one candidate before turning to another.

"X once backed Y but now supports Z" says that X has left Y. Support for a candidate who has left
the race stays what it was: there was nobody to leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from kg.frames import Frame
from kg.lexicon import Lexicon
from kg.model import Candidacy, Endorsement, Mention
from kg.passages import Passage

_AT_FIRST = frozenset(("initially", "originally", "once", "formerly"))
_BEGINNING = frozenset(("initially", "originally"))
_EARLIER = _AT_FIRST | frozenset(("previously", "earlier", "had", "having", "first"))
_NOW = frozenset(("now", "instead", "since"))
_LASTING = frozenset(("has", "have", "'ve"))
_OPENING = frozenset((",", "who", "which", "had", "has", "(", "-"))
_LATELY = frozenset(("now", "recently", "last", "this", "yesterday", "today"))
_BEFORE_CUE = 4
_BEFORE_NOUN = 7  # "had been one of Jane Doe's backers"
_BEHIND = 2
_REACH = 7
_CHANGES = frozenset(("change", "changed", "changes", "changing"))
_MIND_REACH = 3
_SIDES = frozenset(("mind", "course", "sides", "tune", "horses", "allegiance", "camps"))


class Said(NamedTuple):
    """An endorsement, and where it was read: the passage and its frame."""

    endorsement: Endorsement
    at: int
    frame: Frame


def settled(
    said: Sequence[Said],
    revoked: Iterable[tuple[Mention, int]],
    passages: Sequence[Passage],
    candidacies: Sequence[Candidacy],
    lexicon: Lexicon,
) -> list[Endorsement]:
    """The endorsements with what was taken back, by a switch or without naming whom, withdrawn.

    ``revoked`` are those who "withdrew their endorsement", the one that the text gives them, and in
    which passage they did.
    """
    gone = {one.person for one in candidacies if one.status == "withdrawn"}
    kept = [
        one.endorsement.candidate in gone or _left_race(passages[one.at], one.frame, lexicon)
        for one in said
    ]
    later = _Later(said, passages)
    changed = [
        one.endorsement if keep else _changed(one, later, passages)
        for one, keep in zip(said, kept, strict=True)
    ]
    changed = _revoked(changed, [one.at for one in said], dict(revoked))
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


class _Choice(NamedTuple):
    """Whom somebody supports, for what office (or ""), and whether the clause says "now"."""

    candidate: Mention
    office: str
    now: bool


class _Later:
    """What each endorser says elsewhere, by sentence, paragraph and contest: one look-up each.

    An endorser may be named in every sentence of a long article, so that no two are compared.
    """

    def __init__(self, said: Sequence[Said], passages: Sequence[Passage]) -> None:
        self.switched: dict[object, set[Mention]] = {}
        self.here: dict[object, set[_Choice]] = {}
        self.now: dict[object, set[_Choice]] = {}
        self.ever: dict[object, set[_Choice]] = {}
        self.left: set[object] = set()
        self.overtaken = _overtaken(said, passages)
        for at, made, frame in ((one.at, one.endorsement, one.frame) for one in said):
            if made.polarity == "withdrawn":
                self.left.add((made.endorser, at))
            if frame.kind == "switch":
                self.switched.setdefault((made.endorser, made.contest), set()).add(made.candidate)
            elif made.polarity == "supports":
                words = _words(passages[at], frame)
                choice = _Choice(
                    made.candidate, _office(passages[at], frame), not _NOW.isdisjoint(words)
                )
                self.here.setdefault((made.endorser, made.contest, at), set()).add(choice)
                self.ever.setdefault((made.endorser, made.contest), set()).add(choice)
                if choice.now:
                    key = made.endorser, made.contest, passages[at].paragraph
                    self.now.setdefault(key, set()).add(choice)


def _overtaken(said: Sequence[Said], passages: Sequence[Passage]) -> Mapping[object, set[Mention]]:
    """Whom those supported who are told just after it to support another now, by contest.

    "X, who endorsed Y in May, now says he will vote for Z"; "X backed Y. Now he is for Z".
    """
    last: dict[object, Said] = {}
    found: dict[object, set[Mention]] = {}
    for one in said:
        made, frame = one.endorsement, one.frame
        if made.polarity != "supports":
            continue
        key = made.endorser, made.contest
        before = last.get(key)
        if before is not None and _follows(before, one, passages):
            found.setdefault(key, set()).add(before.endorsement.candidate)
        if before is None or (before.at, before.frame.cue) <= (one.at, frame.cue):
            last[key] = one
    return found


def _follows(before: Said, one: Said, passages: Sequence[Passage]) -> bool:
    """Whether somebody is told to support another now, in the same sentence or the next one."""
    here = passages[one.at]
    if not _is_another(before.endorsement.candidate, one.endorsement.candidate):
        return False
    if one.at == before.at + 1 and passages[before.at].paragraph == here.paragraph:
        return here.sentence.folds[0] == "now" and not _office(here, one.frame)
    if one.at != before.at or one.frame.cue <= before.frame.cue or _office(here, one.frame):
        return False
    between = here.sentence.folds[before.frame.last : one.frame.cue + 1]
    turned = any(
        word in _CHANGES and not _SIDES.isdisjoint(between[at : at + _MIND_REACH])
        for at, word in enumerate(between)
    )
    return turned or "now" in between


def _changed(one: Said, later: _Later, passages: Sequence[Passage]) -> Endorsement:
    """The endorsement, withdrawn when its endorser has turned from it to somebody else."""
    made = one.endorsement
    if made.polarity != "supports" or one.frame.kind == "switch":
        return made
    if (made.endorser, one.at) in later.left:
        return made  # the sentence says whom they left, and this is whom they went to
    if _is_over(passages[one.at], one.frame):
        return replace(made, polarity="withdrawn")
    others = later.switched.get((made.endorser, made.contest), set())
    switched = any(_is_another(made.candidate, other) for other in others)
    switched = switched or _told_before_change(one, passages)
    turned = switched or _turned(one, later, passages)
    return replace(made, polarity="withdrawn") if turned else made


def _is_over(passage: Passage, frame: Frame) -> bool:
    """Whether the words beside say that it went on until lately: "a backer of Y until now"."""
    folds = passage.sentence.folds
    before = range(max(0, frame.first - _BEFORE_CUE), frame.first)
    if not _LASTING.isdisjoint(folds[max(0, frame.cue - _BEFORE_CUE) : frame.cue + 1]):
        return False  # "has been behind Y until now" may go on
    return any(
        folds[at : at + 1] == ["until"] and not _LATELY.isdisjoint(folds[at + 1 : at + 2])
        for at in (frame.last, *(at for at in before if at and folds[at - 1] in _OPENING))
    )


def _told_before_change(one: Said, passages: Sequence[Passage]) -> bool:
    """Whether somebody "had said" so, directly below a change of mind."""
    folds = passages[one.at].sentence.folds
    told = "had" in folds[: one.frame.cue] and "speech" in passages[one.at].sentence.kinds
    opening = passages[max(0, one.at - 1) : one.at] if told else ()
    return any(
        word in _CHANGES and "mind" in before.sentence.folds[at : at + _MIND_REACH]
        for before in opening
        for at, word in enumerate(before.sentence.folds)
    )


def _turned(one: Said, later: _Later, passages: Sequence[Passage]) -> bool:
    """Whether the same sentence, or the paragraph, says whom the endorser came to support."""
    here = passages[one.at]
    made = one.endorsement
    first, office = _words(here, one.frame), _office(here, one.frame)
    if not office and made.candidate in later.overtaken.get((made.endorser, made.contest), ()):
        return True
    if _EARLIER.isdisjoint(first):
        return False
    at_first = not _AT_FIRST.isdisjoint(first)
    choices = list(later.here.get((made.endorser, made.contest, one.at), ()))
    choices = choices if at_first else [choice for choice in choices if choice.now]
    if at_first:
        choices.extend(later.now.get((made.endorser, made.contest, here.paragraph), ()))
    if _at_the_beginning(here, one.frame, first):
        choices.extend(later.ever.get((made.endorser, made.contest), ()))
    return any(
        _is_another(made.candidate, choice.candidate)
        and not (office and choice.office and office != choice.office)
        for choice in choices
    )


def _at_the_beginning(passage: Passage, frame: Frame, beside: Set[str]) -> bool:
    """Whether somebody is told to have begun with a candidate: "initially backed", "At first X"."""
    before = passage.sentence.folds[max(0, frame.cue - _REACH) : frame.cue]
    return not _BEGINNING.isdisjoint(beside) or ("at", "first") in pairwise(before)


def _is_another(first: Mention, second: Mention) -> bool:
    """Whether two candidates are two of one kind: a person and a party are a ticket."""
    return first != second and first.kind == second.kind


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


def _revoked(
    made: Sequence[Endorsement], places: Sequence[int], revoked: Mapping[Mention, int]
) -> list[Endorsement]:
    """The endorsements without those whose endorser took back the only one.

    ``places`` are the passages of those made. What the same passage says of somebody else is whom
    the endorser has turned to: "is taking back her support and now backing Z".
    """
    chosen: dict[Mention, set[Mention]] = {}
    beside: dict[Mention, set[Mention]] = {}
    for one, at in zip(made, places, strict=True):
        if one.polarity in ("supports", "withdrawn") and one.endorser in revoked:
            told = beside if revoked[one.endorser] == at else chosen
            told.setdefault(one.endorser, set()).add(one.candidate)
    chosen = {**beside, **chosen}
    return [
        replace(one, polarity="withdrawn")
        if one.polarity == "supports" and chosen.get(one.endorser) == {one.candidate}
        else one
        for one in made
    ]
