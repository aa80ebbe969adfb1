"""The functions and comparisons of SPARQL that conditions may use.

A literal is taken apart, an IRI or blank node is its term. What SPARQL calls an error is
``Undecided``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from kg.validate.engines.fast import values
from kg.validate.engines.fast.values import Literal
from kg.validate.engines.fast.words import LANG_STRING, iri, is_blank, is_iri, text
from kg.vocab import XSD

Operand = Literal | str


class Undecided(Exception):  # noqa: N818 - SPARQL calls it an error, nothing of ours is wrong
    """What SPARQL calls an error in an expression."""


def boolean(value: bool) -> Literal:
    """A truth value."""
    return Literal(XSD.boolean, "", str(value).lower(), value)


def _string(value: str) -> Literal:
    return Literal(XSD.string, "", value, value)


def _number(value: int | Decimal | float) -> Literal:
    kind = XSD.integer if isinstance(value, int) else XSD.decimal
    kind = XSD.NS + "double" if isinstance(value, float) else kind
    return Literal(kind, "", str(value), value)


def truth(found: Operand) -> bool:
    """Whether an operand counts as true. Raises ``Undecided`` when it is neither."""
    if not isinstance(found, Literal):
        raise Undecided
    if found.datatype == XSD.boolean:
        return bool(found.value)
    if values.is_number(found):
        return bool(found.value)
    if found.datatype == XSD.string:
        return bool(found.text)
    raise Undecided


def _text(found: Operand) -> str:
    if not isinstance(found, Literal) or found.datatype not in (XSD.string, LANG_STRING):
        raise Undecided
    return found.text


def _numeric(found: Operand) -> int | float | Decimal:
    if not isinstance(found, Literal) or not values.is_number(found):
        raise Undecided
    assert isinstance(found.value, int | float | Decimal)  # noqa: S101 - what a number is
    return found.value


def _equal(one: Operand, other: Operand) -> bool:
    if isinstance(one, Literal) and isinstance(other, Literal):
        try:
            return values.equal(one, other)
        except values.Incomparable:
            raise Undecided from None
    return one == other


def is_in(one: Operand, *others: Operand) -> Literal:
    """IN."""
    return boolean(any(one == other for other in others))


def is_not_in(one: Operand, *others: Operand) -> Literal:
    """NOT IN."""
    return boolean(all(one != other for other in others))


def _ordered(holds: Callable[[int], bool]) -> Callable[[Operand, Operand], Literal]:
    def compared(one: Operand, other: Operand) -> Literal:
        if not isinstance(one, Literal) or not isinstance(other, Literal):
            raise Undecided
        try:
            return boolean(holds(values.compare(one, other)))
        except values.Incomparable:
            raise Undecided from None

    return compared


def _summed(sign: int) -> Callable[[Operand, Operand], Literal]:
    def summed(one: Operand, other: Operand) -> Literal:
        left, right = _numeric(one), _numeric(other)
        if isinstance(left, float) or isinstance(right, float):
            return _number(float(left) + sign * float(right))
        return _number(left + sign * right)

    return summed


def _substr(one: Operand, start: Operand, length: Operand | None = None) -> Literal:
    begin = int(_numeric(start)) - 1
    end = None if length is None else begin + int(_numeric(length))
    if begin < 0:
        raise Undecided
    return _string(_text(one)[begin:end])


def _regex(one: Operand, pattern: Operand, flags: Operand | None = None) -> Literal:
    given = "" if flags is None else _text(flags)
    if set(given) - {"i", "m"}:
        raise Undecided
    found = _compiled(_text(pattern), "i" in given, "m" in given).search(_text(one))
    return boolean(found is not None)


@cache
def _compiled(pattern: str, any_case: bool, lines: bool) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE * any_case | re.MULTILINE * lines)
    except re.error as error:
        raise Undecided from error


def _datatype(one: Operand) -> str:
    if not isinstance(one, Literal):
        raise Undecided
    return iri(one.datatype)


def _str(one: Operand) -> Literal:
    if isinstance(one, Literal):
        return _string(one.text)
    if is_blank(one):
        raise Undecided
    return _string(text(one))


SUMS: Mapping[str, Callable[..., Operand]] = MappingProxyType({"+": _summed(1), "-": _summed(-1)})
RELATIONS: Mapping[str, Callable[..., Operand]] = MappingProxyType(
    {
        "=": lambda one, other: boolean(_equal(one, other)),
        "!=": lambda one, other: boolean(not _equal(one, other)),
        "<": _ordered(lambda order: order < 0),
        "<=": _ordered(lambda order: order <= 0),
        ">": _ordered(lambda order: order > 0),
        ">=": _ordered(lambda order: order >= 0),
    }
)
FUNCTIONS: Mapping[str, tuple[int, int, Callable[..., Operand]]] = MappingProxyType(
    {
        "DATATYPE": (1, 1, _datatype),
        "STR": (1, 1, _str),
        "STRLEN": (1, 1, lambda one: _number(len(_text(one)))),
        "SUBSTR": (2, 3, _substr),
        "REGEX": (2, 3, _regex),
        "CONTAINS": (2, 2, lambda one, other: boolean(_text(other) in _text(one))),
        "STRSTARTS": (2, 2, lambda one, other: boolean(_text(one).startswith(_text(other)))),
        "STRENDS": (2, 2, lambda one, other: boolean(_text(one).endswith(_text(other)))),
        "ISIRI": (1, 1, lambda one: boolean(isinstance(one, str) and is_iri(one))),
        "ISBLANK": (1, 1, lambda one: boolean(isinstance(one, str) and is_blank(one))),
        "ISLITERAL": (1, 1, lambda one: boolean(isinstance(one, Literal))),
    }
)
