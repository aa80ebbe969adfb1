"""Those whom a sentence adds before it begins: "Besides A and B, Y has the endorsement of C"."""

from __future__ import annotations

from dataclasses import replace

from kg.frames.chains import actors
from kg.frames.loose import names_within
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
    ("on", "top", "of"),
)
_REACH = 24


def with_those_besides(sentence: Sentence, frame: Frame) -> Frame:
    """The frame, of one who receives support, with those named before it as further supporters."""
    start = _past_adding(sentence)
    if not start or frame.rule not in _RECEIVING or not frame.candidates or frame.hedge:
        return frame
    first = frame.candidates[0].noun.first
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
