"""Support told with "of", which can be read both ways: "announced the endorsement of X"."""

from __future__ import annotations

from kg.frames import Frame
from kg.words.nouns import Sentence

_REACH = 4  # words that may describe the support, or who is named behind it
_OWN = frozenset(("his", "her", "their", "its", "my", "our"))


def is_of(sentence: Sentence, frame: Frame) -> bool:
    """Whether "of" leads to whom the frame names last: "the endorsements of X and Z".

    One's own can only be given: "announced her endorsement of X".
    """
    if not frame.candidates:
        return False
    first = frame.candidates[0].noun.first
    leading = sentence.folds[max(0, first - _REACH) : first]
    if "of" not in leading:
        return False
    of = first - 1 - leading[::-1].index("of")
    return _OWN.isdisjoint(sentence.folds[max(frame.first, of - _REACH) : of])
