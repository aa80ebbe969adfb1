"""Ranks: "X is the first MP to back Y", "X joined the list of MPs backing Y", "one of those who".

Who is put beside others by what they do does it too.
"""

from __future__ import annotations

from kg.frames.clause.clauses import VERBAL
from kg.words.nouns import Noun, Sentence

BECOMING = frozenset(("became", "becomes", "become"))
_RANKS = frozenset(
    (
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "latest",
        "last",
        "newest",
        "most",
        "biggest",
        "largest",
        "highest-ranking",
        "highest-profile",
        "only",
        "another",
    )
)
_LISTS = frozenset(("list", "ranks", "chorus", "number", "parade", "roster", "string", "group"))
_JOINING = frozenset(("joined", "joins", "join", "joining"))
_AMONG = frozenset(("one", "another", "among", "amongst", "others"))
_UNNAMED = ("group", "number", "pronoun")
_ACTING = VERBAL - {"commit", "be"}
_REACH = 14
_PHRASE = 8


def ranked(sentence: Sentence, at: int) -> int:
    """The "is" or "became" that ranks somebody as the words up to token ``at`` tell, or -1.

    Between it and the "to" stands nothing but the phrase of the rank: "the third member of Z".
    """
    for index in range(at, max(0, at - _REACH), -1):
        if sentence.kinds[index] == "be" or sentence.folds[index] in BECOMING:
            phrase = sentence.folds[index + 1 : index + 4]
            return index if not _RANKS.isdisjoint(phrase) else -1
        if sentence.kinds[index] in VERBAL or sentence.folds[index] in (",", ";", ":", "."):
            return -1
    return -1


def ranked_beside(sentence: Sentence, at: int) -> Noun | None:
    """X in "X, the only sheriff to back Y": what is set off behind the name ranks its bearer."""
    for index in range(at, max(0, at - _REACH), -1):
        if sentence.folds[index] == ",":
            opens = sentence.folds[index + 1] == "the"
            rank = opens and not _RANKS.isdisjoint(sentence.folds[index + 2 : index + 4])
            named = sentence.noun(index - 1) if rank else None
            return named if named is not None and named.kind in ("person", "organisation") else None
        if sentence.kinds[index] in VERBAL or sentence.folds[index] in (";", ":", "."):
            return None
    return None


def joining(sentence: Sentence, group: Noun) -> int:
    """The "joined" of "X joined a growing list of mayors", or -1 when the group is on no list."""
    if group.kind != "group" or group.count is not None:
        return -1
    at = group.first - 2
    if at < 1 or sentence.folds[at + 1] != "of" or sentence.folds[at] not in _LISTS:
        return -1
    at -= 1
    while at > 0 and sentence.kinds[at] in ("", "determiner", "adverb"):
        if sentence.folds[at] in _JOINING:
            break
        at -= 1
    return at if sentence.folds[at] in _JOINING else -1


def being_one_of(sentence: Sentence, group: Noun | None, who: int) -> int:
    """The "is" of "X is among the MPs who", "X is one of four MPs who", or -1.

    So is "X and Z are MPs who", but "there are MPs who" says of nobody that he is one.
    """
    if group is None or group.kind != "group":
        return _one_of_those(sentence, who)
    at = group.first - 1
    if at > 0 and sentence.kinds[at] == "be" and group.count is None:
        return at if sentence.folds[at - 1] != "there" else -1
    at -= at > 0 and sentence.kinds[at] == "determiner"
    at -= sentence.folds[at] == "of" and sentence.folds[at - 1] == "one"
    among = at > 0 and sentence.folds[at] in ("among", "one")
    is_one = among and sentence.kinds[at - 1] == "be"
    return at - 1 if is_one else _one_of_those(sentence, who)


def _one_of_those(sentence: Sentence, at: int) -> int:
    """The "is" of "X is one of several people who"; "who" is token ``at``; or -1.

    So is it with "X is another who".

    Nobody is named between, of whom it would be said.
    """
    for index in range(at - 1, max(0, at - _PHRASE), -1):
        if sentence.kinds[index] == "be" or sentence.folds[index] in BECOMING:
            phrase = sentence.folds[index + 1 : at]
            return index if not _AMONG.isdisjoint(phrase[:2]) else -1
        noun = sentence.noun(index)
        if sentence.folds[index] == "," or (noun is not None and noun.kind not in _UNNAMED):
            return -1  # what follows is said of somebody named
        if sentence.kinds[index] in _ACTING:
            return -1
    return -1
