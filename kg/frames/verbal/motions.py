"""Motions to elect somebody: "it was proposed by A and seconded by B that C be elected mayor".

Minutes name those who move and who second a motion, by verbs or by labels, and the person behind
"that", or at the head of the line: "C – proposed A, seconded B". Both are for that person; who
moves that somebody be thanked, or that a report be noted, is for nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.frames.coordination.chains import actors, noun_from, object_chain
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.frames.places.subject import find_subject
from kg.model import Polarity
from kg.words.nouns import Noun, Sentence

_RULE = "prose.construction"
_MOVING = frozenset(("proposed", "moved", "nominated", "proposes", "moves", "nominates", "propose"))
_MOVED = frozenset(("moved", "moves"))
_SECONDING = frozenset(("seconded", "seconds"))
_LABELS = frozenset(("proposer", "seconder", "proposed", "seconded", "nominated", "mover", "moved"))
_PROPOSING = frozenset(("proposer", "proposed", "nominated", "mover", "moved"))
_MADE = frozenset(("motion", "nomination", "proposal", "proposition"))
_ELECTED = frozenset(
    (
        *("elected", "re-elected", "reelected", "appointed", "re-appointed", "reappointed"),
        *("nominated", "selected", "chosen", "endorsed", "adopted", "confirmed", "installed"),
        *("co-opted", "returned", "supported", "declared", "made"),
    )
)
_REMOVED = frozenset(("removed", "dismissed", "ousted", "expelled", "deselected"))
_BEING = frozenset(("be", "become", "is", "was"))
_BETWEEN = frozenset((",", "and", "hereby", "is", "duly", "the", "be", "formally", "now"))
_CARRIED = frozenset(("carried", "resolved", "agreed", "approved"))  # in capitals, often
_REACH = 7
_BEFORE = 5
_PEOPLE = ("person", "organisation")
_LABELLING = frozenset((":", "by", "-", "–", "of"))


def with_motions(sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """The frames, with that of a motion instead of those that its verbs alone would give."""
    motions = list(read_motions(sentence))
    if not motions:
        return frames
    covered = range(min(one.first for one in motions), max(one.last for one in motions))
    return [*(one for one in frames if one.cue not in covered), *motions]


def read_motions(sentence: Sentence) -> Iterator[Frame]:
    """The frame of a motion: everybody who moved or seconded it, and whom it is about."""
    folds = sentence.folds
    if _SECONDING.isdisjoint(folds) and "seconder" not in folds and not _is_moved(sentence):
        return
    target = _proposed(sentence)
    labelled = target is None
    target = target or _headed(sentence) or _named(sentence)
    if target is None:
        yield from _seconding(sentence)
        return
    whom, polarity, at = target
    found: list[Noun] = []
    for index, word in enumerate(folds):
        moved = word in _MADE and folds[index + 1 : index + 2] == ["of"]
        if moved or word in _MOVING or word in _SECONDING or (labelled and word in _LABELS):
            found.extend(one for one in _movers(sentence, index) if one not in (*found, *whom))
    if found:
        first = min(one.first for one in found)
        chain = actors(sentence, found)
        cue = (min(at, first), max(at + 1, *(one.last for one in (*found, *whom))))
        yield make_frame(_RULE, polarity, chain, actors(sentence, whom), "", cue, "endorse")


def _is_moved(sentence: Sentence) -> bool:
    """Whether a motion is spoken of: "moved that", "on the motion of"."""
    if _MOVED.isdisjoint(sentence.folds):
        return False
    pairs = pairwise(sentence.folds)
    return any(word in _MOVED and behind == "that" for word, behind in pairs)


def _movers(sentence: Sentence, index: int) -> list[Noun]:
    """Those behind "moved by" or a label, or the subject of "moved"."""
    at = index + 1
    while at < len(sentence.folds) and sentence.folds[at] in _LABELLING:
        at += 1
    behind = sentence.noun(at) or noun_from(sentence, at) if at < len(sentence.folds) else None
    led = at > index + 1 or (behind is not None and _is_bare_label(sentence, index))
    if led and behind is not None and behind.kind in _PEOPLE:
        chain = object_chain(sentence, behind)
        named = (one for one in chain if one.kind in _PEOPLE and not _moves(sentence, one))
        return [one for one in named if one.name.casefold() not in _CARRIED]
    subject = find_subject(sentence, index)
    if subject.passive or led:
        return []
    return [one for one in subject.chain if one.kind in _PEOPLE]


def _moves(sentence: Sentence, noun: Noun) -> bool:
    """Whether a verb of its own follows a name: "moved by A, B seconded"."""
    return sentence.folds[noun.last : noun.last + 1] in (["seconded"], ["seconding"])


def _is_bare_label(sentence: Sentence, index: int) -> bool:
    """Whether a mark stands before a label that leaves "by" out: "Doe – proposed Roe"."""
    return index > 0 and sentence.folds[index - 1] in ("-", "–", "(", ",", ";", "and")


def _proposed(sentence: Sentence) -> tuple[list[Noun], Polarity, int] | None:
    """Whom a motion is to elect or to remove: those before "be elected" behind "that"."""
    folds = sentence.folds
    for at, word in enumerate(folds):
        noun = sentence.noun(at - 1) if at and word in _BEING else None
        if noun is None or noun.kind != "person":
            continue
        opened = folds[0] in _MOVING
        chain = [noun]
        while not opened and (before := _beside(sentence, chain[0])) is not None:
            chain.insert(0, before)
        ahead = folds[max(0, chain[0].first - _BEFORE) : chain[0].first]
        told = "that" in ahead
        if not told and (
            folds[at + 1 : at + 2] == ["nominated"] or (chain[0].first > 1 and not opened)
        ):
            continue
        polarity = _outcome(sentence, at + 1)
        if polarity is not None:
            return chain, polarity, at
    return None


def _beside(sentence: Sentence, noun: Noun) -> Noun | None:
    """The person joined to one before it by "and" or a comma."""
    at = noun.first - 1
    while at > 0 and sentence.folds[at] not in ("and", ",", "that"):
        at -= 1
    if at <= 0 or noun.first - at > _BEFORE or sentence.folds[at] == "that":
        return None
    before = sentence.noun(at - 1)
    return before if before is not None and before.kind == "person" else None


def _outcome(sentence: Sentence, at: int) -> Polarity | None:
    """What is to become of somebody: election or an office, or removal; None for anything else."""
    for index in range(at, min(at + _REACH, len(sentence.folds))):
        word = sentence.folds[index]
        if word in _ELECTED:
            return "supports"
        if word in _REMOVED:
            return "opposes"
        noun = sentence.noun(index)
        if noun is not None and noun.kind == "office":
            return "supports"
        if word not in _BETWEEN:
            return None
    return None


def _headed(sentence: Sentence) -> tuple[list[Noun], Polarity, int] | None:
    """The person at the head of a line whose labels name the movers: "C (proposed: A; …"."""
    people = [noun for noun in sentence.nouns if noun.kind == "person"]
    first = people[0] if people else None
    if first is None or first.last >= len(sentence.folds) or not _opens(sentence, first):
        return None
    mark = sentence.folds[first.last]
    behind = sentence.folds[first.last + 1 : first.last + 2]
    if mark not in ("-", "–", "(", ":", ",") or not _PROPOSING.intersection(behind):
        return None
    return [first], "supports", first.last


def _opens(sentence: Sentence, first: Noun) -> bool:
    """Whether nothing but the office stands before a name: "Chair: Doe", "Vice-Chair – Doe"."""
    if not first.first:
        return True
    if sentence.folds[first.first - 1] not in (":", "-", "–"):
        return False
    return all(kind in ("", "and", "preposition") for kind in sentence.kinds[: first.first])


def _named(sentence: Sentence) -> tuple[list[Noun], Polarity, int] | None:
    """The person whom a verb of moving has for its object: "A nominated C, seconded by B"."""
    for at, word in enumerate(sentence.folds[:-1]):
        noun = sentence.noun(at + 1) if word in _MOVING else None
        if noun is not None and noun.kind == "person" and find_subject(sentence, at).chain:
            return [noun], "supports", at
    return None


def _seconding(sentence: Sentence) -> Iterator[Frame]:
    """The frame of "B seconded the nomination": of whomever the sentence before it was."""
    for at, word in enumerate(sentence.folds):
        behind = sentence.folds[at + 1 : at + 3]
        if word not in _SECONDING or not ("nomination" in behind or behind[:1] in (["her"], ["."])):
            continue
        found = _movers(sentence, at)
        if found:
            yield make_frame(
                "prose.echo", "supports", actors(sentence, found), (), "", (at, at + 1), "deed"
            )
