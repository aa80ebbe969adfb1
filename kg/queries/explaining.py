"""Which parts of the graph a saved query reads, told from its text and the ontology."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kg import resources
from kg.queries.parameters import Parameter
from kg.queries.saved import SavedQuery
from kg.sparqltokens import Token, tokenize
from kg.vocab import PREFIXES, RDF, RDFS, SKOS

PartKind = Literal["class", "property", "value"]
_CLASS = "http://www.w3.org/2002/07/owl#Class"
_PROPERTIES = frozenset(
    {
        "http://www.w3.org/2002/07/owl#ObjectProperty",
        "http://www.w3.org/2002/07/owl#DatatypeProperty",
        "http://www.w3.org/2002/07/owl#AnnotationProperty",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property",
    }
)
_TOLD = (RDFS.comment, SKOS.NS + "definition")


class Part(NamedTuple):
    """A term that the query names, as it is written, and what the ontology says of it."""

    kind: PartKind
    name: str
    iri: str
    told: str


class Use(NamedTuple):
    """A parameter, and what it is compared with: properties as written, or an expression."""

    parameter: Parameter
    properties: tuple[str, ...]
    in_test: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a query reads and gives back.

    ``parts`` are the terms in order of kind and name. ``graphs`` says that it asks for graphs by
    name; otherwise it reads the union of all. ``uses`` has one entry a parameter.
    """

    name: str
    summary: str
    description: str
    parts: tuple[Part, ...]
    graphs: bool
    uses: tuple[Use, ...]
    columns: tuple[str, ...]
    triples: bool


def explain_query(saved: SavedQuery) -> Explanation:
    """What ``saved`` reads, which of it a parameter restricts, and what it answers with."""
    tokens = tokenize(saved.text)
    names = {token.text for token in _names(tokens)} | {
        "rdf:type" for token in tokens if token.kind == "word" and token.text == "a"
    }
    known = _ontology()
    parts = (_part(name, known) for name in names)
    return Explanation(
        name=saved.name,
        summary=saved.header.summary,
        description=saved.header.description,
        parts=tuple(sorted(part for part in parts if part.iri != RDF.type)),
        graphs=any(token.is_word("GRAPH", "FROM") for token in tokens),
        uses=tuple(_use(parameter, tokens) for parameter in saved.parameters),
        columns=saved.plan.columns,
        triples=saved.form == "construct",
    )


def _names(tokens: Sequence[Token]) -> Iterator[Token]:
    """The prefixed names of a query, those of its PREFIX lines left out."""
    for before, token in zip((None, *tokens), tokens, strict=False):
        declared = before is not None and before.is_word("PREFIX")
        if token.kind == "name" and not declared:
            yield token


class _Term(NamedTuple):
    types: frozenset[str]
    told: str


def _ontology() -> Mapping[str, _Term]:
    """Of each term of the ontology its types, and the sentence that explains it."""
    from pyoxigraph import Literal as Text
    from pyoxigraph import NamedNode, RdfFormat, parse

    types: dict[str, set[str]] = {}
    told: dict[str, str] = {}
    file = resources.path("ontology", "kg.ttl")
    for quad in parse(path=str(file), format=RdfFormat.TURTLE):
        if not isinstance(quad.subject, NamedNode):
            continue
        if quad.predicate.value == RDF.type and isinstance(quad.object, NamedNode):
            types.setdefault(quad.subject.value, set()).add(quad.object.value)
        elif quad.predicate.value in _TOLD and isinstance(quad.object, Text):
            told[quad.subject.value] = quad.object.value
    return {iri: _Term(frozenset(found), told.get(iri, "")) for iri, found in types.items()}


def _part(name: str, known: Mapping[str, _Term]) -> Part:
    prefix, _, local = name.partition(":")
    iri = PREFIXES.get(prefix, f"{prefix}:") + local
    term = known.get(iri, _Term(frozenset(), ""))
    kind: PartKind = "value"
    if _CLASS in term.types:
        kind = "class"
    elif term.types & _PROPERTIES:
        kind = "property"
    return Part(kind, name, iri, term.told)


def _use(parameter: Parameter, tokens: Sequence[Token]) -> Use:
    """Where the variable of a parameter stands: behind a property, before one, or in a test."""
    properties: list[str] = []
    in_test = False
    opened: list[str] = []
    for at, token in enumerate(tokens):
        if token.kind == "mark" and token.text in "([{":
            opened.append(token.text)
        elif token.kind == "mark" and token.text in ")]}" and opened:
            opened.pop()
        elif token.kind == "variable" and token.text[1:] == parameter.variable:
            if opened and opened[-1] == "(":
                in_test = True
            elif tokens[at - 1].kind == "name":
                properties.append(tokens[at - 1].text)
    return Use(parameter, tuple(dict.fromkeys(properties)), in_test)
