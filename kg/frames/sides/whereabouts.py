"""Where somebody is, which takes no side: "was with Y in the cabinet", "a term in the Senate"."""

from __future__ import annotations

from kg.words.nouns import Sentence

_WHERE = (["in"], ["on"])
_OWNED = (["determiner"], ["possessive"])
_BODIES = ("person", "organisation")
_REACH = 4  # words of "the second leadership race"
_RACES = frozenset(
    (
        *("race", "contest", "campaign", "battle", "fight", "vote", "ballot", "leadership"),
        *("election", "primary", "runoff", "run-off", "count", "round"),
    )
)


def were_there(sentence: Sentence, verb: int, first: int, last: int) -> bool:
    """Whether "with Y", tokens ``first`` to ``last``, tells of a place where both once were.

    In a race it is a side: "was with Y in the leadership contest".
    """
    if sentence.folds[first] != "with" or sentence.folds[verb] not in ("was", "were"):
        return False
    located = sentence.folds[last : last + 1] in _WHERE
    owned = sentence.kinds[last + 1 : last + 2] in _OWNED
    return located and owned and _RACES.isdisjoint(sentence.folds[last + 2 : last + 2 + _REACH])


def names_somebody(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a name stands at ``at`` that is not where something is: "a term in the Senate"."""
    named = sentence.noun(at)
    if named is None or named.kind not in _BODIES:
        return False
    before = named.first - 1
    before -= before > start and sentence.kinds[before] == "determiner"
    return named.kind == "person" or before < start or sentence.kinds[before] != "preposition"
