"""The body that "it" means where the body was only called "the group" or "the union" before."""

from __future__ import annotations

from kg.model import Mention
from kg.prose.reference.arms import Said
from kg.prose.reference.descriptions import body_spoken_of, described_body
from kg.words.nouns import Noun, Sentence

_OWNING = ("'s", "'")
_FIRST = 3  # words before the head of a phrase that opens a sentence


def body_meant(said: Said, noun: Noun, at: int) -> Mention | None:
    """The body that "it" in passage ``at`` means.

    That which is said to say it, "the group said that it", or which opens the sentence before; or
    else what those sentences are about by name.
    """
    sentence = said.passages[at].sentence
    head = _sayer(sentence, noun.first)
    if head is not None:
        return _described(said, head, at)
    before = said.passages[at - 1].sentence if at else None
    opened = _opener(before, said) if before is not None and noun.first == 0 else None
    if opened is not None:
        return _described(said, opened, at - 1)
    return body_spoken_of(said.passages, said.cast, noun, at)


def _described(said: Said, head: int, at: int) -> Mention | None:
    phrase = Noun("office", head, head + 1, definite=True)
    return described_body(said.passages, said.cast, phrase, at, said.body_kinds)


def _sayer(sentence: Sentence, at: int) -> int | None:
    """The head of "the group" in "the group said that it", of which token ``at`` is "it"."""
    verb = at - 1 - (sentence.folds[at - 1 : at] == ["that"])
    if verb < 1 or sentence.kinds[verb] != "speech":
        return None
    head = verb - 1
    while head and sentence.kinds[head] in ("have", "adverb"):
        head -= 1
    return head if sentence.kinds[head] == "body" else None


def _opener(sentence: Sentence, said: Said) -> int | None:
    """The head of a phrase that opens a sentence and names no body: "The powerful group ..."."""
    if sentence.folds[:1] != ["the"]:
        return None
    for at in range(1, min(1 + _FIRST, len(sentence.folds) - 1)):
        noun = sentence.noun(at)
        if sentence.folds[at] in said.body_kinds:
            if sentence.folds[at + 1] in _OWNING:
                return None  # "The league's president would be X. It endorses Y."
            return at if noun is None or noun.kind == "group" else None
        if sentence.kinds[at] or noun is not None:
            return None
    return None
