"""The rows of a CSV file made into statements by the maker that also serves the reader."""

from __future__ import annotations

import hashlib
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast, get_args

import pyoxigraph as ox

from kg.gazetteer import load_gazetteer
from kg.iris import Minter
from kg.lexicon import load_lexicon
from kg.model import Contest, Document, Endorsement, Evidence, Extraction, Mention, Polarity, Span
from kg.rdf import Making, endorsement_iri, quads
from kg.rdf.facts import Fact, when
from kg.reconcile import reconcile
from kg.validate.forms.csvrows import Row
from kg.validate.terms import text_of
from kg.vocab import DCTERMS, KGO, OA, ORG, SCHEMA, XSD
from kg.when import Published

_SHA = re.compile(r"[0-9a-f]{64}")
# Made up for what only a reader of articles knows.
_NOT_OF_A_ROW = frozenset({KGO.rule, KGO.confidence, SCHEMA.encodingFormat})


@dataclass(frozen=True, slots=True)
class Made:
    """The statements of rows, the row that each is first made from, and what each thing is."""

    quads: Sequence[ox.Quad]
    rows: Sequence[int]
    parts: Mapping[str, str]


def make(rows: Sequence[Row], base: str) -> Made:
    """The statements of ``rows``, which have been found to hold numbers and dates where needed."""
    minter = Minter(base)
    found: dict[ox.Quad, int] = {}
    parts: dict[str, str] = {}
    for article in _articles(rows).values():
        for quad, row in _of_article(article, minter, parts):
            found[quad] = min(row, found.get(quad, row))
    ordered = sorted(found, key=lambda quad: (found[quad], str(quad)))
    return Made(ordered, [found[quad] for quad in ordered], parts)


def _articles(rows: Iterable[Row]) -> dict[tuple[str, ...], list[Row]]:
    """The rows by the article that they say they are from."""
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        sha = _cell(row, "article_sha256") or f"row {row.number}"
        about = ("article_title", "article_publisher", "article_url", "article_published")
        found.setdefault((sha, *(_cell(row, name) for name in about)), []).append(row)
    return found


def _of_article(
    rows: Sequence[Row], minter: Minter, parts: dict[str, str]
) -> Iterator[tuple[ox.Quad, int]]:
    document = _document(rows)
    statements = [_endorsement(row, place) for row, place in _places(rows)]
    extraction = Extraction(document, tuple(statements))
    lexicon, gazetteer = load_lexicon(), load_gazetteer()
    resolution = reconcile(extraction, gazetteer, lexicon)
    made = quads(extraction, resolution, gazetteer, minter)
    making = Making(extraction, resolution, minter)
    by_subject: dict[str, list[ox.Quad]] = {}
    for quad in made:
        if quad.predicate.value not in _NOT_OF_A_ROW:
            by_subject.setdefault(text_of(quad.subject), []).append(quad)
    names: dict[str, str] = {}
    for row, statement in zip(rows, statements, strict=True):
        names |= _real_names(row, document, statement.evidence[0].span, minter)
    owners: dict[str, tuple[Row, str]] = {}
    for row, statement in zip(rows, statements, strict=True):
        nodes = _nodes(making, statement, by_subject)
        yield from _of_row(row, nodes, by_subject, names)
        parts.update({names.get(node, node): part for node, part in nodes.items()})
        for node, part in nodes.items():
            owners.setdefault(node, (row, part))
    for node, (row, part) in _beside(by_subject, owners).items():
        parts.setdefault(node, part)
        yield from ((quad, row.number) for quad in by_subject[node])


def _beside(
    by_subject: Mapping[str, Sequence[ox.Quad]], owners: Mapping[str, tuple[Row, str]]
) -> dict[str, tuple[Row, str]]:
    """The things that are in no row themselves, schemes and other councils, with those that are."""
    near: dict[str, set[str]] = {}
    for node, said in by_subject.items():
        for quad in said:
            other = text_of(quad.object)
            if isinstance(quad.object, ox.NamedNode) and other in by_subject:
                near.setdefault(node, set()).add(other)
                near.setdefault(other, set()).add(node)
    found: dict[str, tuple[Row, str]] = {}
    waiting = deque(sorted(owners))
    while waiting:
        node = waiting.popleft()
        for other in sorted(near.get(node, ())):
            if other not in owners and other not in found:
                found[other] = found.get(node) or owners[node]
                waiting.append(other)
    return found


def _of_row(
    row: Row,
    nodes: Mapping[str, str],
    by_subject: Mapping[str, Sequence[ox.Quad]],
    names: Mapping[str, str],
) -> Iterator[tuple[ox.Quad, int]]:
    """The statements about the things of one row, with its own cells for what was made up."""
    cells = {
        (node, predicate): value
        for node, part in nodes.items()
        for predicate, value in _as_written(row).get(part, {}).items()
    }
    for node in nodes:
        for quad in by_subject.get(node, ()):
            value = cells.get((node, quad.predicate.value), quad.object)
            if value is not None:
                yield _renamed(quad, value, names), row.number
    own = next(node for node, part in nodes.items() if part == "endorsement")
    for _, predicate, moment in _date(row, own):
        graph = by_subject[own][0].graph_name
        subject = ox.NamedNode(names.get(own, own))
        yield ox.Quad(subject, ox.NamedNode(predicate), moment, graph), row.number


Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def _renamed(quad: ox.Quad, value: Term, names: Mapping[str, str]) -> ox.Quad:
    def new(term: Term) -> Term:
        known = names.get(term.value) if isinstance(term, ox.NamedNode) else None
        return ox.NamedNode(known) if known else term

    subject = cast(ox.NamedNode, new(cast(ox.NamedNode, quad.subject)))
    return ox.Quad(subject, quad.predicate, new(value), quad.graph_name)


