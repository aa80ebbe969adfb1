"""Rows of tables that lost the marks between their cells: "Union Jane Doe None Richard Roe"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lists.fields import NO_ANSWER, Knowledge
from kg.lists.items import Segment
from kg.model import Span
from kg.text import Token

_LEAST = 3
_NAME = 2


def unmarked_cells(segment: Segment, knowledge: Knowledge) -> list[Segment]:
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
