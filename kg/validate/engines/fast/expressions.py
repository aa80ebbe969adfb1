"""Conditions of FILTER, made into functions of all rows at once.

A literal is taken apart, an IRI or blank node is its term. What SPARQL calls an error is None; a
condition that comes to it does not hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from typing import NamedTuple

from kg.validate.engines.fast.functions import (
    FUNCTIONS,
    NOT,
    ON_TERMS,
    RELATIONS,
    SUMS,
    Function,
    Operands,
    is_in,
    is_not_in,
    taken,
    truths,
)
from kg.validate.engines.fast.reader import Reader
from kg.validate.engines.fast.shapes import Filter, Group, Terms, Unsupported
from kg.validate.engines.fast.words import LANG_STRING
from kg.vocab import XSD

# Datatypes that a literal has without naming them.
_WITHOUT = frozenset({f'"^^<{XSD.string}>', f'"^^<{LANG_STRING}>'})

Places = Mapping[str, int]


class Rows(NamedTuple):
    """The values of each variable in some rows."""

    columns: Sequence[Terms]
    size: int


Evaluate = Callable[[Rows], Operands]


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression: ``made`` gives its function for rows with variables at given places.

    It is None when one of ``needed`` is unbound. ``name`` says that it is an IRI as written,
    ``datatype_of`` the variable whose datatype it is.
    """

    variables: frozenset[str]
    needed: frozenset[str]
    made: Callable[[Places], Evaluate]
    name: bool = False
    datatype_of: str = ""


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
    names = tuple(sorted(condition.variables))
    evaluate = condition.made({name: at for at, name in enumerate(names)})

    def holds(columns: Sequence[Terms]) -> Sequence[bool | None]:
        return truths(evaluate(Rows(columns, len(columns[0]) if columns else 1)))

    return Filter(names, condition.needed, holds)


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
    for mark, holds in RELATIONS.items():
        if reader.mark(mark):
            return _related(left, mark, _sum(reader), holds)
    negated = reader.word("NOT")
    if reader.word("IN"):
        return _among(left, _arguments(reader), negated)
    if negated:
        raise reader.unsupported()
    return left


def _related(left: Expression, mark: str, right: Expression, holds: Function) -> Expression:
    if left.datatype_of and right.name and mark == "=":
        # By far the most frequent condition: the end of a literal says it.
        [name] = right.made({})(Rows((), 1))
        end = f'"^^{name}'
        if end not in _WITHOUT:
            return _of_variable(left.datatype_of, partial(_ends, end))
    return _strict((left, right), holds)


def _ends(end: str, terms: Sequence[str]) -> Operands:
    return [term.endswith(end) if term[0] == '"' else None for term in terms]


def _among(left: Expression, others: Sequence[Expression], negated: bool) -> Expression:
    """IN, which compares terms and not values: of names only, for which that is the same."""
    if not all(one.name for one in others):
        raise Unsupported("IN of other things than IRIs in a query")
    return _strict((left, *others), is_not_in if negated else is_in)


def _sum(reader: Reader) -> Expression:
    found = _unary(reader)
    while True:
        for mark, combined in SUMS.items():
            if reader.mark(mark):
                found = _strict((found, _unary(reader)), combined)
                break
        else:
            return found


def _unary(reader: Reader) -> Expression:
    if reader.mark("!"):
        return _strict((_unary(reader),), NOT)
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
            lambda places: lambda rows: [v is not None for v in rows.columns[places[variable]]],
        )
    at_once = ON_TERMS.get(name)
    if at_once is not None and reader.variable_next():
        [variable] = _names(reader)
        found = _of_variable(variable, at_once)
        return replace(found, datatype_of=variable if name == "DATATYPE" else "")
    function = FUNCTIONS.get(name)
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
    if term[0] == "?":
        return _of_variable(term, taken)
    [constant] = taken([term])
    return Expression(
        frozenset(), frozenset(), lambda _: lambda rows: [constant] * rows.size, term[0] == "<"
    )


def _of_variable(term: str, call: Callable[[Sequence[str]], Operands]) -> Expression:
    def made(places: Places) -> Evaluate:
        at = places[term]

        def evaluate(rows: Rows) -> Operands:
            terms = rows.columns[at]
            bound = [term for term in terms if term is not None]
            if len(bound) == len(terms):
                return call(bound)
            found = iter(call(bound))
            return [None if term is None else next(found) for term in terms]

        return evaluate

    return Expression(frozenset({term}), frozenset({term}), made)


def _strict(parts: Sequence[Expression], call: Function) -> Expression:
    """An expression that is None when one of its parts is."""

    def made(places: Places) -> Evaluate:
        ready = [part.made(places) for part in parts]
        return lambda rows: call(*(evaluate(rows) for evaluate in ready))

    return Expression(
        frozenset().union(*(part.variables for part in parts)),
        frozenset().union(*(part.needed for part in parts)),
        made,
    )


def _either(one: Expression, other: Expression, wanted: bool) -> Expression:
    """``||`` for ``wanted`` true, ``&&`` for false: one decided part may be enough."""

    def joined(first: bool | None, second: bool | None) -> bool | None:
        if first is wanted or second is wanted:
            return wanted
        return None if first is None or second is None else not wanted

    def made(places: Places) -> Evaluate:
        left, right = one.made(places), other.made(places)
        return lambda rows: list(map(joined, truths(left(rows)), truths(right(rows))))

    return Expression(one.variables | other.variables, one.needed & other.needed, made)
