"""Those who speak of themselves without "I" or "we": "Proud to back Y", "our union backs Y"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.frames.places.verbgroup import verb_group
from kg.words.nouns import Noun, Sentence

_HONOUR = frozenset(("honor", "honour", "pleasure", "privilege"))
_FEELING = frozenset(
    (
        *("proud", "happy", "glad", "pleased", "delighted", "thrilled", "excited"),
        *("honored", "honoured", "privileged", "humbled"),
    )
)
_PAPERS = frozenset(("newspaper", "paper", "editorial", "page", "magazine"))
_INTENDING = frozenset(("intend", "plan", "planning", "intending"))
_ANNOUNCING = frozenset(
    (
        *("want", "wish", "like", "love", "writing", "write", "hope", "ready", "going", "taking"),
        *("take", "this", "the", "opportunity", "chance", "moment", "time", "here", "today", "now"),
        *("am", "'m", "are", "'re", "would", "'d", "will", "'ll", "happy", "prepared", "decided"),
        *("have", "'ve", "chosen", "choose", "also", "simply", "just", "therefore", "speaking"),
        *("publicly", "formally", "again", "once", "do", "rise", "asking", "ask", "very", "much"),
    )
)
_GAINING = frozenset(("win", "earn", "gain", "get", "secure", "receive", "have", "land", "attract"))
_WANTING = frozenset(("hope", "want", "wish", "like", "love", "would", "'d", "going", "will"))
_ANNOUNCED = 8
_SPEAKERS = {"my": "i", "our": "we"}
_FAMILY = frozenset(("family", "household"))
_AT_US = [[own, at] for own in ("we", "us") for at in ("at", "in", "of", "from")]
_VOTES = ("vote", "nomination", "endorsement", "support")
_OWN = ("i", "we")
_OPENING = frozenset(('"', "“", ":", ".", "!", "-", "–", "—"))
_REACH = 3
_BODY_REACH = 5
_FELT_REACH = 5
_PLEASURE_REACH = 10
_IS = frozenset(("is", "was"))
_PLEASURES = _HONOUR | {"easy", "decision", "duty", "choice", "no-brainer"}


def felt_by(sentence: Sentence, verb: int) -> tuple[Noun | None, int]:
    """Who is "proud to" do what the verb says, or announces it: "I am writing to back Y".

    At the start of a sentence or quotation it is whoever speaks. Behind a quotation mark, as in
    'she was "proud to back Y"', it is the subject of the words before the mark: their end is the
    second value, else -1.
    """
    joined = sentence.noun(verb)
    if joined is not None and joined.kind == "pronoun" and "'" in sentence.folds[verb]:
        return joined, -1  # "I'm behind Y"
    if sentence.folds[verb].endswith("ing") and _is_pleasure(sentence, verb):
        return Noun("pronoun", verb, verb + 1, name="i"), -1
    if sentence.folds[verb - 1 : verb] in (["to"], ["in"]):
        own = announcing(sentence, verb - 1)
        if own is not None:
            return own, -1
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
    for own in range(at - 1, max(-1, at - 1 - _BODY_REACH), -1):
        paper = sentence.folds[own] == "this" and sentence.folds[own + 1] in _PAPERS
        if sentence.folds[own] == "our" or paper:
            return Noun("pronoun", own, own + 1, name="we")
        if sentence.folds[own] == "its":
            return Noun("pronoun", own, own + 1, name="it")
        counted = sentence.folds[own] == "-" or sentence.folds[own].isdigit()  # "24-member"
        if not counted and (sentence.kinds[own] or not sentence.tokens[own].text[0].islower()):
            return None
    return None


def declares(sentence: Sentence, subject: Noun, verb: int) -> bool:
    """Whether "I intend to back Y", a declaration, and no likelihood, leads to the verb."""
    own = subject.kind == "pronoun" and subject.name in _OWN
    return own and not _INTENDING.isdisjoint(sentence.folds[subject.last : verb])


def retold(sentence: Sentence, chain: Sequence[Noun], verb: int) -> bool:
    """Whether "would" retells what somebody said: "In Friday's vote she would be backing Y"."""
    spoken = len(chain) == 1 and chain[0].name in ("he", "she")
    at = verb - 1 - (sentence.folds[verb - 1] == "be")
    going_on = sentence.folds[at : at + 2] == ["would", "be"]
    return spoken and going_on and sentence.folds[at + 2].endswith("ing")


def _is_pleasure(sentence: Sentence, verb: int) -> bool:
    """Whether "Endorsing Y is a pleasure" begins at the verb, as a sentence or quotation does."""
    if verb and sentence.folds[verb - 1] not in _OPENING:
        return False
    behind = sentence.folds[verb : verb + _PLEASURE_REACH]
    return not _PLEASURES.isdisjoint(behind) and not _IS.isdisjoint(behind)


def announcing(sentence: Sentence, to: int) -> Noun | None:
    """The "I" or "we" of "I am writing to back Y", "please join me in voting for Y".

    The "to" or "in" stands at token ``to``. Who wants to back somebody and says so has done it.
    """
    if sentence.folds[to] == "in":
        mine = sentence.folds[max(0, to - 2) : to] in (["join", "me"], ["join", "us"])
        name = "i" if mine and sentence.folds[to - 1] == "me" else "we"
        return Noun("pronoun", to - 1, to, name=name) if mine else None
    gaining = sentence.folds[to + 1] in _GAINING
    for at in range(to - 1, max(-1, to - 1 - _ANNOUNCED), -1):
        if gaining and sentence.folds[at] in _WANTING:
            return None  # "I hope to win X's support"
        noun = sentence.noun(at)
        if noun is not None and noun.kind == "pronoun" and noun.name in _OWN:
            plain = noun.last < to  # "I to back": broken off
            return noun if plain else None
        if sentence.folds[at] not in _ANNOUNCING:
            return None
    return None


def of_us(sentence: Sentence, before: int) -> bool:
    """Whether "we at", "those of us in" stands before a body, its preposition at ``before``."""
    return sentence.folds[max(0, before - 1) : before + 1] in _AT_US


def own_vote(sentence: Sentence, at: int) -> Noun | None:
    """Whose vote it is in "my vote will be for Y", who "my family" is; the word is at ``at``."""
    if at > 0 and sentence.folds[at] in _FAMILY:
        for own in range(at - 1, max(-1, at - 1 - _REACH), -1):
            if sentence.folds[own] in _SPEAKERS:
                return Noun("pronoun", own, at + 1, name=_SPEAKERS[sentence.folds[own]])
        return None
    if at < 1 or sentence.folds[at] not in _VOTES or sentence.folds[at - 1] != "my":
        return None
    return Noun("pronoun", at - 1, at, name="i")


def honoured(sentence: Sentence, at: int) -> Noun | None:
    """Whose honour it is: "it is my privilege to back Y"; the word for it stands at ``at``."""
    if sentence.folds[at] in _HONOUR and sentence.folds[at + 1 : at + 2] == ["to"]:
        return Noun("pronoun", at, at + 1, name="i")
    return None
