"""Subjects that a verb shares with an earlier one: "X left the race and is backing Y"."""

from __future__ import annotations

from dataclasses import replace

from kg.frames.clause.clauses import ACTING, is_governed, opens_clause, subjects_before
from kg.frames.clause.gates import scope_hedge
from kg.frames.coordination.chains import chain_left, subject_chain
from kg.frames.model import NOBODY, Subject
from kg.words.nouns import Noun, Sentence

_JOINING = frozenset(("join", "joins", "joined", "joining", "alongside"))
_COUNTERPARTS = frozenset(("counterpart", "counterparts"))
_REACH = 5
_STANDING = frozenset(("stand", "stands", "standing", "stood"))


def shared(sentence: Sentence, at: int) -> Subject:
    """The subject of an earlier verb of the sentence: "X left the race and is backing Y"."""
    for noun in subjects_before(sentence, at):
        if sentence.folds[noun.last : noun.last + 1] == [","] and is_governed(
            sentence, chain_left(sentence, noun)[0]
        ):
            continue  # "has the backing of A and B, while winning"
        if noun.kind == "office" and sentence.folds[noun.first - 1] in ("a", "an"):
            continue  # "X, a baker and a founder of the club, joined Z in backing"
        chain = tuple(subject_chain(sentence, noun))
        return Subject(chain, False, scope_hedge(sentence, chain[0].first))
    return NOBODY


def of_participle(sentence: Sentence, at: int) -> Subject:
    """X in "X, backing Y, said" and "X said ..., backing Y"."""
    noun = sentence.noun(at - 1)
    if noun is not None and noun.kind in ACTING and opens_clause(sentence, noun):
        return Subject(tuple(subject_chain(sentence, noun)), False, "")
    return shared(sentence, at)


def with_joined(sentence: Sentence, at: int) -> Subject:
    """X and Z in "X joined Z in backing Y": whoever is joined does it too."""
    earlier = shared(sentence, at)
    joined = sentence.noun(at - 1)
    if joined is None or joined.kind not in ACTING or not earlier.chain:
        return earlier
    chain = chain_left(sentence, joined)
    before = chain[0].first - 1
    if before < 1:
        return earlier
    if sentence.is_owning(before) and (whose := sentence.noun(before - 1)):
        before = whose.first - 1  # "joined Anytown's X in backing"
    beside = sentence.folds[before - 1] in _STANDING and sentence.folds[before] == "with"
    if not beside and sentence.folds[before] not in _JOINING:
        return earlier
    return replace(earlier, chain=(*earlier.chain, *chain))


def with_counterpart(sentence: Sentence, at: int) -> Noun | None:
    """X in "X and its German counterpart back Y": the word for the other stands at token ``at``."""
    if sentence.folds[at] not in _COUNTERPARTS:
        return None
    for index in range(at - 1, max(0, at - _REACH), -1):
        if sentence.kinds[index] == "possessive" or sentence.folds[index] == "her":
            named = sentence.noun(index - 2) if sentence.kinds[index - 1] == "and" else None
            return named if named is not None and named.kind in ACTING else None
    return None
