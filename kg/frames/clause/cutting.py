"""Parts of a sentence as sentences of their own, and what was read in them put back in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.frames.model import Actor, Frame
from kg.words.nouns import Noun, Sentence
from kg.words.offices import OfficePhrase

_COMMA = ","


@dataclass(frozen=True, slots=True)
class Part:
    """Some tokens of a sentence read as a sentence; ``places[i]`` is where token ``i`` stands."""

    sentence: Sentence
    places: Sequence[int]


def cut(sentence: Sentence, places: Sequence[int], commas: frozenset[int] = frozenset()) -> Part:
    """The tokens at ``places``, ascending, as a sentence; those of ``commas`` are read as commas.

    Noun phrases of which a token is missing are left out.
    """
    new = {old: at for at, old in enumerate(places)}
    nouns = [
        _moved(noun, new[noun.first] - noun.first)
        for noun in sentence.nouns
        if all(at in new for at in range(noun.first, noun.last))
    ]
    noun_at = [-1] * len(places)
    for index, noun in enumerate(nouns):
        noun_at[noun.first : noun.last] = [index] * (noun.last - noun.first)
    return Part(
        Sentence(
            sentence.span,
            [sentence.tokens[old] for old in places],
            [_COMMA if old in commas else sentence.folds[old] for old in places],
            nouns,
            noun_at,
            [sentence.kinds[old] for old in places],
        ),
        places,
    )


def put_back(part: Part, frame: Frame) -> Frame:
    """A frame read in a part, with the tokens of the whole sentence."""
    first, last, cue = frame.first, frame.last, frame.cue
    return replace(
        frame,
        endorsers=tuple(_actor(part, actor) for actor in frame.endorsers),
        candidates=tuple(_actor(part, actor) for actor in frame.candidates),
        first=part.places[first],
        last=part.places[last - 1] + 1,
        cue=part.places[cue],
    )


def _actor(part: Part, actor: Actor) -> Actor:
    lead = part.places[actor.lead] if actor.lead >= 0 else actor.lead
    by = part.places[actor.noun.first] - actor.noun.first
    offices = tuple(
        _office(office, part.places[office.first] - office.first) for office in actor.offices
    )
    return Actor(_moved(actor.noun, by), offices, lead)


def _moved(noun: Noun, by: int) -> Noun:
    """The noun phrase ``by`` tokens further on."""
    return replace(
        noun,
        first=noun.first + by,
        last=noun.last + by,
        name_first=noun.name_first + by,
        offices=tuple(_office(office, by) for office in noun.offices),
    )


def _office(office: OfficePhrase, by: int) -> OfficePhrase:
    return replace(office, first=office.first + by, last=office.last + by)
