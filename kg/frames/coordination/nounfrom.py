"""The noun phrase that begins at a word, past what only leads to it: "his old friend X"."""

from __future__ import annotations

from kg.frames.coordination.described import part_from, says_whose, two_trades
from kg.frames.coordination.joints import OPENERS, names_candidate, owns_holder
from kg.frames.coordination.whence import (
    describes,
    numbers_members,
    one_of_them,
    owned_person,
    places,
)
from kg.words.nouns import Noun, Sentence
from kg.words.once import once_at

_COUNTING = ("number", "majority", "host", "string", "handful", "raft", "range", "group")
_NUMBER_OF = tuple([word, "of"] for word in _COUNTING)
_OPENING_MARKS = frozenset(("'", '"', "‘", "“", "["))
_MAX_SKIPPED = 3
_LONGEST_TRADE = 5  # words
_CLAUSAL = ("be", "have", "do", "modal", "relative", "preposition", "speech", "verb", "and")
_OWNERS = frozenset(("his", "her", "their", "its", "my", "our"))


@once_at
def noun_from(sentence: Sentence, index: int) -> Noun | None:
    """The noun phrase that begins at ``index`` or after a determiner and what describes it.

    "his old friend X" leads to the person; without a determiner nothing is skipped, and no
    plural or past form ever, so that "backs plans X made" and "the strikes angered X" do not.
    """
    opens = sentence.kinds[index : index + 1] == ["determiner"]
    part = part_from(sentence, index + 1) if opens else None
    found = part or _noun_from(sentence, index) or _of_trade(sentence, index)
    if found is None or sentence.folds[found.last : found.last + 1] == ["'s"]:
        found = _of_owner(sentence, index) or found
    return found or two_trades(sentence, index)


def _of_owner(sentence: Sentence, index: int) -> Noun | None:
    """X in "the state's other senator, X.": whose somebody is, and what, before the name."""
    reach = range(index, min(index + _MAX_SKIPPED, len(sentence.folds)))
    at = next((i for i in reach if sentence.folds[i] == "'s"), len(sentence.folds))
    for comma in range(at + 2, min(at + 2 + _LONGEST_TRADE, len(sentence.folds) - 1)):
        if sentence.folds[comma] == ",":
            named = sentence.noun(comma + 1)
            if named is None or named.kind != "person" or " " not in named.name:
                return None
            closed = sentence.folds[named.last : named.last + 1]
            return named if closed in ([], ["."], [","], [";"], ["and"]) else None
        inner = sentence.noun(comma)
        if (inner is not None and inner.kind == "person") or sentence.kinds[comma] in _CLAUSAL:
            return None
    return None


def _of_trade(sentence: Sentence, index: int) -> Noun | None:
    """X in "popular talk-radio host X": words without an article tell what she is."""
    for at in range(index, min(index + _LONGEST_TRADE, len(sentence.folds))):
        noun = sentence.noun(at)
        if noun is not None:
            named = noun.kind == "person" and " " in noun.name and at > index
            return noun if named and sentence.kinds[at - 1] == "relation" else None
        plain = sentence.kinds[at] in ("", "relation", "adverb")
        if not plain or not describes(sentence.tokens[at].text):
            return None
    return None


def of_hers(sentence: Sentence, index: int) -> Noun | None:
    """X in "her predecessor, X": whose somebody is stands before the name, and a comma."""
    if sentence.folds[index : index + 1] == [] or sentence.folds[index] not in _OWNERS:
        return None
    for at in range(index + 1, min(index + 1 + _MAX_SKIPPED, len(sentence.folds) - 1)):
        if sentence.folds[at] == ",":
            named = sentence.noun(at + 1) if sentence.kinds[at - 1] == "relation" else None
            return named if named is not None and named.kind == "person" else None
        if sentence.noun(at) is not None or sentence.kinds[at] not in ("", "relation"):
            return None
    return None


def _leads_to(sentence: Sentence, noun: Noun) -> int:
    """Where the name begins to which a phrase only leads, else -1.

    "both X and Y", "Anytown Mayor X", "Anytown's X", "Y's brother X", "one of its veterans, X".
    """
    if _counts_names(sentence, noun) or places(sentence, noun):
        return noun.last
    return max(owned_person(sentence, noun), one_of_them(sentence, noun))


def _noun_from(sentence: Sentence, index: int) -> Noun | None:
    start = index
    opened = False
    while index < len(sentence.tokens) and index - start <= _MAX_SKIPPED:
        noun = sentence.noun(index)
        if numbers_members(sentence, index):
            index, start = index + 1, start + 1
            continue
        behind = _leads_to(sentence, noun) if noun is not None else -1
        if behind > 0:
            opened = opened or (noun is not None and noun.kind == "place")
            index = start = behind
            continue
        owns = noun is not None and (
            says_whose(sentence, noun) or (opened and owns_holder(sentence, noun.last))
        )
        if noun is not None and not owns:
            return noun if noun.kind != "place" or noun.first == index else None
        kind = "possessive" if noun is not None else sentence.kinds[index]
        if kind in OPENERS or kind == "demonstrative":
            opened = True
        elif kind in ("adverb", "relation") or sentence.tokens[index].text in _OPENING_MARKS:
            pass
        elif opened and sentence.folds[index - 1 : index + 1] in _NUMBER_OF:
            start = index  # "the largest number of MPs", "a host of names"
        elif opened and (_is_owner(sentence, index) or owns_holder(sentence, index)):
            pass
        elif not (opened and kind == "" and describes(sentence.tokens[index].text)) and not (
            names_candidate(sentence, index) or _is_compound(sentence, index)
        ):
            return None
        index += 1
    return None


def _is_compound(sentence: Sentence, index: int) -> bool:
    """Whether a word of two parts describes the name behind it: "home-state New York's X"."""
    word = sentence.tokens[index].text
    return "-" in word and word.islower() and sentence.noun(index + 1) is not None


def _is_owner(sentence: Sentence, index: int) -> bool:
    """Whether a word is part of the "firefighters'" in "the firefighters' union"."""
    return "'" in sentence.folds[index : index + 2]


def _counts_names(sentence: Sentence, number: Noun) -> bool:
    """Whether the number is the "both" directly before the names of two."""
    named = sentence.noun(number.last)
    both = sentence.folds[number.first] == "both" and number.last == number.first + 1
    return both and named is not None and named.kind in ("person", "organisation")
