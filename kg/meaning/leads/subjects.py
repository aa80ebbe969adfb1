"""What the words directly above a list speak of, weighed by their vocabulary and not by one cue.

Words for choosing, for counting and for contests are data (``list-subjects.tsv``), and so are those
of other lists. A heading with any other word of substance has a matter of its own.
"""

from __future__ import annotations

from typing import Literal

from kg.frames.support import speaks_in_favour
from kg.lexicon import Lexicon
from kg.lists.leading.denying import denies
from kg.words.nouns import Noun, Sentence

Told = Literal["support", "choice", "count", "other", "denied", "own matter", "nothing"]

_HEADING = 16
_NO_SIDE = frozenset(("none", "open"))
_ELSE = frozenset(("other", "cause", "none", "open", "team"))
_NO_SUPPORT = frozenset(("other", "cause", "team"))
_ENDS = frozenset((".", "!", "?"))
_OWN_MATTER = frozenset(("ended", "expecting", "facing", "matter", "means", "relation", "verb"))


def subjects(sentence: Sentence, lexicon: Lexicon) -> set[str]:
    """What the words of a sentence speak of: a choice, a tally, a contest, something else."""
    found = lexicon.list_subjects.found(sentence.folds)
    return {
        match.value
        for at, match in found
        if match.value != "other" or not _is_stood_for(sentence, at, lexicon)
    }


def _is_stood_for(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a word is the office of a contest: "candidates for Speaker", "the judge race"."""
    noun = sentence.noun(at)
    if noun is None or noun.kind != "office":
        return False
    before = [word for word in sentence.folds[max(0, noun.first - 3) : noun.first] if word != "the"]
    behind = sentence.folds[noun.last : noun.last + 1]
    sought = before[-1:] == ["for"] and before[-2:-1] != []
    contested = sought and lexicon.list_subjects.whole((before[-2],)) == "contest"
    return contested or any(word in lexicon.contested for word in behind)


def is_of_none(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence is of people who are on no side, and of nobody who is on one.

    Or of people whose support is only sought or possible, whatever else the sentence says.
    """
    told = subjects(sentence, lexicon)
    if "open" in told:
        return True
    return "none" in told and not speaks_in_favour(sentence.folds, lexicon)


def told_by(sentence: Sentence, lexicon: Lexicon) -> Told:
    """What the sentence directly above a list tells of it.

    "count": only that people are counted or gathered. A heading or a line with a colon may have a
    matter of its own, which the list then has, too; of another sentence it means nothing.
    """
    kinds = subjects(sentence, lexicon)
    if denies(sentence, lexicon) or not _NO_SIDE.isdisjoint(kinds):
        return "denied"
    if not _NO_SUPPORT.isdisjoint(kinds):
        return "other"
    if speaks_in_favour(sentence.folds, lexicon):
        return "support"
    if "choosing" in kinds:
        return "choice"
    if not has_own_words(sentence, lexicon):
        return "count"
    heading = sentence.folds[-1] not in _ENDS and len(sentence.folds) <= _HEADING
    return "own matter" if heading or sentence.folds[-1] == ":" else "nothing"


def has_own_words(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether any word has a matter of its own, so that it is none of lists and of races."""
    folds = sentence.folds
    told = 0
    for at, word in enumerate(folds):
        found = lexicon.list_subjects.at(folds, at)
        if found and found.value not in _ELSE:
            told = max(told, at + found.length)
        if at < told or not word[0].isalpha():
            continue
        noun = sentence.noun(at)
        if noun is not None and not _may_be_word(noun):
            continue
        kind = sentence.kinds[at]
        if kind in _OWN_MATTER:
            return True
        if not kind and not _is_of_lists(word, lexicon):
            return True
    return False


def _may_be_word(noun: Noun) -> bool:
    """Whether a name may be a word that begins the heading, and only therefore has its capital."""
    alone = noun.first == 0 and noun.last == 1 and not noun.title
    named = noun.kind == "organisation" and noun.body is not None
    return alone and noun.kind in ("person", "organisation") and not named


def _is_of_lists(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.pointer_words or word in lexicon.contested or word in lexicon.side_words
