"""The functions and comparisons of SPARQL that conditions may use.

A name (IRI or blank node) is its term, a plain text ``Plain``, a number or truth value one of
Python's; any other literal is taken apart. What SPARQL calls an error is ``Undecided``, and None
where many are asked at once: each function takes the operands of all rows. Those of one kind, as
nearly always, are left to the functions of Python; the others are asked row by row.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any

from kg.validate.engines.fast import values
from kg.validate.engines.fast.values import Literal
from kg.validate.engines.fast.words import (
    LANG_STRING,
    datatype,
    iri,
    is_blank,
    is_iri,
    is_literal,
    text,
)
from kg.vocab import XSD

Number = int | float | Decimal


class Plain(str):
    """A text, where a string that is none stands for a name."""

    __slots__ = ()


Operand = Plain | Literal | Number | bool | str
Operands = Sequence[Operand | None]
Function = Callable[..., Operands]
"""Takes the operands of each argument, one for each row."""

_NUMBERS = (int, float, Decimal)
_WHOLE = f'"^^<{XSD.integer}>'
_TAIL = len(_WHOLE)
_LONG = _TAIL + 20


class Undecided(Exception):  # noqa: N818 - SPARQL calls it an error, nothing of ours is wrong
    """What SPARQL calls an error in an expression."""


def taken(terms: Sequence[str]) -> Operands:
    """The operands that terms are."""
    return [
        term
        if term[0] != '"'
        else int(term[1:-_TAIL])
        if term.endswith(_WHOLE) and term[1:-_TAIL].isdecimal() and len(term) < _LONG
        else _taken(term)
        for term in terms
    ]


def _taken(term: str) -> Operand:
    if term[-1] == '"':
        return Plain(text(term))
    found = values.literal(term)
    if isinstance(found.value, bool | int | float | Decimal) and found.sound:
        return found.value
    return found


def truths(found: Operands) -> Sequence[bool | None]:
    """Which operands count as true, and as false; None for those that are neither."""
    return [one if one is True or one is False else _truth(one) for one in found]


def _truth(found: Operand | None) -> bool | None:
    return bool(found) if type(found) is Plain or type(found) in _NUMBERS else None


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
        if one[0] == "_":
            raise Undecided
        return Plain(text(one))
    return Plain(_lifted(one).text)


def _rows(call: Callable[..., Operand], *arguments: Operands) -> Operands:
    """What a function gives for each row."""
    found: list[Operand | None] = []
    for row in zip(*arguments, strict=True):
        try:
            found.append(None if None in row else call(*row))
        except Undecided:
            found.append(None)
    return found


def _at_once(
    call: Callable[..., Operand], fast: Callable[..., Any], *kinds: type[object]
) -> Function:
    """``call`` for many rows; where all operands are of one of ``kinds``, ``fast`` is the same."""

    def applied(*arguments: Operands) -> Operands:
        met = {type(one) for argument in arguments for one in argument}
        if len(met) == 1 and met.issubset(kinds):
            return list(map(fast, *arguments))
        return _rows(call, *arguments)

    return applied


def _regexes(texts: Operands, patterns: Operands, *flags: Operands) -> Operands:
    plain = [one for one in texts if isinstance(one, Plain)]
    asked = {one for one in patterns if isinstance(one, Plain)}
    several = len(asked) != 1 or not all(isinstance(one, Plain) for one in patterns)
    if flags or several or len(plain) < len(texts):
        return _rows(_regex, texts, patterns, *flags)
    try:
        search = _compiled(asked.pop(), False, False).search
    except Undecided:
        return [None] * len(texts)
    return [search(one) is not None for one in plain]


def _each(call: Callable[..., Operand]) -> Function:
    return lambda *arguments: _rows(call, *arguments)


def _datatypes(terms: Sequence[str]) -> Operands:
    return [iri(datatype(term)) if term[0] == '"' else None for term in terms]


def _texts(terms: Sequence[str]) -> Operands:
    return [None if term[0] == "_" else Plain(text(term)) for term in terms]


def _not(one: Operand) -> bool:
    found = one if isinstance(one, bool) else _truth(one)
    if found is None:
        raise Undecided
    return not found


is_in = _each(lambda one, *others: any(one == other for other in others))
"""IN."""
is_not_in = _each(lambda one, *others: all(one != other for other in others))
"""NOT IN."""
NOT = _at_once(_not, operator.not_, bool)
ON_TERMS: Mapping[str, Callable[[Sequence[str]], Operands]] = MappingProxyType(
    {
        "DATATYPE": _datatypes,
        "STR": _texts,
        "ISIRI": lambda terms: list(map(is_iri, terms)),
        "ISBLANK": lambda terms: list(map(is_blank, terms)),
        "ISLITERAL": lambda terms: list(map(is_literal, terms)),
    }
)
"""Functions that need terms as written, of a variable and of nothing else."""
SUMS: Mapping[str, Function] = MappingProxyType(
    {
        "+": _at_once(_summed(1), operator.add, int),
        "-": _at_once(_summed(-1), operator.sub, int),
    }
)
RELATIONS: Mapping[str, Function] = MappingProxyType(
    {
        "=": _at_once(_equal, operator.eq, int, str, Plain),
        "!=": _at_once(_unequal, operator.ne, int, str, Plain),
        "<": _at_once(_ordered(lambda order: order < 0), operator.lt, int, Plain),
        "<=": _at_once(_ordered(lambda order: order <= 0), operator.le, int, Plain),
        ">": _at_once(_ordered(lambda order: order > 0), operator.gt, int, Plain),
        ">=": _at_once(_ordered(lambda order: order >= 0), operator.ge, int, Plain),
    }
)
FUNCTIONS: Mapping[str, tuple[int, int, Function]] = MappingProxyType(
    {
        "DATATYPE": (1, 1, _each(_datatype)),
        "STR": (1, 1, _each(_str)),
        "STRLEN": (1, 1, _at_once(lambda one: len(_text(one)), len, Plain)),
        "SUBSTR": (2, 3, _each(_substr)),
        "REGEX": (2, 3, _regexes),
        "CONTAINS": (2, 2, _each(lambda one, other: _text(other) in _text(one))),
        "STRSTARTS": (2, 2, _each(lambda one, other: _text(one).startswith(_text(other)))),
        "STRENDS": (2, 2, _each(lambda one, other: _text(one).endswith(_text(other)))),
    }
)
"""By name: the fewest and the most arguments, and what they give."""
