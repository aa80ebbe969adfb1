"""Who says of himself what stands before: "She would be voting for Y, X said"."""

from __future__ import annotations

from dataclasses import replace

from kg.frames.coordination.apposition import actors
from kg.frames.coordination.chains import chain_left
from kg.frames.model import NOBODY, Frame, Subject
from kg.words.nouns import Noun, Sentence

_OWN = frozenset(("he", "she", "his", "her"))
_ENDING = frozenset((".", ",", ";", "!", '"', "”"))
_TOLD = 8  # tokens of "told the Evening Herald on Monday"


def teller_behind(sentence: Sentence, pronoun: Noun, end: int) -> Noun | None:
    """The person named behind the clause as who says it, when its pronoun opens the sentence.

    The clause ends before token ``end``; nobody may be named before the pronoun.
    """
    if pronoun.name not in _OWN or any(sentence.noun(at) for at in range(pronoun.first)):
        return None
    for comma in range(end, len(sentence.folds) - 2):
        if sentence.folds[comma] in (";", ":", '"', "“"):
            return None
        if sentence.folds[comma] != ",":
            continue
        after = comma + 1
        said = sentence.kinds[after] == "speech"
        named = sentence.noun(after + said)
        if named is None or named.kind != "person":
            continue
        last = named.last + (not said)
        if said or sentence.kinds[named.last : named.last + 1] == ["speech"]:
            return named if _closes(sentence, last) else None
    return None


def with_teller(sentence: Sentence, frame: Frame) -> Frame:
    """The frame with whoever says of himself what it says: "her vote will go to Y, X said"."""
    if len(frame.endorsers) != 1:
        return frame
    teller = teller_behind(sentence, frame.endorsers[0].noun, frame.last - 1)
    return replace(frame, endorsers=actors(sentence, [teller])) if teller is not None else frame


def _closes(sentence: Sentence, at: int) -> bool:
    """Whether the clause of who says it ends soon: no other is said to have done something."""
    ahead = sentence.folds[at : at + _TOLD]
    return at >= len(sentence.folds) or not _ENDING.isdisjoint(ahead)


def presented(sentence: Sentence, at: int) -> Subject:
    """Those whom somebody presents: "named A and B as having backed", "listed A as backing"."""
    for noun in reversed(sentence.nouns):
        if noun.last <= at and noun.kind in ("person", "organisation"):
            return Subject(tuple(chain_left(sentence, noun)), False, "")
    return NOBODY
