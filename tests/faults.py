"""Faulty submissions in every form, made from seeds, each with the place of what was broken.

One thing of a good graph is broken: a value becomes a wrong one, a statement is left out, a
property is misspelt, a second value is added. Then the graph is written in a form, with spaces,
comments and line breaks thrown in, by a writer that remembers where it put every value. So what was
broken says which finding has to come, and the writer where it has to stand.
"""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from kg.validate.forms.csvcolumns import COLUMNS
from kg.validate.forms.jsontext import step
from kg.vocab import FOAF, KGO, OA, PREFIXES, RDF, RDFS, SCHEMA, XSD

GOOD = Path(__file__).parent / "shapes" / "good.ttl"
Part = Literal["subject", "predicate", "value"]
Term = ox.NamedNode | ox.Literal


@dataclass(frozen=True, slots=True)
class Position:
    """Where a finding has to stand: only the fields that the form has are given."""

    line: int | None = None
    column: int | None = None
    pointer: str | None = None
    row: int | None = None
    field: str | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Faulty:
    """A submission, the constraint that it breaks, and where."""

    name: str
    media_type: str
    data: bytes
    constraint: str
    place: Position


@dataclass(frozen=True, slots=True)
class Thing:
    """A subject with what is said of it."""

    iri: str
    said: tuple[tuple[str, Term], ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """A graph with one fault: which constraint it breaks, at which part of which statement."""

    things: tuple[Thing, ...]
    constraint: str
    thing: int
    statement: int
    part: Part


def good() -> list[Thing]:
    """The good graph, thing by thing."""
    found: dict[str, list[tuple[str, Term]]] = {}
    for quad in ox.parse(GOOD.read_bytes(), format=ox.RdfFormat.TURTLE):
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)
        found.setdefault(quad.subject.value, []).append((quad.predicate.value, quad.object))
    return [Thing(iri, tuple(said)) for iri, said in found.items()]


# --- What is broken.


def typed(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(datatype))


REQUIRED = (
    KGO.endorser,
    KGO.endorses,
    KGO.polarity,
    KGO.candidate,
    KGO.regarding,
    KGO.count,
    KGO.comparator,
    OA.start,
    OA.end,
    OA.exact,
    FOAF.name,
    KGO.office,
)
WRONG: tuple[tuple[str, Term, str], ...] = (
    (KGO.polarity, ox.NamedNode(KGO.NS + "Maybe"), "in"),
    (KGO.comparator, ox.NamedNode(KGO.NS + "Roughly"), "in"),
    (KGO.areaKind, ox.Literal("ward"), "in"),
    (KGO.confidence, typed("1.5", XSD.decimal), "maxInclusive"),
    (KGO.confidence, typed("-0.1", XSD.decimal), "minInclusive"),
    (KGO.count, typed("-3", XSD.decimal), "minInclusive"),
    (KGO.count, ox.Literal("many"), "datatype"),
    (KGO.count, typed("1E9", XSD.decimal), "object"),
    (FOAF.name, ox.Literal(""), "minLength"),
    (FOAF.name, ox.Literal("Zoë “Z” \\ <b>\n[", language="en"), "datatype"),
    (OA.start, typed("ten", XSD.integer), "object"),
    (OA.start, typed("99", XSD.integer), "lessThan"),
    (OA.end, typed("2015-07-17", XSD.date), "datatype"),
    (KGO.asOf, typed("2015-02-30", XSD.date), "object"),
    (SCHEMA.datePublished, ox.Literal("17 July"), "or"),
    (SCHEMA.url, ox.Literal("news.example"), "pattern"),
    (KGO.sha256, ox.Literal("0123"), "pattern"),
    (KGO.endorser, ox.NamedNode("https://example.org/kg/id/person/nobody"), "class"),
    (KGO.endorses, ox.NamedNode("javascript:alert(1)"), "iri"),
    (KGO.contest, ox.NamedNode("file:///etc/passwd"), "iri"),
    (KGO.misspelt, typed("maybe", XSD.boolean), "object"),
)
SECOND = (KGO.polarity, KGO.comparator, OA.start, KGO.sha256, SCHEMA.headline, KGO.candidate)
MISSPELT = {
    KGO.printedRole: "printedRoll",
    KGO.polarity: "polarty",
    KGO.confidence: "confidance",
    KGO.status: "statuss",
}


