"""Who writes what a participle says: "X put out a memo on June 18 siding with Y"."""

from __future__ import annotations

from kg.frames.model import NOBODY, Subject
from kg.frames.places.sharing import shared
from kg.words.nouns import Sentence

_REACH = 9
_PASSED = ("time", "preposition", "determiner", "possessive", "adverb", "demonstrative", "document")
_ADDRESSED = ("place", "organisation", "number", "group")
_WRITING = frozenset(
    (
        *("put", "puts", "issued", "issues", "released", "releases", "wrote", "writes", "written"),
        *("sent", "sends", "penned", "published", "publishes", "posted", "posts", "recorded"),
        *("circulated", "mailed", "shared", "drafted", "read", "cut", "filmed", "aired", "airs"),
        *("delivered", "made", "fired", "taped", "composed", "distributed", "emailed", "tweeted"),
    )
)


def written(sentence: Sentence, start: int, verb: int) -> Subject:
    """Who writes what the participle ``verb`` says: "X put out a memo siding with Y"."""
    if not sentence.folds[verb].endswith("ing"):
        return NOBODY
    document = _written_before(sentence, start)
    return shared(sentence, document) if document >= 0 else NOBODY


def _written_before(sentence: Sentence, at: int) -> int:
    """The document that the words up to token ``at`` end with, if it is written there; else -1.

    Where, when and to whom it goes may stand behind it.
    """
    document = -1
    for index in range(at, max(-1, at - _REACH), -1):
        if sentence.kinds[index] == "document":
            document = index
            break
        noun = sentence.noun(index)
        named = noun is not None and noun.kind in _ADDRESSED
        dated = sentence.folds[index].isdigit() or sentence.tokens[index].text[0].isupper()
        if not (named or dated or sentence.kinds[index] in _PASSED):
            return -1
    return document if not _WRITING.isdisjoint(sentence.folds[: max(document, 0)]) else -1
