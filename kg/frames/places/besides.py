"""Those whom a sentence adds before it begins: "Besides A and B, Y has the endorsement of C".

So does "Like A, X backs Y".
"""

from __future__ import annotations

from dataclasses import replace

from kg.frames.coordination.chains import actors
from kg.frames.coordination.loose import names_within
from kg.frames.model import Frame
from kg.words.nouns import Sentence

_RECEIVING = frozenset(
    ("prose.receiving", "prose.having", "prose.won-over", "prose.gained", "prose.passive")
)
_ADDING = (
    ("besides",),
    ("in", "addition", "to"),
    ("as", "well", "as"),
    ("apart", "from"),
    ("aside", "from"),
    ("along", "with"),
    ("alongside",),
    ("like",),
    ("on", "top", "of"),
)
_LIKE = frozenset(("like", "alongside"))  # who acts is beside somebody who does the same
_BESIDE = 4  # words between who acts and the verb
_REACH = 24


def with_those_besides(sentence: Sentence, frame: Frame) -> Frame:
    """The frame with those named before it as further supporters."""
    start = _past_adding(sentence)
    if not start or not frame.candidates or frame.hedge:
        return frame
    if frame.rule == "prose.active" and sentence.folds[0] in _LIKE and frame.endorsers:
        first = frame.endorsers[0].noun.first
        if frame.cue - frame.endorsers[-1].noun.last > _BESIDE:
            return frame  # "Like A, X is a farmer and backs Y"
    elif frame.rule in _RECEIVING:
        first = frame.candidates[0].noun.first
    else:
        return frame
    if not start < first <= _REACH or sentence.folds[first - 1] not in (",", "the", "mr", "ms"):
        return frame
    named = names_within(sentence, start, first)
    if not named:
        return frame
    endorsers = (*actors(sentence, named), *frame.endorsers)
    return replace(frame, endorsers=endorsers, first=min(frame.first, named[0].first))


def _past_adding(sentence: Sentence) -> int:
    """Past the words that open the sentence and add somebody; 0 when it does not open so."""
    for words in _ADDING:
        if tuple(sentence.folds[: len(words)]) == words:
            return len(words)
    return 0
