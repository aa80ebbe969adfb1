"""Groups behind "of": a group of 40 mayors acts itself, half of the party's 40 MPs are others."""

from __future__ import annotations

from kg.words.nouns import Noun, Sentence

_EVERY = frozenset(("every", "each", "all"))
_COLLECTIVE = frozenset(("group", "coalition", "alliance", "bloc", "team", "list"))
_WHERE = frozenset(("in", "across", "within", "throughout"))
_MANY = frozenset(("number", "handful", "host", "raft", "slew", "string", "range", "clutch"))


def past_owner(sentence: Sentence, at: int) -> int:
    """The token before "the party's" in "half of the party's 40 MPs"; else ``at`` itself.

    ``at`` is the token before a group. In "every one of the party's 40 MPs" all are meant.
    """
    if at < 0 or sentence.folds[at] != "'s":
        return at
    noun = sentence.noun(at - 1)
    before = (noun.first if noun is not None else at - 1) - 1
    while before > 0 and sentence.kinds[before] == "determiner":
        before -= 1
    part = before > 0 and sentence.folds[before] == "of"
    whole = not _EVERY.isdisjoint(sentence.folds[max(0, before - 2) : before])
    return before if part and (not whole or "almost" in sentence.folds[:before]) else at


def is_collected(sentence: Sentence, noun: Noun, before: int) -> bool:
    """Whether the words up to token ``before`` only gather the group: "a group of 40 mayors"."""
    if noun.kind != "group" or before < 1 or sentence.folds[before] != "of":
        return False
    word = sentence.folds[before - 1]
    return word in _MANY or (word in _COLLECTIVE and noun.count is not None)


def counted_of(sentence: Sentence, of: int, body: Noun) -> Noun | None:
    """The number of members that act before "of" and their body: "13 members of the council"."""
    group = sentence.noun(of - 1) if of and body.kind == "organisation" else None
    if group is None or group.kind != "group" or group.count is None:
        return None
    return None if group.first and sentence.kinds[group.first - 1] == "preposition" else group


def is_where(sentence: Sentence, noun: Noun) -> bool:
    """Whether a group only says where others are: "urged colleagues in the party to back Y"."""
    before = noun.first - 1
    before -= before > 0 and sentence.kinds[before] in ("determiner", "possessive")
    return noun.kind == "group" and before >= 0 and sentence.folds[before] in _WHERE
