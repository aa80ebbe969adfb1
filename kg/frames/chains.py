"""Coordination and apposition: noun phrases that fill one place of a frame together."""

from __future__ import annotations

from kg.frames.model import Actor
from kg.nouns import Noun, Sentence
from kg.offices import OfficePhrase

_JOINTS = frozenset((",", "and", "&", "plus", "the", "both", ";", "as", "well", "a", "an"))
_ACTING = frozenset(("person", "organisation", "group", "office"))
_MAX_SKIPPED = 3
_OPENERS = ("determiner", "possessive")


def chain_left(sentence: Sentence, noun: Noun) -> list[Noun]:
    """The noun phrases joined to ``noun`` on its left, in order, ``noun`` last."""
    found = [noun]
    while True:
        before = _neighbour(sentence, found[0].first, -1)
        if before is None or not _joined(sentence, before, found[0]):
            return _from_conjunction(sentence, found)
        found.insert(0, before)


def chain_right(sentence: Sentence, noun: Noun) -> list[Noun]:
    """The noun phrases joined to ``noun`` on its right, in order, ``noun`` first."""
    found = [noun]
    while True:
        after = _neighbour(sentence, found[-1].last, 1)
        if after is None or not _joined(sentence, found[-1], after):
            return _up_to_conjunction(sentence, found)
        found.append(after)


def noun_from(sentence: Sentence, index: int) -> Noun | None:
    """The noun phrase that begins at ``index`` or after a determiner and what describes it.

    "his old friend Liz Kendall" leads to the person; without a determiner nothing is skipped, so
    that "backs plans Kendall made" does not.
    """
    start = index
    opened = False
    while index < len(sentence.tokens) and index - start <= _MAX_SKIPPED:
        noun = sentence.noun(index)
        if noun is not None:
            return noun if noun.kind != "place" or noun.first == index else None
        kind = sentence.kinds[index]
        if kind in _OPENERS:
            opened = True
        elif kind == "adverb" or sentence.tokens[index].text in ('"', "“"):
            pass
        elif not (opened and kind == "" and sentence.tokens[index].text[0].islower()):
            return None
        index += 1
    return None


def actors(sentence: Sentence, chain: list[Noun]) -> tuple[Actor, ...]:
    """The chain as actors: appositions folded into the person they describe.

    A group before names ("three former chief whips, A, B and C") gives its office to each; an
    office beside a name gives it to that name.
    """
    made: list[Actor] = []
    shared: tuple[OfficePhrase, ...] = ()
    waiting: tuple[OfficePhrase, ...] = ()
    for position, noun in enumerate(chain):
        following = chain[position + 1 :]
        if noun.kind == "group" and following and following[0].kind in ("person", "organisation"):
            shared = noun.offices
        elif noun.kind == "office" and _describes(sentence, noun, following):
            waiting = noun.offices
        elif noun.kind == "office" and made and _apposed(sentence, chain[position - 1], noun):
            made[-1] = Actor(made[-1].noun, (*made[-1].offices, *noun.offices))
        else:
            made.append(Actor(noun, (*waiting, *shared)))
            waiting = ()
    return tuple(made)


def _describes(sentence: Sentence, office: Noun, following: list[Noun]) -> bool:
    """Whether an office stands before the name that it describes."""
    return bool(
        following and following[0].kind == "person" and _apposed(sentence, office, following[0])
    )


def _apposed(sentence: Sentence, first: Noun, second: Noun) -> bool:
    between = [t for t in sentence.folds[first.last : second.first] if t not in ("the", "a", "an")]
    return between == [","] or not between


def _neighbour(sentence: Sentence, index: int, step: int) -> Noun | None:
    at = index - 1 if step < 0 else index
    while 0 <= at < len(sentence.tokens):
        noun = sentence.noun(at)
        if noun is not None:
            return noun if noun.kind in _ACTING else None
        if sentence.folds[at] not in _JOINTS:
            return None
        at += step
    return None


def _joined(sentence: Sentence, first: Noun, second: Noun) -> bool:
    between = sentence.folds[first.last : second.first]
    return bool(between) and all(word in _JOINTS for word in between)


def _from_conjunction(sentence: Sentence, found: list[Noun]) -> list[Noun]:
    """A chain of plain commas without "and" is no coordination: keep what an apposition joins."""
    if len(found) < 2 or _has_and(sentence, found):
        return found
    kept = [found[-1]]
    for noun in reversed(found[:-1]):
        if noun.kind == kept[0].kind or {noun.kind, kept[0].kind} <= {"person", "organisation"}:
            break
        kept.insert(0, noun)
    return kept


def _up_to_conjunction(sentence: Sentence, found: list[Noun]) -> list[Noun]:
    if len(found) < 2 or _has_and(sentence, found):
        return found
    kept = [found[0]]
    for noun in found[1:]:
        if noun.kind == kept[-1].kind or {noun.kind, kept[-1].kind} <= {"person", "organisation"}:
            break
        kept.append(noun)
    return kept


def _has_and(sentence: Sentence, chain: list[Noun]) -> bool:
    return any(
        word in ("and", "&", "plus")
        for first, second in zip(chain, chain[1:], strict=False)
        for word in sentence.folds[first.last : second.first]
    )
