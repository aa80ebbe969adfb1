"""Lists of bodies, which may be called by a bare place: "CLPs that have nominated X: A, B, C"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kg.lexicon import Lexicon
from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.runs import opening
from kg.words.nouns import Noun

_SHARE = 0.5
_LEAST_HEADS = 2


def are_places(lines: Sequence[Line], knowledge: Knowledge) -> bool:
    """Whether at least half of the lines are a known place, alone or with words in brackets."""
    return sum(_is_place(line, knowledge) for line in lines) >= _SHARE * len(lines)


def _is_place(line: Line, knowledge: Knowledge) -> bool:
    first, *others = knowledge.cut(line.content)[0][:2] or (None,)
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


def are_headed_by_people(lines: Sequence[Line], knowledge: Knowledge) -> bool:
    """Whether half of the lines are bodies, and each line that begins like a person heads others.

    Such people, the first line one of them, can only be those whom the bodies below them support.
    """
    if not lines or lines[0].marked or opening(lines[0].content, knowledge) != "sure":
        return False  # most lists, so their other lines are not looked at
    kinds = [opening(line.content, knowledge) for line in lines]
    heads = [kind == "sure" and not line.marked for kind, line in zip(kinds, lines, strict=True)]
    beside = any(a and b for a, b in pairwise(heads))
    if heads[-1] or beside or sum(heads) < _LEAST_HEADS:
        return False
    return kinds.count("body") >= _SHARE * len(lines)
