"""The verbs and nouns that open frames, inflected: the rows of ``cues.tsv`` and its like."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from kg.lexicon.types import Cue
from kg.lexicon.verbs import Form, Forms, inflections
from kg.lexicon.words import words
from kg.tables import rows

_CONTRACTED = ("i'm", "we're", "they're", "he's", "she's")
_NOUN_FRAMES = frozenset(
    {"support", "backer", "list", "own", "between", "role", "against-noun", "leaving"}
)


def cues(
    name: str, irregular: dict[str, Forms], folder: Path | None, *, nouns: bool
) -> Iterator[tuple[tuple[str, ...], Cue]]:
    """The cues of a table, each form of a verb by itself: the ``nouns``, or all others."""
    for phrase, cue in all_cues(name, irregular, folder):
        if (cue.frame in _NOUN_FRAMES) is nouns:
            yield phrase, cue


def all_cues(
    name: str, irregular: dict[str, Forms], folder: Path | None
) -> Iterator[tuple[tuple[str, ...], Cue]]:
    """Every form of every cue of a table."""
    for phrase, frame, force in rows(name, ("cue", "frame", "force"), folder):
        parts = words(phrase)
        if frame in _NOUN_FRAMES:
            yield parts, Cue(frame, "base", phrase)
            continue
        for first, form in inflections(parts[0], irregular):
            yield (first, *parts[1:]), Cue(frame, form, phrase, force)
        for joined in _CONTRACTED if parts[0] == "be" else ():
            yield (joined, *parts[1:]), Cue(frame, "base", phrase, force)


def post_verbs(
    irregular: dict[str, Forms], folder: Path | None
) -> Iterator[tuple[tuple[str, ...], Cue]]:
    """What says who holds a post; ``force`` is the label of ``post-verbs.tsv``."""
    for phrase, frame, label in rows("post-verbs.tsv", ("cue", "frame", "label"), folder):
        first, *rest = words(phrase)
        made = inflections(first, irregular) if frame != "noun" else ((first, "base"),)
        for form, name in made:
            yield (form, *rest), Cue(frame, cast(Form, name), phrase, label)
