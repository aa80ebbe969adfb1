"""Those who speak of themselves without "I" or "we": "Proud to back Y", "our union backs Y"."""

from __future__ import annotations

from kg.frames.verbgroup import verb_group
from kg.nouns import Noun, Sentence

_HONOUR = frozenset(("honor", "honour", "pleasure", "privilege"))
_FEELING = frozenset(
    (
        *("proud", "happy", "glad", "pleased", "delighted", "thrilled", "excited"),
        *("honored", "honoured", "privileged", "humbled"),
    )
)
_PAPERS = frozenset(("newspaper", "paper", "editorial", "page", "magazine"))
_INTENDING = frozenset(("intend", "plan", "planning", "intending"))
_VOTES = ("vote", "nomination", "endorsement", "support")
_OPENING = frozenset(('"', "“", ":", ".", "!", "-", "–", "—"))
_REACH = 3
_FELT_REACH = 5


def felt_by(sentence: Sentence, verb: int) -> tuple[Noun | None, int]:
    """Who is "proud to" do what the verb says, when no subject stands before the feeling.

    At the start of a sentence or quotation it is whoever speaks. Behind a quotation mark, as in
    'she was "proud to back Y"', it is the subject of the words before the mark: their end is the
    second value, else -1.
    """
    if _FEELING.isdisjoint(sentence.folds[max(0, verb - _FELT_REACH) : verb]):
        return None, -1
    start, _ = verb_group(sentence, verb)
    felt = next((at for at in range(start + 1, verb) if sentence.folds[at] in _FEELING), -1)
    if felt < 0:
        return None, -1
    if start >= 0 and sentence.folds[start] not in _OPENING:
        return None, -1
    if start > 0 and sentence.kinds[start - 1] == "be":
        return None, start
    return Noun("pronoun", felt, felt + 1, name="i"), -1


def own_body(sentence: Sentence, at: int) -> Noun | None:
    """The "we" in "our union", "our executive committee", "this newspaper"; "it" in "its members".

    The word for the body stands at ``at``.
    """
    for own in range(at - 1, max(-1, at - 1 - _REACH), -1):
        paper = sentence.folds[own] == "this" and sentence.folds[own + 1] in _PAPERS
        if sentence.folds[own] == "our" or paper:
            return Noun("pronoun", own, own + 1, name="we")
        if sentence.folds[own] == "its":
            return Noun("pronoun", own, own + 1, name="it")
        if sentence.kinds[own] or not sentence.tokens[own].text[0].islower():
            return None
    return None


def declares(sentence: Sentence, subject: Noun, verb: int) -> bool:
    """Whether "I intend to back Y", a declaration, and no likelihood, leads to the verb."""
    own = subject.kind == "pronoun" and subject.name in ("i", "we")
    return own and not _INTENDING.isdisjoint(sentence.folds[subject.last : verb])


def own_vote(sentence: Sentence, at: int) -> Noun | None:
    """Whose vote it is in "my vote will be for Y"; the word for it stands at ``at``."""
    if at < 1 or sentence.folds[at] not in _VOTES or sentence.folds[at - 1] != "my":
        return None
    return Noun("pronoun", at - 1, at, name="i")


def honoured(sentence: Sentence, at: int) -> Noun | None:
    """Whose honour it is: "it is my privilege to back Y"; the word for it stands at ``at``."""
    if sentence.folds[at] in _HONOUR and sentence.folds[at + 1 : at + 2] == ["to"]:
        return Noun("pronoun", at, at + 1, name="i")
    return None
