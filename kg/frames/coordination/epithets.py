"""Words that describe the body named behind them: "the main opposition X", "its ally the X"."""

from __future__ import annotations

from kg.words.nouns import Noun, Sentence

_MOST = 3
_OWN = frozenset(("its", "their", "his", "her"))
_JOINING = frozenset(("and", "&", "plus", "with"))


def describes_body(sentence: Sentence, at: int) -> bool:
    """Whether the word describes the body behind it: "the main opposition X", "its ally the X"."""
    if not _is_epithet(sentence, at):
        return False
    first, last = at, at + 1
    while first > at - _MOST and _is_epithet(sentence, first - 1):
        first -= 1
    while last < at + _MOST and _is_epithet(sentence, last):
        last += 1
    last += sentence.kinds[last : last + 1] == ["determiner"]
    body = sentence.noun(last)
    opened = sentence.kinds[first - 1 : first] in (["determiner"], ["possessive"])
    return opened and body is not None and body.kind == "organisation" and body.first == last


def is_ally(sentence: Sentence, noun: Noun) -> bool:
    """Whether the phrase only says what the body behind it is: "and its ally, the X"."""
    if noun.kind != "group" or noun.count is not None:
        return False
    first = noun.first - 1
    while first > 0 and noun.first - first <= _MOST and _is_epithet(sentence, first):
        first -= 1
    at = noun.last + (sentence.folds[noun.last : noun.last + 1] == [","])
    at += sentence.kinds[at : at + 1] == ["determiner"]
    body = sentence.noun(at)
    owned = first > 0 and sentence.folds[first] in _OWN and sentence.folds[first - 1] in _JOINING
    return owned and body is not None and body.kind == "organisation"


def _is_epithet(sentence: Sentence, at: int) -> bool:
    """Whether a plain word in small letters stands at ``at``."""
    if not 0 <= at < len(sentence.folds) or sentence.noun(at) is not None:
        return False
    plain = sentence.kinds[at] in ("", "relation", "body")
    return plain and sentence.tokens[at].text[0].islower()
