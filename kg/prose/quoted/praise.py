"""What words of praise weigh: "the leader we need" is more than "a good friend"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.words.nouns import Sentence

_PAST = frozenset(("was", "were", "been"))
_TURNING = frozenset(("but", "however", "although", "though"))
_NEAR = 4
_NOBODY = frozenset(("nobody", "no", "none", "no-one", "noone", "anyone", "anybody"))


@dataclass(frozen=True, slots=True)
class Praise:
    """How many verdicts, praises and faults some words hold; ``at`` is the first verdict or -1."""

    verdicts: int = 0
    praises: int = 0
    faults: int = 0
    at: int = -1


def weigh(sentence: Sentence, inside: Sequence[int], lexicon: Lexicon, *, quoted: bool) -> Praise:
    """The praise in the tokens ``inside``, in order; ``quoted`` words must speak of today."""
    verdicts = praises = faults = 0
    first = -1
    end = 0
    for at in inside:
        faults += verdicts > 0 and sentence.folds[at] in _TURNING
        if at < end or sentence.folds[at] not in lexicon.praise:
            continue
        found = lexicon.praise.at(sentence.folds, at)
        if found is None:
            continue
        end = at + found.length
        if found.value == "fault":
            faults += 1
        elif _is_turned(sentence, at, quoted=quoted):
            faults += found.value == "verdict"
        elif found.value == "verdict":
            verdicts += 1
            first = first if first >= 0 else at
        else:
            praises += 1
    return Praise(verdicts, praises, faults, first)


def _is_turned(sentence: Sentence, at: int, *, quoted: bool) -> bool:
    """Whether the words before praise deny it or put it into the past: "was never the best"."""
    beside = range(max(0, at - _NEAR), at)
    for index in beside:
        if sentence.kinds[index] == "negation" and sentence.folds[index] not in _NOBODY:
            return True
    return quoted and not _PAST.isdisjoint(sentence.folds[beside.start : at + 1])
