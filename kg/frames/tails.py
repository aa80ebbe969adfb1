"""What a frame leaves unsaid and the rest of its sentence fills in.

The verb left out ("A has gone for X, B for Y and C for Z"), the verb taken up ("as are D and E"),
and "respectively", which pairs the first with the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.frames.chains import actors, chain_right, noun_from, object_chain
from kg.frames.echoes import TAKEN_UP
from kg.frames.grouped import names_behind
from kg.frames.members import one_of_them, some_named
from kg.frames.model import Actor, Frame
from kg.words.nouns import Noun, Sentence

_JOINTS = frozenset((",", "and", ";", "&", "while", "but", "the", "a"))
_FILLING = frozenset(("person", "organisation", "group", "number", "office"))
_CHOSEN = frozenset(("person", "organisation", "pronoun"))
_COUNTING = frozenset(("person", "organisation", "group", "number"))
_OF_TWO = ("former", "latter")
_ALONGSIDE = ((",", "along", "with"), (",", "together", "with"))
_PARTING = frozenset((";", ",", "and"))
_REACH = 8
_BEHIND = 30


def with_tails(sentence: Sentence, frames: Sequence[Frame], end: int) -> list[Frame]:
    """The frames of one cue, which ends before token ``end``, with those that lean on them."""
    found: list[Frame] = []
    for frame in frames:
        found.extend(_respectively(sentence, frame))
    last = frames[-1]
    if last.rule == "prose.active" and last.candidates:
        found.extend(_gapped(sentence, last, end))
    if last.rule == "prose.passive":
        found.extend(_gapped_passive(sentence, last))
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
            found.extend(_gapped(sentence, frame, start))
        found.extend(taken_up(sentence, frame))
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
    for at in range(frame.last, min(frame.last + _BEHIND, len(sentence.folds) - 1)):
        named = some_named(sentence, at) or one_of_them(sentence, at)
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
    following = sentence.folds[frame.last : frame.last + 2]
    if size < 2 or size != len(frame.candidates) or "respectively" not in following:
        return [frame]
    return [
        replace(frame, endorsers=(endorser,), candidates=(candidate,))
        for endorser, candidate in zip(frame.endorsers, frame.candidates, strict=True)
    ]


def _gapped(sentence: Sentence, frame: Frame, end: int) -> list[Frame]:
    """B for Y, C for Z: as long as subject, preposition and object follow one another."""
    preposition = sentence.folds[end - 1] if sentence.kinds[end - 1] == "preposition" else ""
    found = []
    at = _to_joint(sentence, frame.last)
    while at is not None:
        pair = _pair(sentence, at, preposition)
        if pair is None:
            break
        subjects, chosen = pair
        found.append(
            replace(
                frame,
                rule="prose.gapped",
                endorsers=subjects,
                candidates=chosen,
                first=subjects[0].noun.first,
                last=chosen[-1].noun.last,
            )
        )
        at = _to_joint(sentence, chosen[-1].noun.last)
    return found


def _gapped_passive(sentence: Sentence, frame: Frame) -> list[Frame]:
    """Y by B, Z by C: as long as one who is backed, "by" and those who back follow one another."""
    found: list[Frame] = []
    at = _to_joint(sentence, frame.last)
    while at is not None:
        pair = _pair(sentence, at, "by")
        if pair is None or pair[0][0].noun.kind not in ("person", "office"):
            break
        backed, agents = pair
        first, last = backed[0].noun.first, agents[-1].noun.last
        found.append(replace(frame, endorsers=agents, candidates=backed, first=first, last=last))
        at = _to_joint(sentence, last)
    return found


def _to_joint(sentence: Sentence, index: int) -> int | None:
    """Past what the last object is for ("in the contest") to the comma or "and" after it."""
    for at in range(index, min(index + _REACH, len(sentence.folds))):
        if sentence.folds[at] in (",", "and", ";", "while", "but"):
            return at
        noun = sentence.noun(at)
        if noun is not None and noun.kind == "person":
            return None
    return None


def _pair(
    sentence: Sentence, at: int, preposition: str
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]] | None:
    start = at
    while at < len(sentence.folds) and sentence.folds[at] in _JOINTS:
        at += 1
    subject = sentence.noun(at)
    if subject is None or subject.kind not in _FILLING:
        return None
    parted = ";" in sentence.folds[start:at] and not preposition
    if parted and sentence.folds[subject.last : subject.last + 1] == [","]:
        other = sentence.noun(subject.last + 1)  # "A backs Y; B, Z"
        named = other is not None and other.kind == "person" and subject.kind in _CHOSEN
        closed = other is not None and sentence.folds[other.last] in (";", ".")
        return (
            (actors(sentence, [subject]), actors(sentence, [other]))
            if closed and named and other
            else None
        )
    subjects: list[Noun] = object_chain(sentence, subject)
    after = subjects[-1].last
    if preposition and sentence.folds[after : after + 1] != [preposition]:
        return None
    chosen = noun_from(sentence, after + 1 if preposition else after)
    of_two = chosen is not None and chosen.kind == "pronoun" and chosen.name in _OF_TWO
    if not (preposition or of_two or subject.kind in ("number", "group")):
        return None  # only a number can stand before a name without a word between
    if chosen is None or chosen.kind not in (_COUNTING if preposition == "by" else _CHOSEN):
        return None
    objects = object_chain(sentence, chosen, preposition)
    return actors(sentence, subjects), actors(sentence, objects)


def taken_up(sentence: Sentence, frame: Frame) -> list[Frame]:
    """D and E in "as are D and E", "and so is D": the same said of others than the subject."""
    for at in range(frame.last, len(sentence.folds) - 2):
        if sentence.folds[at] in ("as", "so") and sentence.folds[at + 1] in TAKEN_UP:
            noun = noun_from(sentence, at + 2)
            if noun is None or (noun.kind in ("number", "group") and noun.count):
                noun = names_behind(sentence, at + 2) or noun  # "as do two newcomers: D and E"
            if noun is None or noun.kind not in ("person", "organisation", "office", "group"):
                return []
            others = object_chain(sentence, noun)
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
