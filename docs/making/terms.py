"""The ontology and the shapes, taken apart for a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg import resources
from kg.validate.rules import load_rules
from kg.validate.shapesgraph import SH, ShapesGraph, Term
from kg.vocab import KGO, PREFIXES, RDF, RDFS, SKOS

OWL = "http://www.w3.org/2002/07/owl#"
_KINDS = {
    f"{OWL}Class": "class",
    f"{OWL}ObjectProperty": "property to a thing",
    f"{OWL}DatatypeProperty": "property to a value",
    f"{OWL}AnnotationProperty": "property to a value",
    f"{RDF.NS}Property": "property to a thing",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """What one shape asks of a property, or of a thing as a whole if ``path`` is None.

    ``whom`` says of whom, where that is not the things of a class.
    """

    shape: str
    path: str | None
    node: Term
    message: str
    hint: str
    warning: bool
    query: str
    whom: str


@dataclass(frozen=True, slots=True)
class Terms:
    """Every term by IRI, and the rules by the class or the property whose things they look at."""

    ontology: ShapesGraph
    shapes: ShapesGraph
    rules: Mapping[str, Sequence[Rule]]

    def all(self) -> list[str]:
        """Every term that is declared or listed, in the order of the ontology."""
        found = [node.value for node in self.ontology.subjects() if isinstance(node, ox.NamedNode)]
        return [iri for iri in found if iri != KGO.ONTOLOGY]

    def own(self) -> list[str]:
        """The terms of kg itself."""
        return [iri for iri in self.all() if iri.startswith(KGO.NS)]

    def kind(self, iri: str) -> str:
        """Class, property or concept."""
        classes = self.values(iri, RDF.type)
        if self.values(iri, SKOS.prefLabel):
            return "concept"
        return next((kind for name, kind in _KINDS.items() if name in classes), "concept")

    def values(self, iri: str, predicate: str) -> list[str]:
        """The IRIs and texts that a term has for a property."""
        found = self.ontology.objects(ox.NamedNode(iri), predicate)
        return [term.value for term in found if isinstance(term, ox.NamedNode | ox.Literal)]

    def text(self, iri: str, predicate: str) -> str:
        """The first of ``values``, empty without one."""
        return next(iter(self.values(iri, predicate)), "")

    def definition(self, iri: str) -> str:
        """What a term means, in words."""
        return self.text(iri, f"{SKOS.NS}definition") or self.text(iri, RDFS.comment)

    def label(self, iri: str) -> str:
        """What people call a term."""
        label = self.text(iri, SKOS.prefLabel) or self.text(iri, RDFS.label)
        return label or compact(iri)

    def is_functional(self, iri: str) -> bool:
        """Whether a thing has one value of the property at most."""
        return f"{OWL}FunctionalProperty" in self.values(iri, RDF.type)

    def using(self, predicate: str, value: str) -> list[str]:
        """The terms that have ``value`` for ``predicate``."""
        found = self.ontology.pairs(predicate)
        return [
            node.value
            for node, term in found
            if isinstance(node, ox.NamedNode) and term == ox.NamedNode(value)
        ]

    def listed(self, head: Term) -> list[str]:
        """The terms of a list."""
        items = self.ontology.items(head) or ()
        return [term.value for term in items if isinstance(term, ox.NamedNode)]

    def disjoint(self) -> list[str]:
        """The classes of which nothing is two."""
        return [
            name for _, head in self.ontology.pairs(f"{OWL}members") for name in self.listed(head)
        ]

    def above(self, name: str) -> list[str]:
        """The classes above a class, nearest first."""
        found: list[str] = []
        waiting = self.values(name, f"{RDFS.NS}subClassOf")
        while waiting:
            one = waiting.pop(0)
            if one not in found:
                found.append(one)
                waiting.extend(self.values(one, f"{RDFS.NS}subClassOf"))
        return found


def load() -> Terms:
    """The ontology and the shapes that kg ships."""
    path = resources.path("ontology", "kg.ttl")
    ontology = ShapesGraph.of(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    shapes = load_rules().shapes
    rules: dict[str, list[Rule]] = {}
    for node in sorted(set(shapes.instances(f"{SH}NodeShape")), key=str):
        for name, whom in _targets(shapes, node):
            rules.setdefault(name, []).extend(_rules(shapes, node, whom))
    return Terms(ontology, shapes, rules)


_WHOM = {
    "targetSubjectsOf": "Whatever has it",
    "targetObjectsOf": "Whatever is its value",
}


def _targets(shapes: ShapesGraph, node: Term) -> Iterator[tuple[str, str]]:
    """The classes that a shape looks at; without one, the properties, and what has to do with them.

    A shape with a class names properties as well so that things without a type are looked at; its
    rules are told with the class.
    """
    classes = [(_text(term), "") for term in shapes.objects(node, f"{SH}targetClass")]
    users = [
        (_text(term), whom)
        for name, whom in _WHOM.items()
        for term in shapes.objects(node, SH + name)
    ]
    yield from classes or users


def _rules(shapes: ShapesGraph, node: Term, whom: str) -> Iterator[Rule]:
    if shapes.objects(node, f"{SH}message"):
        yield _rule(shapes, node, node, whom)
    for query in shapes.objects(node, f"{SH}sparql"):
        yield _rule(shapes, query, node, whom)
    for part in shapes.objects(node, f"{SH}property"):
        yield _rule(shapes, part, part, whom)


def _rule(shapes: ShapesGraph, said: Term, about: Term, whom: str) -> Rule:
    """A rule whose message is at ``said`` and all else of which is at ``about``."""

    def first(node: Term, name: str) -> str:
        return next((_text(term) for term in shapes.objects(node, SH + name)), "")

    severity = first(about, "severity")
    return Rule(
        shape=_text(about),
        path=first(said, "path") or None,
        node=said,
        message=first(said, "message"),
        hint=first(about, "description"),
        warning=severity.endswith("Warning"),
        query=first(said, "select"),
        whom=whom,
    )


def _text(term: Term) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)


def compact(iri: str) -> str:
    """An IRI with its prefix."""
    for prefix, space in (*PREFIXES.items(), ("sh", SH), ("kgs", "https://example.org/kg/shapes#")):
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri


def anchor(iri: str) -> str:
    """Where a term stands on the page: the fragment of an own term is its anchor."""
    if iri.startswith(KGO.NS):
        return iri.removeprefix(KGO.NS)
    return re.sub(r"[^A-Za-z0-9_]", "_", compact(iri))
