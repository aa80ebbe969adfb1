"""Urging: SUBJECT urges others to back OBJECT, or calls on OBJECT to resign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.frames.chains import actors
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.frames.objects import read_objects
from kg.frames.subject import find_subject
from kg.lexicon import Cue, Lexicon
from kg.model import Polarity
from kg.nouns import Sentence
from kg.phrases import Match

_REACH = 12


def read_urging(
    sentence: Sentence,
    index: int,
    match: Match[Cue],
    lexicon: Lexicon,
    polarity: Mapping[str, Polarity],
) -> Iterator[Frame]:
    """The frame of a verb of urging at token ``index``, by the verb that its "to" leads to."""
    start = index + match.length
    for at in range(start, min(start + _REACH, len(sentence.folds))):
        if sentence.folds[at] in (";", ":"):
            return
        if sentence.folds[at - 1] != "to":
            continue
        inner = lexicon.cues.at(sentence.folds, at)
        if inner is None:
            continue
        if inner.value.frame == "go":
            return
        if inner.value.frame in polarity or inner.value.frame == "elect":
            objects = read_objects(sentence, at + inner.length, lexicon)
            subject = find_subject(sentence, index)
            if objects and subject.chain and not subject.passive:
                yield make_frame(
                    "prose.urging",
                    polarity.get(inner.value.frame, "supports"),
                    actors(sentence, list(subject.chain)),
                    objects,
                    subject.hedge,
                    (index, at + inner.length),
                )
            return
