"""Heads that print what those who stand together call themselves: "ONE TOWN - Jane Doe"."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.lists.segments.fields import Knowledge
from kg.lists.segments.roles import read_offices
from kg.meaning.camps.heads import Head
from kg.model import Mention, Span
from kg.text import Token, tokenise
from kg.words.nouns import read_sentence

_SLOGAN = re.compile(r"([^-–—:,;()\n]{2,40}?)\s?[-–—:]\s+([^-–—:,;()\n]{4,40})$")
_SHORTEST = 2  # words of a full name


def slogan_head(
    whole: Span, called: Callable[[str], Mention | None], knowledge: Knowledge
) -> Head | None:
    """The line as a slogan in capitals and the full name of somebody whom the article knows.

    None where the capitals are an office, a place or a number: those say what is contested.
    """
    text = knowledge.text
    match = _SLOGAN.fullmatch(text, whole.start, whole.end)
    if match is None or not match.group(1).isupper() or match.group(2).isupper():
        return None
    known = called(" ".join(match.group(2).split()))
    if known is None or known.kind != "person" or len(known.name.split()) < _SHORTEST:
        return None
    label = tuple(tokenise(text, Span(*match.span(1))))
    return None if _is_contested(label, knowledge) else Head(known.name, ("slogan",), sides=True)


def _is_contested(label: tuple[Token, ...], knowledge: Knowledge) -> bool:
    """Whether the words before the name are a seat, an office or a body, and no slogan."""
    if any(not token.text.isalpha() for token in label):
        return True
    contested = any(token.fold in knowledge.lexicon.contested for token in label)
    looked = knowledge.look(label)
    named = any(noun.kind in ("place", "office", "group") for noun in read_sentence(looked).nouns)
    return contested or named or bool(read_offices(looked))
