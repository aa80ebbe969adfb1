"""``python -m tests.write_context``: make ``ontology/context.jsonld`` from ``ontology/kg.ttl``.

Every term of kg has its own name as its word; terms of other vocabularies keep their prefix. Where
the ontology says that values are things, a bare string is an IRI; where it says which datatype they
have, a bare string has it.
"""

from __future__ import annotations

import json

import pyoxigraph as ox

from kg import resources
from kg.vocab import KGO, OWL, PREFIXES, RDF, RDFS, XSD

Said = str | dict[str, str]


def context() -> str:
    """The text of the context file."""
    path = resources.path("ontology", "kg.ttl")
    made: dict[str, Said] = dict(PREFIXES)
    said: dict[str, dict[str, list[str]]] = {}
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            about = said.setdefault(quad.subject.value, {})
            about.setdefault(quad.predicate.value, []).append(quad.object.value)
    for iri in sorted(said):
        short = _short(iri)
        kind = _kind(said[iri])
        if iri.startswith(KGO.NS):
            word = iri.removeprefix(KGO.NS)
            made[word] = {"@id": short, "@type": kind} if kind else short
        elif kind:
            made[short] = {"@id": iri, "@type": kind}
    rows = [f"    {json.dumps(word)}: {json.dumps(value)}" for word, value in made.items()]
    return '{\n  "@context": {\n' + ",\n".join(rows) + "\n  }\n}\n"


def _kind(about: dict[str, list[str]]) -> str | None:
    types = about.get(RDF.type, [])
    if f"{OWL.NS}ObjectProperty" in types:
        return "@id"
    ranges = about.get(f"{RDFS.NS}range", [])
    if f"{OWL.NS}DatatypeProperty" in types and ranges and ranges != [XSD.string]:
        return _short(ranges[0])
    return None


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


if __name__ == "__main__":
    resources.path("ontology", "context.jsonld").write_text(context(), encoding="utf-8")
