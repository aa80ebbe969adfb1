"""Prepositions said again in a series: "went to A; to B; and to C", "the backing of A and of B"."""

from __future__ import annotations

from kg.words.nouns import Sentence

_REPEATED = frozenset(("to", "of", "behind", "from", "by"))
_JOINING = ([","], [";"], ["and"])
_NAMED = ("person", "organisation")
_REACH = 40


def repeats(sentence: Sentence, at: int) -> bool:
    """Whether the word at ``at`` is a preposition that stood before one of the series already."""
    word = sentence.folds[at]
    if word not in _REPEATED or sentence.folds[at - 1 : at] not in _JOINING:
        return False
    earlier = range(max(0, at - _REACH), at - 1)
    return _governs(sentence, at, _NAMED) and any(
        sentence.folds[index] == word and _governs(sentence, index, (*_NAMED, "place"))
        for index in earlier
    )


def _governs(sentence: Sentence, preposition: int, kinds: tuple[str, ...]) -> bool:
    """Whether one of ``kinds`` is named behind the preposition, or behind an article there."""
    at = preposition + 1
    at += sentence.kinds[at : at + 1] == ["determiner"]
    named = sentence.noun(at) if at < len(sentence.folds) else None
    return named is not None and named.kind in kinds
