"""Lines of a tally that say how a number has changed: "Jane Doe - 33 (+2) - nearly there"."""

from __future__ import annotations

from kg.frames.clause.cutting import cut
from kg.words.nouns import Sentence

_MARKS = frozenset((":", "-", "–", "—"))
_CHANGING = frozenset(("+", "-", "up", "down", "no", "unchanged", "new", "="))
_LONGEST = 4  # tokens inside the bracket


def without_change(sentence: Sentence) -> Sentence:
    """The name and the number of such a line as a sentence; any other sentence as it is.

    What stands behind the bracket is a remark.
    """
    name = sentence.nouns[0] if sentence.nouns else None
    if name is None or name.kind != "person" or name.first:
        return sentence
    at = name.last
    at += sentence.folds[at : at + 1] != [] and sentence.folds[at] in _MARKS
    number = sentence.noun(at)
    if number is None or number.first != at or number.kind != "number" or number.percent:
        return sentence
    opened = number.last
    inside = sentence.folds[opened + 1 : opened + 1 + _LONGEST]
    if sentence.folds[opened : opened + 1] != ["("] or ")" not in inside:
        return sentence
    changed = inside[: inside.index(")")]
    if not changed or not (changed[0] in _CHANGING or changed[0][0] in "+-"):
        return sentence
    behind = sentence.folds[opened + len(changed) + 2 :]
    if behind and behind[0] not in _MARKS and behind[0].isalnum():
        return sentence
    return cut(sentence, range(number.last)).sentence
