"""The words of those who are for somebody, by kind, and whether they stand at a name."""

from __future__ import annotations

from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

KINDS = frozenset(("choice", "effort", "side", "gain", "term"))
BAR = "bar"
_NEAR = 4
_PASSED = frozenset(
    (
        *("the", "a", "an", "his", "her", "their", "its", "my", "our", "that", "as", "of", "to"),
        *("and", "only", "just", "now", "former", "fellow", "'s", "'", "is", "was", "will", "be"),
        *("would", ",", "has", "have", "had", "who", "for", "with", "behind", "by", "in", "at"),
        *("should", "on", '"', "“", "him", "her", "them"),
    )
)


class Word(NamedTuple):
    """Words of ``commitment-words.tsv`` at tokens ``first`` up to ``last``, and their kind."""

    first: int
    last: int
    kind: str


def commitments(sentence: Sentence, lexicon: Lexicon) -> list[Word]:
    """The words of those who are for somebody, or of something else, in the order of the text."""
    found: list[Word] = []
    for at, match in lexicon.commitments.found(sentence.folds):
        if not found or at >= found[-1].last:
            found.append(Word(at, at + match.length, match.value))
    return found


def is_at(sentence: Sentence, word: Word, noun: Noun) -> bool:
    """Whether words stand directly before a name or behind it, small words between."""
    first, last = (word.last, noun.first) if word.first < noun.first else (noun.last, word.first)
    return 0 <= last - first <= _NEAR and all(
        passed in _PASSED for passed in sentence.folds[first:last]
    )
