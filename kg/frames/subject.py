"""The subject of a verb, and what the words between the two say about the verb."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.frames.chains import chain_left
from kg.frames.model import Hedge
from kg.nouns import Noun, Sentence

_PASSED = frozenset(("have", "do", "modal", "adverb", "be"))
_MAX_STEPS = 14


@dataclass(frozen=True, slots=True)
class Subject:
    """The noun phrases before a verb, whether the verb is passive, and its hedge."""

    chain: tuple[Noun, ...]
    passive: bool
    hedge: Hedge


def find_subject(sentence: Sentence, verb: int) -> Subject:
    """The subject of the verb group that ends in token ``verb``; its chain may be empty."""
    passive = False
    hedge: Hedge = ""
    at = verb - 1
    steps = 0
    while at >= 0 and steps < _MAX_STEPS:
        steps += 1
        kind = sentence.kinds[at]
        noun = sentence.noun(at)
        if kind in _PASSED or sentence.folds[at].endswith("ly"):
            passive = passive or kind == "be"
        elif kind in ("negation", "refusal", "ended", "expectation", "tentative"):
            hedge = _stronger(hedge, kind)
        elif noun is not None and noun.kind != "number" and noun.kind != "place":
            chain = tuple(chain_left(sentence, noun))
            return Subject(chain, passive, _clause_hedge(sentence, chain[0].first, hedge))
        elif sentence.folds[at] == "to" or kind == "preposition" and sentence.folds[at] == "in":
            pass
        else:
            found = _indirect(sentence, at)
            return replace(found, passive=passive, hedge=_stronger(found.hedge, hedge))
        at -= 1
    return Subject((), passive, hedge)


def _stronger(first: Hedge | str, second: Hedge | str) -> Hedge:
    """The hedge that outweighs: a refusal or negation is final, a likelihood only weakens."""
    order: tuple[tuple[Hedge, tuple[str, ...]], ...] = (
        ("negated", ("negated", "negation", "refusal")),
        ("ended", ("ended",)),
        ("conditional", ("conditional", "condition", "tentative")),
        ("expected", ("expected", "expectation")),
    )
    for hedge, kinds in order:
        if first in kinds or second in kinds:
            return hedge
    return ""


def _clause_hedge(sentence: Sentence, first: int, hedge: Hedge) -> Hedge:
    """The hedge, with an "if" or a "neither" that opens the clause."""
    before = sentence.kinds[max(0, first - 2) : first]
    if "condition" in before:
        return _stronger(hedge, "condition")
    if "negation" in before:
        return _stronger(hedge, "negation")
    return hedge


def _indirect(sentence: Sentence, at: int) -> Subject:
    """A subject that does not stand directly before its verb."""
    kind, word = sentence.kinds[at], sentence.folds[at]
    if kind == "relative":
        return _antecedent(sentence, at)
    if word in (",", ")"):
        return _across_parenthesis(sentence, at)
    if kind in ("and", "contrast"):
        return _shared(sentence, at)
    if kind == "":
        described = _described(sentence, at)
        if described:
            return Subject((described,), False, "")
    return Subject((), False, "")


def _antecedent(sentence: Sentence, at: int) -> Subject:
    """What "who" or "which" refers to: the noun phrase directly before it."""
    before = at - 1
    if before >= 0 and sentence.folds[before] == ",":
        before -= 1
    noun = sentence.noun(before)
    if noun is None:
        return Subject((), False, "")
    return Subject(tuple(chain_left(sentence, noun)), False, "")


def _across_parenthesis(sentence: Sentence, at: int) -> Subject:
    """ "X, who ..., backs Y" and "X ..., backing Y": the phrase before the opening mark."""
    opening = {")": "("}.get(sentence.folds[at], ",")
    for before in range(at - 1, 0, -1):
        if sentence.folds[before] != opening:
            continue
        noun = sentence.noun(before - 1)
        if noun is not None and noun.kind in ("person", "organisation", "office", "group"):
            return Subject(tuple(chain_left(sentence, noun)), False, "")
    return _first_actor(sentence, at)


def _shared(sentence: Sentence, at: int) -> Subject:
    """The subject of an earlier verb: "X left the race and is backing Y"."""
    return _first_actor(sentence, at)


def _first_actor(sentence: Sentence, before: int) -> Subject:
    """The first noun phrase of the clause that can act, if only plain words stand before it."""
    for noun in sentence.nouns:
        if noun.first >= before:
            break
        if noun.kind in ("person", "organisation", "office", "pronoun"):
            if noun.first and sentence.kinds[noun.first - 1] == "preposition":
                continue
            return Subject((noun,), False, "")
    return Subject((), False, "")


def _described(sentence: Sentence, at: int) -> Noun | None:
    """ "the leftwinger": a definite phrase without a name, to be resolved by what came before."""
    for start in range(at, max(-1, at - 3), -1):
        if sentence.folds[start] == "the":
            return Noun("office", start, at + 1, definite=True)
        if sentence.kinds[start] or not sentence.tokens[start].text[0].isalpha():
            return None
    return None
