"""What somebody did with a ballot: "I have put Y first", "she ranked Y number one"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.clause.gates import sentence_hedge
from kg.frames.coordination.chains import actors, noun_from
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.frames.places.subject import find_subject
from kg.words.nouns import Noun, Sentence

_PLACING = frozenset(
    (
        *("put", "puts", "putting", "rank", "ranks", "ranked", "ranking"),
        *("place", "placed", "placing", "mark", "marked", "marking", "like", "liked"),
    )
)
_FIRST = (["first"], ["top"], ["number", "one"], ["number", "1"], ["no", "1"], ["best"])
_BALLOTS = frozenset(("ballot", "ballots", "paper", "preference", "preferences", "vote"))
_OWN = ("i", "we")
_MINE = {"me": "i", "us": "we"}
_IT_IS = frozenset(("it's", "is", "'s"))
_IT_IS_Y = (["it", "is"], ["it", "'s"], ["it's"], ["it", "has", "to", "be"], ["it", "must", "be"])
_REACH = 6


def read_ballots(sentence: Sentence) -> Iterator[Frame]:
    """The frames of verbs that put somebody first; others than "I" do so on a ballot alone.

    With them those of "it's Y for me", which says the same without a ballot.
    """
    yield from _for_me(sentence)
    for at in sentence.places(_PLACING):
        placed = noun_from(sentence, at + 1)
        if placed is None or placed.kind not in ("person", "pronoun"):
            continue
        end = _past_first(sentence, placed.last)
        if end == placed.last:
            continue
        subject = find_subject(sentence, at)
        own = bool(subject.chain) and subject.chain[0].name in _OWN
        voting = not _BALLOTS.isdisjoint(sentence.folds[end : end + _REACH])
        if subject.chain and not subject.passive and (own or voting):
            yield make_frame(
                "prose.ballot",
                "supports",
                actors(sentence, list(subject.chain)),
                actors(sentence, [placed]),
                subject.hedge or sentence_hedge(sentence, at, end),
                (at, end),
                "vote",
            )


def _for_me(sentence: Sentence) -> Iterator[Frame]:
    """Y in "it's Y for me", "for me, it has to be Y"."""
    for me in sentence.places(_MINE.keys()):
        at = me - 1
        fronted = _behind_it(sentence, me + 1) if sentence.folds[at:me] == ["for"] else None
        if fronted is not None and not sentence_hedge(sentence, at, fronted.last):
            mine = Noun("pronoun", me, me + 1, name=_MINE[sentence.folds[me]])
            found = actors(sentence, [mine]), actors(sentence, [fronted])
            yield make_frame("prose.ballot", "supports", *found, "", (at, me + 1), "vote")
            continue
        chosen = sentence.noun(at - 1) if at > 0 and sentence.folds[at] == "for" else None
        if chosen is None or chosen.kind != "person" or not chosen.first:
            continue
        if sentence.folds[chosen.first - 1] in _IT_IS and not sentence_hedge(sentence, at, at + 2):
            mine = Noun("pronoun", me, me + 1, name=_MINE[sentence.folds[me]])
            found = actors(sentence, [mine]), actors(sentence, [chosen])
            yield make_frame("prose.ballot", "supports", *found, "", (at, at + 2), "vote")


def _behind_it(sentence: Sentence, at: int) -> Noun | None:
    """Y in "it is Y", "it has to be Y" at token ``at``, a comma before it or none."""
    at += sentence.folds[at : at + 1] == [","]
    words = sentence.folds[at : at + 4]
    for being in _IT_IS_Y:
        if words[: len(being)] == being:
            chosen = sentence.noun(at + len(being))
            return chosen if chosen is not None and chosen.kind == "person" else None
    return None


def _past_first(sentence: Sentence, at: int) -> int:
    """Past "first", "number one" or "best" at token ``at``."""
    for words in _FIRST:
        if sentence.folds[at : at + len(words)] == words:
            return at + len(words)
    return at
