"""What a frame leaves unsaid and the rest of its sentence fills in.

The verb taken up ("as are D and E"), and "respectively", which pairs the first with the first. A
verb left out is read in ``kg.frames.places.gapping``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.frames.coordination.chains import actors, chain_right, noun_from, object_chain
from kg.frames.coordination.grouped import names_behind
from kg.frames.coordination.members import of_unnamed, one_of_them, some_named, with_members
from kg.frames.model import Frame
from kg.frames.places.echoes import TAKEN_UP
from kg.frames.places.gapping import gapped
from kg.words.nouns import Noun, Sentence

_ALONGSIDE = ((",", "along", "with"), (",", "together", "with"))
_PARTING = frozenset((";", ",", "and"))
_REACH = 8
_BEHIND = 30


def with_tails(sentence: Sentence, frames: Sequence[Frame]) -> list[Frame]:
    """The frames of one cue with those that lean on them."""
    found: list[Frame] = []
    for frame in frames:
        found.extend(_respectively(sentence, frame))
    last = frames[-1]
    if last.rule in ("prose.active", "prose.passive"):
        found.extend(gapped(sentence, last))
    found.extend(taken_up(sentence, last))
    found.extend(members_behind(sentence, frames[0]))
    found.extend(_joined(sentence, frames[0]))
    found.extend(_alongside(sentence, frames[0]))
    found.extend(_elsewhere(sentence, last))
    return found


def after_wording(sentence: Sentence, frame: Frame) -> list[Frame]:
    """The frame of a wording or stance with those that leave its words out or take them up."""
    found = [frame]
    if len(frame.candidates) == 1 and frame.endorsers:
        start = frame.candidates[0].noun.first
        if sentence.kinds[start - 1 : start] == ["preposition"]:
            found.extend(gapped(sentence, frame))
        found.extend(taken_up(sentence, frame))
        found.extend(members_behind(sentence, frame))
    return found


def _elsewhere(sentence: Sentence, frame: Frame) -> list[Frame]:
    """C and D of another place in "A and B back Y; in Congress, C and D", to the sentence's end."""
    at = frame.last
    while at < len(sentence.folds) and sentence.folds[at] in _PARTING:
        at += 1
    if at == frame.last or sentence.folds[at : at + 1] not in (["in"], ["on"], ["at"]):
        return []
    ahead = sentence.folds[at : at + _REACH]
    start = at + ahead.index(",") + 1 if "," in ahead else at
    if start < at + 2 or any(n.kind == "person" for n in sentence.nouns if at < n.first < start):
        return []
    if frame.rule == "prose.passive":
        start += sentence.folds[start : start + 1] == ["by"]
    elif frame.rule != "prose.active":
        return []
    noun = noun_from(sentence, start)
    if noun is None or noun.kind not in ("person", "organisation"):
        return []
    return _said_of(sentence, frame, noun)


def _said_of(sentence: Sentence, frame: Frame, noun: Noun) -> list[Frame]:
    """The frame said of ``noun`` and those joined to it, if they end the sentence."""
    chain = chain_right(sentence, noun)
    last = chain[-1].last
    if last < len(sentence.folds) and sentence.folds[last] != ".":
        return []
    return [replace(frame, endorsers=actors(sentence, chain), last=last)]


def _alongside(sentence: Sentence, frame: Frame) -> list[Frame]:
    """B and C who do what A does: "A has backed him, along with B and C".

    Only behind a pronoun are they no objects. Candidates who are named so are what they stand for:
    nothing may stand between "with" and the first name.
    """
    objects, subjects = frame.candidates, frame.endorsers
    if len(objects) != 1 or objects[0].noun.kind != "pronoun" or frame.rule != "prose.active":
        return []
    if not subjects or any(actor.noun.kind != "person" for actor in subjects):
        return []
    at = objects[0].noun.last
    if tuple(sentence.folds[at : at + 3]) not in _ALONGSIDE:
        return []
    at += 3
    noun = sentence.noun(at)
    if noun is None or noun.first != at or noun.kind not in ("person", "organisation"):
        return []
    return _said_of(sentence, frame, noun)


