"""From an IRI or a name as somebody types it to the things of the graph that it may mean."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, QuerySolutions, Triple

from kg.asking import Queryable, Row, Term, engine_errors
from kg.errors import UsageError
from kg.identity.moving import moved
from kg.text import fold
from kg.vocab import PREFIXES

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_HEAD = "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in sorted(PREFIXES.items()))

_KNOWN = """
SELECT ?thing WHERE { { ?thing ?p1 ?o } UNION { ?s ?p2 ?thing } } LIMIT 1
"""
_REDIRECTS = "SELECT DISTINCT ?thing ?new WHERE { ?thing dcterms:isReplacedBy ?new }"
_NAMES = """
SELECT DISTINCT ?thing ?name
WHERE {
  ?thing foaf:name|skos:altLabel|skos:prefLabel|rdfs:label|schema:headline|dcterms:identifier ?name
}
"""
# Every way is written out: of one path with alternatives before what they share, Oxigraph 0.5 makes
# a join of all passages with all statements (6 s, for 10^5 statements, in place of 0.1 s).
_PRINTED = """
SELECT DISTINCT ?thing ?name
WHERE {
  { ?statement kgo:endorser ?thing ; kgo:evidence ?evidence . ?evidence kgo:printedName ?name }
  UNION
  { ?statement org:member ?thing ; kgo:evidence ?evidence . ?evidence kgo:printedName ?name }
  UNION
  { ?statement kgo:represents ?thing ; kgo:evidence ?evidence . ?evidence kgo:printedPlace ?name }
  UNION
  { ?statement org:organization ?thing ; kgo:evidence ?evidence . ?evidence kgo:printedPlace ?name }
}
"""


def rows(store: Queryable, query: str, thing: Term | None = None) -> list[Row]:
    """The rows of a SELECT, the variable ``?thing`` bound when a term is given for it.

    The prefixes of ``kg.vocab`` are declared for it.
    """
    with engine_errors():  # an answer is worked out as it is read
        answer = store.query(_HEAD + query, {"thing": thing} if thing else None)
        if not isinstance(answer, QuerySolutions):
            raise TypeError("only a SELECT has rows")
        return [tuple(row) for row in answer]


def text_of(term: Term | None) -> str:
    """The IRI, the label or the characters of a term; empty for none."""
    if term is None:
        return ""
    return str(term) if isinstance(term, Triple) else term.value


def find(store: Queryable, asked: str) -> tuple[str, ...]:
    """The IRIs of the things that ``asked`` means, sorted.

    An IRI means itself. A name, in any case, means the things of that name, title or code; else
    those printed so in an article; else the people whose surname it is.

    Raises ``UsageError`` with suggestions when nothing fits.
    """
    wanted = asked.strip()
    if _SCHEME.fullmatch(wanted):
        return (_existing(store, wanted),)
    key = _key(wanted)
    names = _pairs(rows(store, _NAMES))
    named = {iri for iri, name in names if _key(name) == key}
    if key and not named:
        named = {iri for iri, name in _pairs(rows(store, _PRINTED)) if _key(name) == key}
    if key and not named:
        named = {iri for iri, name in names if _key(name).endswith(f" {key}")}
    if not named:
        raise _unknown(wanted, (name for _, name in names))
    return tuple(sorted(named))


def _existing(store: Queryable, iri: str) -> str:
    try:
        node = NamedNode(iri)
    except ValueError as error:
        raise UsageError(f"{iri!a} is no IRI", todo="copy it whole") from error
    if not rows(store, _KNOWN, node) and led_to(store, iri) is None:
        raise UsageError(f"nothing is known about {iri}", todo="see that it is spelt right")
    return iri


def led_to(store: Queryable, iri: str) -> str | None:
    """What the graph has in the place of an IRI made of keys that gave way, or None."""
    redirects = {text_of(old): text_of(new) for old, new in rows(store, _REDIRECTS)}
    new = moved(iri, redirects)
    return new if new != iri and rows(store, _KNOWN, NamedNode(new)) else None


def _pairs(found: Iterable[Row]) -> list[tuple[str, str]]:
    return [
        (thing.value, name.value)
        for thing, name in found
        if isinstance(thing, NamedNode) and isinstance(name, Literal)
    ]


def _key(name: str) -> str:
    return " ".join(fold(name).split())


def _unknown(asked: str, names: Iterable[str]) -> UsageError:
    by_key = {_key(name): name for name in sorted(names)}
    near = difflib.get_close_matches(_key(asked), by_key, 3, 0.7)
    hint = f"did you mean {', or '.join(by_key[key] for key in near)}?" if near else None
    return UsageError(
        f"nothing is known about {asked!r}", todo=hint or "give a name as printed, or an IRI"
    )
