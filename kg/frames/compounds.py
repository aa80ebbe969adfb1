"""Participles joined to their doer by a hyphen: "the Unite-backed candidate Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.chains import actors, chain_right
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.model import Polarity
from kg.nouns import Noun, Sentence

_HYPHENS = ("-", "‐", "‑")
_BACKING = ("person", "organisation")
_BETWEEN = ("office", "organisation", "place", "group")  # "the Unite-backed Labour candidate Y"
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
    backed = backed_behind(sentence, end) or _described(sentence, doer, end)
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
            several = at > end and sentence.folds[at - 1].endswith("s")
            return chain_right(sentence, noun) if several else [noun]
        if noun is not None and noun.kind not in _BETWEEN:
            return []
        if noun is None and sentence.kinds[at] not in ("", "relation"):
            return []
    return []


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
