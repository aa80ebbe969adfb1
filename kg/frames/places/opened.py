"""Descriptions that open a sentence: "A longtime supporter of Y, X said", "Once Y's ally, X"."""

from __future__ import annotations

from kg.frames.clause.clauses import has_predicate
from kg.frames.coordination.chains import noun_from, object_chain
from kg.words.nouns import Noun, Sentence

_OPENING = frozenset(
    (
        *("a", "an", "one", "once", "formerly", "previously", "already", "long", "the", "another"),
        *("originally", "initially", "also", "as", "until", "recently", "both", "among", "of"),
    )
)
_OF_SEVERAL = frozenset(("one", "among"))
_PLAIN = ("", "adverb", "time", "relation", "determiner")
_LONGEST = 7
EARLIER = frozenset(("once", "formerly", "previously", "originally", "initially", "until"))


def described_behind(sentence: Sentence, index: int, first: int, after: int) -> list[Noun]:
    """X in "A supporter of Y, X said": whom the words that open a sentence describe.

    The word for a supporter stands at token ``index``. What opens the sentence stands before token
    ``first``, and the description ends before ``after``.
    """
    opens = 0 < first <= _LONGEST and sentence.folds[0] in _OPENING
    several = sentence.folds[index].endswith("s") and _OF_SEVERAL.isdisjoint(sentence.folds[:first])
    if not opens or several or sentence.folds[after : after + 1] != [","]:
        return []
    plain = all(
        _is_plain(sentence.noun(at))
        and (sentence.kinds[at] in _PLAIN or sentence.folds[at] in _OPENING)
        for at in range(first)
    )
    named = noun_from(sentence, after + 1) if plain and after + 1 < len(sentence.folds) else None
    if named is None or named.kind not in ("person", "organisation"):
        return []
    chain = object_chain(sentence, named)
    return chain if has_predicate(sentence, chain[-1]) else []


def _is_plain(noun: Noun | None) -> bool:
    """Whether no phrase stands there, but for the "one" of "one of Y's backers"."""
    return noun is None or noun.kind == "number"
