"""Grouping the statements of N-Quads lines, and writing their terms shorter for people.

The terms were checked and escaped by pyoxigraph, so a token is legal Turtle as it stands. Only the
forms below, all plain ASCII without escapes, are ever made shorter; anything else stays whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from kg.nquads import Triple
from kg.vocab import XSD

Shorten = Callable[[str], str]

# Stricter than Turtle's PN_LOCAL, so that no escape is ever due.
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
# A path that resolves against a base ending in "/" by being written after it: it has no scheme,
# no empty or dotted part and no query.
_RELATIVE = r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*(?:#[A-Za-z0-9_-]+)?"
_HIERARCHICAL = re.compile(r"[a-z][a-z0-9+.-]*://[^/?#]+/(?:[A-Za-z0-9_-]+/)*")
# The lexical forms that may stand without quotes: readers that turn them into numbers, as rdflib
# does, write those numbers in the same way again.
_BARE = {
    f"<{XSD.integer}>": re.compile(r"0|-?[1-9][0-9]*"),
    f"<{XSD.decimal}>": re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]{1,6}"),
    f"<{XSD.boolean}>": re.compile(r"true|false"),
}
_KEPT = 1 << 14


def by_subject(triples: Iterable[Triple]) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Each subject of sorted triples with the objects of its predicates, in their order."""
    current: str | None = None
    properties: dict[str, list[str]] = {}
    for subject, predicate, item in triples:
        if subject != current:
            if current is not None:
                yield current, properties
            current, properties = subject, {}
        if predicate in properties:
            properties[predicate].append(item)
        else:
            properties[predicate] = [item]
    if current is not None:
        yield current, properties


class Literal(NamedTuple):
    """The parts of a literal: its text, and its language tag or its datatype IRI, or "" each."""

    value: str
    language: str
    datatype: str


def literal(token: str) -> Literal:
    """Take the N-Quads form of a literal apart. Its escapes are a subset of those of JSON."""
    quoted, _, suffix = token.rpartition('"')
    value = json.loads(f'{quoted}"')
    if suffix.startswith("@"):
        return Literal(value, suffix[1:], "")
    return Literal(value, "", suffix[3:-1])


def below(base: str) -> Callable[[str], re.Match[str] | None]:
    """A function that matches the tokens of IRIs which may be written relative to ``base``.

    Its first group is what to write, with the ``>`` after it.
    """
    # An IRI that cannot be a base for relative ones matches nothing.
    root = re.escape(base) if _HIERARCHICAL.fullmatch(base) else r"(?!)"
    return re.compile(f"<{root}({_RELATIVE}>)").fullmatch


def shortener(base: str, prefixes: Mapping[str, str]) -> Shorten:
    """A function from a term as N-Quads writes it to the shortest safe form in Turtle.

    An IRI becomes relative to ``base``, or a prefixed name, or stays; a literal loses its quotes
    if it is a number or a truth value, or has its datatype shortened.
    """
    names = {iri: name for name, iri in sorted(prefixes.items())}
    rest = below(base)
    made: dict[str, str] = {}

    def whole(token: str) -> str:
        if token[0] == "<":
            cut = max(token.rfind("/"), token.rfind("#")) + 1
            name = names.get(token[1:cut])
            plain = name is not None and _LOCAL.fullmatch(token, cut, len(token) - 1)
            return f"{name}:{token[cut:-1]}" if plain else token
        quoted, _, datatype = token.rpartition("^^")
        bare = _BARE.get(datatype)
        if bare and bare.fullmatch(quoted, 1, len(quoted) - 1):
            return quoted[1:-1]
        return f"{quoted}^^{whole(datatype)}"

    def term(token: str) -> str:
        if token[0] == "<":
            if found := rest(token):
                return f"<{found[1]}"
        elif token[-1] != ">":
            return token
        if (known := made.get(token)) is not None:
            return known
        if len(made) == _KEPT:
            made.clear()
        made[token] = whole(token)
        return made[token]

    return term
