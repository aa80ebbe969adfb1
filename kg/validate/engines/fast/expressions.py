"""Conditions of FILTER, made into functions of a row.

A literal is taken apart, an IRI or blank node is its term. What SPARQL calls an error is
``Undecided``; a condition in which it is raised does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, reduce
from types import MappingProxyType

from kg.validate.engines.fast import values
from kg.validate.engines.fast.reader import Reader
from kg.validate.engines.fast.shapes import Filter, Group, Row, Test, Unsupported
from kg.validate.engines.fast.values import Literal
from kg.validate.engines.fast.words import LANG_STRING, iri, is_blank, is_iri, is_literal, text
from kg.vocab import XSD

Operand = Literal | str
Places = Mapping[str, int]
Evaluate = Callable[[Row], Operand]


class Undecided(Exception):  # noqa: N818 - SPARQL calls it an error, nothing of ours is wrong
    """What SPARQL calls an error in an expression."""


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression: ``made`` gives its function for rows with variables at given places.

    It is undecided when one of ``needed`` is unbound.
    """

    variables: frozenset[str]
    needed: frozenset[str]
    made: Callable[[Places], Evaluate]


def conditions(reader: Reader, absent: Callable[[Reader], Group]) -> Iterator[Filter | Group]:
    """What stands in the parentheses of FILTER, taken apart where ``&&`` joins it.

    A group is one that must not exist; ``absent`` reads it, after its NOT. Raises ``Unsupported``.
    """
    parts: list[Expression | Group] = []
    while not parts or reader.mark("&&"):
        parts.append(absent(reader) if reader.word("NOT") else _relation(reader))
    expressions = [part for part in parts if isinstance(part, Expression)]
    if not reader.peek().is_mark("||"):
        yield from (part for part in parts if isinstance(part, Group))
        yield from map(_filter, expressions)
    elif len(expressions) < len(parts):
        raise reader.unsupported()
    else:
        yield _filter(_alternatives(reader, _all(expressions)))


def _filter(condition: Expression) -> Filter:
    def test(places: dict[str, int]) -> Test:
        evaluate = condition.made(places)

        def holds(row: Row) -> bool:
            try:
                return _truth(evaluate(row))
            except Undecided:
                return False

        return holds

    return Filter(condition.variables, condition.needed, test)


# --- The grammar, the loosest first.


def _whole(reader: Reader) -> Expression:
    return _alternatives(reader, _conjunction(reader))


def _alternatives(reader: Reader, found: Expression) -> Expression:
    while reader.mark("||"):
        found = _either(found, _conjunction(reader), True)
    return found


def _conjunction(reader: Reader) -> Expression:
    parts = [_relation(reader)]
    while reader.mark("&&"):
        parts.append(_relation(reader))
    return _all(parts)


def _all(parts: Sequence[Expression]) -> Expression:
    return reduce(lambda one, other: _either(one, other, False), parts)


def _relation(reader: Reader) -> Expression:
    left = _sum(reader)
    for mark, holds in _RELATIONS.items():
        if reader.mark(mark):
            return _strict((left, _sum(reader)), holds)
    negated = reader.word("NOT")
    if reader.word("IN"):
        return _strict((left, *_arguments(reader)), _not_in if negated else _in)
    if negated:
        raise reader.unsupported()
    return left


def _sum(reader: Reader) -> Expression:
    found = _unary(reader)
    while True:
        for mark, combined in _SUMS.items():
            if reader.mark(mark):
                found = _strict((found, _unary(reader)), combined)
                break
        else:
            return found


def _unary(reader: Reader) -> Expression:
    if reader.mark("!"):
        return _strict((_unary(reader),), lambda one: _boolean(not _truth(one)))
    if reader.mark("("):
        found = _whole(reader)
        reader.need(")")
        return found
    token = reader.peek()
    if token.kind == "word" and not token.is_word("TRUE", "FALSE"):
        return _call(reader)
    return _operand(reader.term())


def _call(reader: Reader) -> Expression:
    name = reader.take().text.upper()
    if name == "BOUND":
        [(variable,)] = [tuple(_names(reader))]
        return Expression(
            frozenset({variable}),
            frozenset(),
            lambda places: lambda row: _boolean(row[places[variable]] is not None),
        )
    function = _FUNCTIONS.get(name)
    if function is None:
        raise Unsupported(f"{name} in a query")
    least, most, call = function
    arguments = _arguments(reader)
    if not least <= len(arguments) <= most:
        raise Unsupported(f"{name} of {len(arguments)} things in a query")
    return _strict(arguments, call)


def _names(reader: Reader) -> list[str]:
    reader.need("(")
    found = reader.term()
    reader.need(")")
    if found[0] != "?":
        raise Unsupported("BOUND of no variable in a query")
    return [found]


