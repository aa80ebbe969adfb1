"""The functions and comparisons of SPARQL that conditions may use.

A name (IRI or blank node) is its term, a plain text ``Plain``, a number or truth value one of
Python's; any other literal is taken apart. What SPARQL calls an error is ``Undecided``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from kg.validate.engines.fast import values
from kg.validate.engines.fast.values import Literal
from kg.validate.engines.fast.words import LANG_STRING, datatype, iri, is_blank, is_iri, text
from kg.vocab import XSD

Number = int | float | Decimal


class Plain(str):
    """A text, where a string that is none stands for a name."""

    __slots__ = ()


Operand = Plain | Literal | Number | bool | str

_NUMBERS = (int, float, Decimal)
_WHOLE = f'"^^<{XSD.integer}>'


class Undecided(Exception):  # noqa: N818 - SPARQL calls it an error, nothing of ours is wrong
    """What SPARQL calls an error in an expression."""


def taken(term: str) -> Operand:
    """The operand that a term is."""
    if term[0] != '"':
        return term
    if term[-1] == '"':
        return Plain(text(term))
    if term.endswith(_WHOLE) and term[1 : -len(_WHOLE)].isdecimal():
        return int(term[1 : -len(_WHOLE)])
    found = values.literal(term)
    if isinstance(found.value, bool | int | float | Decimal) and found.sound:
        return found.value
    return found


def truth(found: Operand) -> bool:
    """Whether an operand counts as true. Raises ``Undecided`` when it is neither."""
    if found is True or found is False:
        return bool(found)
    if type(found) is Plain or type(found) in _NUMBERS:
        return bool(found)
    raise Undecided


def _lifted(found: Operand) -> Literal:
    """An operand as a literal. Raises ``Undecided`` for a name."""
    if isinstance(found, Literal):
        return found
    if isinstance(found, bool):
        return Literal(XSD.boolean, "", str(found).lower(), found)
    if isinstance(found, Plain):
        return Literal(XSD.string, "", found, found)
    if isinstance(found, str):
        raise Undecided
    kind = XSD.integer if isinstance(found, int) else XSD.decimal
    kind = XSD.NS + "double" if isinstance(found, float) else kind
    return Literal(kind, "", str(found), found)


def _text(found: Operand) -> str:
    if type(found) is Plain:
        return found
    if isinstance(found, Literal) and found.datatype == LANG_STRING:
        return found.text
    raise Undecided


def _numeric(found: Operand) -> Number:
    if isinstance(found, bool) or not isinstance(found, _NUMBERS):
        raise Undecided
    return found


def _equal(one: Operand, other: Operand) -> bool:
    kinds = type(one), type(other)
    if str in kinds:
        return kinds[0] is kinds[1] and one == other
    if kinds[0] is kinds[1] and kinds[0] is not Literal:
        return one == other
    try:
        return values.equal(_lifted(one), _lifted(other))
    except values.Incomparable:
        raise Undecided from None


def _unequal(one: Operand, other: Operand) -> bool:
    return not _equal(one, other)


def is_in(one: Operand, *others: Operand) -> bool:
    """IN."""
    return any(one == other for other in others)


def is_not_in(one: Operand, *others: Operand) -> bool:
    """NOT IN."""
    return all(one != other for other in others)


def _ordered(holds: Callable[[int], bool]) -> Callable[[Operand, Operand], bool]:
    def compared(one: Operand, other: Operand) -> bool:
        try:
            return holds(values.compare(_lifted(one), _lifted(other)))
        except values.Incomparable:
            raise Undecided from None

    return compared


def _summed(sign: int) -> Callable[[Operand, Operand], Number]:
    def summed(one: Operand, other: Operand) -> Number:
        left, right = _numeric(one), _numeric(other)
        if isinstance(left, float) or isinstance(right, float):
            return float(left) + sign * float(right)
        return left + sign * right

    return summed


def _substr(one: Operand, start: Operand, length: Operand | None = None) -> Plain:
    begin = int(_numeric(start)) - 1
    end = None if length is None else begin + int(_numeric(length))
    if begin < 0:
        raise Undecided
    return Plain(_text(one)[begin:end])


def _regex(one: Operand, pattern: Operand, flags: Operand | None = None) -> bool:
    given = "" if flags is None else _text(flags)
    if set(given) - {"i", "m"}:
        raise Undecided
    found = _compiled(_text(pattern), "i" in given, "m" in given).search(_text(one))
    return found is not None


@cache
def _compiled(pattern: str, any_case: bool, lines: bool) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE * any_case | re.MULTILINE * lines)
    except re.error as error:
        raise Undecided from error


def _datatype(one: Operand) -> str:
    return iri(_lifted(one).datatype)


def _str(one: Operand) -> Plain:
    if type(one) is str:
        return _term_str(one)
    return Plain(_lifted(one).text)


def _term_datatype(term: str) -> str:
    if term[0] != '"':
        raise Undecided
    return iri(datatype(term))


def _term_str(term: str) -> Plain:
    if term[0] == "_":
        raise Undecided
    return Plain(text(term))


ON_TERMS: Mapping[str, Callable[[str], Operand]] = MappingProxyType(
    {
        "DATATYPE": _term_datatype,
        "STR": _term_str,
        "ISIRI": is_iri,
        "ISBLANK": is_blank,
        "ISLITERAL": lambda term: term[0] == '"',
    }
)
"""Functions that need a term as written, of a variable and of nothing else."""
SUMS: Mapping[str, Callable[..., Operand]] = MappingProxyType({"+": _summed(1), "-": _summed(-1)})
RELATIONS: Mapping[str, Callable[..., Operand]] = MappingProxyType(
    {
        "=": _equal,
        "!=": _unequal,
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
        "STRLEN": (1, 1, lambda one: len(_text(one))),
        "SUBSTR": (2, 3, _substr),
        "REGEX": (2, 3, _regex),
        "CONTAINS": (2, 2, lambda one, other: _text(other) in _text(one)),
        "STRSTARTS": (2, 2, lambda one, other: _text(one).startswith(_text(other))),
        "STRENDS": (2, 2, lambda one, other: _text(one).endswith(_text(other))),
    }
)
"""By name: the fewest and the most arguments, and what they give."""
