"""What one of the two graphs says of a thing, looked up in its sorted lines as it is needed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from kg.export.terms import literal
from kg.lookup import SortedGraph
from kg.vocab import DCTERMS, FOAF, KGO, OA, ORG, PREFIXES, RDF, RDFS, SCHEMA, SKOS
from kg.why.kinds import THING, kind_of
from kg.why.wording import Values, sentence, short

REDIRECT, NOTHING = "redirect", ""
_NAMING = (FOAF.name, SKOS.prefLabel, RDFS.label, SCHEMA.headline)
_NAMED_BY = (KGO.candidate, ORG.role)  # a candidacy by who stands, an office by its role
_NOT_IN_SENTENCES = frozenset({KGO.enumerates, KGO.evidence, KGO.dateEvidence, KGO.inCapacity})
_NOTHING_SAID: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_KEPT = 1 << 16


class Facts:
    """One graph, asked about things by their terms as N-Quads writes them (``<iri>``, ``_:b``)."""

    def __init__(self, graph: SortedGraph, base: str) -> None:
        """``base`` begins every IRI of ours, and is left out of names."""
        self._graph = graph
        self._own = f"{base}id/"
        self.about = lru_cache(_KEPT)(self._about)
        self.name = lru_cache(_KEPT)(self._name)

    def _about(self, node: str) -> Mapping[str, tuple[str, ...]]:
        """The properties of a thing by IRI, with their values as written."""
        found: dict[str, list[str]] = {}
        for predicate, item in self._graph.pairs(node):
            found.setdefault(predicate[1:-1], []).append(item)
        return {name: tuple(items) for name, items in found.items()} if found else _NOTHING_SAID

    def values(self, node: str, predicate: str) -> tuple[str, ...]:
        """The values of a property as written."""
        return self.about(node).get(predicate, ())

    def texts(self, node: str, predicate: str) -> tuple[str, ...]:
        """The values of a property as plain text: characters, or IRIs without brackets."""
        return tuple(map(plain, self.values(node, predicate)))

    def first(self, node: str, predicate: str) -> str:
        """The first value of a property as plain text, empty without one."""
        return next(iter(self.texts(node, predicate)), "")

    def kind(self, node: str) -> str:
        """What a thing is, in a word; ``REDIRECT`` for what gave way, ``NOTHING`` if not there."""
        found = self.about(node)
        if not found:
            return NOTHING
        if RDF.type not in found and (DCTERMS.isReplacedBy in found or KGO.splitInto in found):
            return REDIRECT
        return kind_of(set(self.texts(node, RDF.type)))

    def _name(self, node: str) -> str:
        """What people call a thing; the shortest form of its IRI when it has no name."""
        for predicate in _NAMING:
            if found := self.texts(node, predicate):
                return found[0]
        for predicate in _NAMED_BY:
            if node[0] == "<" and (found := self.values(node, predicate)):
                return self.name(found[0])
        return self.shown(node)

    def shown(self, term: str) -> str:
        """A term for people: a text as it is, an IRI without what many begin with."""
        if term[0] != "<":
            return plain(term)
        iri = term[1:-1]
        return iri.removeprefix(self._own) if iri.startswith(self._own) else _compact(iri)

    def label(self, term: str) -> str:
        """A value in words: the name of a thing, or the text."""
        return plain(term) if term[0] == '"' else self.name(term)

    def in_words(self, node: str) -> Values:
        """The values of properties in words, and the contest of what has one.

        Those that sentences leave out are left out: a claim may enumerate thousands.
        """
        told = {
            predicate: tuple(sorted({self._word(term) for term in terms}))
            for predicate, terms in self.about(node).items()
            if predicate not in _NOT_IN_SENTENCES
        }
        for predicate in (KGO.endorses, KGO.regarding):
            for candidacy in self.values(node, predicate):
                told[KGO.contest] = tuple(map(self.name, self.values(candidacy, KGO.contest)))
        return told

    def _word(self, term: str) -> str:
        return short(term[1:-1]) if term.startswith(f"<{KGO.NS}") else self.label(term)

    def sentence(self, node: str) -> str:
        """What a statement says; of anything else its name and what it is."""
        kind = self.kind(node)
        said = sentence(kind, self.in_words(node)) if node[0] == "<" else ""
        return said or (self.name(node) if kind == THING else f"{self.name(node)} ({kind})")

    def words(self, node: str) -> frozenset[str]:
        """The words of the passages that say a statement."""
        return frozenset(
            words for passage in self.values(node, KGO.evidence) for words in self.quotes(passage)
        )

    def quotes(self, passage: str) -> tuple[str, ...]:
        """The words of one passage."""
        return self.texts(f"{passage[:-1]}#quote>", OA.exact)


def plain(term: str) -> str:
    """The characters of a literal, an IRI without brackets, the label of a nameless thing."""
    if term[0] == "<":
        return term[1:-1]
    return literal(term).value if term[0] == '"' else term


def _compact(iri: str) -> str:
    for prefix, space in PREFIXES.items():
        if iri.startswith(space) and iri != space:
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri
