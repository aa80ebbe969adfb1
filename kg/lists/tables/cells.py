"""The items of a list cut into their fields, by their marks or without any.

Rows of tables lose the marks between their cells: "Union Jane Doe None Richard Roe".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.lists.finding.regions import Line
from kg.lists.segments.fields import NO_ANSWER, Knowledge
from kg.lists.segments.items import Segment
from kg.lists.segments.surnamefirst import given_first
from kg.model import Span
from kg.text import Token, tokenise
from kg.words.bodies import long_body

_LEAST = 3
_NAME = 2


def item_ways(items: Sequence[Line], knowledge: Knowledge) -> list[list[list[Segment]]]:
    """The ways to cut each item of a list into its fields."""
    return given_first([_ways(line, knowledge) for line in items], knowledge)


def _ways(line: Line, knowledge: Knowledge) -> list[list[Segment]]:
    """The ways to cut an item: at its marks, or not at all if one body's name fills it."""
    ways = knowledge.cut(line.content)
    tokens = tuple(tokenise(knowledge.text, line.content))
    if len(ways[0]) == 1:
        cells = _unmarked_cells(ways[0][0], knowledge)
        return [cells] if cells else ways
    if len(ways[0]) < 2 or not tokens:
        return ways
    looked = knowledge.look(tokens)
    first = int(looked.folds[0] == "the")
    whole = looked.capital(first) and long_body(looked, first) == len(tokens)
    return [[Segment(line.content, tokens)], *ways] if whole else ways


def _unmarked_cells(segment: Segment, knowledge: Knowledge) -> list[Segment]:
    """The cells of a segment that is a known body and then names or "none"; empty if it is not.

    Each name is a known given name and one word more, so that a cell has a beginning.
    """
    looked = knowledge.look(segment.tokens)
    body = knowledge.lexicon.organisations.at(looked.folds, 0)
    if body is None or body.length == len(looked.tokens):
        return []
    cells = list(_cells(segment.tokens, body.length, knowledge))
    if not cells or cells[-1].span.end != segment.span.end:
        return []
    made = [_segment(segment.tokens[: body.length]), *cells]
    return made if len(made) >= _LEAST else []


def _cells(tokens: tuple[Token, ...], at: int, knowledge: Knowledge) -> Iterator[Segment]:
    while at < len(tokens):
        if tokens[at].fold in NO_ANSWER:
            size = 1
        elif tokens[at].fold in knowledge.lexicon.given_names and at + 1 < len(tokens):
            size = _NAME
        else:
            return
        if not all(token.text[0].isupper() for token in tokens[at : at + size]):
            return
        yield _segment(tokens[at : at + size])
        at += size


def _segment(tokens: tuple[Token, ...]) -> Segment:
    return Segment(Span(tokens[0].start, tokens[-1].end), tokens)
