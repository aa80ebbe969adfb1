"""Support that comes or goes: "endorsements came from A", "have come Y's way", "goes to Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.coordination.chains import noun_from
from kg.frames.model import Frame
from kg.frames.places.bids import past_bid
from kg.frames.places.supporting import phrases_after, support_frame, word_at
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_MOVING = ("goes", "went", "go", "gone", "going", "moves", "moved", "shifts", "switches")
_COMING = ("comes", "came", "come", "coming")
_AUXILIARY = ("modal", "have", "adverb", "be")
_WITHIN = (*_AUXILIARY, "preposition", "determiner", "")  # "my vote in the primary will go to"
_THERE = frozenset(("there", "has", "have"))  # "there was", "there has been"
_GROWING = frozenset(
    ("growing", "grown", "mounting", "swelling", "swelled", "gathering", "building", "snowballing")
)
_HARDLY = frozenset(("no", "little", "less", "not", "any", "few", "never"))
_MANNER = ("adverb", "determiner", "")
_WHEN = (["time"], ["adverb"], ["demonstrative"])
_FAR = 8


def read_coming(sentence: Sentence, index: int, end: int, lexicon: Lexicon) -> Iterator[Frame]:
    """Support for CANDIDATE has come from SUPPORTERS, or come CANDIDATE's way from them.

    Or it grows: whose it is, the sentences behind it say.
    """
    receivers = phrases_after(sentence, end, ("for",))
    if receivers and _is_there(sentence, index):
        givers = phrases_after(sentence, receivers[-1].last, ("from", "among"))
        givers = givers or _opening(sentence)
        if givers:
            yield support_frame("prose.possessive", sentence, givers, receivers, "", (index, end))
        return
    after = receivers[-1].last if receivers else end
    for at in range(after, min(after + _FAR, len(sentence.folds) - 1)):
        if sentence.folds[at] in _COMING:
            where = at + 1
            if not receivers:
                receivers, where = _whose_way(sentence, where)
            while sentence.kinds[where : where + 1] in _WHEN:
                where += 1
            givers = phrases_after(sentence, where, ("from",))
            if givers and receivers:
                yield support_frame(
                    "prose.possessive", sentence, givers, receivers, "", (index, end)
                )
            return
    if not receivers:
        return
    after = past_bid(sentence, receivers[-1], lexicon.bid_words) or receivers[-1].last
    if _grows(sentence, index, after):
        yield support_frame("prose.possessive", sentence, [], receivers, "", (index, end))


def _grows(sentence: Sentence, index: int, after: int) -> bool:
    """Whether support at ``index`` is growing, which is for somebody whose phrase ends there."""
    if sentence.is_owning(after):
        return False  # "growing support for Y's plan"
    if word_at(sentence, index - 1) in _GROWING:
        return True
    at = after
    while at < len(sentence.folds) and sentence.kinds[at] in _AUXILIARY:
        at += 1
    return at > after and word_at(sentence, at) in _GROWING


def _is_there(sentence: Sentence, index: int) -> bool:
    """Whether support at ``index`` is said to be there: "there was (strong) support"."""
    for at in range(index - 1, max(0, index - _FAR), -1):
        if sentence.kinds[at] == "be":
            return sentence.folds[at - 1] in _THERE and sentence.folds[at] != "be"
        if sentence.folds[at] in _HARDLY or sentence.kinds[at] not in _MANNER:
            return False
    return False


def _opening(sentence: Sentence) -> list[Noun]:
    """X in "from X there was support for Y"."""
    givers = phrases_after(sentence, 0, ("from", "among"))
    after = givers[-1].last if givers else 0
    after += word_at(sentence, after) == ","
    return givers if word_at(sentence, after) in _THERE else []


def _whose_way(sentence: Sentence, at: int) -> tuple[list[Noun], int]:
    """Y in "Y's way", "his way" behind a verb of coming, and the token behind it."""
    own = word_at(sentence, at)
    if own in ("his", "her") and word_at(sentence, at + 1) == "way":
        return [Noun("pronoun", at, at + 1, name=own)], at + 2
    noun = noun_from(sentence, at)
    if noun is None or noun.kind not in ("person", "office"):
        return [], at
    owned = sentence.folds[noun.last : noun.last + 2]
    return ([noun], noun.last + 2) if owned in (["'s", "way"], ["'", "way"]) else ([], at)


def moved_to(sentence: Sentence, end: int) -> list[Noun]:
    """Y in "my vote goes to Y", "Labour's support will go to Y"."""
    passed = _WITHIN if word_at(sentence, end) in ("in", "at", "for") else _AUXILIARY
    for at in range(end, min(end + _FAR, len(sentence.folds) - 1)):
        if sentence.folds[at] in _MOVING:
            after = _past_aside(sentence, at + 1)
            while after < len(sentence.kinds) and sentence.kinds[after] in ("adverb", "time"):
                after += 1
            return phrases_after(sentence, after, ("to", "for"))
        if sentence.kinds[at] not in passed and sentence.folds[at] != "would":
            return []
    return []


def _past_aside(sentence: Sentence, at: int) -> int:
    """Past words set off between commas: "moves, from today, to Y"."""
    if word_at(sentence, at) != ",":
        return at
    ahead = sentence.folds[at + 1 : at + _FAR]
    return at + 2 + ahead.index(",") if "," in ahead else at
