"""Whether words speak of support at all: the cheap question before any frame is read."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import Lexicon

_SPEAKING = frozenset(("act", "against", "leave"))


def speaks_of_support(folds: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether any of the folded words is a noun for support or begins a verb of taking sides."""
    for index, word in enumerate(folds):
        if word in lexicon.support_nouns and lexicon.support_nouns.at(folds, index):
            return True
        cue = lexicon.cues.at(folds, index) if word in lexicon.cues else None
        if cue and cue.value.frame in _SPEAKING:
            return True
    return False
