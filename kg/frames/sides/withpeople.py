"""People whom somebody has with "with" and no verb: "Y is second, with A and B behind her"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.clause.gates import scope_hedge
from kg.frames.coordination.apposition import actors
from kg.frames.coordination.chains import chain_right, noun_from
from kg.frames.coordination.members import first_of_some
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.frames.places.holders import holder
from kg.frames.places.tails import members_behind
from kg.frames.sides.having import people_beside
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence
from kg.words.units import SUPPORT_UNIT

_WITH = frozenset(("with",))
_BESIDE = ("behind", "with")
_RACING = frozenset(
    (
        *("is", "are", "was", "were", "be", "been", "has", "have", "had", "stands", "remains"),
        *("leads", "led", "leading", "starts", "started", "begins", "began", "enters", "entered"),
        *("runs", "ran", "running", "race", "contest", "launched", "launches", "won", "wins"),
    )
)
_CLOSING = frozenset((",", ".", ";", "-", "–", "—", ")"))


def read_with_people(sentence: Sentence, taken: set[int], lexicon: Lexicon) -> Iterator[Frame]:
    """The frames of "with A and B behind him" and "with 20 nominations", if not yet ``taken``."""
    for at in sentence.places(_WITH):
        if at in taken:
            continue
        people, after = _had(sentence, at + 1, lexicon)
        owner = holder(sentence, at, after) if people else None
        if owner is None or not _is_told(sentence, at, after, people):
            continue
        some = _some_behind(sentence, after, owner) if owner.first > after else []
        frame = make_frame(
            "prose.having",
            "supports",
            actors(sentence, [*people, *some]),
            actors(sentence, [owner]),
            scope_hedge(sentence, at),
            (at, after),
            "stance",
        )
        yield frame
        if not some:
            yield from members_behind(sentence, frame)


def _is_told(sentence: Sentence, at: int, after: int, people: list[Noun]) -> bool:
    """Whether more is meant than who stands where: "walked in with A behind him".

    A camp or a side is nobody's back; to be, to lead and the like are said of a race.
    """
    if sentence.folds[after - 2] not in _BESIDE or sentence.folds[at - 1 : at] == [","]:
        return True
    racing = at == 0 or not _RACING.isdisjoint(sentence.folds[:at])
    return racing or any(noun.unit_role for noun in people)


def _some_behind(sentence: Sentence, at: int, owner: Noun) -> list[Noun]:
    """Those named as some of them between the phrase and its owner: "including A and B, Y"."""
    first = first_of_some(sentence, at + (sentence.folds[at : at + 1] == [","]))
    chain = chain_right(sentence, first) if first is not None else []
    return [noun for noun in chain if noun.last < owner.first]


def _had(sentence: Sentence, at: int, lexicon: Lexicon) -> tuple[list[Noun], int]:
    """Those behind "with" and where the phrase ends, if it says that they are on a side."""
    people, after = people_beside(sentence, at, lexicon)
    if people:
        return people, after
    counted = noun_from(sentence, at)
    if counted is None or counted.kind != "group" or counted.unit != SUPPORT_UNIT:
        return [], at
    closed = sentence.folds[counted.last : counted.last + 1]
    return ([counted], counted.last) if not closed or closed[0] in _CLOSING else ([], at)
