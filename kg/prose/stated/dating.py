"""When something was done, as the clause that says it tells: "X on Monday backed Y"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kg.dates import Calendar, Spot
from kg.frames import Actor, Frame
from kg.model import Dated, Endorsement, Mention
from kg.prose.reference.discourse import Discourse
from kg.prose.stated.dateplaces import WAYS, Setting, Told, Way, opening, place_of
from kg.words.nouns import Noun, Sentence

_PAST = frozenset(("was", "were", "had"))
_URGING = frozenset(("prose.urging", "prose.advising"))
_REACH = 40  # tokens between a clause and a date that may be its own
_BEHIND = 5  # tokens behind a clause in which its own time stands
_YEARS = ("date.year", "date.years")
_FUTURE = frozenset(("will", "shall"))
_CONTESTED = frozenset(("race", "contest", "election", "campaign", "bid"))


def with_dates(
    discourse: Discourse, at: int, frame: Frame, made: Sequence[Endorsement]
) -> list[Endorsement]:
    """The endorsements that a frame states, with the date that its clause gives them."""
    if not made:
        return []
    dates = frame_dates(discourse, at, frame, {one.endorser for one in made})
    return [replace(one, dates=dates) for one in made] if dates else list(made)


def frame_dates(
    discourse: Discourse, at: int, frame: Frame, doers: Collection[Mention]
) -> tuple[Dated, ...]:
    """The date of a clause of support, in which ``doers`` act."""
    actors: tuple[Actor, ...] = (*frame.endorsers, *frame.candidates)
    nouns = tuple(actor.noun for actor in actors)
    first = min(frame.first, frame.cue)
    last = max(frame.last, frame.cue + 1)
    ways = _ways(discourse.passages[at].sentence, frame, first)
    told = Told(first, frame.cue, last, nouns, frozenset(doers), frame.hedge == "expected", ways)
    return dates_of(discourse, at, told) if ways else ()


def candidacy_dates(
    discourse: Discourse, at: int, mention: Mention, where: tuple[int, int, int]
) -> tuple[Dated, ...]:
    """When somebody came to stand, or left: ``where`` are the first token, the cue and the last.

    "Ran for mayor in 2010" is of another contest, so a year alone is no date.
    """
    first, cue, last = where
    sentence = discourse.passages[at].sentence
    while sentence.folds[last : last + 1] and sentence.folds[last] in _CONTESTED:
        last += 1  # "quit the leadership race"
    told = Told(first, cue, last, _nouns(discourse, at, first, last), frozenset((mention,)))
    return tuple(one for one in dates_of(discourse, at, told) if one.rule not in _YEARS)


def count_dates(discourse: Discourse, at: int, first: int, last: int) -> tuple[Dated, ...]:
    """When there were as many as the tokens ``first`` up to ``last`` say: "12 MPs as of Monday"."""
    nouns = _nouns(discourse, at, first, last)
    told = Told(first, last - 1, last, nouns, frozenset(), counted=True)
    return dates_of(discourse, at, told)


def dates_of(discourse: Discourse, at: int, told: Told) -> tuple[Dated, ...]:
    """The date of what is told in passage ``at``: none where there is none, or where two differ."""
    sentence = discourse.passages[at].sentence
    calendar = discourse.calendar.seen_from(sentence.span.start)
    spots = calendar.spots(sentence.tokens)
    if not spots:
        return _headed(discourse, sentence, told)
    near = [
        spot
        for spot in spots
        if spot.last >= told.first - _REACH and spot.first <= told.last + _REACH
    ]
    found = list(_found(Setting(discourse, at, told), near, calendar))
    exact = max(found, key=lambda dated: len(dated.when), default=None)
    if exact is None or any(not exact.when.startswith(one.when) for one in found):
        return ()
    return (exact,)


def _found(setting: Setting, spots: Sequence[Spot], calendar: Calendar) -> Iterator[Dated]:
    """The dates of the clause, and of its saying where it has no time of its own."""
    told = setting.told
    timed = sum(told.first <= spot.first < told.last + _BEHIND for spot in spots)
    for spot in spots:
        first = opening(setting, spot)
        place = place_of(setting, spot, first) if first is not None else None
        if first is None or place is None:
            continue
        own = told.first <= spot.first < told.last + _BEHIND
        if place == "said" and timed > own:
            continue  # "said on Monday that she had backed Y last week"
        when = calendar.when(spot, ahead=told.ahead)
        if when is not None:
            span = setting.sentence.text_span(first, spot.last)
            yield Dated(when, span, f"date.{spot.form}")


def _headed(discourse: Discourse, sentence: Sentence, told: Told) -> tuple[Dated, ...]:
    """The date of the heading, of what is told as done: "has backed Y", "backed Y"."""
    section = discourse.calendar.under(sentence.span.start)
    if section is None or told.ways != WAYS or "had" in sentence.folds:
        return ()
    cue = discourse.calendar.lexicon.cues.at(sentence.folds, told.cue)
    done = cue is not None and cue.value.form in ("past", "participle")
    return (section.dated,) if done else ()


def _ways(sentence: Sentence, frame: Frame, first: int) -> frozenset[Way]:
    """Where the date of a clause may stand."""
    expected = frame.hedge == "expected"
    future = _to_come(sentence, frame.cue, expected=expected)
    if expected:
        # "is said to have backed Y on Monday", "was expected to back Y on Monday"
        known = future and _PAST.isdisjoint(sentence.folds[first : frame.cue])
        return WAYS - {"said"} if known else frozenset()
    if future:
        return frozenset(("said",))  # "says that she will vote for Y on Monday"
    return WAYS - {"behind"} if frame.rule in _URGING else WAYS


def _to_come(sentence: Sentence, cue: int, *, expected: bool) -> bool:
    """Whether the verb is one of the future: "will back", and "to back" of what is expected."""
    at = cue - 1
    while at > 0 and sentence.kinds[at] in ("adverb", "time"):
        at -= 1
    if at < 0:
        return False
    return sentence.folds[at] in _FUTURE or (expected and sentence.folds[at] == "to")


def _nouns(discourse: Discourse, at: int, first: int, last: int) -> tuple[Noun, ...]:
    sentence = discourse.passages[at].sentence
    return tuple(noun for noun in sentence.nouns if first <= noun.first < last)
