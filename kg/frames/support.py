"""Whether words speak of support at all: the cheap question before any frame is read."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import Lexicon

_SPEAKING = frozenset(("act", "against", "leave"))
_SUPPORT = frozenset(("support", "backer"))


def speaks_of_support(folds: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether any of the folded words is a noun for support or begins a verb of taking sides."""
    for index, word in enumerate(folds):
        if word in lexicon.support_nouns and lexicon.support_nouns.at(folds, index):
            if index and folds[index - 1] == "no":
                continue  # "No endorsement" is an answer and no heading
            return True
        cue = lexicon.cues.at(folds, index) if word in lexicon.cues else None
        if cue and (cue.value.frame in _SPEAKING or _must_go(folds, index, cue.value.frame)):
            return True
    return False


def speaks_in_favour(folds: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the words speak of support given, and not of opposition or of support withdrawn."""
    for index, word in enumerate(folds):
        noun = lexicon.support_nouns.at(folds, index) if word in lexicon.support_nouns else None
        if noun and noun.value.frame in _SUPPORT:
            return True
        cue = lexicon.cues.at(folds, index) if word in lexicon.cues else None
        if cue and cue.value.frame == "act":
            return True
    return False


def _must_go(folds: Sequence[str], index: int, frame: str) -> bool:
    """Whether somebody is to go: "want X to resign"."""
    return frame == "go" and index > 0 and folds[index - 1] in ("to", "should", "must")
