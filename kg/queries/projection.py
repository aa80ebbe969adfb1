"""Where a query names its columns and groups its rows, so that parameters can be added there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.errors import QueryError
from kg.sparqltokens import Token, where

_AGGREGATES = ("COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT")
_FORMS = ("SELECT", "CONSTRUCT", "ASK", "DESCRIBE")
_AFTER_GROUPS = ("HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES")
_HEADER = re.compile(r"(?:#\+.*\n|\s*\n)*")
Form = Literal["select", "construct"]
TRIPLE = ("subject", "predicate", "object")


@dataclass(frozen=True, slots=True)
class Plan:
    """How to run a query: its text below the header, and where parameters go among its columns.

    The header stays out: whoever runs a text looks into it for words such as FROM. ``columns`` are
    the columns to show. ``seams`` are the code points of the text where parameters are added;
    ``aggregates`` says that rows are counted or summed without being grouped, which leaves no place
    for a parameter.
    """

    form: Form
    columns: tuple[str, ...]
    text: str
    seams: tuple[int, ...] = ()
    aggregates: bool = False

    def check(self, variables: Sequence[str]) -> None:
        """Raise ``QueryError`` when there are ``variables`` to add and no place for them."""
        if variables and self.aggregates:
            raise QueryError(
                "a query with parameters counts rows without GROUP BY",
                todo="group by what its rows are about",
            )

    def runnable(self, variables: Collection[str] = ()) -> str:
        """The text with ``variables``, named without ``?``, projected and grouped by.

        They are those that get a value. One without must not be projected: in a pattern it stands
        for anything, and would tell rows apart that are to be one. The columns stay the first.
        """
        text = self.text
        if variables and self.form == "select":
            added = "".join(f" ?{variable}" for variable in variables)
            for seam in sorted(self.seams, reverse=True):
                text = text[:seam] + added + text[seam:]
        return text


def plan_query(text: str, tokens: Sequence[Token]) -> Plan:
    """The plan of the query ``text``, whose tokens are given, without its parameters.

    Raises ``QueryError`` for anything but a SELECT with named columns or a CONSTRUCT, and
    for rows without ORDER BY.
    """
    start = next((i for i, t in enumerate(tokens) if t.is_word(*_FORMS)), None)
    if start is None or tokens[start].is_word("ASK", "DESCRIBE"):
        raise QueryError("a saved query is a SELECT or a CONSTRUCT", todo="write it as a SELECT")
    outer = list(_outermost(tokens[start + 1 :]))
    if not any(t.is_word("ORDER") for t in outer):
        raise QueryError("the rows have no order", todo="add ORDER BY")
    below = _HEADER.match(text).end()  # type: ignore[union-attr] # the pattern fits nothing, too
    if tokens[start].is_word("CONSTRUCT"):
        return Plan("construct", TRIPLE, text[below:])
    head = _head(outer)
    columns = tuple(_columns(text, head))
    groups = _groups(outer)
    aggregates = not groups and any(t.is_word(*_AGGREGATES) for t in _all(tokens, start, head))
    seams = tuple(part[-1].end - below for part in (head, groups) if part)
    return Plan("select", columns, text[below:], seams, aggregates)


def _outermost(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens outside all brackets, and the brackets and last variables of bracketed parts."""
    depth = 0
    last: Token | None = None
    for token in tokens:
        closing = token.kind == "mark" and token.text in ")}]"
        depth -= closing
        if depth == 0:
            if token.is_mark(")") and last is not None:
                yield last
            yield token
        depth += token.kind == "mark" and token.text in "({["
        last = token


def _head(outer: Sequence[Token]) -> list[Token]:
    head: list[Token] = []
    for token in outer:
        if token.is_mark("{") or token.is_word("WHERE", "FROM"):
            break
        head.append(token)
    return head


def _columns(text: str, head: Sequence[Token]) -> Iterator[str]:
    for token in head:
        if token.is_mark("*"):
            raise QueryError(
                "SELECT * has no columns of its own",
                where=where(text, token.start),
                todo="name the columns",
            )
        if token.kind == "variable":
            yield token.text[1:]


def _groups(outer: Sequence[Token]) -> list[Token]:
    start = next((i for i, t in enumerate(outer) if t.is_word("GROUP")), None)
    if start is None:
        return []
    part: list[Token] = []
    for token in outer[start:]:
        if token.is_word(*_AFTER_GROUPS):
            break
        part.append(token)
    return part


def _all(tokens: Sequence[Token], start: int, head: Sequence[Token]) -> Iterator[Token]:
    """Every token of the projection, those inside brackets too."""
    end = head[-1].end if head else tokens[start].end
    return (t for t in tokens[start:] if t.end <= end)
