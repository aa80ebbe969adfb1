"""One side of a decision with what articles say of it, in their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from kg.deciding.finding import now_of
from kg.deciding.known import Known
from kg.deciding.model import Side
from kg.iris import slug
from kg.vocab import KGO, ORG
from kg.why import Statement
from kg.why.finding import rows
from kg.why.statements import statement

SHOWN = 4
"""How many statements of a side are shown; ``kg why`` shows them all."""
# Offices tell best who somebody is, stances next.
_RANKED = (ORG.Membership, KGO.Candidacy, KGO.Endorsement)
# Every way in which a statement is about ?thing is written out with the rest behind it: from a path
# of alternatives Oxigraph 0.5 begins with all passages of the store, and takes fifty times as long.
_WAYS = (
    "?statement kgo:endorser ?thing .",
    "?statement org:member ?thing .",
    "?statement kgo:candidate ?thing .",
    "?statement kgo:contest ?thing .",
    "?statement org:organization ?thing .",
    "?statement prov:wasAttributedTo ?thing .",
    "?standing kgo:candidate ?thing . ?statement kgo:endorses ?standing .",
    "?standing kgo:candidate ?thing . ?statement kgo:regarding ?standing .",
    "?standing kgo:contest ?thing . ?statement kgo:endorses ?standing .",
    "?standing kgo:contest ?thing . ?statement kgo:regarding ?standing .",
)
_WHERE = """
  ?statement a ?class ;
    kgo:evidence ?evidence .
  ?evidence oa:hasSource ?article ;
    oa:hasSelector ?position .
  ?position oa:start ?start .
"""
_TOLD = "SELECT DISTINCT ?thing ?statement ?class ?article ?start WHERE {{ {} }}".format(
    " UNION ".join(f"{{ {way} {_WHERE} }}" for way in _WAYS)
)
_Place = tuple[int, str, int, str]
"""The rank of a statement, the article and position of its first passage, its IRI."""


def side_of(known: Known, iri: str, most: int = SHOWN) -> Side:
    """The side that ``iri`` names, one that a row may name, with its first ``most`` statements.

    They are those of the articles in which it occurs, by the IRI that the graph has it under: of
    all that was joined only what those articles say.
    """
    ones = known.named[iri]
    now = now_of(known, iri)
    articles = {known.minter.article(one.article) for one in ones}
    told = _told(known, now, articles)
    names = {slug(one.name) for one in ones}
    shown = [_own_words(statement(known.graph, name), articles, names) for name in told[:most]]
    return Side(
        iri=iri,
        kind=ones[0].kind,
        name=min((one.name for one in ones), key=lambda name: (-len(name), name)),
        about="; ".join(_unlike(shown)),
        now=now,
        statements=len(told),
        shown=tuple(shown),
    )


def outside(iri: str) -> Side:
    """The side that lies outside the graph: its IRI is all that is known."""
    return Side(iri=iri, kind="outside", name=iri, now=(iri,))


def _told(known: Known, iris: Iterable[str], articles: set[str]) -> list[str]:
    """The statements of ``articles`` about any of ``iris``: offices, stances, then the rest."""
    first: dict[str, _Place] = {}
    for place in (place for iri in iris for place in _places(known, iri)):
        if place[1] in articles:
            first[place[-1]] = min(place, first.get(place[-1], place))
    return [name for *_, name in sorted(first.values())]


def _places(known: Known, iri: str) -> Iterator[_Place]:
    for _, name, kind, article, start in rows(known.graph, _TOLD, NamedNode(iri)):
        if (
            isinstance(name, NamedNode)
            and isinstance(kind, NamedNode)
            and isinstance(article, NamedNode)
            and isinstance(start, Literal)
        ):
            rank = _RANKED.index(kind.value) if kind.value in _RANKED else len(_RANKED)
            yield rank, article.value, int(start.value), name.value


def _own_words(told: Statement, articles: set[str], names: set[str]) -> Statement:
    """The statement with its passages of ``articles``, of those the ones that print the name.

    What was joined in the graph may have passages about the other side too.
    """
    there = [one for one in told.passages if one.article in articles]
    printed = [one for one in there if slug(dict(one.printed).get("name", "")) in names]
    return replace(told, passages=tuple(printed or there))


def _unlike(told: Iterable[Statement]) -> list[str]:
    """The first sentence of each of two kinds of statement."""
    kinds: dict[str, str] = {}
    for one in told:
        kinds.setdefault(one.kind, one.sentence)
    return list(kinds.values())[:2]
