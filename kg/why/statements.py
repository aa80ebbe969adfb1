"""What the graph holds on one thing: its own facts, the statements about it, their passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode

from kg.asking import Queryable, Term
from kg.vocab import FOAF, KGO, PROV, RDF, RDFS, SCHEMA, SKOS
from kg.why.finding import rows
from kg.why.finding import text_of as _text
from kg.why.kinds import kind_of
from kg.why.model import Date, Passage, Statement, Thing
from kg.why.moves import former, judgements
from kg.why.wording import Values, in_words, sentence, short

# Everything that may be a statement on ?thing: it is one of its parts, directly or by way of the
# candidacy, or the source of a passage, or the statement itself. What no passage shows is none.
_ABOUT = """
SELECT DISTINCT ?thing ?statement
WHERE {
  {
    ?statement
      kgo:endorser|org:member|kgo:candidate|org:organization|kgo:represents|org:role|kgo:unit|
      prov:wasAttributedTo|kgo:contest|kgo:inCapacity|kgo:endorses|kgo:regarding|kgo:evidence|
      kgo:dateEvidence
      ?thing
  }
  UNION { ?statement (kgo:endorses|kgo:regarding)/(kgo:candidate|kgo:contest) ?thing }
  UNION { ?statement kgo:evidence/oa:hasSource ?thing }
}
"""
_PASSAGES = """
SELECT DISTINCT ?thing ?evidence ?article ?title ?start ?end ?quote ?rule
  ?name ?place ?role ?misspelt
WHERE {
  ?thing kgo:evidence ?evidence .
  ?evidence oa:hasSource ?article ;
    oa:hasSelector/oa:start ?start ;
    oa:hasSelector/oa:end ?end ;
    oa:hasSelector/oa:exact ?quote .
  OPTIONAL { ?evidence kgo:rule ?rule }
  OPTIONAL { ?article schema:headline ?title }
  OPTIONAL { ?evidence kgo:printedName ?name }
  OPTIONAL { ?evidence kgo:printedPlace ?place }
  OPTIONAL { ?evidence kgo:printedRole ?role }
  OPTIONAL { ?evidence kgo:misspelt ?misspelt }
}
"""
# The passages that say when, and the date that the words of each mean.
_DATES = (
    _PASSAGES.replace("kgo:evidence", "kgo:dateEvidence")
    .replace(
        "  OPTIONAL { ?article schema:headline ?title }",
        "  ?evidence dcterms:date ?when .\n  OPTIONAL { ?article schema:headline ?title }",
    )
    .replace("SELECT DISTINCT ?thing", "SELECT DISTINCT ?thing ?when")
)
_FIELDS = """
SELECT DISTINCT ?thing ?property ?value ?label ?contest
WHERE {
  ?thing ?property ?value .
  FILTER(?property NOT IN (kgo:evidence, kgo:dateEvidence, kgo:enumerates, oa:hasSelector))
  OPTIONAL {
    ?value foaf:name|skos:prefLabel|rdfs:label|schema:headline|(kgo:candidate/foaf:name)|
      (org:role/skos:prefLabel) ?label
  }
  OPTIONAL { ?value kgo:contest/rdfs:label ?contest }
}
"""
_NAMING = (FOAF.name, SKOS.prefLabel, RDFS.label, SCHEMA.headline)
_CLASSES = frozenset({RDF.type})
# What the moves and the decisions of a thing tell.
_TOLD_APART = _CLASSES | {KGO.splitInto, PROV.wasDerivedFrom}
_APART = _CLASSES | {KGO.confidence, KGO.decision}
_PRINTED = ("name", "place", "role")


def describe(store: Queryable, iri: str) -> Thing:
    """The thing ``iri`` and all that articles say about it, sorted by article and position."""
    known = _fields_of(store, iri)
    related = {iri, *(_text(row[1]) for row in rows(store, _ABOUT, NamedNode(iri)))}
    made = [statement(store, one) for one in sorted(related)]
    name = next((known[p][0] for p in _NAMING if p in known), short(iri))
    return Thing(
        iri=iri,
        kind=kind_of(known.get(RDF.type, ())),
        name=name,
        known=_fields(known, _TOLD_APART),
        statements=tuple(sorted((s for s in made if s.passages), key=_first_passage)),
        former=former(store, iri),
        decisions=judgements(store, iri),
    )


def _first_passage(statement: Statement) -> tuple[str, int, int, str]:
    first = statement.passages[0]
    return first.article, first.start, first.end, statement.iri


def _place(passage: Passage) -> tuple[str, int, int]:
    return passage.article, passage.start, passage.end


def _fields_of(store: Queryable, iri: str) -> Values:
    return _values(row[1:] for row in rows(store, _FIELDS, NamedNode(iri)))


def statement(store: Queryable, iri: str) -> Statement:
    """The statement ``iri`` with its passages; one that no passage shows has none."""
    values = _fields_of(store, iri)
    passages = {_passage(row[1:]) for row in rows(store, _PASSAGES, NamedNode(iri))}
    dates = {Date(_text(row[1]), _passage(row[2:])) for row in rows(store, _DATES, NamedNode(iri))}
    kind = kind_of(values.get(RDF.type, ()))
    return Statement(
        iri=iri,
        kind=kind,
        sentence=sentence(kind, values),
        fields=_fields(values, _APART),
        confidence=max(map(float, values.get(KGO.confidence, ())), default=None),
        decisions=values.get(KGO.decision, ()),
        passages=tuple(sorted(passages, key=_place)),
        dates=tuple(sorted(dates, key=lambda date: (date.when, _place(date.passage)))),
    )


def _passage(cells: Iterable[Term | None]) -> Passage:
    iri, article, title, start, end, quote, rule, name, place, role, misspelt = cells
    printed = zip(_PRINTED, (name, place, role), strict=True)
    return Passage(
        iri=_text(iri),
        article=_text(article),
        title=None if title is None else _text(title),
        start=int(_text(start)),
        end=int(_text(end)),
        quote=_text(quote),
        rule=_text(rule),
        printed=tuple((what, _text(term)) for what, term in printed if term is not None),
        misspelt=misspelt is not None and _text(misspelt) == "true",
    )


def _values(found: Iterable[Iterable[Term | None]]) -> Values:
    """Rows of property, value, its label and its contest, gathered by property."""
    gathered: dict[str, set[str]] = defaultdict(set)
    for property_, value, label, contest in found:
        name = _text(property_)
        if name == RDF.type:
            gathered[name].add(_text(value))
            continue
        gathered[name].add(_text(label) if label is not None else short(_text(value)))
        if contest is not None:
            gathered[KGO.contest].add(_text(contest))
    return {name: tuple(sorted(values)) for name, values in sorted(gathered.items())}


def _fields(values: Values, without: frozenset[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (in_words(name), value)
        for name, found in values.items()
        if name not in without
        for value in found
    )
