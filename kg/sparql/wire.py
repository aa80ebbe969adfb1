"""What passes between the asker of an ad hoc query and the process that evaluates it.

Both ways it is one JSON value a line. The request goes out, followed by the statements as N-Quads
if no database on disk can answer it. Back come the form and columns of the answer, each row, and a
last line that says whether rows were left out; or at any point a line that says what went wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from kg.asking import Row, Term

END, FAULT = "end", "fault"
MEMORY, SYNTAX, STORE, RUNTIME = "memory", "syntax", "store", "runtime"


@dataclass(frozen=True, slots=True)
class Request:
    """One query to evaluate. ``index`` is the folder of an Oxigraph database, or None.

    The default graph of that database is the union of all graphs; without one, the worker loads
    the statements so. The rest is of ``kg.sparql.limits``.
    """

    query: str
    index: str | None
    seconds: float
    rows: int
    memory_bytes: int
    answer_bytes: int


def encode_row(row: Sequence[Term | None]) -> list[Any]:
    """A row as JSON values."""
    return [None if term is None else _encode(term) for term in row]


def decode_row(row: Sequence[Any]) -> Row:
    """The row that ``encode_row`` made."""
    return tuple(None if term is None else _decode(term) for term in row)


def _encode(term: Term) -> list[Any]:
    if isinstance(term, ox.NamedNode):
        return ["iri", term.value]
    if isinstance(term, ox.BlankNode):
        return ["blank", term.value]
    if isinstance(term, ox.Triple):
        return ["triple", *encode_row((term.subject, term.predicate, term.object))]
    direction = term.direction.value if term.direction else None
    return ["literal", term.value, term.datatype.value, term.language, direction]


def _decode(term: Sequence[Any]) -> Term:
    kind, *parts = term
    if kind == "iri":
        return ox.NamedNode(parts[0])
    if kind == "blank":
        return ox.BlankNode(parts[0])
    if kind == "triple":
        return ox.Triple(*decode_row(parts))  # type: ignore[arg-type] # encoded from a triple
    value, datatype, language, direction = parts
    if language is None:
        return ox.Literal(value, datatype=ox.NamedNode(datatype))
    if direction is None:
        return ox.Literal(value, language=language)
    return ox.Literal(value, language=language, direction=ox.BaseDirection(direction))
