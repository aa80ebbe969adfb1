"""What kg knows of words: titles, offices, parties, units, cues. All of it is data.

The tables live in ``data/reference``. Nothing here names a person, a candidate or an article.
"""

from kg.lexicon.constructions import Construction, Element
from kg.lexicon.loading import load_lexicon
from kg.lexicon.types import (
    Body,
    ContestPhrase,
    Cue,
    DateWord,
    KnownContest,
    Lexicon,
    Office,
    Title,
    Unit,
)
from kg.lexicon.words import folded, gap_key, is_known, words

__all__ = [
    "Body",
    "Construction",
    "ContestPhrase",
    "Cue",
    "DateWord",
    "Element",
    "KnownContest",
    "Lexicon",
    "Office",
    "Title",
    "Unit",
    "folded",
    "gap_key",
    "is_known",
    "load_lexicon",
    "words",
]
