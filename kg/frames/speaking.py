"""Whose opinion a clause is: "X said Y must go", "Y must go, said X", "according to X"."""

from __future__ import annotations

from kg.frames.chains import noun_from
from kg.frames.subject import find_subject
from kg.lexicon import Lexicon
from kg.nouns import Noun, Sentence

_SPEAKING = frozenset(("person", "organisation", "office", "pronoun"))
_QUOTES = frozenset(('"', "“", "”", "'", ":", ","))
_BEHIND = 14
_BEFORE = 5
_MINE = ("my", "our")


def speakers_of(
    sentence: Sentence, first: int, last: int, lexicon: Lexicon
) -> tuple[list[Noun], bool]:
    """Who says the clause at tokens ``first`` to ``last``, and whether they say it at all.

    A clause that nobody in the sentence says is said by "I", if it stands inside a quotation.
    """
    verb = _verb_before(sentence, first, lexicon)
    if verb is not None:
        if sentence.folds[verb] == "to":  # "according to X"
            return _named(noun_from(sentence, verb + 1)), True
        subject = find_subject(sentence, verb)
        return list(subject.chain), not subject.hedge and not subject.passive
    behind = _behind(sentence, last)
    if behind is not None:
        return behind, True
    return [Noun("pronoun", first, first + 1, name="i")], True


def _verb_before(sentence: Sentence, first: int, lexicon: Lexicon) -> int | None:
    """The verb of speech or opinion that leads into a clause: "said that", "believes"."""
    at = first - 1
    while at >= 0 and (sentence.folds[at] in _QUOTES or sentence.kinds[at] == "determiner"):
        at -= 1
    for index in range(at, max(-1, at - _BEFORE), -1):
        if sentence.kinds[index] == "speech" or (
            lexicon.opposing_verbs.get(sentence.folds[index]) == "opine"
        ):
            return index
        if sentence.folds[index] == "that" or sentence.kinds[index] in ("adverb", "time"):
            continue
        noun = sentence.noun(index)
        if noun is not None and index > 1 and sentence.folds[noun.first - 1] == "to":
            told = noun.first - 2  # "according to X," and "said to X that"
            if sentence.kinds[told] == "speech":
                return noun.first - 1 if sentence.folds[told] == "according" else told
        return None
    return None


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
