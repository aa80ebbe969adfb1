"""Unsafe IRIs and literals, found as statements are read; terms as findings show them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from kg.validate.literals import literal_fault
from kg.validate.report import Finding
from kg.vocab import PREFIXES

_ABSOLUTE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):[^\x00-\x20\x7f-\x9f<>\"{}|\\^`]*")
_ACTIVE = frozenset({"javascript", "vbscript", "data", "file", "blob"})


def unsafe(quad: ox.Quad, file: str, line: int | None) -> list[Finding]:
    """What makes a statement unfit to be judged: bad IRIs, bad literals, triple terms."""
    findings = [
        Finding(
            file,
            "violation",
            "iri",
            "iri",
            f"{_short(iri)} {fault}.",
            "Use an absolute http or https IRI without spaces, quotes and angle brackets.",
            focus=text_of(quad.subject),
            path=quad.predicate.value,
            value=_short(iri),
            line=line,
        )
        for iri in _iris(quad)
        if (fault := _iri_fault(iri))
    ]
    amiss = _object_fault(quad.object)
    if amiss:
        message, hint = amiss
        findings.append(
            Finding(
                file,
                "violation",
                "object",
                "object",
                message,
                hint,
                focus=text_of(quad.subject),
                path=quad.predicate.value,
                line=line,
            )
        )
    return findings


def text_of(term: object) -> str:
    """A term as findings show it: an IRI, a ``_:`` label, the text of a literal."""
    if isinstance(term, ox.BlankNode):
        return f"_:{term.value}"
    if isinstance(term, ox.NamedNode | ox.Literal):
        return term.value
    return str(term)


def _iris(quad: ox.Quad) -> Iterator[str]:
    for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
        if isinstance(term, ox.NamedNode):
            yield term.value
        elif isinstance(term, ox.Literal):
            yield term.datatype.value


def _iri_fault(iri: str) -> str | None:
    shape = _ABSOLUTE.fullmatch(iri)
    if shape is None:
        return "is not an absolute IRI, or holds characters that no IRI may hold"
    if shape.group(1).lower() in _ACTIVE:
        return "is of a kind that browsers or servers act upon"
    return None


def _object_fault(term: object) -> tuple[str, str] | None:
    """What is wrong with an object that is no IRI, and what to do."""
    if isinstance(term, ox.Triple):
        return "This is a statement about a statement.", "Describe a thing that says it instead."
    if isinstance(term, ox.Literal):
        fault = literal_fault(term.value, term.datatype.value)
        return (fault, "Write it in the form of its datatype.") if fault else None
    return None


def compact(iri: str) -> str:
    """An IRI as people read it: with a prefix that kg knows, or cut when it is very long."""
    matches: Mapping[str, str] = {ns: p for p, ns in PREFIXES.items() if iri.startswith(ns)}
    for namespace, prefix in matches.items():
        return f"{prefix}:{iri.removeprefix(namespace)}"
    return _short(iri)


def _short(iri: str) -> str:
    return iri if len(iri) <= 200 else f"{iri[:200]}…"
