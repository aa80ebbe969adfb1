"""Subjects that a verb shares with an earlier one: "X left the race and is backing Y"."""

from __future__ import annotations

from kg.frames.chains import chain_left, subject_chain
from kg.frames.clauses import is_governed, subjects_before
from kg.frames.gates import scope_hedge
from kg.frames.model import NOBODY, Subject
from kg.words.nouns import Sentence


def shared(sentence: Sentence, at: int) -> Subject:
    """The subject of an earlier verb of the sentence: "X left the race and is backing Y"."""
    for noun in subjects_before(sentence, at):
        if sentence.folds[noun.last : noun.last + 1] == [","] and is_governed(
            sentence, chain_left(sentence, noun)[0]
        ):
            continue  # "has the backing of A and B, while winning"
        chain = tuple(subject_chain(sentence, noun))
        return Subject(chain, False, scope_hedge(sentence, chain[0].first))
    return NOBODY
