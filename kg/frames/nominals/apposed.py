"""Whom a word for a supporter describes: "A, a supporter of Y", "A is a supporter of Y"."""

from __future__ import annotations

from kg.frames.clause.ranked import BECOMING
from kg.frames.coordination.chains import chain_left
from kg.frames.model import Subject
from kg.frames.places.subject import find_subject
from kg.words.nouns import Sentence

_NAMED = ("person", "organisation")
_OTHERWISE = ("determiner", "relation", "preposition", "adverb", "", "possessive")
_BECOMING = BECOMING | {"remain", "remains", "remained"}
_ASIDE = 16  # tokens of what else somebody is


def apposed_before(sentence: Sentence, index: int) -> Subject | None:
    """The name that "a supporter" describes: "A, a supporter of X", "A is a supporter of X"."""
    at = index - 1
    while at >= 0 and sentence.kinds[at] in ("determiner", "adverb", "relation", ""):
        if sentence.noun(at) is not None or sentence.folds[at] in _BECOMING | {","}:
            break
        at -= 1
    if at < 0:
        return None
    at = _past_other(sentence, at)
    if sentence.folds[at] == "of" and sentence.folds[at - 1 : at] == ["one"]:
        at -= 2  # "A, one of Y's backers"
    if sentence.folds[at] == "among" and at and sentence.kinds[at - 1] == "be":
        at -= 1  # "A is among Y's backers"
    if sentence.kinds[at] == "be" or sentence.folds[at] in _BECOMING:
        subject = find_subject(sentence, at)
        return subject if subject.chain else None
    noun = sentence.noun(at - 1) if sentence.folds[at] in (",", "-", "–", "—", "(") else None
    if noun is None or noun.kind not in _NAMED:
        return None
    return Subject(tuple(chain_left(sentence, noun)[-1:]), False, "")


def _past_other(sentence: Sentence, at: int) -> int:
    """The comma before what else somebody is: "A, a former mayor and backer of Y"; else ``at``."""
    if sentence.folds[at] != "and":
        return at
    for index in range(at - 1, max(0, at - _ASIDE), -1):
        noun = sentence.noun(index)
        if sentence.folds[index] == ",":
            opened = sentence.kinds[index + 1] == "determiner"
            return index if opened or sentence.noun(index + 1) is not None else at
        if noun is not None and noun.kind == "person":
            return at
        if noun is None and sentence.kinds[index] not in _OTHERWISE:
            return at
    return at
