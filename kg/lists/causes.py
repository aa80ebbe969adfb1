"""Support that is for a cause and for nobody: "Support for coalfield communities"."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.nouns import Sentence

_MEANT = frozenset(("person", "office", "group", "organisation"))


def is_for_cause(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a heading speaks of support for something else than somebody or a contest."""
    folds = sentence.folds
    for index, word in enumerate(folds):
        found = lexicon.support_nouns.at(folds, index) if word in lexicon.support_nouns else None
        if found is None:
            continue
        behind = index + found.length
        led = folds[behind : behind + 1] == ["for"] and len(folds) > behind + 1
        if led and not _is_meant(sentence, behind + 1, lexicon):
            return True
    return False


def _is_meant(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """Whether somebody, an office or a contest is named from token ``first`` on."""
    if any(noun.first >= first and noun.kind in _MEANT for noun in sentence.nouns):
        return True
    return any(
        word in lexicon.contested or word in lexicon.contest_words or word in lexicon.bid_words
        for word in sentence.folds[first:]
    )
