"""Checks that no shape can make: terms nobody declared, things nobody looks at, unsafe IRIs."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox

from kg.validate.literals import literal_fault
from kg.validate.report import Finding
from kg.validate.rules import Rules
from kg.vocab import KGO, PREFIXES, RDF

_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
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


def not_literals(quads: Iterable[ox.Quad], rules: Rules, file: str) -> Iterator[Finding]:
    """A finding for each thing that stands where only text, a number or a date can."""
    for quad in quads:
        predicate = quad.predicate.value
        if predicate in rules.datatype_properties and not isinstance(quad.object, ox.Literal):
            yield Finding(
                file,
                "violation",
                "object",
                "object",
                f"The value of {_compact(predicate)} must be text, a number or a date.",
                "Write the value itself, in quotation marks.",
                focus=text_of(quad.subject),
                path=predicate,
                value=text_of(quad.object),
            )


def unknown_terms(quads: Iterable[ox.Quad], rules: Rules, file: str) -> Iterator[Finding]:
    """A finding for each term that the ontology does not have, and for each that is redefined."""
    used: dict[str, ox.Quad] = {}
    redefined: dict[str, ox.Quad] = {}
    for quad in quads:
        subject = text_of(quad.subject)
        if subject.startswith(KGO.NS) or quad.predicate.value == _SUBCLASS:
            redefined.setdefault(subject, quad)
        for term in _terms(quad):
            if term not in rules.terms:
                used.setdefault(term, quad)
    for term, quad in used.items():
        yield _unknown(term, quad, rules, file)
    for term, quad in redefined.items():
        yield Finding(
            file,
            "violation",
            "vocabulary",
            "redefinition",
            f"A graph of facts cannot change what {_compact(term)} means.",
            "Leave statements about terms out; propose them for the ontology instead.",
            focus=term,
            path=quad.predicate.value,
            value=text_of(quad.object),
        )


def focus_nodes(quads: Iterable[ox.Quad], rules: Rules) -> frozenset[str]:
    """The nodes that at least one shape looks at."""
    targets, above = rules.targets, rules.superclasses()
    found: set[str] = set()
    for quad in quads:
        subject, predicate = text_of(quad.subject), quad.predicate.value
        if predicate == RDF.type:
            name = text_of(quad.object)
            if targets.classes & above.get(name, frozenset({name})):
                found.add(subject)
        if predicate in targets.subjects_of or subject in targets.nodes:
            found.add(subject)
        if predicate in targets.objects_of or text_of(quad.object) in targets.nodes:
            found.add(text_of(quad.object))
    return frozenset(found)


def unchecked(quads: Sequence[ox.Quad], looked_at: frozenset[str], file: str) -> Iterator[Finding]:
    """A finding when there is nothing to judge, else one for each thing that no shape looks at."""
    if not quads or not looked_at:
        what = "nothing in it is of a kind that kg knows" if quads else "it holds no statement"
        yield Finding(
            file,
            "violation",
            "content",
            "empty",
            f"There is nothing to judge: {what}.",
            "See the template and the ontology for the kinds of thing that kg reads.",
        )
        return
    for subject in sorted({text_of(quad.subject) for quad in quads} - looked_at):
        yield Finding(
            file,
            "warning",
            "content",
            "unchecked",
            "Nothing says what this is in terms that kg knows, so nothing checks it.",
            "Give it a type of the ontology, or leave it out.",
            focus=subject,
        )


def text_of(term: object) -> str:
    """A term as findings show it: an IRI, a ``_:`` label, the text of a literal."""
    if isinstance(term, ox.BlankNode):
        return f"_:{term.value}"
    if isinstance(term, ox.NamedNode | ox.Literal):
        return term.value
    return str(term)


def _unknown(term: str, quad: ox.Quad, rules: Rules, file: str) -> Finding:
    own = term.startswith(KGO.NS)
    near = difflib.get_close_matches(term, sorted(rules.terms), 1, 0.9) if own else []
    return Finding(
        file,
        "warning" if own else "info",
        "vocabulary",
        "unknownTerm",
        f"The ontology has no term {_compact(term)}, so kg does not read it.",
        f"Did you mean {_compact(near[0])}?" if near else "See the ontology for the terms.",
        focus=text_of(quad.subject),
        path=quad.predicate.value,
        value=text_of(quad.object),
    )


def _terms(quad: ox.Quad) -> Iterator[str]:
    yield quad.predicate.value
    if isinstance(quad.object, ox.NamedNode):
        name = quad.object.value
        if quad.predicate.value == RDF.type or name.startswith(KGO.NS):
            yield name


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


def _compact(iri: str) -> str:
    matches: Mapping[str, str] = {ns: p for p, ns in PREFIXES.items() if iri.startswith(ns)}
    for namespace, prefix in matches.items():
        return f"{prefix}:{iri.removeprefix(namespace)}"
    return _short(iri)


def _short(iri: str) -> str:
    return iri if len(iri) <= 200 else f"{iri[:200]}…"
