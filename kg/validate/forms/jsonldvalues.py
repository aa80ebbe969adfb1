"""Values of JSON-LD: one by one, and as the text that they are in the graph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.validate.forms.jsonldcontext import Context, Term
from kg.validate.forms.jsontext import Json, Number, step
from kg.vocab import XSD

# Whole numbers that the parser spells as they are written.
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,14}")


def is_iri(name: str) -> bool:
    """Whether the parser takes this for a whole IRI."""
    head, colon, _ = name.partition(":")
    return bool(colon and head) and not any(c in name for c in ' <>"{}|\\^`\n\r\t')


def single_values(value: Json, where: str, term: Term) -> Iterator[tuple[Json, str]]:
    """The single values of a property: those of arrays, sets and maps one by one."""
    if term.kind == "@json":
        yield value, where
    elif isinstance(value.value, list):
        for number, item in enumerate(value.value):
            yield from single_values(item, where + step(number), term)
    elif value.get("@set") is not None:
        inner = value.get("@set")
        if inner is not None:
            yield from single_values(inner, where + "/@set", term)
    elif term.container & {"@language", "@index", "@id", "@type"} and value.members:
        bare = replace(term, container=frozenset())
        for member in value.members:
            yield from single_values(member.value, where + step(member.key), bare)
    else:
        yield value, where


def literal_of(value: Json, context: Context) -> Json | None:
    """The ``@value`` of a value object."""
    return next(
        (m.value for m in value.members if context.expand(m.key, as_term=True) == "@value"), None
    )


def lexical(value: object, term: Term) -> str | None:
    """The text that a literal has in the graph; None when the parser spells it anew."""
    if term.kind == "@json":
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Number):
        whole = _WHOLE.fullmatch(value.text) and term.kind != XSD.NS + "double"
        return value.text if whole else None
    return value if isinstance(value, str) else None
