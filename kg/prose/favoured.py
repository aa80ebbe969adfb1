"""The one candidate whom a sentence names or means, who may be the one that others are for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from kg.frames import Actor
from kg.model import Mention
from kg.prose.commitments import KINDS, Word, is_at
from kg.prose.discourse import Discourse
from kg.words.nouns import Noun, Sentence

Favoured = tuple[Mention, tuple[Noun, ...]]
"""Somebody, with the phrases that name or mean that one."""

_OBJECTS = ("him", "her", "his")
_MEANT = frozenset((*_OBJECTS, "he", "she"))
_COMPARED = frozenset(
    (
        *("over", "than", "against", "versus", "under", "unlike", "succeed", "replace", "beat"),
        *("except", "defeat", "without", "challenge", "oust", "unseat", "not"),
    )
)
_JUDGING = ("choice", "term")
_OWNING = frozenset(("his", "her"))
_OWNED = frozenset(
    (
        *("side", "camp", "corner", "team", "column", "cause", "campaign", "bid", "run", "name"),
        *("candidacy", "candidature", "election", "favour", "favor", "behalf", "ticket"),
        *("bandwagon", "ambition"),
    )
)


def favoured(
    discourse: Discourse, at: int, standing: Collection[Mention], words: Sequence[Word]
) -> Favoured | None:
    """The one of those ``standing`` whom passage ``at`` names or means.

    In a passage without any of them, whoever one of the ``words`` stands at may be a candidate of
    whom the article says no more.
    """
    named: dict[Mention, list[Noun]] = {}
    sentence = discourse.passages[at].sentence
    people = {discourse.member(noun, at) for noun in sentence.nouns if noun.kind == "person"}
    apart = {one for one in people if one is not None and one not in standing}
    for noun in (*sentence.nouns, *_owners(sentence)):
        one = _meant(discourse, at, noun, apart)
        if one is not None and one in standing and one.kind == "person":
            named.setdefault(one, []).append(noun)
    if not named:
        return _untold(discourse, at, words)
    compared = {
        one for one, nouns in named.items() if all(_is_compared(sentence, n) for n in nouns)
    }
    return _only({one: nouns for one, nouns in named.items() if one not in compared})


def _untold(discourse: Discourse, at: int, words: Sequence[Word]) -> Favoured | None:
    """The one person at whom words stand: behind them, else before what judges somebody."""
    sentence = discourse.passages[at].sentence
    chosen: dict[Mention, list[Noun]] = {}
    judged: dict[Mention, list[Noun]] = {}
    for noun in sentence.nouns if words else ():
        owns = sentence.folds[noun.last : noun.last + 1] in (["'s"], ["'"])
        if noun.kind != "person" or owns or _is_compared(sentence, noun):
            continue
        tied = [
            word
            for word in words
            if word.kind in KINDS
            and is_at(sentence, word, noun)
            and "," not in sentence.folds[word.last : noun.first]
        ]
        one = _meant(discourse, at, noun, ()) if tied else None
        if one is None or one not in discourse.contenders.named:
            continue
        if any(word.first < noun.first for word in tied):
            chosen.setdefault(one, []).append(noun)
        elif any(word.kind in _JUDGING for word in tied):
            judged.setdefault(one, []).append(noun)
    return _only(chosen or judged)


def _only(found: Mapping[Mention, Sequence[Noun]]) -> Favoured | None:
    """The one who was found, if there is no other."""
    one = next(iter(found)) if len(found) == 1 else None
    return (one, tuple(found[one])) if one is not None else None


def _meant(discourse: Discourse, at: int, noun: Noun, apart: Collection[Mention]) -> Mention | None:
    """The one whom a phrase for a person names, or a pronoun means: none of those ``apart``."""
    if noun.kind == "pronoun" and noun.name in _OBJECTS:
        found = discourse.objects(Actor(noun), at, apart)
    elif noun.kind == "person" or (noun.kind == "pronoun" and noun.name in _MEANT):
        found = discourse.mentions(Actor(noun), at)
    else:
        return None
    return found[0] if len(found) == 1 else None


def _owners(sentence: Sentence) -> Iterator[Noun]:
    """The "his" and "her" of "his campaign", "on her side"."""
    for at in sentence.places(_OWNING):
        if sentence.noun(at) is None and not _OWNED.isdisjoint(sentence.folds[at + 1 : at + 3]):
            yield Noun("pronoun", at, at + 1, name=sentence.folds[at])


def _is_compared(sentence: Sentence, noun: Noun) -> bool:
    """Whether somebody is only whom another is chosen over, or follows."""
    return noun.first > 0 and sentence.folds[noun.first - 1] in _COMPARED
