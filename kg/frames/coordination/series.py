"""Objects with a seat each: "backs X for mayor, Y for clerk and Z in District 4"."""

from __future__ import annotations

from dataclasses import replace

from kg.frames.clause.clauses import is_predicate
from kg.frames.coordination.chains import actors
from kg.frames.coordination.whence import past_bracket
from kg.frames.model import Frame
from kg.words.nouns import Noun, Sentence

_LINKS = frozenset(("for", "in", "as", "to"))
_SEPARATING = frozenset((",", ";", "and", "&", "plus"))
_ENDING = frozenset((",", ";", ".", "!", "?", ")", '"', "”", "—", "–"))
_VERBAL = frozenset(
    ("be", "have", "do", "modal", "speech", "verb", "relative", "pronoun", "contrast", "tentative")
)
_PLAIN = frozenset(("", "determiner", "possessive", "adverb", "relation", "body", "time"))
_DESCRIBED = 9  # words that describe one of a series
_MOST_JOINTS = 2
_MOST_WORDS = 9


def with_series(sentence: Sentence, frame: Frame) -> Frame:
    """The frame with those who are named after its last candidate, each with a seat."""
    last = frame.candidates[-1].noun if frame.candidates else None
    if last is None or last.kind != "person" or last.first < frame.cue:
        return frame
    more = object_series(sentence, last)
    if not more or any(actor.noun.first > last.first for actor in frame.endorsers):
        return frame
    candidates = (*frame.candidates, *actors(sentence, more))
    return replace(frame, candidates=candidates, last=max(frame.last, more[-1].last))


def object_series(sentence: Sentence, last: Noun) -> list[Noun]:
    """The people named after ``last``, an object, as long as each has what he is to be or where.

    One who has a verb of his own opens the next clause: "backs X in Kent, and Y in Leeds says".
    """
    found: list[Noun] = []
    at = _past_seat(sentence, last.last)
    while at is not None:
        group, at = _seated_group(sentence, at)
        found.extend(group)
    return found


def _seated_group(sentence: Sentence, at: int) -> tuple[list[Noun], int | None]:
    """Those who share a seat from the joint at ``at`` on, "; A, B and C in Kent", and its end.

    The seat may stand before the one whose it is: "and in Kent A".
    """
    group: list[Noun] = []
    while at < len(sentence.folds):
        start = at
        while start < len(sentence.folds) and sentence.folds[start] in _SEPARATING:
            start += 1
        ahead = _seat_ahead(sentence, start) if start > at and not group else None
        noun = _named_from(sentence, ahead or start)
        if not 0 < start - at <= _MOST_JOINTS or noun is None:
            break
        past = _past_seat(sentence, noun.last)
        past = noun.last if past is None and ahead is not None else past
        group.append(noun)
        if past is not None:
            return ([], None) if _goes_on(sentence, past) else (group, past)
        at = noun.last
    return [], None


def _seat_ahead(sentence: Sentence, at: int) -> int | None:
    """Where the name behind "in Kent" begins, if nothing else stands between."""
    place = sentence.noun(at + 1) if sentence.folds[at : at + 1] == ["in"] else None
    if place is None or place.kind != "place":
        return None
    named = sentence.noun(place.last)
    return place.last if named is not None and named.kind == "person" else None


def _named_from(sentence: Sentence, at: int) -> Noun | None:
    """The person at ``at``, or behind what describes him: "the party's chairman, Y"."""
    for index in range(at, min(at + _DESCRIBED, len(sentence.folds))):
        noun = sentence.noun(index)
        if noun is not None and noun.kind == "person":
            return noun
        owner = noun is not None and noun.kind == "pronoun"
        passed = noun is not None and not owner and noun.kind not in ("group", "number")
        plain = sentence.is_owning(index) or sentence.kinds[index] in _PLAIN
        if sentence.folds[index] == "," or not (passed or owner or plain):
            behind = sentence.noun(index + 1)
            described = sentence.folds[index] == "," and index > at
            return behind if described and behind is not None and behind.kind == "person" else None
    return None


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a verb, with or without words set off before it, follows at token ``at``."""
    return is_predicate(sentence, at) or is_predicate(sentence, at + 1)


def _past_seat(sentence: Sentence, at: int) -> int | None:
    """Past what somebody stands for or where: "for mayor", "in District 4", "(Ward 3)"."""
    if at >= len(sentence.folds):
        return None
    past = past_bracket(sentence, at, 1)
    if past is not None:
        return _past_seat(sentence, past) or past  # "A (Anytown) in 2010 and B"
    at = _past_aside(sentence, at)
    if sentence.folds[at] not in _LINKS:
        return None
    placed = _past_place(sentence, at + 1)
    beside = past_bracket(sentence, placed, 1) if placed and placed < len(sentence.folds) else None
    return beside or placed  # "in Kent (their districts are 2 and 5)"


def _past_aside(sentence: Sentence, at: int) -> int:
    """Past what describes somebody, if what he is to be follows: ", now chair, for leader".

    The body that he belongs to describes him too: "of the Harbour Party for leader".
    """
    body = sentence.noun(at + 1 + (sentence.kinds[at + 1 : at + 2] == ["determiner"]))
    if sentence.folds[at] == "of" and body is not None and body.kind in ("organisation", "place"):
        return body.last if body.last < len(sentence.folds) else at
    if sentence.folds[at] != ",":
        return at
    for index in range(at + 1, min(at + _DESCRIBED, len(sentence.folds) - 1)):
        if sentence.folds[index] in _LINKS and (
            index == at + 1 or sentence.folds[index - 1] == ","
        ):
            return index
        noun = sentence.noun(index)
        named = noun is not None and noun.kind == "person"
        if named or sentence.kinds[index] in _VERBAL or sentence.folds[index] in (";", "."):
            return at
    return at


def _past_place(sentence: Sentence, at: int) -> int | None:
    """Past the few words that name a seat, up to a mark, to "and" or to what is no part of them."""
    told: int | None = None
    for index in range(at, min(at + _MOST_WORDS, len(sentence.folds))):
        if sentence.folds[index] in _ENDING or _parts(sentence, index):
            return index if index > at else None
        if sentence.kinds[index] in _VERBAL:
            return told
        noun = sentence.noun(index)
        known = noun is not None and noun.kind in ("office", "place", "number")
        if known or sentence.folds[index][0].isdigit():
            told = index + 1
    end = len(sentence.folds)
    return end if at < end <= at + _MOST_WORDS else told


def _parts(sentence: Sentence, at: int) -> bool:
    """Whether "and" leads on to somebody: not the one of "Health and Safety"."""
    if sentence.folds[at] not in ("and", "&"):
        return False
    behind = sentence.noun(at + 1)
    return behind is None or (behind.kind == "person" and behind.first == at + 1)
