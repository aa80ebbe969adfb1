"""Support that is for a cause and for nobody: "Support for coalfield communities"."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.words.nouns import Sentence

_REACH = 7
_DATED = frozenset(("time", "month"))
_MEANT = frozenset(("person", "office", "group", "organisation"))


def is_for_cause(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a heading speaks of support for something else than somebody or a contest."""
    folds = sentence.folds
    for index, word in enumerate(folds):
        if word in lexicon.cues and _backs_matter(sentence, index, lexicon):
            return True
        found = lexicon.support_nouns.at(folds, index) if word in lexicon.support_nouns else None
        if found is None:
            continue
        behind = index + found.length
        led = folds[behind : behind + 1] == ["for"] and len(folds) > behind + 1
        if led and not _is_meant(sentence, behind + 1, lexicon):
            return True
    return False


def _backs_matter(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a verb of support at ``index`` has a matter as its object: "back tax plan"."""
    cue = lexicon.cues.at(sentence.folds, index)
    if cue is None or cue.value.frame != "act":
        return False
    behind = index + cue.length
    cause = (
        lexicon.list_subjects.at(sentence.folds, behind) if behind < len(sentence.folds) else None
    )
    if cause and cause.value == "cause":
        return True
    owned = False
    for at in range(index + cue.length, min(index + cue.length + _REACH, len(sentence.folds))):
        if sentence.kinds[at] == "matter":
            return True
        noun = sentence.noun(at)
        if noun is not None and noun.body is not None and noun.body.kind == "law":
            return True  # "Supports Question D"
        owned = owned or sentence.is_owning(at)
        plain = sentence.kinds[at] in ("", "determiner", "possessive", "relation") or owned
        if sentence.folds[at] in lexicon.bid_words or not (plain or noun is not None):
            return False
        if noun is not None and not sentence.is_owning(noun.last):
            return False  # somebody is backed
    return False


def _is_meant(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """Whether somebody, an office, a contest or a day is named from token ``first`` on."""
    if sentence.kinds[first] in _DATED:  # "Endorsements for Friday"
        return True
    if any(noun.first >= first and noun.kind in _MEANT for noun in sentence.nouns):
        return True
    return any(
        word in lexicon.contested or word in lexicon.contest_words or word in lexicon.bid_words
        for word in sentence.folds[first:]
    )
