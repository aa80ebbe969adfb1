"""Titles in capitals above a list: "THE CANDIDATES", "STILL UNDECIDED"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.lexicon import Lexicon
from kg.text import fold

_LEAST = 2


def is_shouted_title(printed: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether of the lines only the first is in capitals, and begins with no given name.

    A name in capitals heads those below it, and is read with them.
    """
    first, *others = printed
    words = fold(first).split()
    if not first.isupper() or words[0] in lexicon.given_names:
        return False
    if len(words) < _LEAST and words[0] not in lexicon.other_lists:
        return False
    return not any(one.isupper() for one in others)
