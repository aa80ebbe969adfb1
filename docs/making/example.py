"""A sentence of an article that kg ships, and what the graph has of it, read anew."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg import export
from kg.iris import DEFAULT_BASE
from kg.model import Document, Span
from kg.pipeline import join, load_documents
from kg.validate import validate_quads
from kg.vocab import KGO, OA, PREFIXES, RDF, SKOS

_ARTICLES = Path(__file__).parent.parent.parent / "data" / "articles"
# Leads from a role or a unit to all others, and would bring in the whole graph.
_NOT_FOLLOWED = frozenset({SKOS.inScheme, KGO.enumerates})
_CONTEXT = 120  # characters of context to either side, at most


@dataclass(frozen=True, slots=True)
class Example:
    """The article, its words before, in and behind a passage, and the statements as Turtle."""

    title: str
    before: str
    quote: str
    behind: str
    turtle: str
    looked_at: int


def read() -> Example:
    """The first endorsement of the first article with a title, by position."""
    documents = load_documents([_ARTICLES])
    document = next(one for one in documents if one.title)
    quads = join([document]).quads
    graph = {}
    for quad in quads:
        graph.setdefault(quad.subject, []).append(quad)
    span, node = _first_endorsement(graph)
    chosen = _reached(graph, node)
    before, behind = _around(document, span)
    report = validate_quads(quads)
    return Example(
        title=document.title or "",
        before=before,
        quote=document.quote(span),
        behind=behind,
        turtle=_turtle(chosen),
        looked_at=report.files[0].focus_nodes,
    )


def _first_endorsement(graph: dict[object, list[ox.Quad]]) -> tuple[Span, ox.NamedNode]:
    found = []
    for node, quads in graph.items():
        if any(_is(quad, RDF.type, KGO.Endorsement) for quad in quads):
            passages = [q.object for q in quads if q.predicate.value == KGO.evidence]
            span = min(_span(graph, passage) for passage in passages)
            found.append((span, str(node), node))
    span, _, node = min(found)
    return Span(*span), node  # type: ignore[return-value] # our subjects are IRIs


def _is(quad: ox.Quad, predicate: str, value: str) -> bool:
    return quad.predicate.value == predicate and quad.object == ox.NamedNode(value)


def _span(graph: dict[object, list[ox.Quad]], passage: object) -> tuple[int, int]:
    position = ox.NamedNode(f"{getattr(passage, 'value', '')}#pos")
    ends = {quad.predicate.value: quad.object for quad in graph[position]}
    return int(ends[OA.start].value), int(ends[OA.end].value)  # type: ignore[union-attr] # literals


def _reached(graph: dict[object, list[ox.Quad]], node: ox.NamedNode) -> list[ox.Quad]:
    """The statements about a thing and about all that they lead to, but for others' passages."""
    found: dict[object, None] = {}
    waiting: list[object] = [node]
    while waiting:
        one = waiting.pop()
        if one in found or one not in graph:
            continue
        found[one] = None
        apart = _NOT_FOLLOWED if one == node else _NOT_FOLLOWED | {KGO.evidence}
        waiting += [q.object for q in graph[one] if q.predicate.value not in apart]
    return [quad for one in found for quad in graph[one]]


def _around(document: Document, span: Span) -> tuple[str, str]:
    """The rest of the sentence to either side of the passage."""
    before = document.text[max(span.start - _CONTEXT, 0) : span.start]
    behind = document.text[span.end : span.end + _CONTEXT]
    start = max((match.end() for match in re.finditer(r"[.!?”\"]\s+|\n", before)), default=0)
    end = re.search(r"[.!?]”?(?=\s)|\n", behind)
    return before[start:], behind[: end.end()].rstrip() if end else behind


def _turtle(quads: list[ox.Quad]) -> str:
    sink = io.BytesIO()
    export.write(quads, "turtle", sink, DEFAULT_BASE)
    text = sink.getvalue().decode("utf-8")
    for prefix in PREFIXES:
        if not re.search(rf"(?<![\w:/]){prefix}:\w", text):
            text = re.sub(rf"(?m)^@prefix {prefix}: .*\n", "", text)
    head, *blocks = text.rstrip().split("\n\n")
    blocks.sort(key=lambda block: not block.startswith("<endorsement/"))
    return "\n\n".join([head, *blocks])