def broken(seed: int) -> Broken:
    """The good graph in another order with one fault."""
    pick = random.Random(seed)  # noqa: S311 - not for secrets
    things = good()
    pick.shuffle(things)
    kind = pick.choice([_missing, _wrong, _wrong, _wrong, _second, _misspelt, _untyped])
    return kind(pick, things)


def _somewhere(pick: random.Random, things: list[Thing], predicate: str) -> tuple[int, int]:
    """One of the statements with this predicate: its thing and its number there."""
    return pick.choice(
        [
            (at, number)
            for at, thing in enumerate(things)
            for number, (name, _) in enumerate(thing.said)
            if name == predicate
        ]
    )


def _said(thing: Thing, number: int, *statements: tuple[str, Term]) -> Thing:
    return replace(thing, said=(*thing.said[:number], *statements, *thing.said[number + 1 :]))


def _missing(pick: random.Random, things: list[Thing]) -> Broken:
    at, number = _somewhere(pick, things, pick.choice(REQUIRED))
    things[at] = _said(things[at], number)
    return Broken(tuple(things), "minCount", at, 0, "subject")


def _wrong(pick: random.Random, things: list[Thing]) -> Broken:
    predicate, value, constraint = pick.choice(WRONG)
    at, number = _somewhere(pick, things, predicate)
    things[at] = _said(things[at], number, (predicate, value))
    return Broken(tuple(things), constraint, at, number, "value")


def _second(pick: random.Random, things: list[Thing]) -> Broken:
    predicate = pick.choice(SECOND)
    at, number = _somewhere(pick, things, predicate)
    first = things[at].said[number][1]
    other: Term = (
        ox.NamedNode(first.value + "-x")
        if isinstance(first, ox.NamedNode)
        else ox.Literal("1" if first.value.isdecimal() else "x", datatype=first.datatype)
    )
    things[at] = _said(things[at], number, (predicate, first), (predicate, other))
    return Broken(tuple(things), "maxCount", at, number + 1, "value")


def _misspelt(pick: random.Random, things: list[Thing]) -> Broken:
    predicate = pick.choice(list(MISSPELT))
    at, number = _somewhere(pick, things, predicate)
    value = things[at].said[number][1]
    things[at] = _said(things[at], number, (KGO.NS + MISSPELT[predicate], value))
    return Broken(tuple(things), "unknownTerm", at, number, "predicate")


def _untyped(pick: random.Random, things: list[Thing]) -> Broken:
    at = pick.randrange(len(things))
    thing = Thing("https://example.org/kg/id/person/who", ((RDFS.label, ox.Literal("Who?")),))
    things.insert(at, thing)
    return Broken(tuple(things), "unchecked", at, 0, "subject")


# --- How it is written.


@dataclass
class Writer:
    """A text as it grows, with the place of each part of each statement of the broken thing."""

    pick: random.Random
    text: str = ""
    places: dict[tuple[int, int, Part], Position] = field(default_factory=dict)

    def add(self, piece: str) -> None:
        self.text += piece

    def mark(self, thing: int, statement: int, part: Part) -> None:
        """Note that this part is written next."""
        line = self.text.count("\n") + 1
        column = len(self.text) - (self.text.rfind("\n") + 1) + 1
        self.places.setdefault((thing, statement, part), Position(line, column))

    def place(self, made: Broken) -> Position:
        if made.part == "subject":
            return self.places[made.thing, 0, "subject"]
        return self.places[made.thing, made.statement, made.part]


def _turtle_term(term: Term, pick: random.Random) -> str:
    if isinstance(term, ox.NamedNode):
        return _short(term.value, pick)
    if "\n" in term.value or pick.random() < 0.1:
        text = term.value.replace("\\", "\\\\").replace('"', '\\"')
        written = f'"""{text}"""'
    else:
        written = str(ox.Literal(term.value))
    if term.language:
        return f"{written}@{term.language}"
    if term.datatype.value == XSD.string:
        return written
    return f"{written}^^{_short(term.datatype.value, pick)}"


