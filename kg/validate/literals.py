"""Whether a literal is one: engines stumble over a number that is none, each in its own way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from kg.vocab import XSD

LONGEST_NUMBER = 100
"""The longest number that is judged, in characters; engines take very long over longer ones."""

_ZONE = r"(?:Z|[+-][0-9]{2}:[0-9]{2})?"
_INTEGER = re.compile(r"[+-]?[0-9]+")
# Not a number is left out on purpose: nothing can be compared with it.
_DOUBLE = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?INF")
_NUMBERS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        XSD.decimal: re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)"),
        XSD.NS + "double": _DOUBLE,
        XSD.NS + "float": _DOUBLE,
        XSD.integer: _INTEGER,
        **{
            XSD.NS + name: _INTEGER
            for name in (
                "nonNegativeInteger",
                "nonPositiveInteger",
                "positiveInteger",
                "negativeInteger",
                "long",
                "int",
                "short",
                "byte",
                "unsignedLong",
                "unsignedInt",
                "unsignedShort",
                "unsignedByte",
            )
        },
    }
)
_FORMS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        XSD.boolean: re.compile(r"true|false|1|0"),
        XSD.date: re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})" + _ZONE),
        XSD.gYearMonth: re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])" + _ZONE),
        XSD.gYear: re.compile(r"[0-9]{4}" + _ZONE),
    }
)


def literal_fault(text: str, datatype: str) -> str | None:
    """What is wrong with a number, boolean or date, in a sentence.

    Literals of other datatypes are left to the shapes.
    """
    if datatype in _NUMBERS and len(text) > LONGEST_NUMBER:
        return f"A number has more than {LONGEST_NUMBER} characters."
    form = _NUMBERS.get(datatype) or _FORMS.get(datatype)
    if form is None:
        return None
    found = form.fullmatch(text)
    if found is None or (datatype == XSD.date and not _is_day(*map(int, found.groups()))):
        return f"“{text[:LONGEST_NUMBER]}” is not a valid {datatype.rpartition('#')[2]}."
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