def _arguments(reader: Reader) -> list[Expression]:
    reader.need("(")
    found = []
    while not reader.mark(")"):
        found.append(_whole(reader))
        if not reader.mark(",") and not reader.peek().is_mark(")"):
            raise reader.unsupported()
    return found


# --- Functions of rows.


def _operand(term: str) -> Expression:
    if term[0] != "?":
        constant = _taken(term)
        return Expression(frozenset(), frozenset(), lambda _: lambda _row: constant)

    def made(places: Places) -> Evaluate:
        at = places[term]

        def evaluate(row: Row) -> Operand:
            found = row[at]
            if found is None:
                raise Undecided
            return values.literal(found) if found[0] == '"' else found

        return evaluate

    return Expression(frozenset({term}), frozenset({term}), made)


def _taken(term: str) -> Operand:
    return values.literal(term) if is_literal(term) else term


def _strict(parts: Sequence[Expression], call: Callable[..., Operand]) -> Expression:
    """An expression that is undecided when one of its parts is."""

    def made(places: Places) -> Evaluate:
        ready = [part.made(places) for part in parts]
        if len(ready) == 1:
            [only] = ready
            return lambda row: call(only(row))
        if len(ready) == 2:
            first, second = ready
            return lambda row: call(first(row), second(row))
        return lambda row: call(*(evaluate(row) for evaluate in ready))

    return Expression(
        frozenset().union(*(part.variables for part in parts)),
        frozenset().union(*(part.needed for part in parts)),
        made,
    )


def _either(one: Expression, other: Expression, wanted: bool) -> Expression:
    """``||`` for ``wanted`` true, ``&&`` for false: one decided part may be enough."""

    def made(places: Places) -> Evaluate:
        ready = one.made(places), other.made(places)

        def evaluate(row: Row) -> Operand:
            undecided = False
            for part in ready:
                try:
                    if _truth(part(row)) is wanted:
                        return _boolean(wanted)
                except Undecided:
                    undecided = True
            if undecided:
                raise Undecided
            return _boolean(not wanted)

        return evaluate

    return Expression(one.variables | other.variables, one.needed & other.needed, made)


def _boolean(value: bool) -> Literal:
    return Literal(XSD.boolean, "", str(value).lower(), value)


def _string(value: str) -> Literal:
    return Literal(XSD.string, "", value, value)


def _number(value: int | Decimal | float) -> Literal:
    kind = XSD.integer if isinstance(value, int) else XSD.decimal
    kind = XSD.NS + "double" if isinstance(value, float) else kind
    return Literal(kind, "", str(value), value)


def _truth(found: Operand) -> bool:
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


def _in(one: Operand, *others: Operand) -> Literal:
    return _boolean(any(one == other for other in others))


def _not_in(one: Operand, *others: Operand) -> Literal:
    return _boolean(all(one != other for other in others))


def _ordered(holds: Callable[[int], bool]) -> Callable[[Operand, Operand], Literal]:
    def compared(one: Operand, other: Operand) -> Literal:
        if not isinstance(one, Literal) or not isinstance(other, Literal):
            raise Undecided
        try:
            return _boolean(holds(values.compare(one, other)))
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
    return _boolean(found is not None)


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


_SUMS: Mapping[str, Callable[..., Operand]] = MappingProxyType({"+": _summed(1), "-": _summed(-1)})
_RELATIONS: Mapping[str, Callable[..., Operand]] = MappingProxyType(
    {
        "=": lambda one, other: _boolean(_equal(one, other)),
        "!=": lambda one, other: _boolean(not _equal(one, other)),
        "<": _ordered(lambda order: order < 0),
        "<=": _ordered(lambda order: order <= 0),
        ">": _ordered(lambda order: order > 0),
        ">=": _ordered(lambda order: order >= 0),
    }
)
_FUNCTIONS: Mapping[str, tuple[int, int, Callable[..., Operand]]] = MappingProxyType(
    {
        "DATATYPE": (1, 1, _datatype),
        "STR": (1, 1, _str),
        "STRLEN": (1, 1, lambda one: _number(len(_text(one)))),
        "SUBSTR": (2, 3, _substr),
        "REGEX": (2, 3, _regex),
        "CONTAINS": (2, 2, lambda one, other: _boolean(_text(other) in _text(one))),
        "STRSTARTS": (2, 2, lambda one, other: _boolean(_text(one).startswith(_text(other)))),
        "STRENDS": (2, 2, lambda one, other: _boolean(_text(one).endswith(_text(other)))),
        "ISIRI": (1, 1, lambda one: _boolean(isinstance(one, str) and is_iri(one))),
        "ISBLANK": (1, 1, lambda one: _boolean(isinstance(one, str) and is_blank(one))),
        "ISLITERAL": (1, 1, lambda one: _boolean(isinstance(one, Literal))),
    }
)
