"""A report's page taken apart, its numbers asked for again, and graphs to make pages of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import lxml.html
import pyoxigraph as ox

from kg import report
from kg.queries import load_query, run
from kg.store import Store, memory_store
from kg.vocab import DCTERMS, FOAF, KGO, OA, RDF, RDFS, SCHEMA
from tests import shipped

HOSTILE = (
    "</script><img src=x onerror=alert(1)> \"'><svg onload=alert(2)>{{7*7}}${x}"
    "\u202etxt.exe\u2066\x1b[31m\x00\x85]]>&amp;\u2028-->"
)
_PART = re.compile(r"(- )?([\w/-]+)\.([\w-]+)\[([\d,-]+)\]")


@cache
def shipped_page() -> str:
    """The page of the shipped articles."""
    return report.page(shipped.shipped())


@cache
def worked_page() -> str:
    """The page of the hand-built articles, which have every stance and kind of place."""
    return report.page(shipped.worked())


@cache
def hostile_page() -> str:
    """The page of the hand-built articles with every text made hostile."""
    return report.page(hostile(shipped.worked_quads()))


def parsed(page: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(page.encode())


def text_of(element: lxml.html.HtmlElement) -> str:
    """What an element shows, on one line."""
    return " ".join(element.text_content().split())


@dataclass(frozen=True, slots=True)
class Shown:
    """A number of a page: what it says, what it is worth, and where it says that it is from."""

    text: str
    value: Decimal
    source: str


def numbers(page: str) -> list[Shown]:
    return [
        Shown(text_of(e), Decimal(e.get("value")), e.get("data-from"))
        for e in parsed(page).iter("data")
    ]


class Again:
    """Asks a graph for the numbers of a page, without anything of ``kg.report``."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._answers: dict[str, tuple[tuple[str, ...], list[tuple[object, ...]]]] = {}

    def worth(self, source: str) -> Decimal | None:
        """What a number from ``source`` must be; None for what no query says."""
        if source == "nothing":
            return Decimal(0)
        if source.startswith("manifest "):
            return None
        parts = list(_PART.finditer(source))
        assert " ".join(part[0] for part in parts) == source, source
        return sum((self._part(part) for part in parts), Decimal(0))

    def _part(self, part: re.Match[str]) -> Decimal:
        sign = -1 if part[1] else 1
        columns, rows = self._answer(part[2])
        if part[3] == "rows":
            return Decimal(sign * len(rows))
        if part[3] == "row":
            return Decimal(sign * len({*_indexes(part[4])} & {*range(len(rows))}))
        at = columns.index(part[3])
        cells = (rows[index][at] for index in _indexes(part[4]))
        return sign * sum((Decimal(getattr(cell, "value", "0")) for cell in cells), Decimal(0))

    def _answer(self, query: str) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
        if query not in self._answers:
            result = run(self._store, load_query(query))
            self._answers[query] = (result.columns, list(result.rows))
        return self._answers[query]


def _indexes(rows: str) -> Iterator[int]:
    for run_of in rows.split(","):
        first, _, last = run_of.partition("-")
        yield from range(int(first), int(last or first) + 1)


def hostile(quads: Iterable[ox.Quad]) -> Store:
    """The graph with every text, whatever it is of, made into one that wants to break out."""
    return memory_store(replace_texts(quads))


def replace_texts(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    plain = "http://www.w3.org/2001/XMLSchema#string"
    for quad in quads:
        value = quad.object
        if isinstance(value, ox.Literal) and value.datatype.value == plain:
            if quad.predicate.value == SCHEMA.url:
                value = ox.Literal("javascript:alert(document.domain)//https://news.example/")
            elif quad.predicate.value not in (DCTERMS.identifier, KGO.sha256):
                value = ox.Literal(value.value + HOSTILE)
        yield ox.Quad(quad.subject, quad.predicate, value, quad.graph_name)


def crowd(contests: int, candidates: int, backers: int) -> Store:
    """A graph of many candidates with long names, all in one article, each with some backers.

    Only what the queries of a page ask for: no shape would pass it.
    """
    return memory_store(_crowd(contests, candidates, backers))


def _crowd(contests: int, candidates: int, backers: int) -> Iterator[ox.Quad]:
    article = _node("article")
    yield _typed(article, KGO.SourceArticle)
    yield _text(article, SCHEMA.headline, "Wer unterstützt wen? " * 12)
    for c in range(contests):
        contest = _node(f"contest-{c}")
        yield _typed(contest, KGO.Contest)
        yield _text(contest, RDFS.label, f"Very long leadership of a party, number {c}, 20{c:02}")
        for k in range(candidates):
            yield from _candidate(article, contest, f"{c}-{k}", backers + k)


def _candidate(
    article: ox.NamedNode, contest: ox.NamedNode, key: str, backers: int
) -> Iterator[ox.Quad]:
    who, candidacy = _node(f"who-{key}"), _node(f"candidacy-{key}")
    yield _typed(who, FOAF.Person)
    yield _text(who, FOAF.name, f"Candidate Hyphenated-Doublebarrelled-Surname the {key}th")
    yield _typed(candidacy, KGO.Candidacy)
    yield _link(candidacy, KGO.candidate, who)
    yield _link(candidacy, KGO.contest, contest)
    for b in range(backers):
        person, stance = _node(f"p-{key}-{b}"), _node(f"e-{key}-{b}")
        evidence, selector = _node(f"v-{key}-{b}"), _node(f"s-{key}-{b}")
        yield _typed(person, FOAF.Person)
        yield _text(person, FOAF.name, f"Backer {b} of {key}")
        yield _typed(stance, KGO.Endorsement)
        yield _link(stance, KGO.polarity, ox.NamedNode(KGO.Supports))
        yield _link(stance, KGO.endorser, person)
        yield _link(stance, KGO.endorses, candidacy)
        yield _link(stance, KGO.evidence, evidence)
        yield _link(evidence, OA.hasSource, article)
        yield _link(evidence, OA.hasSelector, selector)
        yield _text(selector, OA.exact, f"Backer {b} backs them")
        yield _number(selector, OA.start, b)


def _node(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"https://example.org/kg/id/{name}")


def _typed(node: ox.NamedNode, kind: str) -> ox.Quad:
    return ox.Quad(node, ox.NamedNode(RDF.type), ox.NamedNode(kind))


def _text(node: ox.NamedNode, predicate: str, text: str) -> ox.Quad:
    return ox.Quad(node, ox.NamedNode(predicate), ox.Literal(text))


def _number(node: ox.NamedNode, predicate: str, number: int) -> ox.Quad:
    return ox.Quad(node, ox.NamedNode(predicate), ox.Literal(number))


def _link(node: ox.NamedNode, predicate: str, other: ox.NamedNode) -> ox.Quad:
    return ox.Quad(node, ox.NamedNode(predicate), other)
