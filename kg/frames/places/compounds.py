"""Participles joined to their doer by a hyphen: "the Unite-backed candidate Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.coordination.chains import actors, chain_right
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.model import Polarity
from kg.words.nouns import Noun, Sentence

_HYPHENS = ("-", "‐", "‑")
_BACKING = ("person", "organisation")
_BETWEEN = ("office", "organisation", "place", "group")  # "the Unite-backed Labour candidate Y"
_NAMING = ("organisation", "place")
_SEVERAL = frozenset(("candidates", "nominees", "contenders", "hopefuls"))
_REACH = 6


def is_compound(sentence: Sentence, index: int) -> bool:
    """Whether the verb at ``index`` is the second half of one word: "Unite-backed"."""
    if not 2 <= index < len(sentence.tokens) or sentence.tokens[index - 1].text not in _HYPHENS:
        return False
    before, hyphen, verb = sentence.tokens[index - 2 : index + 1]
    return before.end == hyphen.start and hyphen.end == verb.start


def read_compound(
    sentence: Sentence, index: int, end: int, polarity: Polarity, kind: str
) -> Iterator[Frame]:
    """The frame of such a word at ``index``: the name behind it or the one that it describes."""
    doer = sentence.noun(index - 2)
    if doer is None or doer.kind not in _BACKING or doer.last != index - 1:
        return
    behind = backed_behind(sentence, end)
    if behind and doer.kind == "organisation" and not _stands(sentence, end, behind[0].first):
        return
    backed = behind or _described(sentence, doer, end)
    if backed:
        made = actors(sentence, backed)
        cue = (index, end)
        who = actors(sentence, [doer])
        yield make_frame("prose.compound", polarity, who, made, "", cue, kind)


def backed_behind(sentence: Sentence, end: int) -> list[Noun]:
    """Y in "Unite-backed (candidate) Y"; all of several behind a plural: "candidates Y and Z"."""
    for at in range(end, min(end + _REACH, len(sentence.folds))):
        noun = sentence.noun(at)
        if noun is not None and noun.kind == "person":
            word = sentence.folds[at - 1 - (sentence.folds[at - 1] == ",")]
            several = at > end and word.endswith("s")
            return chain_right(sentence, noun) if several else [noun]
        if noun is not None and noun.kind not in _BETWEEN:
            return []
        if noun is None and sentence.kinds[at] not in ("", "relation"):
            return []
    return []


def _stands(sentence: Sentence, end: int, first: int) -> bool:
    """Whether what stands between says that somebody stands, or says nothing of them.

    A bank backs a developer and a union a president for other things than an election.
    """
    between = range(end, first)
    if any(sentence.kinds[at] == "relation" or sentence.folds[at] in _SEVERAL for at in between):
        return True
    nouns = [sentence.noun(at) for at in between]
    plain = all(noun is not None and noun.kind in _NAMING for noun in nouns)
    person = sentence.noun(first)
    return plain and person is not None and not person.offices


def _described(sentence: Sentence, doer: Noun, end: int) -> list[Noun]:
    """Y in "Y, the Unite-backed candidate": only of a candidate, not of a plan or a body."""
    if sentence.kinds[end : end + 1] != ["relation"]:
        return []
    at = doer.first - 1
    if at < 1 or sentence.kinds[at] != "determiner":
        return []
    before = at - 1
    if sentence.folds[before] == "," or sentence.kinds[before] == "be":
        noun = sentence.noun(before - 1)
        return [noun] if noun is not None and noun.kind == "person" else []
    return []
