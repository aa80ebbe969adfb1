"""Looking things up in the graph that an addition is judged against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from kg.lookup import SortedGraph
from kg.validate.against import Against
from kg.validate.naming import said_now
from kg.validate.report import Finding
from kg.validate.terms import compact, text_of
from kg.vocab import DCTERMS, KGO, RDF

SHOWN = 3
"""How many statements of a kind that are there already are shown beside a finding."""

_UNION = ox.DefaultGraph()
_MOST_LINKS = 1000  # looked through for those to show; a contest has one for every candidacy


class Known:
    """The graph of ``Against``, open for looking things up; use it in a ``with`` block."""

    def __init__(self, against: Against) -> None:
        """Open the files. Raises ``OSError``."""
        self.base = against.base
        self.articles = against.articles
        self._graph = SortedGraph(against.graph) if against.graph else None
        self._index = ox.Store.read_only(str(against.index)) if against.index else None
        self.about = cache(self._about)
        self.quads = cache(self._quads)
        self.redirects = cache(self._redirects)

    def _quads(self) -> tuple[ox.Quad, ...]:
        """All statements, read once."""
        if self._graph is None:
            return ()
        return tuple(ox.parse(path=str(self._graph.path), format=ox.RdfFormat.N_QUADS))

    def _about(self, subject: str) -> tuple[ox.Quad, ...]:
        """The statements with this IRI as subject, in whichever graph, exactly as published."""
        return self._graph.about(subject) if self._graph else ()

    def said_now(self, quads: Iterable[ox.Quad]) -> tuple[ox.Quad, ...]:
        """The statements, said of what took the place of IRIs that gave way to others."""
        return said_now(quads, self.redirects(), self._says)

    def _redirects(self) -> dict[str, str]:
        """The IRIs that gave way, with those that took their place."""
        if self._index is None:
            return {}
        replaced = ox.NamedNode(DCTERMS.isReplacedBy)
        found = self._index.quads_for_pattern(None, replaced, None, ox.DefaultGraph())
        return {text_of(quad.subject): text_of(quad.object) for quad in found}

    def _says(self, quad: ox.Quad) -> bool:
        return any(quad.triple == q.triple for q in self.about(text_of(quad.subject)))

    def pairs(self, subject: str) -> tuple[tuple[str, str], ...]:
        """Property and value of each statement about a thing; see ``Pieces``."""
        return self._graph.pairs(subject) if self._graph and subject[0] == "<" else ()

    def having(self, predicate: str, value: str) -> Iterator[str]:
        """Everything that has this value for a property; see ``Pieces``."""
        if self._index is None or value[0] == "_":
            return
        thing = _term(value)
        found = self._index.quads_for_pattern(None, _property(predicate), thing, _UNION)
        for quad in found:
            subject = str(quad.subject)
            # The index takes literals for equal that are not, so the text has the last word.
            if value[0] == "<" or (predicate, value) in self.pairs(subject):
                yield subject

    def leading_to(self, iri: str) -> Iterator[ox.Quad]:
        """Statements with this IRI as object; endorsements first, and no more than some."""
        if self._index is None:
            return
        found = self._index.quads_for_pattern(None, None, ox.NamedNode(iri), ox.DefaultGraph())
        some = list(islice(found, _MOST_LINKS))
        for link in sorted(some, key=lambda q: (q.predicate.value != KGO.endorser, str(q))):
            for quad in self.about(text_of(link.subject)):
                if (quad.predicate, quad.object) == (link.predicate, link.object):
                    yield quad

    def already(self, finding: Finding) -> str | None:
        """What the graph says already of what a finding is about, and in which graph it does."""
        return self.told(self._told_by(finding))

    def told(self, quads: Iterable[ox.Quad]) -> str | None:
        """The first of the statements in words, with the graph of each; None without any."""
        return "; ".join(self._in_words(quad) for quad in islice(quads, SHOWN)) or None

    def _told_by(self, finding: Finding) -> Iterator[ox.Quad]:
        if finding.path and finding.focus:
            yield from (q for q in self.about(finding.focus) if q.predicate.value == finding.path)
            return
        # What holds across an article or a contest names what is wrong in it as the value.
        thing = finding.value or finding.focus or ""
        if _is_iri(thing):
            yield from self.leading_to(thing)
            yield from (q for q in self.about(thing) if q.predicate.value != RDF.type)

    def _in_words(self, quad: ox.Quad) -> str:
        item = quad.object
        value = f"“{item.value}”" if isinstance(item, ox.Literal) else self._short(text_of(item))
        said = f"{self._short(text_of(quad.subject))} {compact(quad.predicate.value)} {value}"
        if isinstance(quad.graph_name, ox.NamedNode):
            return f"{said} (in {self._short(quad.graph_name.value)})"
        return said

    def _short(self, iri: str) -> str:
        own = f"{self.base}id/"
        return iri.removeprefix(own) if iri.startswith(own) else compact(iri)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._graph:
            self._graph.close()
        self._index = None


@lru_cache(1000)
def _property(iri: str) -> ox.NamedNode:
    """A property, of which there are few."""
    return ox.NamedNode(iri[1:-1])


def _term(text: str) -> ox.NamedNode | ox.Literal:
    """The IRI or literal that N-Triples writes like this."""
    if text[0] == "<":
        return ox.NamedNode(text[1:-1])
    [quad] = ox.parse(f"<a:a> <a:a> {text} .", format=ox.RdfFormat.N_TRIPLES)
    if not isinstance(quad.object, ox.NamedNode | ox.Literal):
        raise TypeError(text)
    return quad.object


def _is_iri(text: str) -> bool:
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True
