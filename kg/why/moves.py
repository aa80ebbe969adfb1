"""What match decisions made of an IRI: which others gave way to it, to which ones it gave way."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.asking import Queryable, Row
from kg.vocab import SEMAPV, SKOS
from kg.why.finding import led_to, rows, text_of
from kg.why.model import Judgement, Move

_REPLACED = """
SELECT DISTINCT ?thing ?new ?why
WHERE {
  ?thing dcterms:isReplacedBy ?new .
  OPTIONAL { ?thing kgo:decision ?why }
}
"""
_PARTED = "SELECT DISTINCT ?thing ?part WHERE { ?thing kgo:splitInto ?part }"
_ALIVE = "SELECT ?thing ?kind WHERE { ?thing a ?kind } LIMIT 1"
_FORMER = "SELECT DISTINCT ?thing ?old WHERE { ?old dcterms:isReplacedBy|kgo:splitInto ?thing }"
_DECISION = """
  ?decision owl:annotatedSource ?one ;
    owl:annotatedTarget ?other ;
    owl:annotatedProperty ?property ;
    sssom:author_label ?by ;
    pav:authoredOn ?day ;
    sssom:mapping_justification ?justification .
  OPTIONAL { ?decision sssom:predicate_modifier ?not }
  OPTIONAL { ?decision rdfs:comment ?comment }
"""
_COLUMNS = "?decision ?one ?other ?property ?not ?by ?day ?comment ?justification"
_BEHIND = f"""
SELECT DISTINCT ?thing {_COLUMNS}
WHERE {{
  ?thing prov:wasDerivedFrom ?decision .
  {_DECISION}
}}
"""
_ABOUT = f"""
SELECT DISTINCT ?thing {_COLUMNS}
WHERE {{
  {{ ?decision owl:annotatedSource|owl:annotatedTarget ?thing }}
  UNION {{ ?old dcterms:isReplacedBy|kgo:splitInto ?thing ; prov:wasDerivedFrom ?decision }}
  UNION {{
    ?old dcterms:isReplacedBy ?thing .
    ?decision owl:annotatedSource|owl:annotatedTarget ?old
  }}
  {_DECISION}
}}
"""


def followed(store: Queryable, iri: str) -> Move | None:
    """Where ``iri`` leads if it gave way to others, or None."""
    node = NamedNode(iri)
    replaced, parted = rows(store, _REPLACED, node), rows(store, _PARTED, node)
    new = {text_of(row[1]) for row in (*replaced, *parted)}
    if not new:
        return _followed_by_parts(store, iri)
    if rows(store, _ALIVE, node):
        new.add(iri)
    why = " ".join(sorted({text_of(row[2]) for row in replaced}))
    return Move(iri, tuple(sorted(new)), why, _judgements(store, _BEHIND, node))


def _followed_by_parts(store: Queryable, iri: str) -> Move | None:
    """Where an endorsement, a candidacy or an office went with those of whose keys it was made."""
    new = None if rows(store, _ALIVE, NamedNode(iri)) else led_to(store, iri)
    return Move(iri, (new,), "It was made of keys that gave way.", ()) if new else None


def former(store: Queryable, iri: str) -> tuple[Move, ...]:
    """The IRIs that gave way to ``iri``, sorted; itself where it was parted and is the rest."""
    old = {text_of(row[1]) for row in rows(store, _FORMER, NamedNode(iri))}
    moves = (followed(store, one) for one in sorted({*old, iri}))
    return tuple(move for move in moves if move and iri in move.new)


def judgements(store: Queryable, iri: str) -> tuple[Judgement, ...]:
    """The match decisions about ``iri`` and about what gave way to it, by day."""
    return _judgements(store, _ABOUT, NamedNode(iri))


def _judgements(store: Queryable, query: str, node: NamedNode) -> tuple[Judgement, ...]:
    found = {_judgement(row) for row in rows(store, query, node)}
    return tuple(sorted(found, key=lambda one: (one.day, one.one, one.other, one.iri)))


def _judgement(row: Row) -> Judgement:
    _, decision, one, other, property_, denied, by, day, comment, justification = map(text_of, row)
    verdict = "unsure" if property_ == SKOS.closeMatch else "different" if denied else "same"
    return Judgement(
        iri=decision,
        one=one,
        other=other,
        verdict=verdict,
        by=by,
        day=day,
        comment=comment,
        justification=justification.removeprefix(SEMAPV.NS),
    )
