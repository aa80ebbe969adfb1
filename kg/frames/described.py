"""Noun phrases that only a clause shows to be one: "the leftwinger", "the committee of X"."""

from __future__ import annotations

from dataclasses import replace

from kg.nouns import Noun, Sentence

_PARTS = frozenset(("committee", "board", "council", "executive", "conference", "branch", "caucus"))


def part_of_body(sentence: Sentence, of: int, body: Noun) -> Noun | None:
    """The part of an organisation that acts for it: "the executive committee of X".

    ``of`` is the token of the "of" before ``body``. Members of a body are no part of it.
    """
    if body.kind != "organisation" or not of or sentence.folds[of - 1] not in _PARTS:
        return None
    first = of - 1
    while first > 0 and _is_plain(sentence, first - 1):
        first -= 1
    printed = " ".join(token.text for token in sentence.tokens[first:of])
    return replace(body, first=first, name=f"{printed} of {body.name}", body=None)


def _is_plain(sentence: Sentence, at: int) -> bool:
    """Whether a word in small letters, with no other work in the clause, stands at ``at``."""
    plain = not sentence.kinds[at] and sentence.noun(at) is None
    return plain and sentence.tokens[at].text[0].islower()


def described_by(sentence: Sentence, at: int) -> Noun | None:
    """A phrase like "the leftwinger": definite, without a name; the discourse resolves it."""
    for start in range(at, max(-1, at - 3), -1):
        if sentence.folds[start] == "the":
            return Noun("office", start, at + 1, definite=True)
        if (
            sentence.kinds[start] not in ("", "relation")
            or not sentence.tokens[start].text[0].isalpha()
        ):
            return None
    return None
