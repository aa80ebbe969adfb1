"""Which contender "his rival" or "the other candidate" means: the other one of two who stand."""

from __future__ import annotations

from kg.model import Mention
from kg.prose.reference.antecedents import ALIKE, Antecedents
from kg.prose.reference.meant import last_spoken_of
from kg.words.nouns import Noun


def other_of_two(talk: Antecedents, noun: Noun, at: int) -> tuple[Mention, ...]:
    """The contender besides the one whose rival it is, or who was spoken of last, if it is one."""
    standing = talk.contenders
    own = talk.passages[at].sentence.folds[noun.first]
    fitting = standing.fitting(own if own in ALIKE else "", ())
    last = last_spoken_of(talk, fitting, at, noun.first)
    others = standing.people - {last[1]} if last is not None else frozenset()
    return tuple(others) if len(others) == 1 else ()
