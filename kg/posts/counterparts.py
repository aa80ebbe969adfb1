"""Offices told by somebody else's: "Leeds mayor X met her Hull counterpart, Y", also a mayor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.posts.model import AND, Post, gap, post
from kg.words.nouns import Noun, Sentence
from kg.words.offices import OfficePhrase

_COUNTERPARTS = frozenset(("counterpart", "counterparts"))
_SEVERAL = "counterparts"
_WHERE = frozenset(("in", "from", "for", "of"))
_REACH = 6


def counterpart_posts(sentence: Sentence) -> Iterator[Post]:
    """The posts of those who are called somebody's counterparts, each with a place of its own."""
    for at in sentence.places(_COUNTERPARTS):
        places, after = _places(sentence, at)
        people = _people(sentence, after, several=sentence.folds[at] == _SEVERAL)
        office = _office(sentence, at, people)
        if office is None or len(places) != len(people):
            continue
        for person, place in zip(people, places, strict=True):
            yield post(person, replace(office, place=place, organisation=""))


def _places(sentence: Sentence, at: int) -> tuple[list[str], int]:
    """The places of the counterparts, before the word or behind it, and the token behind both."""
    behind = sentence.noun(at + 2)
    if sentence.folds[at + 1 : at + 2] and sentence.folds[at + 1] in _WHERE:
        if behind is None or behind.kind != "place":
            return [], at + 1
        return [behind.name], behind.last
    found: list[str] = []
    start = at - 1
    while start >= 0 and at - start <= _REACH:
        noun = sentence.noun(start)
        if noun is not None and _is_place(sentence, noun):
            found.insert(0, noun.name)
            start = noun.first
        elif noun is not None or sentence.folds[start] not in AND | {","}:
            break
        start -= 1
    return found, at + 1


def _is_place(sentence: Sentence, noun: Noun) -> bool:
    """Whether a word before "counterpart" names where: it need not be a place that kg knows."""
    lone = noun.kind == "person" and not noun.title and not noun.offices and " " not in noun.name
    return (noun.kind == "place" or lone) and sentence.tokens[noun.first].text[0].isupper()


def _people(sentence: Sentence, at: int, *, several: bool) -> list[Noun]:
    """Those who are named behind the word, past a comma."""
    at += sentence.folds[at : at + 1] == [","]
    first = sentence.noun(at)
    if first is None or first.kind != "person" or first.first != at:
        return []
    found = [first]
    for noun in sentence.nouns[sentence.noun_at[at] + 1 :] if several else ():
        joints = gap(sentence, found[-1].last, noun.first)
        if noun.kind != "person" or not joints or not set(joints) <= AND | {","}:
            break
        found.append(noun)
    return found


def _office(sentence: Sentence, at: int, people: list[Noun]) -> OfficePhrase | None:
    """The office of the one whose counterparts they are: named before, else behind."""
    held = [noun for noun in sentence.nouns if noun.offices and noun not in people]
    before = [noun for noun in held if noun.last <= at]
    chosen = before[-1] if before else next(iter(held), None)
    return chosen.offices[0] if chosen is not None and not chosen.offices[0].plural else None
