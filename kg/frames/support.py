"""Whether words speak of support at all: the cheap question before any frame is read."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import Lexicon

_SPEAKING = frozenset(("act", "against", "leave"))
_SUPPORT = frozenset(("support", "backer"))

_OF_PLACES = frozenset(
    ("school", "city", "county", "town", "village", "township", "borough", "college", "park")
)


def speaks_of_support(folds: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether any of the folded words is a noun for support or begins a verb of taking sides."""
    nouns = [index for index, _ in lexicon.support_nouns.found(folds)]
    # "No endorsement" is an answer and no heading.
    answers = {index for index in nouns if index and folds[index - 1] == "no"}
    return len(answers) < len(nouns) or any(
        cue.value.frame in _SPEAKING or _must_go(folds, index, cue.value.frame)
        for index, cue in lexicon.cues.found(folds)
        if index not in answers
    )


def speaks_in_favour(folds: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the words speak of support given, and not of opposition or of support withdrawn."""
    nouns, cues = lexicon.support_nouns, lexicon.cues
    if nouns.absent(folds) and cues.absent(folds):
        return False
    found = list(nouns.found(folds))
    against = {at for at, noun in found if noun.value.frame == "against-noun"}
    return any(
        noun.value.frame in _SUPPORT
        and against.isdisjoint((at + noun.length, at + noun.length + 1))
        for at, noun in found  # "a vote of no confidence in X" is no vote for anybody
    ) or any(cue.value.frame == "act" for _, cue in cues.found(folds))


def _must_go(folds: Sequence[str], index: int, frame: str) -> bool:
    """Whether somebody is to go: "want X to resign"."""
    return frame == "go" and index > 0 and folds[index - 1] in ("to", "should", "must")


def is_elected_body(folds: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether the body at a word is one of a place that is elected: "the Anytown school board"."""
    of_place = at > 0 and folds[at - 1] in _OF_PLACES
    return of_place and folds[at] in lexicon.elected_words
