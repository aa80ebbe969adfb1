"""A name before a colon as the subject of what follows: "Jane Doe: backing Y", "Roe: against Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.frames.coordination.apposition import actors
from kg.frames.making import make_frame
from kg.frames.model import Frame
from kg.model import Polarity
from kg.words.nouns import Noun, Sentence

_NAMED = ("person", "organisation")
_SIDES: dict[str, Polarity] = {"for": "supports", "pro": "supports", "against": "opposes"}
_OPPOSED = (["opposed", "to"], ["hostile", "to"])
_ENDS = frozenset((".", ",", ";", "!", ")"))


def label(sentence: Sentence, colon: int) -> Noun | None:
    """Who stands alone before the colon at token ``colon``, brackets apart."""
    if sentence.folds[colon : colon + 1] != [":"]:
        return None
    at = colon - 1
    if sentence.folds[at] == ")":
        while at > 0 and sentence.folds[at] != "(":
            at -= 1
        at -= 1
    noun = sentence.noun(at) if at >= 0 else None
    if noun is None or noun.kind not in _NAMED:
        return None
    before = [i for i in range(noun.first) if sentence.folds[i][0].isalpha()]
    plain = all(_leads(sentence, i) for i in before)
    return noun if plain else None


def _leads(sentence: Sentence, at: int) -> bool:
    """Whether a word only leads into the name: an article, an office, a group."""
    noun = sentence.noun(at)
    known = noun is not None and noun.kind in ("office", "group")
    return known or sentence.kinds[at] in ("determiner", "relation")


def read_labelled(sentence: Sentence) -> Iterator[Frame]:
    """The frames of "NAME: for Y", "NAME: against Y", "NAME: opposed to Y"."""
    if ":" not in sentence.folds:
        return
    colon = sentence.folds.index(":")
    polarity = _SIDES.get(sentence.folds[colon + 1]) if colon + 1 < len(sentence.folds) else None
    start = colon + 2
    if sentence.folds[colon + 1 : colon + 3] in _OPPOSED:
        polarity, start = "opposes", colon + 3
    if polarity is None or start >= len(sentence.folds):
        return
    who, whom = label(sentence, colon), sentence.noun(start)
    if who is None or whom is None or whom.kind != "person":
        return
    if whom.last >= len(sentence.folds) or sentence.folds[whom.last] in _ENDS:
        cue = (colon, whom.last)
        yield make_frame(
            "prose.labelled", polarity, actors(sentence, [who]), actors(sentence, [whom]), "", cue
        )
