"""Lists of bodies, which may be called by a bare place: "CLPs that have nominated X: A, B, C"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.lexicon import Lexicon
from kg.lists.fields import Knowledge
from kg.lists.items import cuts
from kg.lists.regions import Line
from kg.nouns import Noun

_SHARE = 0.5


def are_places(lines: Sequence[Line], knowledge: Knowledge) -> bool:
    """Whether at least half of the lines are a known place, alone or with words in brackets."""
    return sum(_is_place(line, knowledge) for line in lines) >= _SHARE * len(lines)


def _is_place(line: Line, knowledge: Knowledge) -> bool:
    first, *others = cuts(knowledge.text, line.content)[0][:2] or (None,)
    if first is None or (others and knowledge.text[others[0].span.start - 1] != "("):
        return False
    looked = knowledge.look(first.tokens)
    return looked.is_place(0, len(looked.tokens))


def are_bodies(nouns: Iterable[Noun], lexicon: Lexicon) -> bool:
    """Whether words above a list count bodies, and nobody who holds an office among them."""
    groups = [noun for noun in nouns if noun.kind == "group"]
    if any(group.unit_role for group in groups):
        return False
    return any(group.unit in lexicon.body_units for group in groups)
