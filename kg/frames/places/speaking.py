"""Whose opinion a clause is: "X said Y must go", "Y must go, said X", "according to X"."""

from __future__ import annotations

from kg.frames.coordination.chains import noun_from
from kg.frames.places.labelled import label
from kg.frames.places.subject import find_subject
from kg.lexicon import Lexicon
from kg.words.nouns import Noun, Sentence

_SPEAKING = frozenset(("person", "organisation", "office", "pronoun"))
_QUOTES = frozenset(('"', "“", "”", "'", ":", ","))
_BEHIND = 14
_BEFORE = 5
_WHEREIN = ("", "preposition", "determiner", "possessive", "document")


def speakers_of(
    sentence: Sentence, first: int, last: int, lexicon: Lexicon
) -> tuple[list[Noun], bool]:
    """Who says the clause at tokens ``first`` to ``last``, and whether they say it at all.

    A clause that nobody in the sentence says is said by "I", if it stands inside a quotation.
    """
    if first and sentence.kinds[first - 1] == "condition":
        return [], False  # "asked whether Y should go"
    verb = _verb_before(sentence, first, lexicon)
    if verb is not None:
        if sentence.folds[verb] == "to":  # "according to X"
            return _named(noun_from(sentence, verb + 1)), True
        subject = find_subject(sentence, verb)
        return list(subject.chain), not subject.hedge and not subject.passive
    behind = _behind(sentence, last)
    if behind is not None:
        return behind, True
    named = label(sentence, first - 1) if first else None
    return [named or Noun("pronoun", first, first + 1, name="i")], True


def _verb_before(sentence: Sentence, first: int, lexicon: Lexicon) -> int | None:
    """The verb of speech or opinion that leads into a clause: "said that", "believes"."""
    at = first - 1
    while at >= 0 and (sentence.folds[at] in _QUOTES or sentence.kinds[at] == "determiner"):
        at -= 1
    if at > 0 and sentence.kinds[at] == "and" and sentence.noun(first) is not None:
        return _first_said(sentence, at, first)
    led = sentence.folds[at] == "that" if at >= 0 else False
    for index in range(at, max(-1, at - (_BEFORE + led)), -1):
        if sentence.kinds[index] == "speech" or (
            lexicon.opposing_verbs.get(sentence.folds[index]) == "opine"
        ):
            return index
        if sentence.folds[index] == "that" or sentence.kinds[index] in ("adverb", "time"):
            continue
        if not sentence.kinds[index] and sentence.folds[index].endswith("ly"):
            continue
        if led and sentence.noun(index) is None and sentence.kinds[index] in _WHEREIN:
            continue  # "said in an editorial that"
        return _told(sentence, index)
    return None


def _first_said(sentence: Sentence, at: int, first: int) -> int | None:
    """The verb of speech of "said that Y's time was up and he should go"."""
    noun = sentence.noun(first)
    if noun is None or noun.kind != "pronoun":
        return None
    said = range(at, max(-1, at - _BEHIND), -1)
    return next((index for index in said if sentence.kinds[index] == "speech"), None)


def _told(sentence: Sentence, index: int) -> int | None:
    """The verb before somebody told: "according to X", "said to X that"."""
    noun = sentence.noun(index)
    if noun is None or noun.first < 2 or sentence.folds[noun.first - 1] != "to":
        return None
    told = noun.first - 2
    if sentence.kinds[told] != "speech":
        return None
    return noun.first - 1 if sentence.folds[told] == "according" else told


def _behind(sentence: Sentence, last: int) -> list[Noun] | None:
    """The speaker named behind the clause: ", said X", ", X said", ", according to X"."""
    for at in range(last, min(last + _BEHIND, len(sentence.folds))):
        if sentence.folds[at] in (";", "."):
            return None
        if sentence.kinds[at] != "speech":
            continue
        if sentence.folds[at] == "according":
            continue
        beside = noun_from(sentence, at + 1)
        if beside is None or beside.kind not in _SPEAKING:
            beside = sentence.noun(at - 1)
        return _named(beside) or None
    return None


def _named(noun: Noun | None) -> list[Noun]:
    return [noun] if noun is not None and noun.kind in _SPEAKING else []
