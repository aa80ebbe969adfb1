"""Runs of a name and a number each: "Doe 27, Reyes 19, Lund 13", "Doe - 30 Reyes - 44"."""

from __future__ import annotations

from kg.words.nouns import Noun, Sentence

_LEAST = 2
_MARKS = frozenset((":", "-", "(", ")", ",", ";", "|", "/", ".", "and", "•", "*"))
_OPENING = frozenset((":", "-", "("))


def read_pairs(sentence: Sentence) -> list[tuple[Noun, Noun]]:
    """The numbers of a run and whose each is, in order; empty when the words are no such run.

    Words may stand before the run, up to a colon; between the pairs stand only marks.
    """
    people = [n for n in sentence.nouns if n.kind == "person"]
    pairs = [(number, one) for one in people for number in [_number_of(sentence, one)] if number]
    if len(pairs) < _LEAST:
        return []
    first = pairs[0][1].first
    if first and sentence.folds[first - 1] not in (":", ".", "•", "*", "-"):
        return []
    paired = {noun for pair in pairs for noun in pair}
    for at in range(first, len(sentence.tokens)):
        noun = sentence.noun(at)
        if noun not in paired and sentence.folds[at] not in _MARKS:
            return []
    return pairs


def _number_of(sentence: Sentence, person: Noun) -> Noun | None:
    """The number directly behind a name, or behind a mark."""
    at = person.last
    at += at < len(sentence.folds) and sentence.folds[at] in _OPENING
    number = sentence.noun(at)
    if number is None or number.first != at or number.count is None or number.percent:
        return None
    return number
