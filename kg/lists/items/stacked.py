"""A name and its office on two lines, one below the other, or in two cells of a row.

The lines alternate: every name has its office below it, or every office has its name below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.namescores import name_bounds, name_score
from kg.lists.segments.roles import read_offices
from kg.model import Evidence, Mention, RoleHeld, Span
from kg.rules import confidence
from kg.text import Token, tokenise
from kg.words.titles import read_letters, read_titles

_RULE = "list.office-below-name"
_NAME = 0.6
_LONGEST = 14
_LEAST = 2

Kind = Literal["name", "office", ""]


def alternating_roles(
    lines: Sequence[Line], knowledge: Knowledge, *, labels: bool
) -> Iterator[RoleHeld]:
    """The roles of names that stand on lines of their own with their offices beside them.

    Offices above names count as ``labels`` only: on a ballot they are what the names stand for.
    """
    tokens = [_tokens(line, knowledge) for line in lines]
    offices = [_is_office(found, knowledge) for found in tokens]
    if sum(offices) < _LEAST:
        return
    kinds = [_kind(found, i, offices, knowledge) for i, found in enumerate(tokens)]
    close = not all(line.after_blank for line in lines[1:])
    below = _pairs(lines, kinds, ("name", "office"), close=close)
    above = _pairs(lines, kinds, ("office", "name"), close=close)
    if max(len(below), len(above)) < _LEAST or len(below) == len(above):
        return
    name_first = len(below) > len(above)
    if not (name_first or labels or _are_titled(tokens, above, knowledge)):
        return
    for at in below if name_first else above:
        name, office = (at, at + 1) if name_first else (at + 1, at)
        span = Span(lines[at].whole.start, lines[at + 1].whole.end)
        yield from stacked_roles(tokens[name], tokens[office], span, knowledge)


def stacked_roles(
    name: Sequence[Token], office: Sequence[Token], span: Span, knowledge: Knowledge
) -> Iterator[RoleHeld]:
    """The offices that the tokens of ``office`` state, said of the name in ``name``."""
    looked = knowledge.look(tuple(name))
    first, last = name_bounds(looked)
    title, keeps = read_titles(looked, 0)[1:3]
    printed = looked.slice(first, last)
    person = Mention("person", f"{title} {printed}" if keeps and last - first == 1 else printed)
    words = knowledge.look(tuple(office))
    for held in read_offices(words):
        evidence = Evidence(
            span,
            _RULE,
            confidence(_RULE),
            printed_name=printed,
            printed_place=held.place,
            printed_role=words.slice(0, len(words.tokens)),
        )
        body = Mention("organisation", held.organisation) if held.organisation else None
        place = Mention("place", held.place, held.label) if held.place else None
        yield RoleHeld(person, held.label, held.status, (evidence,), body, place)


def _tokens(line: Line, knowledge: Knowledge) -> tuple[Token, ...]:
    """The tokens of a line that is short enough to be a name or an office; else none."""
    found = tuple(tokenise(knowledge.text, line.content))
    return found if len(found) <= _LONGEST else ()


def _is_office(tokens: tuple[Token, ...], knowledge: Knowledge) -> bool:
    """Whether offices fill the line; a line without the word of a head is not read at all."""
    if not any(token.fold in knowledge.lexicon.offices for token in tokens):
        return False
    return tokens[0].text[0].isupper() and bool(read_offices(knowledge.look(tokens)))


def _kind(
    tokens: tuple[Token, ...], at: int, offices: Sequence[bool], knowledge: Knowledge
) -> Kind:
    """What a line is; only beside an office it may be a name."""
    if offices[at]:
        return "office"
    if not tokens or not any(offices[max(0, at - 1) : at + 2]):
        return ""
    looked = knowledge.look(tokens)
    first, last = name_bounds(looked)
    named = tokens[0].text[0].isupper() and last > first and name_score(looked) >= _NAME
    return "name" if named else ""


def _pairs(
    lines: Sequence[Line], kinds: Sequence[Kind], pair: tuple[Kind, Kind], *, close: bool
) -> list[int]:
    """Where a line of one kind stands directly above one of the other.

    ``close``: no blank line may part the two; when blank lines part all, they say nothing.
    """
    return [
        at
        for at in range(len(lines) - 1)
        if (kinds[at], kinds[at + 1]) == pair and not (close and lines[at + 1].after_blank)
    ]


def _are_titled(
    tokens: Sequence[tuple[Token, ...]], above: Sequence[int], knowledge: Knowledge
) -> bool:
    """Whether the names below offices have titles or letters of office: they hold posts."""
    titled = 0
    for at in above:
        looked = knowledge.look(tokens[at + 1])
        letters = read_letters(looked, name_bounds(looked)[1])[1]
        titled += bool(letters or read_titles(looked, 0)[3])
    return titled * 2 > len(above)
