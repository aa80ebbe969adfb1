"""Wishes: "SUBJECT wants OBJECT as leader", "would like OBJECT to be the next president"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.coordination.chains import actors, noun_from
from kg.frames.making import make_frame
from kg.frames.model import Actor, Frame
from kg.frames.places.fronting import STANDING, read_identified
from kg.frames.places.subject import find_subject
from kg.lexicon import Lexicon
from kg.words.nouns import Sentence

_LINKS = frozenset(("as", "to", "for"))
_BEARING = frozenset(("fly", "carry", "bear", "hoist"))
_COLOURS = frozenset(("flag", "banner", "torch", "standard", "ticket", "colours", "colors"))
_WINNING = frozenset(("win", "lead", "succeed"))
_FOLLOWING = frozenset(("succeed", "follow", "replace", "oust", "beat", "depose"))
_TO = (["to"], ["over"], ["above"])
_STAYING = frozenset(("on", "as", "in"))  # "to stay on as", "to continue in"
_LEADING = frozenset(("determiner", "possessive", "", "be", "adverb", "time", "commit"))
_REACH = 9
_LED = 3
_LEADABLE = frozenset(("country", "nation", "way", "region", "movement", "charge", "and", "into"))


def read_wish(sentence: Sentence, index: int, end: int, lexicon: Lexicon) -> Iterator[Frame]:
    """The frame of a verb of wishing at ``index``, if an office is what is wished for somebody."""
    made, kind = _wanted(sentence, index, end, lexicon)
    subject = find_subject(sentence, index)
    if made and subject.chain and not subject.passive:
        found = actors(sentence, list(subject.chain))
        cue = (index, end)
        yield make_frame("prose.wish", "supports", found, made, subject.hedge, cue, kind)


def _wanted(
    sentence: Sentence, index: int, end: int, lexicon: Lexicon
) -> tuple[tuple[Actor, ...], str]:
    """Who is wished into an office, and how far that is believed.

    Behind the verb, or in "the candidate X wants is Y", which says that Y stands.
    """
    wanted = noun_from(sentence, end)
    if wanted is None and end < len(sentence.folds):
        return read_identified(sentence, index, end, STANDING), "endorse"
    if wanted is None or wanted.kind not in ("person", "pronoun"):
        return (), ""
    if sentence.folds[index].startswith("prefer") and _is_compared(sentence, wanted.last):
        return actors(sentence, [wanted]), "endorse"
    for_office = _for_office(sentence, wanted.last, lexicon) or _after(sentence, wanted.last)
    return (actors(sentence, [wanted]) if for_office else ()), "choose"


def _after(sentence: Sentence, at: int) -> bool:
    """Whether somebody is wished into the place of another: "to follow X", "replace X"."""
    at += sentence.folds[at : at + 1] == ["to"]
    if sentence.folds[at : at + 1] == [] or sentence.folds[at] not in _FOLLOWING:
        return False
    other = noun_from(sentence, at + 1)
    return other is not None and other.kind in ("person", "pronoun")


def _is_compared(sentence: Sentence, at: int) -> bool:
    """Whether somebody else is named behind whom somebody is preferred to."""
    other = noun_from(sentence, at + 1) if sentence.folds[at : at + 1] in _TO else None
    return other is not None and other.kind == "person"


def _for_office(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether "as leader", "to be the next mayor" or "to win the contest" follows."""
    if at >= len(sentence.folds) or sentence.folds[at] not in _LINKS:
        return False
    for index in range(at + 1, min(at + _REACH, len(sentence.folds))):
        noun = sentence.noun(index)
        if noun is not None:
            return noun.kind == "office"
        if sentence.folds[index] in _BEARING:
            return not _COLOURS.isdisjoint(sentence.folds[index + 1 : index + _REACH])
        if sentence.folds[index] in _WINNING and not _wins_office(sentence, index + 1, lexicon):
            return False
        if sentence.folds[index] in _WINNING or sentence.folds[index] in lexicon.contested:
            return True
        if sentence.kinds[index] not in _LEADING and sentence.folds[index] not in _STAYING:
            return False
    return False


def _wins_office(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether what is won or led is no trust and no inquiry: "to win", "to lead the party"."""
    if sentence.folds[at : at + 1] == ["back"]:
        return False
    for index in range(at, min(at + _LED, len(sentence.folds))):
        if sentence.noun(index) is not None or sentence.folds[index] in lexicon.contested:
            return True
        if sentence.kinds[index] in ("determiner", "possessive"):
            continue
        return sentence.kinds[index] not in ("", "matter") or sentence.folds[index] in _LEADABLE
    return True
