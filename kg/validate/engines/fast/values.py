"""The values of literals and how they compare: as the reference engine has it, quirks included.

SPARQL says that unlike values cannot be compared; the reference engine orders them by datatype.
kg's shapes ask for the datatype beside every comparison, so that such a value is found anyway; the
two engines still have to say the same of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from kg.validate.engines.fast.words import LANG_STRING, datatype, language, text
from kg.vocab import XSD

_ZONE = re.compile(r"(?:[Zz]|[+-][0-9]{2}:[0-9]{2})$")

Value = int | float | Decimal | bool | date | str


class Incomparable(Exception):  # noqa: N818 - an answer of a comparison, no error
    """Two literals of one datatype that nobody can order."""


class Literal(NamedTuple):
    """A literal: ``value`` is None when its text is no form of its datatype, or that is unknown.

    It is not ``sound`` when the value is outside of the datatype, as -1 is of those not negative.
    """

    datatype: str
    language: str
    text: str
    value: Value | None
    sound: bool = True


def _integer(form: str) -> int:
    return int(form)


def _boolean(form: str) -> bool:
    # The reference engine takes any other word for false, and its caller for no boolean.
    return form.lower() in ("1", "true")


def _date(form: str) -> date:
    day = _ZONE.sub("", form)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        raise ValueError(form)
    return date.fromisoformat(day)


_BOUNDS: Mapping[str, tuple[int | None, int | None]] = MappingProxyType(
    {
        XSD.NS + "nonNegativeInteger": (0, None),
        XSD.NS + "nonPositiveInteger": (None, 0),
        XSD.NS + "positiveInteger": (1, None),
        XSD.NS + "negativeInteger": (None, -1),
        XSD.NS + "int": (-(2**31), 2**31 - 1),
        XSD.NS + "short": (-(2**15), 2**15 - 1),
        XSD.NS + "byte": (-(2**7), 2**7 - 1),
        XSD.NS + "unsignedLong": (0, 2**64 - 1),
        XSD.NS + "unsignedInt": (0, 2**32 - 1),
        XSD.NS + "unsignedShort": (0, 2**16 - 1),
        XSD.NS + "unsignedByte": (0, 2**8 - 1),
    }
)
_READERS: Mapping[str, Callable[[str], Value]] = MappingProxyType(
    {
        XSD.string: str,
        LANG_STRING: str,
        XSD.NS + "anyURI": str,
        XSD.integer: _integer,
        XSD.decimal: Decimal,
        XSD.NS + "double": float,
        XSD.NS + "float": float,
        XSD.boolean: _boolean,
        XSD.date: _date,
        **dict.fromkeys((*_BOUNDS, XSD.NS + "long"), _integer),
    }
)
_NUMBERS = frozenset(_READERS) - {
    XSD.string,
    LANG_STRING,
    XSD.NS + "anyURI",
    XSD.boolean,
    XSD.date,
}

CHECKED = frozenset(
    {
        XSD.string,
        LANG_STRING,
        XSD.integer,
        XSD.decimal,
        XSD.NS + "double",
        XSD.NS + "float",
        XSD.boolean,
        XSD.date,
    }
)
"""Datatypes for which sh:datatype also asks whether the text is a form of it."""


def literal(term: str) -> Literal:
    """A literal taken apart."""
    kind, form = datatype(term), text(term)
    reader = _READERS.get(kind)
    value = None if reader is None else _read(reader, form)
    least, most = _BOUNDS.get(kind, (None, None))
    sound = not isinstance(value, int) or (
        (least is None or value >= least) and (most is None or value <= most)
    )
    return Literal(kind, language(term), form, value, sound)


def well_formed(term: str) -> bool:
    """Whether the text of a literal is a form of its datatype, as far as that is known."""
    found = literal(term)
    if found.datatype == XSD.boolean:
        return found.text.lower() in ("0", "1", "true", "false")
    return found.value is not None or found.datatype not in _READERS


def is_number(found: Literal) -> bool:
    """Whether a literal is a number that its datatype allows."""
    return found.datatype in _NUMBERS and found.value is not None and found.sound


def compare(one: Literal, other: Literal) -> int:
    """-1, 0 or 1. Raises ``Incomparable``."""
    if equal(one, other):
        return 0
    return 1 if _greater(one, other) else -1


def less(one: Literal, other: Literal) -> bool:
    """Whether ``one`` comes before ``other``."""
    try:
        return not _greater(one, other) and not equal(one, other)
    except Incomparable:
        return _greater(other, one)


def _read(reader: Callable[[str], Value], form: str) -> Value | None:
    try:
        return reader(form)
    except (ValueError, ArithmeticError):
        return None


def _numbers(one: Literal, other: Literal) -> bool:
    return is_number(one) and is_number(other)


def equal(one: Literal, other: Literal) -> bool:
    """Whether two literals have one value. Raises ``Incomparable``."""
    if _numbers(one, other):
        return one.value == other.value
    if one.language != other.language or one.datatype != other.datatype:
        return False
    if one.value is not None and other.value is not None:
        return one.value == other.value
    if one.text == other.text:
        return True
    raise Incomparable(one, other)


def _greater(one: Literal, other: Literal) -> bool:
    if _numbers(one, other):
        return one.value > other.value  # type: ignore[operator] # both are numbers
    if one.datatype != other.datatype:
        return one.datatype > other.datatype
    if one.language != other.language:
        return one.language > other.language
    if one.value is not None and other.value is not None:
        return one.value > other.value  # type: ignore[operator] # both are of one kind
    return one.text > other.text
