"""What a row needs to know of other things: their names, and where a path of properties leads.

Tables, edges and commands are written one thing at a time, from lines sorted by subject. What they
say of other things (the candidate of a candidacy, the words of a passage) is gathered beforehand,
for a few properties only, so that memory grows with the things and not with all statements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, RdfFormat, parse

from kg import resources
from kg.export.terms import by_subject, literal
from kg.nquads import HasLines, triples
from kg.vocab import FOAF, RDF, RDFS, SKOS

Path = tuple[str, ...]
"""Properties to follow one after the other; ``LABEL`` is the name of whatever is reached."""
Thing = tuple[str, Mapping[str, list[str]]]
"""A subject and the objects of its properties: tokens as N-Quads writes them."""

LABEL = "label"
_NAMES = (FOAF.name, RDFS.label, SKOS.prefLabel)
_TYPE = f"<{RDF.type}>"


def things(graph: HasLines) -> Iterator[Thing]:
    """Each subject of the union of all graphs, in order, with all that is said of it."""
    return by_subject(triples(graph.lines()))


def plain(token: str) -> str:
    """The IRI, or the text of the literal."""
    return token[1:-1] if token[0] == "<" else literal(token).value


@dataclass(frozen=True, slots=True)
class Known:
    """What was gathered: property → subject → objects; the names of things; their classes."""

    values: Mapping[str, Mapping[str, tuple[str, ...]]]
    labels: Mapping[str, str]
    classes: Mapping[str, frozenset[str]]

    def follow(self, thing: Thing, path: Path) -> list[str]:
        """What ``path`` leads to from a thing, in order, each once."""
        first, *rest = path
        if first == LABEL:
            return self.of(thing[0], LABEL)
        reached = thing[1].get(f"<{first}>", [])
        for step in rest:
            reached = [item for token in reached for item in self.of(token, step)]
        return list(dict.fromkeys(reached))

    def first(self, thing: Thing, path: Path) -> str:
        """The text or IRI that ``path`` leads to first; "" when it leads nowhere."""
        found = self.follow(thing, path)
        return plain(found[0]) if found else ""

    def of(self, token: str, step: str) -> list[str]:
        """What one property that was gathered leads to from a thing."""
        if step == LABEL:
            return [self.labels[token]] if token in self.labels else []
        return list(self.values[step].get(token, ()))


def gather(graph: HasLines, paths: Iterable[Path]) -> Known:
    """Gather what the paths need, in one pass. Raises ``StoreError`` as the graph's lines do."""
    steps = {step for path in paths for step in path[1:] if step != LABEL}
    wanted = {f"<{step}>": step for step in steps}
    values: dict[str, dict[str, tuple[str, ...]]] = {step: {} for step in steps}
    labels, classes = dict(_concepts()), {}
    named = [f"<{name}>" for name in _NAMES]
    for subject, properties in things(graph):
        for predicate, objects in properties.items():
            if predicate in wanted:
                values[wanted[predicate]][subject] = tuple(objects)
        names = next((properties[name] for name in named if name in properties), None)
        if names:
            labels[subject] = names[0]
            types = (token[1:-1] for token in properties.get(_TYPE, ()))
            classes[subject] = frozenset(types)
    return Known(values, labels, classes)


def _concepts() -> Iterator[tuple[str, str]]:
    """The concepts of the ontology, such as the polarities, with their words."""
    path = resources.path("ontology", "kg.ttl")
    for quad in parse(path=str(path), format=RdfFormat.TURTLE):
        if quad.predicate.value == SKOS.prefLabel and isinstance(quad.subject, NamedNode):
            yield str(quad.subject), f'"{quad.object.value}"'
