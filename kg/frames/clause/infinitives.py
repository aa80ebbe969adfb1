"""Who does what an infinitive says: "X defied Y to back Z", "Y persuaded X to back Z".

An infinitive tells a wish as often as a deed: in "there is pressure on X to back Z" and "Y asked X
to back Z" nobody backs anybody. It is a deed when a verb of persuading or of means leads to it.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.frames.clause.clauses import opens_clause
from kg.frames.clause.ranked import ranked, ranked_beside
from kg.frames.model import Hedge
from kg.words.nouns import Noun, Sentence

_REACH = 9
_CLOSING = frozenset((",", ";", ":", ")", '"', "“", "”"))
_BREAKING = ("contrast", "relative", "denial", "negation", "refusal", "condition")
_DECISIONS = frozenset(("decision", "choice", "move", "vote"))
_VOTING = frozenset(
    (
        *("voted", "votes", "agreed", "agrees", "resolved", "resolves", "opted", "opts"),
        *("pledged", "promised", "vowed", "undertook", "chose", "elected"),
    )
)
_AT_VOTES = frozenset(("on", "by", "at", "in", "to"))  # when, where and how they voted
_VOTED_OUT = frozenset(("down", "out", "off"))
_NOBODY = (["few"], ["nobody"], ["none"], ["not"])
_NAMED = ("person", "organisation")


class Doer(NamedTuple):
    """Who does it: the phrase ``noun``, or else the subject of the verb at token ``verb``."""

    noun: Noun | None
    verb: int
    hedge: Hedge


def doer_of(sentence: Sentence, to: int) -> Doer | None:
    """The doer of the infinitive whose "to" stands at token ``to``; None when nobody does it."""
    noun = sentence.noun(to - 1)
    if noun is not None and noun.kind == "pronoun" and opens_clause(sentence, noun):
        return None  # "he to back": broken off
    doing = max(ranked(sentence, to - 1), _voted(sentence, to))
    if doing >= 0:
        return Doer(None, doing, "")
    beside = ranked_beside(sentence, to - 1)
    if beside is not None:
        return Doer(beside, -1, "")
    leading = _leading(sentence, to)
    if leading is not None:
        kind = sentence.kinds[leading]
        if kind == "means":
            return Doer(None, leading, "")
        if kind == "expecting" and sentence.folds[leading - 1 : leading] in _NOBODY:
            return None
        return Doer(noun, leading, "expected" if kind == "expecting" else "") if noun else None
    if noun is None or noun.kind not in _NAMED:
        return None
    if opens_clause(sentence, noun):
        return Doer(noun, -1, "expected")  # a headline: "X to back Y"
    before = sentence.folds[max(0, noun.first - 2) : noun.first]
    decided = len(before) > 1 and before[0] in _DECISIONS and before[1] in ("of", "by")
    return Doer(noun, -1, "") if decided else None


def _voted(sentence: Sentence, to: int) -> int:
    """The "voted" of "voted on Monday to back Y", "agreed in May to back Y", or -1."""
    for at in range(to - 1, max(0, to - 1 - _REACH), -1):
        if sentence.folds[at] in _VOTING:
            return at if sentence.folds[at + 1] not in _VOTED_OUT else -1
        noun = sentence.noun(at)
        counted = noun is not None and noun.kind in ("number", "group")
        plain = sentence.kinds[at] in ("", "time", "determiner", "adverb")
        if not (counted or plain or sentence.folds[at] in _AT_VOTES):
            return -1
    return -1


def _leading(sentence: Sentence, to: int) -> int | None:
    """The verb of persuading, expecting or means that leads to the infinitive in its clause."""
    for at in range(to - 1, max(-1, to - 1 - _REACH), -1):
        if sentence.kinds[at] in ("persuading", "expecting", "means"):
            return at
        if sentence.folds[at] in _CLOSING or sentence.kinds[at] in (*_BREAKING, "verb", "matter"):
            return None
    return None
