"""Urging: SUBJECT urges others to back OBJECT, or to reject OBJECT."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.frames.coordination.chains import actors
from kg.frames.making import make_frame
from kg.frames.model import Actor, Frame
from kg.frames.opposition.refusing import anyone_but
from kg.frames.places.objects import read_objects
from kg.frames.places.subject import find_subject
from kg.lexicon import Cue, Lexicon
from kg.model import Polarity
from kg.phrases import Match
from kg.words.nouns import Noun, Sentence

_REACH = 12
_TELLING = frozenset(("tell", "tells", "told", "telling"))
_MADE = (["made"], ["elected"], ["chosen"], ["nominated"], ["selected"], ["returned"])
_ASKED: Mapping[str, Polarity] = {"elect": "supports", "oust": "opposes"}
_OPPOSITE: Mapping[Polarity, Polarity] = {"supports": "opposes"}


def read_urging(
    sentence: Sentence,
    index: int,
    match: Match[Cue],
    lexicon: Lexicon,
    polarity: Mapping[str, Polarity],
) -> Iterator[Frame]:
    """The frame of a verb of urging at token ``index``, by the verb that its "to" leads to."""
    start = index + match.length
    asked = {**polarity, **_ASKED}
    for at in range(start, min(start + _REACH, len(sentence.folds))):
        if sentence.folds[at] in (";", ":"):
            return
        installed = _installed(sentence, start, at)
        if installed is not None:
            yield from _urged(sentence, (index, at), actors(sentence, [installed]), "supports")
            return
        if sentence.folds[at] == "that" and sentence.folds[index] in _TELLING:
            return  # "told us that Z has it in him to beat Y"
        if sentence.folds[at - 1] != "to":
            continue
        inner = lexicon.cues.at(sentence.folds, at)
        if inner is None:
            continue
        if inner.value.frame in asked:
            end = at + inner.length
            negated = sentence.folds[at - 2] in ("not", "never")
            stance = _stance(asked[inner.value.frame], negated)
            objects = read_objects(sentence, end, lexicon)
            if not objects:
                objects, stance = anyone_but(sentence, end), "opposes"
            if stance:
                yield from _urged(sentence, (index, end), objects, stance)
        return


def _installed(sentence: Sentence, start: int, at: int) -> Noun | None:
    """Y in "that Y be made leader", "for Y to be elected"."""
    if sentence.folds[at] != "be" or sentence.folds[at + 1 : at + 2] not in _MADE:
        return None
    named = sentence.noun(at - 2 if sentence.folds[at - 1] == "to" else at - 1)
    return named if named is not None and named.kind == "person" and named.first >= start else None


def _stance(polarity: Polarity, negated: bool) -> Polarity | None:
    """What is asked for: asking others not to back somebody opposes, not to reject says nothing."""
    return _OPPOSITE.get(polarity) if negated else polarity


def _urged(
    sentence: Sentence, cue: tuple[int, int], objects: tuple[Actor, ...], polarity: Polarity
) -> Iterator[Frame]:
    subject = find_subject(sentence, cue[0])
    passive = subject.passive and not sentence.folds[cue[0]].endswith("ing")
    if not subject.chain or passive or not objects:
        return
    if sentence.kinds[cue[0] - 1] == "contrast" and sentence.folds[cue[0] + 1] == "to":
        return  # "laughed when asked to back Y"
    if _asks_for_himself(sentence, cue, subject.chain, objects):
        return
    yield make_frame(
        "prose.urging",
        polarity,
        actors(sentence, list(subject.chain)),
        objects,
        "" if _asks_himself(sentence, cue[0], subject.chain[0]) else subject.hedge,
        cue,
    )


def _asks_himself(sentence: Sentence, verb: int, subject: Noun) -> bool:
    """Whether "I would urge" is the urging itself."""
    own = subject.kind == "pronoun" and subject.name in ("i", "we")
    return own and "would" in (sentence.folds[verb - 1], sentence.folds[subject.last - 1])


def _asks_for_himself(
    sentence: Sentence, cue: tuple[int, int], subjects: tuple[Noun, ...], objects: tuple[Actor, ...]
) -> bool:
    """Whether "him" can only be the one who asks: "Y asked X to endorse him"."""
    if objects[0].noun.kind != "pronoun" or all(n.kind == "organisation" for n in subjects):
        return False
    before = [noun for noun in sentence.nouns if noun.kind == "person" and noun.last <= cue[0]]
    return all(noun in subjects for noun in before)
