"""Whose camp a sentence speaks of: "Y's endorsements", "the Y camp said", "Y's bid"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames import Actor
from kg.lexicon import Lexicon
from kg.model import Mention
from kg.prose.reference.discourse import Discourse

_CAMPS = frozenset(("camp", "campaign", "team", "endorsements", "endorsers"))
_REACH = 2  # words that may describe the camp: "Y's list of", "Y's local endorsements"


def camps_of(index: int, talk: Discourse, lexicon: Lexicon) -> Iterator[Mention]:
    """Those whose supporters, bid or camp passage ``index`` speaks of."""
    sentence = talk.passages[index].sentence
    for noun in sentence.nouns:
        if noun.kind != "person":
            continue
        at = noun.last + sentence.is_owning(noun.last)
        called = at > noun.last or sentence.folds[noun.first - 1 : noun.first] == ["the"]
        ahead = sentence.folds[at : at + _REACH]
        told = any(
            word in _CAMPS or word in lexicon.bid_words or word in lexicon.support_nouns
            for word in ahead
        )
        if called and told:
            yield from talk.mentions(Actor(noun), index)
