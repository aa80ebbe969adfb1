"""Surnames that look like places: "have backed Sutton", of somebody whom the article names in full.

Only the whole article tells: the name alone is in the gazetteer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.cast import Cast
from kg.passages import Passage
from kg.text import fold
from kg.words.nouns import Noun, Sentence

_WHERE = frozenset(("in", "of", "at", "from", "near", "around", "across", "outside", "into", "("))
_PART = frozenset((",", "(", "'s"))


def with_surnames(passages: Sequence[Passage], cast: Cast) -> list[Passage]:
    """The passages in which a place that is the surname of one of the cast is that person."""
    return [_read_again(passage, cast) for passage in passages]


def _read_again(passage: Passage, cast: Cast) -> Passage:
    sentence = passage.sentence
    if not any(noun.kind == "place" and _is_meant(sentence, noun, cast) for noun in sentence.nouns):
        return passage
    nouns = [
        replace(noun, kind="person", name_first=noun.first)
        if noun.kind == "place" and _is_meant(sentence, noun, cast)
        else noun
        for noun in sentence.nouns
    ]
    return replace(passage, sentence=replace(sentence, nouns=nouns))


def _is_meant(sentence: Sentence, noun: Noun, cast: Cast) -> bool:
    """Whether one member of the cast has the name, and nothing says that it is where something is.

    What stands behind another name with a comma is where somebody is from: "Jane Doe, Sutton".
    """
    if noun.last - noun.first != 1 or len(cast.by_surname.get(fold(noun.name), ())) != 1:
        return False
    before = sentence.folds[noun.first - 1] if noun.first else ""
    named = sentence.noun(noun.first - 2) if before in _PART else None
    return before not in _WHERE and (named is None or before == "'s")
