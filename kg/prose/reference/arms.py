"""Arms of bodies: "the club's PAC" and "its PAC" speak for the body itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from kg.cast import Cast
from kg.model import Mention
from kg.passages import Passage
from kg.prose.reference.descriptions import body_spoken_of, described_body
from kg.words.nouns import Noun

ARMS = frozenset(("pac", "pacs", "super pac", "political action committee"))


class Said(Protocol):
    """What a text says, as far as arms of bodies ask for it."""

    @property
    def passages(self) -> Sequence[Passage]:
        """The sentences of the text."""

    @property
    def cast(self) -> Cast:
        """Who is named in it."""

    @property
    def body_kinds(self) -> Mapping[str, frozenset[str]]:
        """The kinds of bodies that a word can mean."""


def whose_arm(said: Said, arm: Noun, at: int) -> Mention | None:
    """The body that an arm without a name of its own in passage ``at`` belongs to."""
    sentence = said.passages[at].sentence
    before = arm.first - 1
    if before < 0 or sentence.folds[before] not in ("'s", "'", "its", "the"):
        return None
    if sentence.folds[before] in ("its", "the"):
        return body_spoken_of(said.passages, said.cast, arm, at)
    named = sentence.noun(before - 1)
    if named is not None and named.kind == "organisation":
        return said.cast.member(named)
    described = Noun("office", before - 1, before, definite=True)
    return described_body(said.passages, said.cast, described, at, said.body_kinds)
