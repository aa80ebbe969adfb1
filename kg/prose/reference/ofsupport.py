"""Support told with "of", which can be read both ways: "announced the endorsement of X"."""

from __future__ import annotations

from kg.frames import Frame
from kg.words.nouns import Sentence


def is_of(sentence: Sentence, frame: Frame) -> bool:
    """Whether "of" leads to whom the frame names last: "the endorsements of X and Z"."""
    if not frame.candidates:
        return False
    first = frame.candidates[0].noun.first
    return "of" in sentence.folds[max(0, first - 2) : first]
