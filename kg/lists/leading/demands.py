"""Headings that oppose: "MPs who want X to go", "Signers of the motion of no confidence in X".

And those of support taken back: "Those who have withdrawn their endorsement of X".
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence
from kg.words.wordkinds import DENYING

_OBLIGING = frozenset(("to", "should", "must", "ought"))
_NAMED = frozenset(("person", "office"))
_TARGETS = frozenset(("person", "office", "pronoun"))
_AWAY = frozenset(("out", "gone"))
_WANTING = frozenset(("want", "wants", "wanted", "wanting"))
_REACH = 3
TAKING_BACK = frozenset(
    ("withdrawn", "withdrew", "withdrawing", "rescinded", "retracted", "pulled", "revoked")
)


def demanded_of(sentence: Sentence, lexicon: Lexicon) -> Noun | None:
    """Whom the people of a heading want gone, when no one of them is named before.

    The heading speaks of several, or of whoever signed, and says that somebody is to go, or it
    names a motion or letter of no confidence in somebody.
    """
    if not DENYING.isdisjoint(sentence.kinds) or not TAKING_BACK.isdisjoint(sentence.folds):
        return None
    for index, word in enumerate(sentence.folds):
        target = _to_go(sentence, index, lexicon) if word in lexicon.cues else None
        if target is None and word in lexicon.support_nouns:
            target = _no_confidence(sentence, index, lexicon)
        if target is not None and not _somebody_before(sentence, target):
            return target
    return None


def turned_from(sentence: Sentence, lexicon: Lexicon) -> Noun | None:
    """Y in "MPs who have withdrawn their support for Y", when no one of them is named before."""
    if not DENYING.isdisjoint(sentence.kinds):
        return None
    for index, found in lexicon.support_nouns.found(sentence.folds):
        end = index + found.length
        taken = _taken(sentence, index, lexicon) or _closes(sentence, lexicon)
        if found.value.frame != "support" or not taken:
            continue
        if sentence.folds[end : end + 1] not in (["of"], ["for"], ["from"], ["to"], ["("]):
            continue
        target = next((noun for noun in sentence.nouns if noun.first > end), None)
        if target is None or target.kind not in _TARGETS or _somebody_before(sentence, target):
            return None
        return target
    return None


def _taken(sentence: Sentence, noun: int, lexicon: Lexicon) -> bool:
    """Whether a verb of taking back governs the noun of support at token ``noun``."""
    for at in range(noun - 1, max(-1, noun - 1 - _REACH), -1):
        cue = lexicon.cues.at(sentence.folds, at)
        if cue is not None:
            return cue.value.frame == "take"
        if sentence.kinds[at] not in ("possessive", "determiner"):
            return False
    return False


def _closes(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a heading ends with a participle of taking back: "Endorsements of Y withdrawn:"."""
    last = len(sentence.folds) - 1 - (sentence.folds[-1] == ":")
    word = sentence.folds[last] if last > 0 else ""
    cue = lexicon.cues.at(sentence.folds, last) if word in lexicon.cues else None
    return cue is not None and cue.value.frame == "take" and cue.value.form != "base"


def _to_go(sentence: Sentence, index: int, lexicon: Lexicon) -> Noun | None:
    """Y in "want Y to go", "say that Y should stand down"."""
    cue = lexicon.cues.at(sentence.folds, index)
    if cue is None or cue.value.frame != "go" or index < _REACH:
        return None
    wanted = sentence.folds[index] in _AWAY
    if not wanted and sentence.folds[index - 1] not in _OBLIGING:
        return None
    target = sentence.noun(index - 1 if wanted else index - 2)
    if wanted and (target is None or sentence.folds[target.first - 1] not in _WANTING):
        return None
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
