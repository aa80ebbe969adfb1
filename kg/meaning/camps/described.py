"""Heads that say who the candidate is: "Former Anytown Mayor Jane Doe – A, B and C"."""

from __future__ import annotations

from collections.abc import Callable

from kg.lists.heads.headcounts import HeadCount
from kg.lists.segments.fields import Knowledge
from kg.model import Mention
from kg.text import Token
from kg.words.nouns import read_sentence
from kg.words.wordkinds import word_kinds

_SAYING = frozenset(("verb", "have", "be", "modal", "negation", "refusal", "denial", "relative"))


def described_head(
    tokens: tuple[Token, ...], called: Callable[[str], Mention | None], knowledge: Knowledge
) -> tuple[str, list[str], list[HeadCount]] | None:
    """The one full name among the words, if these describe somebody and say nothing else.

    In the form of a head without a description, since those of one page have one or none.
    """
    looked = knowledge.look(tokens)
    if not _SAYING.isdisjoint(word_kinds(looked)):
        return None
    sentence = read_sentence(looked)
    named = [noun for noun in sentence.nouns if noun.kind == "person" and " " in noun.name]
    if len(named) != 1 or any(noun.kind in ("group", "number") for noun in sentence.nouns):
        return None
    known = called(named[0].name)
    return (known.name if known else named[0].name), ["name"], []
