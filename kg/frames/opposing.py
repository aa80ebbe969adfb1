"""Nouns of opposition: "a motion of no confidence in Y", "demanded Y's resignation"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.chains import actors, noun_from, object_chain, subject_chain
from kg.frames.clauses import subjects_before
from kg.frames.gates import scope_hedge
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.frames.subject import find_subject
from kg.lexicon import Lexicon
from kg.nouns import Noun, Sentence

_OBLIGING = frozenset(("should", "must"))
_CLOSING = frozenset((",", ".", "now", "as", "immediately", "after", "before", '"', "”", "if"))
_SPEAKING = ("person", "organisation", "office", "pronoun")
_REACH = 10


def read_opposing(
    sentence: Sentence, index: int, end: int, kind: str, lexicon: Lexicon
) -> Iterator[Frame]:
    """The frame of the noun at ``index`` (its phrase ends before ``end``)."""
    if kind == "against-noun":
        against = noun_from(sentence, end)
        verb = _verb_before(sentence, index, "declare", lexicon)
    else:
        against = _whose(sentence, index, end)
        verb = _verb_before(sentence, index, "demand", lexicon)
    if against is None or verb is None or against.kind not in ("person", "office", "pronoun"):
        return
    subject = find_subject(sentence, verb)
    chain = list(subject.chain)
    if not chain:
        nearest = next(subjects_before(sentence, verb), None)
        chain = subject_chain(sentence, nearest) if nearest else []
    if chain:
        yield make_frame(
            "prose.against",
            "opposes",
            actors(sentence, chain),
            actors(sentence, object_chain(sentence, against)[:1]),
            subject.hedge,
            (index, end),
        )


def read_should_go(sentence: Sentence, index: int, end: int) -> Iterator[Frame]:
    """Reads "Y should resign, said X" and "X said Y must go": the speaker is against Y.

    The verb of going stands at tokens ``index`` to ``end``.
    """
    after = sentence.folds[end] if end < len(sentence.folds) else "."
    if index < 2 or sentence.folds[index - 1] not in _OBLIGING or after not in _CLOSING:
        return
    target = sentence.noun(index - 2)
    if target is None or target.kind not in ("person", "office", "pronoun"):
        return
    speaker = _speaker(sentence, target, end)
    if speaker is not None:
        yield make_frame(
            "prose.against",
            "opposes",
            actors(sentence, subject_chain(sentence, speaker)),
            actors(sentence, [target]),
            scope_hedge(sentence, speaker.first),
            (index, end),
        )


def _speaker(sentence: Sentence, target: Noun, end: int) -> Noun | None:
    """Who says the clause that ``target`` opens: named before it, or behind it."""
    at = target.first - 1
    while at > 0 and (sentence.kinds[at] in ("determiner", "relative") or at == target.first):
        at -= 1
    if at > 0 and sentence.kinds[at] == "speech":
        found = sentence.noun(at - 1)
        return found if found is not None and found.kind in _SPEAKING else None
    for index in range(end, min(end + 4, len(sentence.folds) - 1)):
        if sentence.kinds[index] == "speech":
            beside = noun_from(sentence, index + 1) or sentence.noun(index - 1)
            return beside if beside is not None and beside.kind in _SPEAKING else None
    return None


def _verb_before(sentence: Sentence, index: int, kind: str, lexicon: Lexicon) -> int | None:
    """The nearest verb of the kind in the clause that can govern the noun at ``index``."""
    for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if sentence.folds[at] in (",", ";", ":"):
            return None
        if lexicon.opposing_verbs.get(sentence.folds[at]) == kind and sentence.noun(at) is None:
            return at
    return None


def _whose(sentence: Sentence, index: int, end: int) -> Noun | None:
    """Whose going is meant: "Y's resignation", "the resignation of Y"."""
    if index > 1 and sentence.folds[index - 1] in ("'s", "'"):
        return sentence.noun(index - 2)
    if end < len(sentence.folds) and sentence.folds[end] == "of":
        return noun_from(sentence, end + 1)
    return None
