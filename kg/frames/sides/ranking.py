"""Places in a race or an order, told in words that elsewhere tell who is for whom."""

from __future__ import annotations

from kg.words.nouns import Sentence

_BEING = frozenset(("are", "is", "were", "was", "include", "includes", "included", "come", "came"))
_BREAKS = frozenset((";", ":", "who", "which", "while", "whereas", "but", "because", "if"))
_RANKING = frozenset(("poll", "polls", "polling", "standings", "points", "percent"))
_BE_REACH = 14


def ranks(sentence: Sentence, at: int) -> bool:
    """Whether words at token ``at`` tell of places in a race: "behind Y in the polls"."""
    ahead = sentence.folds[at : at + _BE_REACH]
    end = next((i for i, word in enumerate(ahead) if word in _BEING or word in _BREAKS), len(ahead))
    return not _RANKING.isdisjoint(ahead[:end])


def follows(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the phrase from token ``first`` tells who comes after: "behind Y come A and B"."""
    verb = sentence.folds[last : last + 1]
    return sentence.folds[first] == "behind" and verb in (["come"], ["comes"], ["came"])
