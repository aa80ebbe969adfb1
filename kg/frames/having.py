"""Having people on one's side, or being on somebody's: "Y has A and B behind him"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.chains import actors, noun_from, object_chain
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.frames.subject import find_subject
from kg.lexicon import Lexicon
from kg.nouns import Sentence

_BESIDE = ("behind", "with")
_OWN = frozenset(("him", "her", "them", "himself", "herself", "themselves"))
_AMONG_REACH = 4


def read_having(sentence: Sentence, index: int, end: int, lexicon: Lexicon) -> Iterator[Frame]:
    """The frame of a verb of having at token ``index``, whose phrase ends before ``end``."""
    first = noun_from(sentence, end)
    if first is None or first.kind in ("place", "pronoun"):
        return
    chain = object_chain(sentence, first)
    after = chain[-1].last
    if not (_beside(sentence, after) or _among(sentence, after, lexicon)):
        return
    subject = find_subject(sentence, index)
    if not subject.chain:
        return
    yield make_frame(
        "prose.having",
        "supports",
        actors(sentence, chain),
        actors(sentence, list(subject.chain)),
        subject.hedge,
        (index, min(after + 2, len(sentence.folds))),
    )


def read_camp(sentence: Sentence, index: int, end: int) -> Iterator[Frame]:
    """X is in Y's camp: the phrase of the verb, at tokens ``index`` to ``end``, names Y."""
    named = [n for n in sentence.nouns if index < n.first < end and n.kind == "person"]
    subject = find_subject(sentence, index)
    if len(named) == 1 and subject.chain:
        yield make_frame(
            "prose.camp",
            "supports",
            actors(sentence, list(subject.chain)),
            actors(sentence, named),
            subject.hedge,
            (index, end),
        )


def _beside(sentence: Sentence, at: int) -> bool:
    following = sentence.folds[at : at + 2]
    return len(following) > 1 and following[0] in _BESIDE and following[1] in _OWN


def _among(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether "among his backers" follows."""
    if at >= len(sentence.folds) or sentence.folds[at] != "among":
        return False
    for index in range(at + 1, min(at + _AMONG_REACH, len(sentence.folds))):
        found = lexicon.support_nouns.at(sentence.folds, index)
        if found is not None:
            return found.value.frame == "backer"
    return False
