"""Who is named behind those told of before, and does otherwise: "Then there is X, who has not"."""

from __future__ import annotations

from kg.frames.model import Frame, Hedge
from kg.words.nouns import Sentence
from kg.words.wordkinds import DENYING

_ELSEWHERE = frozenset(("yet", "undecided", "neutral", "uncommitted", "running", "standing"))
_REACH = 8


def otherwise(sentence: Sentence, frame: Frame) -> Hedge:
    """What a frame without a candidate is worth by what is told behind of the last who acts."""
    if frame.candidates or not frame.endorsers:
        return ""
    at = max(actor.noun.last for actor in frame.endorsers)
    at += sentence.folds[at : at + 1] == [","]
    if sentence.folds[at : at + 1] != ["who"]:
        return ""
    for index in range(at + 1, min(at + _REACH, len(sentence.folds))):
        if sentence.folds[index] in (",", ";"):
            break
        if sentence.kinds[index] in DENYING or sentence.folds[index] in _ELSEWHERE:
            return "negated"
    return ""
