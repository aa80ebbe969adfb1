"""Why the graph says what it says: every statement about something, with the words behind it."""

from __future__ import annotations

from kg.asking import Queryable
from kg.why.finding import find
from kg.why.model import Date, Explanation, Judgement, Move, Passage, Statement, Thing
from kg.why.moves import followed
from kg.why.statements import describe

__all__ = [
    "Date",
    "Explanation",
    "Judgement",
    "Move",
    "Passage",
    "Statement",
    "Thing",
    "explain",
]


def explain(store: Queryable, asked: str) -> Explanation:
    """Everything about ``asked``: an IRI, or a name, title or code as somebody types it.

    A name that several things share is explained for each of them, by IRI; so are the parts of an
    IRI that was parted, and in the place of one that was replaced what took it. Raises
    ``UsageError`` with suggestions when nothing of that name is known.
    """
    found = find(store, asked)
    moves = tuple(move for iri in found if (move := followed(store, iri)))
    gone = {move.old for move in moves}
    things = {iri for iri in found if iri not in gone} | {iri for move in moves for iri in move.new}
    return Explanation(asked, tuple(describe(store, iri) for iri in sorted(things)), moves)