def _short(iri: str, pick: random.Random) -> str:
    for prefix, namespace in PREFIXES.items():
        local = iri.removeprefix(namespace)
        if iri.startswith(namespace) and local.isalnum() and pick.random() < 0.8:
            return f"{prefix}:{local}"
    return f"<{iri}>"


def turtle(made: Broken, seed: int, *, graphs: bool = False) -> tuple[str, Position]:
    """The graph in Turtle, or in TriG with some of the things in graphs of their own."""
    pick = random.Random(seed)  # noqa: S311 - not for secrets
    out = Writer(pick)
    end = pick.choice(["\n", "\r\n"])

    def gap() -> str:
        return pick.choice([" ", " ", f"{end}    ", f" # ; . ] «x»{end}  ", "\t"])

    for prefix, namespace in PREFIXES.items():
        out.add(f"@prefix {prefix}: <{namespace}> .{end}")
    for at, thing in enumerate(made.things):
        inside = graphs and pick.random() < 0.3
        out.add(f"<https://example.org/kg/id/article/graph> {{{end}" if inside else end)
        out.mark(at, 0, "subject")
        out.add(_short(thing.iri, pick) + gap())
        for number, (predicate, value) in enumerate(thing.said):
            again = number > 0 and thing.said[number - 1][0] == predicate and pick.random() < 0.5
            if number:
                out.add(pick.choice(["", " ", end]) + ("," if again else ";") + gap())
            if not again:
                out.mark(at, number, "predicate")
                verb = "a" if predicate == RDF.type else _short(predicate, pick)
                out.add(verb + gap())
            out.mark(at, number, "value")
            out.add(_turtle_term(value, pick))
        out.add(f"{gap()}.{end}" + ("}" + end if inside else ""))
    return out.text, out.place(made)


def lines(made: Broken, seed: int, *, graphs: bool = False) -> tuple[str, Position]:
    """The graph as N-Triples, or as N-Quads with some of the statements in a graph."""
    pick = random.Random(seed)  # noqa: S311 - not for secrets
    out = Writer(pick)
    every = [
        (at, number, thing.iri, *said)
        for at, thing in enumerate(made.things)
        for number, said in enumerate(thing.said)
    ]
    for at, number, iri, predicate, value in every:
        out.add(pick.choice(["", "", "# <a> <b> <c> .\n", "\n", "  "]))
        out.mark(at, 0, "subject")
        out.add(f"<{iri}>" + pick.choice([" ", "\t", "  "]))
        out.mark(at, number, "predicate")
        out.add(f"<{predicate}>" + pick.choice([" ", "\t", ""]))
        out.mark(at, number, "value")
        graph = (
            " <https://example.org/kg/id/article/graph>" if graphs and pick.random() < 0.5 else ""
        )
        out.add(f"{value}{graph} ." + pick.choice(["\n", "\r\n", " # c\n"]))
    return out.text, out.place(made)


def jsonld(made: Broken, seed: int) -> tuple[str, Position]:
    """The graph in JSON-LD: expanded, with prefixes, or with a context of its own."""
    pick = random.Random(seed)  # noqa: S311 - not for secrets
    style = pick.choice(["expanded", "prefixes", "graph"])
    short = (lambda iri: iri) if style == "expanded" else _compact
    places: dict[tuple[int, int, Part], Position] = {}
    nodes = []
    for at, thing in enumerate(made.things):
        here = f"/{at}" if style == "expanded" else f"/@graph/{at}"
        node: dict[str, object] = {"@id": thing.iri}
        places[at, 0, "subject"] = Position(pointer=here)
        for predicate in dict.fromkeys(name for name, _ in thing.said):
            numbers = [n for n, (name, _) in enumerate(thing.said) if name == predicate]
            key = "@type" if predicate == RDF.type else short(predicate)
            values = [_json_value(thing.said[n][1], predicate, short) for n in numbers]
            single = len(values) == 1 and style != "expanded"
            node[key] = values[0] if single else values
            for order, number in enumerate(numbers):
                where = here + step(key) + ("" if single else step(order))
                places[at, number, "value"] = Position(pointer=where)
                places[at, number, "predicate"] = Position(pointer=here + step(key))
        nodes.append(node)
    document: object = nodes
    if style != "expanded":
        document = {"@context": dict(PREFIXES), "@graph": nodes}
    text = json.dumps(document, indent=pick.choice([None, 1, 2]), ensure_ascii=pick.random() < 0.5)
    part: Part = made.part
    return text, places[made.thing, 0 if part == "subject" else made.statement, part]


