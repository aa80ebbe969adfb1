"""Whom a relative clause is about when other words part it from the name."""

from __future__ import annotations

from kg.nouns import Noun, Sentence

_WHERE = ("in", "of", "from")
_REACH = 8


def past_where(sentence: Sentence, at: int) -> Noun | None:
    """Who stands before "who", past where they are: "X in Labour's caucus, who ..."."""
    noun = sentence.noun(at)
    if noun is not None and noun.kind != "organisation" and " " in noun.name:
        return noun
    for index in range(at, max(-1, at - _REACH), -1):
        person = sentence.noun(index)
        if sentence.folds[index] == ",":
            break
        located = person is not None and sentence.folds[person.last] in _WHERE
        if person is not None and person.kind == "person" and located:
            return person
    return noun
