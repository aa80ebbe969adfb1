"""Where the prose names the contest that a clause is about: "for mayor", "in the race"."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.words.nouns import Sentence

CONTENDERS = frozenset(
    (
        "candidate",
        "contender",
        "hopeful",
        "aspirant",
        "nominee",
        "challenger",
        "frontrunner",
        "front-runner",
        "favourite",
        "favorite",
    )
)
_REACH = 4
_POST_REACH = 7
_CLAUSAL = frozenset(("be", "have", "modal", "relative", "speech", "contrast", "negation"))


def is_contest(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether an office or a contest is named within a few words."""
    for index in range(at, min(at + _REACH, len(sentence.folds))):
        noun = sentence.noun(index)
        if noun is not None and noun.kind == "office":
            return True
        if sentence.folds[index] in lexicon.contested or sentence.folds[index] in lexicon.bid_words:
            return True
        if lexicon.contest_words.at(sentence.folds, index):
            return True
    return False


def is_elected(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a post follows that somebody can stand for: "the District 4 seat", no bus."""
    for index in range(at, min(at + _POST_REACH, len(sentence.folds))):
        if sentence.folds[index] in (",", ";", ".", ":") or sentence.kinds[index] in _CLAUSAL:
            return False
        noun = sentence.noun(index)
        if noun is not None and noun.kind == "office":
            return True
        word = sentence.folds[index]
        if word in lexicon.elected_words or word in lexicon.contested:
            return True
        if lexicon.contest_words.at(sentence.folds, index):
            return True
    return False
