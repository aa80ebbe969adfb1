"""Bids that stand for whoever makes them: backing "Y's second bid" or "the Y campaign" backs Y.

``bids`` are the words that a bid goes by.
"""

from __future__ import annotations

from collections.abc import Set

from kg.words.nouns import Noun, Sentence

_VERBS = frozenset(("include", "includes", "included"))  # behind a bid no part of its name


def past_bid(sentence: Sentence, owner: Noun, bids: Set[str]) -> int:
    """Behind the bid that stands for its owner: "Y's second bid", "the Y campaign"; 0 without."""
    at = owner.last
    own = owner.name in ("his", "her", "their")
    if sentence.is_owning(at):
        at += 1
    elif not own and sentence.folds[owner.first - 1 : owner.first] != ["the"]:
        return 0
    if not is_own_bid(sentence, at, bids):
        return 0
    while sentence.folds[at] not in bids:
        at += 1
    return _past_words(sentence, at, bids)


def is_own_bid(sentence: Sentence, at: int, bids: Set[str]) -> bool:
    """Whether what somebody has is a bid: "Y's second bid for the leadership"."""
    for index in range(at, min(at + 3, len(sentence.folds))):
        if sentence.folds[index] in bids:
            post = sentence.noun(index)  # "Y's campaign manager" is somebody else
            of_post = post is not None and post.kind == "office"
            return not of_post and is_whole_bid(sentence, index, bids)
        if sentence.kinds[index] not in ("", "adverb"):
            return False
    return False


def is_whole_bid(sentence: Sentence, at: int, bids: Set[str]) -> bool:
    """Whether the bid at token ``at`` is all that is named: not "her election pledge"."""
    at = _past_words(sentence, at, bids)
    if at >= len(sentence.folds):
        return True
    if sentence.noun(at) is not None and sentence.kinds[at] != "matter":
        return True
    if sentence.folds[at] in _VERBS:
        return True
    plain = sentence.kinds[at] in ("", "matter") and sentence.tokens[at].text[0].islower()
    return not plain or sentence.folds[at].endswith("ly")


def _past_words(sentence: Sentence, at: int, bids: Set[str]) -> int:
    """Past all words for a bid that stand together: "leadership campaign"."""
    while at < len(sentence.folds) and sentence.folds[at] in bids:
        at += 1
    return at
