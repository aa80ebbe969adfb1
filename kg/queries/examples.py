"""The saved queries as RDF, in the form that others' tools look for example queries in.

Each is a ``sh:SPARQLExecutable`` with its text, question and keywords, after the convention of the
SPARQL examples of SIB (https://github.com/sib-swiss/sparql-examples). A parameter that must have a
value has its default, so that each text can be run as it stands; an optional one stays a variable,
which asks for anything. There are no blank nodes, so the same queries give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.inlining import inline
from kg.queries.parameters import bind
from kg.queries.saved import SavedQuery
from kg.sparqltokens import Token, tokenize
from kg.vocab import OWL, PREFIXES, RDF, RDFS, SCHEMA, XSD

_SH = "http://www.w3.org/ns/shacl#"
_FORMS = {
    "select": (_SH + "SPARQLSelectExecutable", _SH + "select"),
    "construct": (_SH + "SPARQLConstructExecutable", _SH + "construct"),
}
_FOLDER = ".well-known/sparql-examples/"
_ONTOLOGY = OWL.NS + "Ontology"


def example_quads(
    saved: Iterable[SavedQuery], base: str, endpoint: str | None = None
) -> Iterator[Quad]:
    """The queries as statements, under ``base``; ``endpoint`` is where they can be asked."""
    prefixes = f"{base}{_FOLDER}prefixes"
    used: set[str] = set()
    for query in saved:
        used |= _prefixes_of(query)
        yield from _example(query, base, prefixes, endpoint)
    yield _link(prefixes, RDF.type, _ONTOLOGY)
    for prefix in sorted(used):
        node = f"{base}{_FOLDER}prefix/{prefix}"
        yield _link(prefixes, _SH + "declare", node)
        yield _text(node, _SH + "prefix", prefix)
        space = Literal(PREFIXES[prefix], datatype=NamedNode(XSD.NS + "anyURI"))
        yield Quad(NamedNode(node), NamedNode(_SH + "namespace"), space)


def _example(query: SavedQuery, base: str, prefixes: str, endpoint: str | None) -> Iterator[Quad]:
    node = f"{base}{_FOLDER}{query.name}"
    kind, has_text = _FORMS[query.form]
    yield _link(node, RDF.type, _SH + "SPARQLExecutable")
    yield _link(node, RDF.type, kind)
    yield _link(node, _SH + "prefixes", prefixes)
    yield _text(node, RDFS.label, query.header.summary, "en")
    comment = " ".join(filter(None, (f"{query.header.summary}.", query.header.description)))
    yield _text(node, RDFS.comment, comment, "en")
    yield _text(node, has_text, _runnable(query))
    for tag in query.header.tags:
        yield _text(node, SCHEMA.NS + "keywords", tag)
    if endpoint:
        yield _link(node, SCHEMA.NS + "target", endpoint)


def _runnable(query: SavedQuery) -> str:
    """The query below its header, with the defaults of its parameters written into it."""
    return inline(query.plan.text, bind(query.parameters, {}, query.name))


def _prefixes_of(query: SavedQuery) -> set[str]:
    tokens = tokenize(query.text)
    return {token.text.partition(":")[0] for token in tokens if _is_name(token)} & PREFIXES.keys()


def _is_name(token: Token) -> bool:
    return token.kind == "name"


def _link(subject: str, predicate: str, target: str) -> Quad:
    return Quad(NamedNode(subject), NamedNode(predicate), NamedNode(target))


def _text(subject: str, predicate: str, value: str, language: str | None = None) -> Quad:
    text = Literal(value, language=language) if language else Literal(value)
    return Quad(NamedNode(subject), NamedNode(predicate), text)
