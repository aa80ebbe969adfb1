"""The verb left out: "A has gone for X, B for Y and C for Z", "X by A, Y by B", "Y that of B".

What ties the second place of a frame to its clause, a preposition or nothing, ties it again in each
pair that goes on, and the pair keeps the order: who supports and whom, or whom and who.
"""

from __future__ import annotations

from dataclasses import replace

from kg.frames.coordination.chains import actors, noun_from, object_chain
from kg.frames.model import Actor, Frame
from kg.words.nouns import Noun, Sentence
from kg.words.pronouns import OTHER

_JOINTS = frozenset((",", "and", ";", "&", "while", "but", "the", "a"))
_BEFORE = frozenset(("determiner", "possessive", "adverb", "relation"))
_STANDING = frozenset(("person", "office"))
_ACTING = frozenset(("person", "organisation", "group", "number", "office"))
_PLAIN = frozenset(("person", "organisation", "pronoun"))
_OF_TWO = ("former", "latter", OTHER)
_INSTEAD = (["that", "of"], ["those", "of"], ["that", "from"], ["those", "from"])  # of the noun
_REACH = 8
_TIED = 4  # words between what ties the second place and its name
_Pair = tuple[tuple[Actor, ...], tuple[Actor, ...]]


def gapped(sentence: Sentence, frame: Frame) -> list[Frame]:
    """The pairs that go on from ``frame`` without its verb."""
    if not (frame.endorsers and frame.candidates):
        return []
    backed_first = frame.candidates[0].noun.first < frame.endorsers[0].noun.first
    second = frame.endorsers if backed_first else frame.candidates
    tie = _tie(sentence, second[0].noun.first)
    found: list[Frame] = []
    at = _to_joint(sentence, max(frame.last, second[-1].noun.last))
    while at is not None:
        pair = _pair(sentence, at, tie)
        if pair is None or not _fits(pair, backed_first=backed_first):
            break
        first, last = pair[0][0].noun.first, pair[1][-1].noun.last
        candidates, endorsers = pair if backed_first else (pair[1], pair[0])
        rule = frame.rule if backed_first else "prose.gapped"
        made = replace(frame, rule=rule, endorsers=endorsers, candidates=candidates)
        found.append(replace(made, first=first, last=last))
        at = _to_joint(sentence, last)
    return found


def _tie(sentence: Sentence, first: int) -> str:
    """The preposition before the name at token ``first``; "" before an object."""
    for at in range(first - 1, max(-1, first - 1 - _TIED), -1):
        if sentence.kinds[at] == "preposition":
            return sentence.folds[at]
        if sentence.kinds[at] not in _BEFORE:
            return ""
    return ""


def _fits(pair: _Pair, *, backed_first: bool) -> bool:
    """Whether those of a pair can fill the places of the frame that it goes on from."""
    one, other = (actors[0].noun for actors in pair)
    if backed_first:
        of_two = one.kind == "pronoun" and one.name in _OF_TWO
        return (one.kind in _STANDING or of_two) and other.kind in _ACTING
    return one.kind in _ACTING and other.kind in _PLAIN


def _to_joint(sentence: Sentence, index: int) -> int | None:
    """Past what the last object is for ("in the contest") to the comma or "and" after it."""
    for at in range(index, min(index + _REACH, len(sentence.folds))):
        if sentence.folds[at] in (",", "and", ";", "while", "but"):
            return at
        noun = sentence.noun(at)
        if noun is not None and noun.kind == "person":
            return None
    return None


def _pair(sentence: Sentence, at: int, tie: str) -> _Pair | None:
    start = at
    while at < len(sentence.folds) and sentence.folds[at] in _JOINTS:
        at += 1
    first = sentence.noun(at)
    if first is None or (first.kind not in _ACTING and first.name not in _OF_TWO):
        return None
    if not tie and ";" in sentence.folds[start:at] and _word(sentence, first.last) == ",":
        return _apart(sentence, first)
    one: list[Noun] = object_chain(sentence, first)
    after = one[-1].last
    again = _past_tie(sentence, after, tie)
    if tie and again is None:
        return None
    other = noun_from(sentence, after if again is None else again)
    of_two = other is not None and other.kind == "pronoun" and other.name in _OF_TWO
    if other is None or not (tie or of_two or first.kind in ("number", "group")):
        return None  # only a number can stand before a name without a word between
    if (other.kind == "pronoun" and not of_two) or (other.kind == "office" and not other.definite):
        return None  # "A for chairman and B for treasurer" says what they are to be
    return actors(sentence, one), actors(sentence, object_chain(sentence, other, tie))


def _past_tie(sentence: Sentence, at: int, tie: str) -> int | None:
    """Past the preposition said again, or "that of", at token ``at``."""
    if tie in ("of", "from") and sentence.folds[at : at + 2] in _INSTEAD:
        return at + 2
    return at + 1 if tie and tie != "of" and _word(sentence, at) == tie else None


def _apart(sentence: Sentence, first: Noun) -> _Pair | None:
    """B and Z in "A backs Y; B, Z"."""
    other = sentence.noun(first.last + 1)
    if other is None or other.kind != "person" or first.kind not in _PLAIN:
        return None
    closed = _word(sentence, other.last) in (";", ".")
    return (actors(sentence, [first]), actors(sentence, [other])) if closed else None


def _word(sentence: Sentence, at: int) -> str:
    return sentence.folds[at] if 0 <= at < len(sentence.folds) else ""
