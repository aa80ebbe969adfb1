"""Supporters as what a candidate gets: "has bagged X", "picked up two unions, X and Z"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.frames.coordination.chains import actors, noun_from, object_chain
from kg.frames.coordination.loose import clause_end, names_within
from kg.frames.coordination.strung import strung_from
from kg.frames.coordination.whence import past_whence
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.frames.places.subject import find_subject
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_AFTER = frozenset((",", ".", ";", ":", "too", "and", "on", "as", "!", "(", "-", "–", "—", "this"))
_POINTING = frozenset((",", ":", "-", "–", "—", "in"))
_PEOPLE = frozenset(("person", "organisation"))
HOLDING = frozenset(
    ("have", "boast", "claim", "list", "collect", "count", "enjoy", "amass", "gather", "garner")
)
_SEVERAL = 3
_USES = frozenset(
    ("as", "in", "on", "over", "under", "against", "to", "for", "into", "out", "at", "up")
)


def read_gained(sentence: Sentence, index: int, end: int, lexicon: Lexicon) -> Iterator[Frame]:
    """The frame of a verb of getting at token ``index`` whose object is people, not their support.

    A seat, a prize or a party is got in other ways, and so is what somebody merely owns: "won X's
    seat". Only of somebody known to stand is it said at all.
    """
    got = _got(sentence, end)
    if not got or any(word in lexicon.support_nouns for word in sentence.folds[end : got[0].first]):
        return
    after = past_whence(sentence, got[-1].last)
    dated = sentence.kinds[after : after + 1] == ["time"] or sentence.folds[after : after + 1] == [
        "last"
    ]
    if after < len(sentence.folds) and not dated and sentence.folds[after] not in _AFTER:
        return
    subject = find_subject(sentence, index)
    if len(subject.chain) != 1 or subject.passive:
        return
    candidates = actors(sentence, list(subject.chain))
    who = actors(sentence, got)
    cue = (index, end)
    yield make_frame("prose.gained", "supports", who, candidates, subject.hedge, cue, "choose")


def read_several(sentence: Sentence, index: int, end: int) -> Iterator[Frame]:
    """The frame of "Y has A, B and C", of whom nothing else is said: at least three of them.

    With offices or places on a committee they would be something else.
    """
    first = noun_from(sentence, end)
    if first is None or first.kind not in _PEOPLE or _is_party(first):
        return
    if sentence.folds[max(0, index - 1) : index] == ["so"]:
        return  # "and so have A, B and C": they have done what was said before
    last = clause_end(sentence, end)
    got = names_within(sentence, end, last)
    if len(got) < _SEVERAL or got[0].first != first.first or _is_for_something(sentence, got, last):
        return
    subject = find_subject(sentence, index)
    if len(subject.chain) == 1 and not subject.passive and not subject.hedge:
        candidates, who = actors(sentence, list(subject.chain)), actors(sentence, got)
        yield make_frame("prose.gained", "supports", who, candidates, "", (index, end), "choose")


def _is_for_something(sentence: Sentence, got: Sequence[Noun], last: int) -> bool:
    """Whether words behind the last name say what they are to somebody: "as advisers"."""
    return not _USES.isdisjoint(sentence.folds[got[-1].last : last])


def _got(sentence: Sentence, end: int) -> list[Noun]:
    """The people and bodies behind the verb, or those who make up the number behind it."""
    first = noun_from(sentence, end)
    if first is None:
        return []
    if first.kind in _PEOPLE:
        return [] if _is_party(first) else object_chain(sentence, first)
    if first.kind == "group" and first.count is None:
        return strung_from(sentence, first)[0]  # "Cllrs A and B", "MPs such as A"
    counted = first.kind in ("group", "number") and first.count is not None
    if not counted or sentence.folds[first.last : first.last + 1] == []:
        return []
    if sentence.folds[first.last] not in _POINTING:
        return []
    return names_within(sentence, first.last + 1, clause_end(sentence, first.last + 1))


def _is_party(noun: Noun) -> bool:
    return noun.body is not None and noun.body.kind in ("party", "law", "programme")


def read_won_over(sentence: Sentence, index: int, end: int) -> Iterator[Frame]:
    """CANDIDATE has won over SUPPORTERS."""
    won = noun_from(sentence, end)
    subject = find_subject(sentence, index)
    if won is None or not subject.chain:
        return
    if sentence.is_owning(won.last):
        return  # "won over X's old backers"
    if won.first < end:  # the "over" belongs to the verb, not to the number
        won = replace(won, first=end, comparator="exactly")
    endorsers = actors(sentence, object_chain(sentence, won))
    candidates = actors(sentence, list(subject.chain))
    yield make_frame(
        "prose.won-over", "supports", endorsers, candidates, subject.hedge, (index, end)
    )
