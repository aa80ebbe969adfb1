"""Why the graph says what it says: every statement about something, with the words behind it."""

from __future__ import annotations

from kg.asking import Queryable
from kg.why.finding import find
from kg.why.model import Date, Explanation, Passage, Statement, Thing
from kg.why.statements import describe

__all__ = ["Date", "Explanation", "Passage", "Statement", "Thing", "explain"]


def explain(store: Queryable, asked: str) -> Explanation:
    """Everything about ``asked``: an IRI, or a name, title or code as somebody types it.

    A name that several things share is explained for each of them, by IRI. Raises ``UsageError``
    with suggestions when nothing of that name is known.
    """
    return Explanation(asked, tuple(describe(store, iri) for iri in find(store, asked)))
