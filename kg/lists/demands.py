"""Headings that oppose: "MPs who want X to go", "Signers of the motion of no confidence in X"."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.nouns import Noun, Sentence

_OBLIGING = frozenset(("to", "should", "must", "ought"))
_NAMED = frozenset(("person", "office"))
_TARGETS = frozenset(("person", "office", "pronoun"))
_REACH = 3
_DENYING = frozenset(("negation", "refusal", "denial"))


def demanded_of(sentence: Sentence, lexicon: Lexicon) -> Noun | None:
    """Whom the people of a heading want gone, when no one of them is named before.

    The heading speaks of several, or of whoever signed, and says that somebody is to go, or it
    names a motion or letter of no confidence in somebody.
    """
    if not _DENYING.isdisjoint(sentence.kinds):
        return None
    for index, word in enumerate(sentence.folds):
        target = _to_go(sentence, index, lexicon) if word in lexicon.cues else None
        if target is None and word in lexicon.support_nouns:
            target = _no_confidence(sentence, index, lexicon)
        if target is not None and not _somebody_before(sentence, target):
            return target
    return None


def _to_go(sentence: Sentence, index: int, lexicon: Lexicon) -> Noun | None:
    """Y in "want Y to go", "say that Y should stand down"."""
    cue = lexicon.cues.at(sentence.folds, index)
    if cue is None or cue.value.frame != "go" or index < _REACH:
        return None
    if sentence.folds[index - 1] not in _OBLIGING:
        return None
    target = sentence.noun(index - 2)
    return target if target is not None and target.kind in _TARGETS and target.first else None


def _no_confidence(sentence: Sentence, index: int, lexicon: Lexicon) -> Noun | None:
    """Y in "a motion of no confidence in Y"."""
    found = lexicon.support_nouns.at(sentence.folds, index)
    if found is None or found.value.frame != "against-noun":
        return None
    target = sentence.noun(index + found.length)
    return target if target is not None and target.kind in _TARGETS else None


def _somebody_before(sentence: Sentence, target: Noun) -> bool:
    """Whether a clause names one person who does it, so that the heading is of that person."""
    start = target.first
    while start and sentence.folds[start - 1] != ":":
        start -= 1
    return any(
        noun.kind in _NAMED and start <= noun.first < target.first for noun in sentence.nouns
    )