def _compact(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _json_value(term: Term, predicate: str, short: Callable[[str], str]) -> object:
    if isinstance(term, ox.NamedNode):
        return short(term.value) if predicate == RDF.type else {"@id": short(term.value)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == XSD.string:
        return term.value
    return {"@value": term.value, "@type": short(term.datatype.value)}


def rdfxml(made: Broken, seed: int) -> tuple[str, Position]:
    """The graph in RDF/XML, one property element a statement."""
    pick = random.Random(seed)  # noqa: S311 - not for secrets
    out = Writer(pick)
    out.add('<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF')
    for prefix, namespace in PREFIXES.items():
        out.add(f"\n  xmlns:{prefix}={quoteattr(namespace)}")
    out.add(">\n")
    for at, thing in enumerate(made.things):
        out.mark(at, 0, "subject")
        out.add(f"<rdf:Description{pick.choice([' ', chr(10)])}rdf:about={quoteattr(thing.iri)}>")
        for number, (predicate, value) in enumerate(thing.said):
            out.add(pick.choice(["\n  ", "", "<!-- <a> -->\n"]))
            out.mark(at, number, "predicate")
            out.mark(at, number, "value")
            name = _compact(predicate)
            if isinstance(value, ox.NamedNode):
                out.add(f"<{name} rdf:resource={quoteattr(value.value)}/>")
                continue
            more = f' xml:lang="{value.language}"' if value.language else ""
            if not value.language and value.datatype.value != XSD.string:
                more = f"\n   rdf:datatype={quoteattr(value.datatype.value)}"
            out.add(f"<{name}{more}>{escape(value.value)}</{name}>")
        out.add("</rdf:Description>\n")
    out.add("</rdf:RDF>\n")
    return out.text, out.place(made)


# --- CSV: rows of its own, with one cell broken.

WORDS = "{endorser} of {place} backs {candidate}"
CELLS: tuple[tuple[str, str, str], ...] = (
    ("endorser", "", "minCount"),
    ("polarity", "", "minCount"),
    ("polarity", "suports", "in"),
    ("candidate", "", "minCount"),
    ("contest_office", "", "minCount"),
    ("quote", "", "minCount"),
    ("start", "", "minCount"),
    ("end", "", "minCount"),
    ("article_sha256", "", "minCount"),
    ("article_sha256", "0123", "pattern"),
    ("start", "ten", "object"),
    ("start", "900", "lessThan"),
    ("end", "4.5", "object"),
    ("date", "17/07/2015", "object"),
    ("date", "2015-02-30", "object"),
    ("contest_year", "MMXV", "object"),
    ("article_published", "yesterday", "object"),
    ("article_url", "news.example", "pattern"),
    ("endorser_type", "robot", "object"),
    ("role", "=1+1", "formula"),
)


def csv_rows(seed: int) -> Faulty:
    """A CSV file of good rows with one bad cell, columns in any order, cells of several lines."""
    pick = random.Random(seed)  # noqa: S311 - not for secrets
    count = pick.randrange(1, 8)
    rows = [_csv_row(number, pick) for number in range(count)]
    at = pick.randrange(count)
    name, cell, constraint = pick.choice(CELLS)
    rows[at][name] = cell
    out = io.StringIO()
    columns = list(COLUMNS)
    pick.shuffle(columns)
    writer = csv.DictWriter(out, columns, lineterminator=pick.choice(["\n", "\r\n"]))
    writer.writeheader()
    shown = 1
    expected = 0
    for number, row in enumerate(rows):
        if pick.random() < 0.2:
            out.write("\n")  # a blank row, which a spreadsheet shows and counts
            shown += 1
        shown += 1
        expected = shown if number == at else expected
        writer.writerow(row)
    head = "\ufeff" if pick.random() < 0.3 else ""
    return Faulty(
        f"csv-{seed}.csv",
        "text/csv",
        (head + out.getvalue()).encode(),
        constraint,
        Position(row=expected, field=name),
    )


def _csv_row(number: int, pick: random.Random) -> dict[str, str]:
    made = {
        "endorser": f"Ann Other{chr(97 + number)}",
        "endorser_type": pick.choice(["person", ""]),
        "role": pick.choice(["Councillor", ""]),
        "place": pick.choice(["Bury", "Sedgemoor", "Harrow"]),
        "polarity": "supports",
        "candidate": "Liz Kendall",
        "contest_body": "Labour",
        "contest_office": "leadership",
        "contest_year": "2015",
        "article_sha256": f"{number + 1:064x}",
        "article_url": "https://news.example/a",
        "article_published": pick.choice(["2015-07-17", "2015-07", ""]),
    }
    words = WORDS.format(**made) + pick.choice(["", ',\n"for certain",\nhe said'])
    start = pick.randrange(500)
    return {**made, "quote": words, "start": str(start), "end": str(start + len(words))}


# --- Articles: one of those who are named backs two candidates.

NAMES = ("Ann", "Ben", "Cora", "Dan", "Eve", "Finn", "Gwen", "Hugh")
SURNAMES = ("Ashdown", "Birch", "Caldwell", "Dunmore", "Elston", "Farley", "Garside", "Hulme")
SENTENCE = "{name}, a councillor in {place}, is backing {candidate} for the Labour leadership."


def article(seed: int) -> Faulty:
    """A text in which one person is on two sides; the first of the two passages is shown."""
    pick = random.Random(seed)  # noqa: S311 - not for secrets
    names = [
        f"{a} {b}" for a, b in zip(pick.sample(NAMES, 5), pick.sample(SURNAMES, 5), strict=True)
    ]
    twice = pick.choice(names)
    told = [(name, "Liz Kendall") for name in names]
    told.insert(pick.randrange(6), (twice, "Yvette Cooper"))
    text = pick.choice(["", "Zoë’s notes 🗳 on the Labour leadership, 2015\n\n"])
    places = dict(
        zip(names, pick.sample(("Bury", "Harrow", "Leeds", "Kirklees", "Barnet"), 5), strict=True)
    )
    start = None
    for name, candidate in told:
        if name == twice and start is None:
            start = len(text)
        text += SENTENCE.format(name=name, place=places[name], candidate=candidate)
        text += pick.choice(["\n\n", "\r\n\r\n"])
    return Faulty(f"txt-{seed}.txt", "text/plain", text.encode(), "sparql", Position(start=start))


# --- All of them.

FORMS: Mapping[str, tuple[str, Callable[[Broken, int], tuple[str, Position]]]] = {
    "ttl": ("text/turtle", turtle),
    "trig": ("application/trig", lambda made, seed: turtle(made, seed, graphs=True)),
    "nt": ("application/n-triples", lines),
    "nq": ("application/n-quads", lambda made, seed: lines(made, seed, graphs=True)),
    "jsonld": ("application/ld+json", jsonld),
    "rdf": ("application/rdf+xml", rdfxml),
}


OTHERS: Mapping[str, Callable[[int], Faulty]] = {"csv": csv_rows, "txt": article}


def faulty(form: str, seed: int) -> Faulty:
    """A faulty submission in one of ``FORMS``, or in ``csv`` or ``txt``."""
    if form in OTHERS:
        return OTHERS[form](seed)
    made = broken(seed)
    media_type, write = FORMS[form]
    text, place = write(made, seed)
    return Faulty(f"{form}-{seed}.{form}", media_type, text.encode(), made.constraint, place)