def _joined(sentence: Sentence, frame: Frame) -> list[Frame]:
    """A and B whom the one who acts joins: "X backs Y, joining A and B".

    Or who join him: "X, who backs Y, has been joined by A and B".
    """
    for at in range(frame.last, min(frame.last + _REACH, len(sentence.folds) - 1)):
        start = _past_joining(sentence, at)
        if start:
            noun = noun_from(sentence, start)
            if noun is None or noun.kind not in ("person", "organisation"):
                return []
            if sentence.is_owning(noun.last):
                return []  # "joining Y's former allies"
            chain = object_chain(sentence, noun)
            behind = sentence.kinds[chain[-1].last : chain[-1].last + 1]
            if behind == ["preposition"] and sentence.folds[chain[-1].last] == "as":
                return []  # "joining X as a partner"
            return [replace(frame, endorsers=actors(sentence, chain), last=chain[-1].last)]
        if sentence.folds[at] in (";", "."):
            return []
    return []


def members_behind(sentence: Sentence, frame: Frame) -> list[Frame]:
    """A and B of a group that acts, named behind the clause: ", among them A and B"."""
    if not frame.endorsers or any(actor.noun.kind != "group" for actor in frame.endorsers):
        return []
    whom = {actor.noun for actor in frame.candidates}
    for at in range(frame.last, min(frame.last + _BEHIND, len(sentence.folds) - 1)):
        named = some_named(sentence, at) or one_of_them(sentence, at)
        named = [noun for noun in named if noun not in whom]
        if named:
            made = actors(sentence, named)
            return [replace(frame, endorsers=made, last=max(frame.last, named[-1].last))]
    return []


def _past_joining(sentence: Sentence, at: int) -> int:
    """Where those begin whom the word at ``at`` joins to the one who acts; 0 when it does not."""
    if sentence.folds[at] == "joining" and sentence.folds[at - 1] == ",":
        return at + 1
    adding = sentence.folds[at - 1 : at + 2] == [",", "adding", "to"]
    following = sentence.folds[at - 1 : at + 1] in ([",", "following"], [",", "alongside"])
    if adding or following:
        return at + 1 + adding
    joined = sentence.folds[at : at + 2] == ["joined", "by"] and sentence.folds[at - 1] == "been"
    return at + 2 if joined else 0


def _respectively(sentence: Sentence, frame: Frame) -> list[Frame]:
    size = len(frame.endorsers)
    beside = sentence.folds[frame.cue : frame.last + 2]
    if size < 2 or size != len(frame.candidates) or "respectively" not in beside:
        return [frame]
    return [
        replace(frame, endorsers=(endorser,), candidates=(candidate,))
        for endorser, candidate in zip(frame.endorsers, frame.candidates, strict=True)
    ]


def _too(sentence: Sentence, frame: Frame) -> list[Frame]:
    """D in "A backs Y, and D does, too": the verb is taken up behind the other subject."""
    at = frame.last
    while at < len(sentence.folds) and sentence.folds[at] in _PARTING:
        at += 1
    noun = noun_from(sentence, at) if frame.last < at < len(sentence.folds) else None
    if noun is None or noun.kind not in ("person", "organisation"):
        return []
    others = object_chain(sentence, noun)
    verb = others[-1].last
    if sentence.folds[verb : verb + 1] == [] or sentence.folds[verb] not in TAKEN_UP:
        return []
    behind = verb + 1 + (sentence.folds[verb + 1 : verb + 2] == [","])
    if sentence.folds[behind : behind + 1] not in (["too"], ["also"], ["likewise"]):
        return []
    active = frame.rule not in ("prose.passive", "prose.receiving")
    made = actors(sentence, others)
    acting = made if active else frame.endorsers
    backed = frame.candidates if active else made
    return [replace(frame, endorsers=acting, candidates=backed, last=verb + 1)]


def taken_up(sentence: Sentence, frame: Frame) -> list[Frame]:
    """D and E in "as are D and E", "and so is D": the same said of others than the subject."""
    too = _too(sentence, frame)
    if too:
        return too
    for at in range(frame.last, len(sentence.folds) - 2):
        if sentence.folds[at] in ("as", "so") and sentence.folds[at + 1] in TAKEN_UP:
            noun = noun_from(sentence, at + 2)
            if noun is None or (noun.kind in ("number", "group") and noun.count):
                noun = names_behind(sentence, at + 2) or noun  # "as do two newcomers: D and E"
            if noun is None or noun.kind not in ("person", "organisation", "office", "group"):
                others = of_unnamed(sentence, at + 2)  # "as are a handful of others such as D"
            else:
                others = with_members(sentence, object_chain(sentence, noun))
            if not others:
                return []
            last = others[-1].last
            active = frame.rule not in ("prose.passive", "prose.receiving")
            made = actors(sentence, others)
            return [
                replace(
                    frame,
                    endorsers=made if active else frame.endorsers,
                    candidates=frame.candidates if active else made,
                    last=last,
                )
            ]
    return []
