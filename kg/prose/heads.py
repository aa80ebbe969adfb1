"""Names that stand alone on a line, and what the lines below say without naming anybody."""

from __future__ import annotations

from collections.abc import Sequence

from kg.nouns import Noun, Sentence
from kg.passages import Passage

_REACH = 6
_SHORT = 16
_MARKS = frozenset(":-.*•")


def head_above(passages: Sequence[Passage], at: int) -> tuple[Noun, int] | None:
    """The name on a line of its own under which passage ``at`` stands, and that line's passage.

    Only short lines may stand between the two: a sentence about something else ends what a name
    heads.
    """
    paragraph = passages[at].paragraph
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        passage = passages[index]
        if passage.paragraph == paragraph:
            return None
        named = _alone(passage.sentence)
        if named is not None:
            return named, index
        if len(passage.sentence.tokens) > _SHORT:
            return None
    return None


def _alone(sentence: Sentence) -> Noun | None:
    """The one person of a line that is nothing but that name, a party in brackets apart."""
    people = [noun for noun in sentence.nouns if noun.kind == "person"]
    if len(people) != 1:
        return None
    rest = range(people[0].last, len(sentence.tokens))
    first = next(iter(rest), None)
    bracketed = (
        first is not None and sentence.folds[first] == "(" and ")" in sentence.folds[first:]
    )
    others = range(people[0].first) if bracketed else (*range(people[0].first), *rest)
    plain = all(
        sentence.tokens[at].text in _MARKS or sentence.tokens[at].text.isdigit() for at in others
    )
    return people[0] if plain else None
