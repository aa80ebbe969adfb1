"""Those who are told what to do with their vote: "voters should", "all of us must", "let's"."""

from __future__ import annotations

from kg.words.nouns import Sentence

_VOTERS = frozenset(
    (
        *("voters", "residents", "readers", "electors", "citizens", "members", "constituents"),
        *("delegates", "democrats", "republicans", "people", "they", "we", "you", "everyone"),
        *("city", "town", "county", "state", "district", "ward", "borough", "country", "nation"),
        *("party", "parents", "workers", "teachers", "anyone", "everybody", "electorate"),
    )
)
_SHOULD = frozenset(("should", "must"))
_WISELY = (
    ("would", "do", "well", "to"),
    ("would", "be", "wise", "to"),
    ("would", "be", "smart", "to"),
    ("would", "be", "well", "served", "to"),
    ("ought", "to"),
    ("need", "to"),
    ("needs", "to"),
)
TOLD = _SHOULD | {phrase[0] for phrase in _WISELY}
URGED = frozenset(("must", "should", "need", "have", "let", "let's", "ought"))
_BETWEEN = frozenset(("all", "now", "to", "therefore", "just", "really"))


def past_advice(sentence: Sentence, at: int) -> int:
    """The verb in "voters should elect Y", "readers would do well to choose Y", or -1.

    The word at token ``at`` follows those who are told: voters, or a place that votes.
    """
    if sentence.folds[at] not in TOLD or not at:
        return -1
    place = sentence.noun(at - 1)
    told = sentence.folds[at - 1] in _VOTERS or (place is not None and place.kind == "place")
    if not told:
        return -1
    if sentence.folds[at] in _SHOULD:
        return at + 1
    advised = next((n for n in _WISELY if tuple(sentence.folds[at : at + len(n)]) == n), ())
    return at + len(advised) if advised else -1


def past_urging(sentence: Sentence, at: int) -> int:
    """The verb in "we must all back Y", "all of us have to back Y", "let's back Y", or -1."""
    after = at + 1
    if sentence.folds[at] == "let":
        if sentence.folds[after : after + 1] not in (["us"], ["'s"]):
            return -1
        after += 1
    elif sentence.folds[at] != "let's" and not _is_ours(sentence, at):
        return -1
    while after < len(sentence.folds) and sentence.folds[after] in _BETWEEN:
        after += 1
    return after if after < len(sentence.folds) and sentence.folds[at - 1] != "if" else -1


def _is_ours(sentence: Sentence, at: int) -> bool:
    """Whether "we" or "all of us" stands before token ``at``, and no condition before it."""
    before = at - 1 - (sentence.folds[at - 1] in ("all", "now"))
    ours = sentence.folds[before] in ("we", "us") if before >= 0 else False
    return ours and "condition" not in sentence.kinds[max(0, before - 1) : before]
