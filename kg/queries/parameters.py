"""The parameters of a saved query: which variables they are, and how text becomes a term.

``?_name`` must be given, ``?__name`` may be left out. The end of the name gives the type:
``_iri``, ``_integer``, ``_number``, ``_date``, ``_en``; without one the value is a plain string.
What is an IRI may be named in words where the header says what sort of thing it means. Values are
bound as RDF terms; they never become part of the query's text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError, UsageError
from kg.queries.header import Header
from kg.queries.things import SORTS
from kg.sparqltokens import Token, where

MAX_VALUE = 4096
_XSD = "http://www.w3.org/2001/XMLSchema#"
_PARAMETER = re.compile(r"(?P<marks>__?)(?P<name>[A-Za-z][A-Za-z0-9_]*)")
_TYPED = re.compile(r"(?P<stem>.+)_(?P<kind>iri|integer|number|date|en)")
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?")
ADDRESS = re.compile(r"(?:https?://[^/]|urn:[a-z0-9])", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter as users name it, and the variable of the query that it binds.

    ``kind`` is ``string``, ``iri``, ``integer``, ``number``, ``date`` or ``en``. ``default`` is
    the value used when none is given. ``choices`` are all the values that there are, if there are
    only so many. ``sort`` is the sort of thing of an IRI that may be named, a key of ``SORTS``.
    """

    name: str
    kind: str
    required: bool
    variable: str
    default: str | None = None
    choices: tuple[str, ...] = ()
    sort: str | None = None


Naming = Callable[[Parameter, str], NamedNode]
"""What finds the thing that a text names, for a parameter with a ``sort``."""


def find_parameters(tokens: Iterable[Token], header: Header, text: str) -> tuple[Parameter, ...]:
    """The parameters among the variables of a query, in order of first use.

    ``text`` is the query's. Raises ``QueryError`` when two variables claim one name, a variable
    begins with ``_`` and is no parameter, or the header speaks of something that is no parameter
    or does not fit it.
    """
    found: dict[str, Parameter] = {}
    for token in tokens:
        if token.kind != "variable" or not token.text[1:].startswith("_"):
            continue
        made = _parameter(token, header, text)
        if found.setdefault(made.name, made) != made:
            raise QueryError(
                f"two variables for the parameter {made.name}",
                where=where(text, token.start),
                todo="use one spelling",
            )
    for key in ("defaults", "enumerate", "kinds"):
        for stray in getattr(header, key).keys() - found.keys():
            raise QueryError(
                f"{key} has {stray}, which is no parameter of the query",
                todo=f"parameters: {', '.join(found) or 'none'}",
            )
    for parameter in found.values():
        _check(parameter)
    return tuple(found.values())


def _parameter(token: Token, header: Header, text: str) -> Parameter:
    match = _PARAMETER.fullmatch(token.text[1:])
    if match is None:
        raise QueryError(
            f"{token.text} begins like a parameter and is none",
            where=where(text, token.start),
            todo="write ?_name or ?__name, or take the _ away",
        )
    typed = _TYPED.fullmatch(match["name"])
    stem, kind = (typed["stem"], typed["kind"]) if typed else (match["name"], "string")
    return Parameter(
        stem,
        kind,
        required=match["marks"] == "_",
        variable=token.text[1:],
        default=header.defaults.get(stem),
        choices=header.enumerate.get(stem, ()),
        sort=header.kinds.get(stem),
    )


def _check(parameter: Parameter) -> None:
    """Raise ``QueryError`` when what the header says of a parameter does not fit its type."""
    name, default = parameter.name, parameter.default
    if parameter.sort is not None and (parameter.sort not in SORTS or parameter.kind != "iri"):
        raise QueryError(
            f"the kind of {name} is {parameter.sort}",
            todo=f"end its variable in _iri, and choose one of {', '.join(SORTS)}",
        )
    try:
        for value in (*parameter.choices, *([] if default is None else [default])):
            as_term(parameter, value)
    except UsageError as error:
        raise QueryError(error.what, todo=error.todo) from error


