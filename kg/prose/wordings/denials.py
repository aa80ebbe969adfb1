"""Who says that they do not belong on a list: a denial outweighs a listing by somebody else."""

from __future__ import annotations

from kg.frames import Actor
from kg.frames.places.subject import find_subject
from kg.lexicon import Lexicon
from kg.model import Mention
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Sentence

_DENYING = ("negated", "ended")
_NOBODY = frozenset(("any", "either", "anyone", "anybody", "neither"))


def read_denials(discourse: Discourse, lexicon: Lexicon) -> frozenset[Mention]:
    """The people of whom the prose says that they were listed in error or support nobody."""
    found: set[Mention] = set()
    for at, passage in enumerate(discourse.passages):
        sentence = passage.sentence
        if _says_listed_wrongly(sentence, lexicon):
            first = next((n for n in sentence.nouns if n.kind in ("person", "organisation")), None)
            if first:
                found.update(discourse.mentions(Actor(first), at))
        for index in _negated_support(sentence, lexicon):
            for noun in find_subject(sentence, index).chain:
                found.update(discourse.mentions(Actor(noun), at))
    return frozenset(found)


def _says_listed_wrongly(sentence: Sentence, lexicon: Lexicon) -> bool:
    return any(lexicon.denials.found(sentence.folds))


def _negated_support(sentence: Sentence, lexicon: Lexicon) -> list[int]:
    """The verbs of support that are negated and whose object is nobody in particular."""
    found: list[int] = []
    if _NOBODY.isdisjoint(sentence.folds):
        return found
    for index, cue in lexicon.cues.found(sentence.folds):
        if cue.value.frame != "act":
            continue
        ahead = sentence.folds[index + cue.length : index + cue.length + 1]
        if set(ahead) & _NOBODY and find_subject(sentence, index).hedge in _DENYING:
            found.append(index)
    return found
