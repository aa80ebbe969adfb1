"""RDF terms as cells of a table."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.cli.render.table import Cell

Term = NamedNode | BlankNode | Literal | Triple

_XSD = "http://www.w3.org/2001/XMLSchema#"


def cell(term: Term | None) -> Cell:
    """An IRI or a text as a string, a number as a number, a truth value as one, else as written.

    A number in a form that is not that of its datatype stays text.
    """
    if isinstance(term, NamedNode):
        return term.value
    if isinstance(term, Literal):
        return _value(term.value, term.datatype.value)
    return None if term is None else str(term)


def cells(rows: Iterable[Iterable[Term | None]]) -> list[list[Cell]]:
    """Rows of terms as rows of cells."""
    return [[cell(term) for term in row] for row in rows]


def _value(text: str, datatype: str) -> Cell:
    digits = text.lstrip("+-").replace(".", "", 1)
    plain = digits.isascii() and digits.isdigit() and len(digits) <= 30
    if datatype == _XSD + "integer" and plain and "." not in text:
        return int(text)
    if datatype == _XSD + "decimal" and plain:
        from decimal import Decimal  # here: most answers have none

        return Decimal(text)
    if datatype == _XSD + "boolean" and text in ("true", "false"):
        return text == "true"
    return text
