"""Names behind what several are called: "commissioners A and B", "school board candidates A, B"."""

from __future__ import annotations

from kg.frames.clauses import VERBAL, is_predicate
from kg.words.nouns import Noun, Sentence

_LONGEST = 6  # words of what several are called
_DESCRIBING = frozenset(("", "relation", "adverb"))
_CALLED = frozenset(("office", "group", "place", "organisation", "number"))
_JOINING = frozenset((",", "and", "&", "plus", ";"))
_UNSUFFIXED = frozenset(("people", "women", "men"))
_ENDS = frozenset((".", ":", "?", "!"))
_CLAUSAL = VERBAL | {"relative", "contrast", "pronoun"}
_REACH = 12  # words between two of several: "and", an age, a seat, a trade


def names_behind(sentence: Sentence, start: int) -> Noun | None:
    """The first of the several people whom a plural from token ``start`` on describes.

    Only where more of them follow and none of them does anything: not "the plans A and B made".
    """
    at = start
    while at < len(sentence.folds) and at - start < _LONGEST:
        noun = sentence.noun(at)
        if noun is not None and noun.kind == "person":
            several = at > start and _is_plural(sentence, at - 1)
            return noun if several and noun.first == at and _are_several(sentence, noun) else None
        if noun is not None and noun.kind not in _CALLED:
            return None
        if noun is None and not _may_describe(sentence, at, start):
            return None
        at = noun.last if noun is not None else at + 1
    return None


def _may_describe(sentence: Sentence, at: int, start: int) -> bool:
    kind = sentence.kinds[at]
    if at == start and kind in ("determiner", "possessive"):
        return True
    plain = sentence.tokens[at].text.islower() or "-" in sentence.folds[at]
    return kind in _DESCRIBING and plain and sentence.folds[at][0].isalpha()


def _is_plural(sentence: Sentence, at: int) -> bool:
    """Whether the word at ``at`` is a plural that can be said of people."""
    noun = sentence.noun(at)
    if noun is not None and noun.kind not in ("group", "organisation"):
        return False
    word = sentence.folds[at]
    if noun is None and not sentence.tokens[at].text[0].islower():
        return False
    return word in _UNSUFFIXED or (word.endswith(("s", "men", "women")) and not word.endswith("ss"))


def _are_several(sentence: Sentence, first: Noun) -> bool:
    """Whether another name is joined to the first, and no verb is said of the two."""
    for index in range(first.last, min(first.last + _REACH, len(sentence.folds))):
        noun = sentence.noun(index)
        if noun is not None and noun.kind == "person":
            joined = not _JOINING.isdisjoint(sentence.folds[first.last : index])
            return joined and not is_predicate(sentence, noun.last)
        if noun is None and (sentence.kinds[index] in _CLAUSAL or sentence.folds[index] in _ENDS):
            return False
    return False
