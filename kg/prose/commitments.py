"""The words of those who are for somebody, by kind, and whether they stand at a name."""

from __future__ import annotations

from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

KINDS = frozenset(("choice", "effort", "side", "gain", "term"))
BAR = "bar"
DEED = "deed"
WATCHER = "watcher"
SUPPORT = "support"
VERDICT = "verdict"
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
    """The words of those who are for somebody, or of something else, in the order of the text.

    Nouns and verbs of support are among them.
    """
    found: list[Word] = []
    tables = (lexicon.commitments, lexicon.support_nouns, lexicon.cues)
    for at in sorted({at for table in tables for at in table.openings(sentence.folds)}):
        word = _word_at(sentence, at, lexicon)
        if word is not None and (not found or at >= found[-1].last):
            found.append(word)
    return found


def _word_at(sentence: Sentence, at: int, lexicon: Lexicon) -> Word | None:
    told = lexicon.commitments.at(sentence.folds, at)
    if told is not None:
        return Word(at, at + told.length, told.value)
    noun = lexicon.support_nouns.at(sentence.folds, at)
    cue = noun or lexicon.cues.at(sentence.folds, at)
    if cue is None or not (noun or cue.value.frame in ("act", "vote")):
        return None
    return Word(at, at + cue.length, SUPPORT)


def is_at(sentence: Sentence, word: Word, noun: Noun) -> bool:
    """Whether words stand directly before a name, behind or round it, small words between."""
    if word.first <= noun.first < word.last:
        return True  # "get her elected"
    first, last = (word.last, noun.first) if word.first < noun.first else (noun.last, word.first)
    return 0 <= last - first <= _NEAR and all(
        passed in _PASSED for passed in sentence.folds[first:last]
    )
