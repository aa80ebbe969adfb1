"""Allies named behind what they are called: "X and its coalition partners, A and B, back Y"."""

from __future__ import annotations

from kg.frames.clause.clauses import ACTING
from kg.frames.coordination.chains import chain_left
from kg.frames.coordination.loose import names_within
from kg.frames.coordination.whence import past_bracket
from kg.words.nouns import Noun, Sentence

_OWN = frozenset(("its", "their", "his", "her"))
_JOINING = frozenset(("and", "&", "plus", "with"))
_PLAIN = frozenset(("", "relation", "body"))
_LONGEST = 3  # words for allies


def with_allies(sentence: Sentence, opening: int, closing: int) -> tuple[Noun, ...]:
    """X, A and B in "X and its allies — A and B —": the marks are at ``opening`` and ``closing``.

    Nobody where the words before the mark are no plural that belongs to X.
    """
    at = opening - 1
    named = sentence.noun(at)
    if named is not None and named.kind == "group" and named.count is None:
        at = named.first - 1
    elif not sentence.folds[at].endswith("s") or not _is_plain(sentence, at):
        return ()
    while at > 0 and opening - at <= _LONGEST and _is_plain(sentence, at):
        at -= 1
    if at < 2 or sentence.folds[at] not in _OWN or sentence.folds[at - 1] not in _JOINING:
        return ()
    last = past_bracket(sentence, at - 2, -1)
    noun = sentence.noun(at - 2 if last is None else last)
    allies = [
        ally
        for ally in names_within(sentence, opening + 1, closing)
        if sentence.folds[ally.first - 1] != "("  # its short form
    ]
    if noun is None or noun.kind not in ACTING or not allies:
        return ()
    return (*chain_left(sentence, noun), *allies)


def _is_plain(sentence: Sentence, at: int) -> bool:
    small = sentence.tokens[at].text[0].islower()
    return small and sentence.kinds[at] in _PLAIN and sentence.noun(at) is None
