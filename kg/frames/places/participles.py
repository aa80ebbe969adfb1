"""Participles that open a sentence: "Announcing his support for Y, X said"."""

from __future__ import annotations

from kg.frames.clause.clauses import ACTING
from kg.frames.coordination.chains import object_chain
from kg.frames.model import NOBODY, Subject
from kg.words.nouns import Sentence

_PARTICIPLE_REACH = 24


def after_participle(sentence: Sentence, verb: int) -> Subject:
    """The subject that follows a participle clause: "Announcing his support for Y, X said"."""
    for at in range(verb + 1, min(verb + _PARTICIPLE_REACH, len(sentence.folds) - 1)):
        if sentence.folds[at] != ",":
            continue
        start = at + 1
        while start < len(sentence.folds) and sentence.kinds[start] == "determiner":
            start += 1
        noun = sentence.noun(start)
        if noun is None:
            continue  # words set off inside the clause: "Having endorsed Y, a novice, X said"
        if noun.kind not in ACTING and noun.kind != "pronoun":
            return NOBODY
        return Subject(tuple(object_chain(sentence, noun)), False, "")
    return NOBODY
