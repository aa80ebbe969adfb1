"""Lists that print the surname first: "Doe, Jane", "DOE, Jane (Anytown)"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lists.segments.fields import Knowledge
from kg.lists.segments.items import Segment
from kg.lists.segments.namescores import name_score
from kg.model import Span
from kg.text import Token

_LEAST = 3
_MOST = 0.6
_LONGEST = 3
_NAME = 0.6

Ways = list[list[Segment]]


def given_first(items: Sequence[Ways], knowledge: Knowledge) -> list[Ways]:
    """The ways to cut each item, with surname and given name as one field where they are two.

    Most items of the list must begin with a surname by itself and go on with a known given name.
    """
    if sum(_is_turned(ways[0], knowledge, known=True) for ways in items) < max(
        _LEAST, _MOST * len(items)
    ):
        return list(items)
    return [
        [_joined(way) if _is_turned(way, knowledge, known=False) else way for way in ways]
        for ways in items
    ]


def _is_turned(way: Sequence[Segment], knowledge: Knowledge, *, known: bool) -> bool:
    """Whether two fields with a comma between are a surname and a given name, a ``known`` one."""
    if len(way) < 2:
        return False
    surname, given = way[:2]
    if knowledge.text[surname.span.end : given.span.start].strip() != ",":
        return False
    if max(len(surname.tokens), len(given.tokens)) > _LONGEST:
        return False
    lexicon = knowledge.lexicon
    words = [*surname.tokens, *given.tokens]
    if not all(t.text[0].isupper() or t.fold in lexicon.particles or t.text == "." for t in words):
        return False
    if known and not _is_given(given, knowledge):
        return False
    return name_score(knowledge.look(_turned(surname, given))) >= _NAME


def _is_given(given: Segment, knowledge: Knowledge) -> bool:
    first = given.tokens[0].fold
    return first in knowledge.lexicon.given_names and first not in knowledge.lexicon.regions


def _joined(way: Sequence[Segment]) -> list[Segment]:
    surname, given, *others = way
    whole = Span(surname.span.start, given.span.end)
    return [Segment(whole, _turned(surname, given)), *others]


def _turned(surname: Segment, given: Segment) -> tuple[Token, ...]:
    return (*given.tokens, *surname.tokens)
