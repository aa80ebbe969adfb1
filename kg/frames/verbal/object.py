"""Whom a verb of support is about: the phrases behind it, or before it."""

from __future__ import annotations

from kg.frames.model import Actor
from kg.frames.opposition.opposing import is_on_matter
from kg.frames.places.fronting import SOMEBODY, read_fronted, read_identified
from kg.frames.places.objects import read_objects
from kg.lexicon import Cue, Lexicon
from kg.model import Polarity
from kg.phrases import Match
from kg.words.nouns import Sentence


def objects_of(
    sentence: Sentence, index: int, match: Match[Cue], polarity: Polarity, lexicon: Lexicon
) -> tuple[Actor, ...]:
    """Whom the verb at ``index`` is about, behind it or before it."""
    end = index + match.length
    objects = _leaning_to(sentence, end, match.value, lexicon)
    objects = objects or read_objects(sentence, end, lexicon) or read_fronted(sentence, index, end)
    objects = objects or read_identified(sentence, index, end, SOMEBODY)
    if polarity == "opposes" and objects and is_on_matter(sentence, objects[-1].noun.last):
        return ()
    left = polarity == "withdrawn"
    first = objects[0].noun if left and objects else None
    own = first is not None and first.name in ("his", "her")  # "dropped his bid"
    post = first is not None and first.kind == "office" and not first.definite
    return () if own or post else objects  # "went from mayor to governor"


def _leaning_to(sentence: Sentence, end: int, cue: Cue, lexicon: Lexicon) -> tuple[Actor, ...]:
    """Y in "leans towards endorsing Y"."""
    inner = lexicon.cues.at(sentence.folds, end) if end < len(sentence.folds) else None
    if cue.frame != "lean" or inner is None or inner.value.form != "ing":
        return ()
    return read_objects(sentence, end + inner.length, lexicon)
