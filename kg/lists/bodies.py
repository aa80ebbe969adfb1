"""Lists of bodies, which may be called by a bare place: "CLPs that have nominated X: A, B, C"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.lexicon import Lexicon
from kg.nouns import Noun


def are_bodies(nouns: Iterable[Noun], lexicon: Lexicon) -> bool:
    """Whether words above a list count bodies, and nobody who holds an office among them."""
    groups = [noun for noun in nouns if noun.kind == "group"]
    if any(group.unit_role for group in groups):
        return False
    return any(group.unit in lexicon.body_units for group in groups)
