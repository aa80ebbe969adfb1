"""What stands where about a verb of office: the office behind it, the person as its object."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.clause.clauses import VERBAL
from kg.model import RoleStatus
from kg.posts.model import Post, joined_offices, past_owner, post
from kg.words.nouns import Noun, Sentence

_REACH = 8
_MODIFIERS = frozenset(("determiner", "possessive", "adverb", "time"))
_OBJECTS = frozenset(("him", "her", "them"))


def office_after(sentence: Sentence, start: int, word: str) -> Noun | None:
    """The office behind the next ``word``, a few words on: "stepped down on Monday as mayor"."""
    for at in range(start, min(start + _REACH, len(sentence.folds))):
        if sentence.folds[at] == word:
            office = bare_after(sentence, at + 1)
            if office is not None or word == "as":
                return office
        if sentence.folds[at] in (";", ":") or sentence.kinds[at] in VERBAL:
            return None
    return None


def bare_after(sentence: Sentence, start: int) -> Noun | None:
    """The office that begins at ``start``, past articles and "be"."""
    at = start
    while at < len(sentence.folds) and at - start < _REACH:
        noun = sentence.noun(at)
        if noun is not None and noun.kind == "office" and noun.first == at:
            return noun
        owner = noun is not None and sentence.folds[noun.last : noun.last + 1] == ["'s"]
        chosen = noun is not None and at == start and noun.kind in ("person", "pronoun")
        if noun is not None and (owner or chosen):
            at = noun.last
            continue
        if at == start and sentence.folds[at] in _OBJECTS:
            at += 1
            continue
        if noun is not None:
            return None
        passed = (
            at + 1 if _is_light(sentence, at) else past_owner(sentence, at, len(sentence.folds))
        )
        if not passed:
            return None
        at = passed
    return None


def _is_light(sentence: Sentence, at: int) -> bool:
    return sentence.kinds[at] in _MODIFIERS or sentence.folds[at] in ("'s", "be", "to", "new")


def object_of(sentence: Sentence, start: int, end: int) -> Noun | None:
    """The person between a verb and the office, as its object: "appointed X mayor"."""
    for at in range(start, end):
        noun = sentence.noun(at) or _pronoun(sentence, at)
        if noun is not None and noun.kind in ("person", "pronoun"):
            owner = sentence.is_owning(noun.last)
            return None if owner or sentence.folds[at - 1] in ("by", "for", "with") else noun
        if noun is None and sentence.kinds[at] not in ("determiner", "adverb"):
            return None
    return None


def _pronoun(sentence: Sentence, at: int) -> Noun | None:
    """An object pronoun; "her" is elsewhere the word for whose something is."""
    word = sentence.folds[at]
    return Noun("pronoun", at, at + 1, name=word) if word in _OBJECTS else None


def posts(
    sentence: Sentence,
    holder: Noun,
    first: Noun,
    status: RoleStatus | None,
    others: tuple[Noun, ...] = (),
) -> Iterator[Post]:
    """The posts of ``holder`` in the office and in those joined to it."""
    for office in joined_offices(sentence, first):
        yield post(holder, office, status, others)
