"""Phrases that a chain of names passes over: they describe or count those named behind them."""

from __future__ import annotations

from kg.frames.coordination.epithets import is_ally
from kg.frames.coordination.joints import leads, owns_person
from kg.frames.coordination.whence import numbers_members
from kg.words.nouns import Noun, Sentence


def is_passed(sentence: Sentence, noun: Noun, at: int) -> bool:
    """Whether a phrase only describes or counts those named behind it."""
    counts = _is_party_of(sentence, noun) or numbers_members(sentence, at)
    return counts or is_ally(sentence, noun)


def _is_party_of(sentence: Sentence, noun: Noun) -> bool:
    """Whether a party only describes the person named behind it: "Tory veteran A".

    So does a place that nobody knows: "Anyton's A B".
    """
    if noun.last < len(sentence.folds) and owns_person(sentence, noun.last):
        return True
    if noun.kind != "organisation" or noun.body is None or noun.body.kind != "party":
        return False
    if noun.last >= len(sentence.folds):
        return False
    behind = sentence.noun(noun.last)
    owning = sentence.folds[noun.last - 1].endswith("'s")
    named = owning and behind is not None and behind.kind == "person"
    return named or leads(sentence, noun.last)