def _as_written(row: Row) -> Mapping[str, Mapping[str, Term | None]]:
    """What stands in cells that were made up to be usable: None for what is missing."""
    polarity, sha = _cell(row, "polarity"), _cell(row, "article_sha256")
    made: dict[str, dict[str, Term | None]] = {
        "endorsement": {},
        "candidacy": {},
        "contest": {},
        "position": {OA.start: _integer(row, "start"), OA.end: _integer(row, "end")},
        "words": {},
        "article": {KGO.sha256: ox.Literal(sha) if sha else None},
    }
    if polarity not in get_args(Polarity):
        made["endorsement"][KGO.polarity] = ox.Literal(polarity) if polarity else None
    if not _cell(row, "endorser"):
        made["endorsement"][KGO.endorser] = None
    if not _cell(row, "candidate"):
        made["candidacy"][KGO.candidate] = None
    if not _cell(row, "contest_office"):
        made["contest"][KGO.office] = None
    if not row.cells.get("quote"):
        made["words"][OA.exact] = None
    return made


def _integer(row: Row, name: str) -> Term | None:
    cell = _cell(row, name)
    return ox.Literal(cell, datatype=ox.NamedNode(XSD.integer)) if cell else None


def _date(row: Row, node: str) -> list[Fact]:
    return when(node, DCTERMS.date, _cell(row, "date") or None)


def _document(rows: Sequence[Row]) -> Document:
    """The article as far as the rows know it: its text is their quotations."""
    first = rows[0]
    sha = _cell(first, "article_sha256")
    if not _SHA.fullmatch(sha):
        sha = hashlib.sha256((sha or f"row {first.number}").encode()).hexdigest()
    published = _cell(first, "article_published")
    return Document(
        "row",
        "\n".join(_quote(row) for row in rows),
        sha,
        _cell(first, "article_title") or None,
        _cell(first, "article_publisher") or None,
        _cell(first, "article_url") or None,
        Published(published) if published else None,
    )


def _quote(row: Row) -> str:
    return row.cells.get("quote", "") or "?"


def _places(rows: Sequence[Row]) -> Iterator[tuple[Row, Span]]:
    """Each row with the place of its quotation in the text of ``_document``."""
    start = 0
    for row in rows:
        end = start + len(_quote(row))
        yield row, Span(start, end)
        start = end + 1


def _endorsement(row: Row, span: Span) -> Endorsement:
    name = _cell(row, "endorser") or f"row {row.number}"
    place, role = _cell(row, "place"), _cell(row, "role")
    if _cell(row, "endorser_type") == "organisation":
        endorser = Mention("organisation", name)
    else:
        endorser = Mention("person", name, place, "place" if place else "")
    polarity, year = _cell(row, "polarity"), _cell(row, "contest_year")
    return Endorsement(
        endorser,
        Mention("person", _cell(row, "candidate") or f"row {row.number}"),
        Contest(
            _cell(row, "contest_office") or f"office of row {row.number}",
            _cell(row, "contest_body") or None,
            int(year[:4]) if year else None,
        ),
        cast(Polarity, polarity) if polarity in get_args(Polarity) else "expected",
        (Evidence(span, "row", 1.0, name, place or None, role or None),),
        role or None,
        Mention("place", place, "MP" if role == "MP" else "") if place else None,
    )


def _cell(row: Row, name: str) -> str:
    return row.cells.get(name, "").strip()


def _nodes(
    making: Making, statement: Endorsement, by_subject: Mapping[str, Sequence[ox.Quad]]
) -> dict[str, str]:
    """The things that a row is about, each with the part that it plays."""

    def follow(node: str, predicate: str) -> list[str]:
        found = by_subject.get(node, ())
        return [text_of(quad.object) for quad in found if quad.predicate.value == predicate]

    own = endorsement_iri(making, statement)
    nodes: dict[str, str] = {making.article: "article", own: "endorsement"}
    span = statement.evidence[0].span
    passage = making.minter.evidence(making.extraction.document.key, span.start, span.end)
    nodes |= {passage: "evidence", f"{passage}#pos": "position", f"{passage}#quote": "words"}
    steps = (
        ("article", SCHEMA.publisher, "publisher"),
        ("endorsement", KGO.endorser, "endorser"),
        ("endorsement", KGO.endorses, "candidacy"),
        ("endorsement", KGO.inCapacity, "office"),
        ("candidacy", KGO.candidate, "candidate"),
        ("candidacy", KGO.contest, "contest"),
        ("office", ORG.role, "role"),
        ("office", ORG.organization, "place"),
        ("office", KGO.represents, "place"),
    )
    for part, predicate, leads_to in steps:
        for node in [node for node, known in nodes.items() if known == part]:
            nodes.update({new: leads_to for new in follow(node, predicate) if new not in nodes})
    return nodes


def _real_names(row: Row, document: Document, span: Span, minter: Minter) -> dict[str, str]:
    """The passage by its offsets in the article, which were not those of the text made up."""
    start, end = _cell(row, "start"), _cell(row, "end")
    if not (start.isdecimal() and end.isdecimal()):
        start, end = f"row-{row.number}", "row"
    old = minter.evidence(document.key, span.start, span.end)
    new = minter.id("evidence", document.key, f"{start}-{end}")
    return {old + part: new + part for part in ("", "#pos", "#quote")}