def bind(
    parameters: Iterable[Parameter],
    values: Mapping[str, str],
    query: str,
    naming: Naming | None = None,
) -> dict[str, NamedNode | Literal]:
    """The term for each parameter that has a value, given or by default, by its variable.

    ``query`` names the query in messages. ``naming`` finds what a text names; without it only IRIs
    are taken. Raises ``UsageError`` for an unknown parameter, a missing one, and a value that is
    not of the parameter's type, and whatever ``naming`` raises.
    """
    known = {parameter.name: parameter for parameter in parameters}
    for name in values:
        if name not in known:
            raise UsageError(
                f"the query {query} has no parameter {name}", todo=_suggest(name, known)
            )
    terms: dict[str, NamedNode | Literal] = {}
    for parameter in known.values():
        value = values.get(parameter.name, parameter.default)
        if value is not None:
            terms[parameter.variable] = (
                naming(parameter, value) if naming and parameter.sort else as_term(parameter, value)
            )
        elif parameter.required:
            raise UsageError(
                f"the query {query} needs a value for {parameter.name}",
                todo=f"give it as {parameter.name}=VALUE",
            )
    return terms


def _suggest(name: str, known: Iterable[str]) -> str:
    import difflib  # here: only a mistake needs it

    names = sorted(known)
    near = difflib.get_close_matches(name, names, 1)
    if near:
        return f"did you mean {near[0]}?"
    return f"its parameters: {', '.join(names)}" if names else "it has none"


def as_term(parameter: Parameter, value: str) -> NamedNode | Literal:
    """``value`` as a term of the parameter's type; ``UsageError`` says what was expected."""
    make, expected = _KINDS[parameter.kind]
    term = make(_chosen(parameter, value))
    if term is None:
        raise _unfit(parameter, value, expected)
    return term


def sound(parameter: Parameter, value: str) -> str:
    """``value`` without the space around it, if it can be a name.

    Raises ``UsageError`` if it is empty, too long, or holds what is no text.
    """
    if not value.strip() or not _is_text(value):
        raise _unfit(parameter, value, f"a name or an IRI of a {parameter.sort}")
    return value.strip()


def _chosen(parameter: Parameter, value: str) -> str:
    """The value as the query lists it, if it lists its values: in any case, near ones suggested."""
    if not _is_text(value):
        raise _unfit(parameter, value, _KINDS[parameter.kind][1])
    if not parameter.choices:
        return value
    by_key = {choice.casefold(): choice for choice in parameter.choices}
    if value.strip().casefold() in by_key:
        return by_key[value.strip().casefold()]
    import difflib  # here: only a mistake needs it

    near = difflib.get_close_matches(value.casefold(), by_key, 1)
    expected = f"one of {', '.join(parameter.choices)}"
    raise _unfit(
        parameter, value, f"{expected}; did you mean {by_key[near[0]]}?" if near else expected
    )


def _unfit(parameter: Parameter, value: str, expected: str) -> UsageError:
    return UsageError(
        f"{shortened(value)!a} is no value for the parameter {parameter.name}",
        todo=f"it takes {expected}",
    )


def shortened(value: str) -> str:
    """``value`` as a message shows it: its beginning, when it is long."""
    return value if len(value) <= 60 else value[:57] + "..."


def _is_text(value: str) -> bool:
    return len(value) <= MAX_VALUE and not _CONTROL.search(value) and _encodable(value)


def _encodable(value: str) -> bool:
    return not any("\ud800" <= mark <= "\udfff" for mark in value)


def _string(value: str) -> Literal | None:
    return Literal(value) if value.strip() else None


def _english(value: str) -> Literal | None:
    return Literal(value, language="en") if value.strip() else None


def _iri(value: str) -> NamedNode | None:
    if not ADDRESS.match(value):
        return None
    try:
        return NamedNode(value)
    except ValueError:
        return None  # the caller says what was expected


def _integer(value: str) -> Literal | None:
    if not _INTEGER.fullmatch(value):
        return None
    return Literal(str(int(value)), datatype=NamedNode(_XSD + "integer"))


def _number(value: str) -> Literal | None:
    if not _NUMBER.fullmatch(value):
        return None
    from decimal import Decimal  # here: few parameters are numbers

    number = Decimal(value)
    plain = format(number.normalize() if number else Decimal(0), "f")
    return Literal(plain, datatype=NamedNode(_XSD + "decimal"))


def _date(value: str) -> Literal | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        date.fromisoformat(value)
    except ValueError:
        return None  # the caller says what was expected
    return Literal(value, datatype=NamedNode(_XSD + "date"))


_KINDS: Mapping[str, tuple[Callable[[str], NamedNode | Literal | None], str]] = MappingProxyType(
    {
        "string": (_string, f"a text of up to {MAX_VALUE} characters"),
        "en": (_english, f"an English text of up to {MAX_VALUE} characters"),
        "iri": (_iri, "a whole IRI, such as https://example.org/kg/id/council/bury"),
        "integer": (_integer, "a whole number, such as 12"),
        "number": (_number, "a number, such as 0.9"),
        "date": (_date, "a day, such as 2015-07-17"),
    }
)
