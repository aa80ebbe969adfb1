"""Small graphs of endorsements for the tests of exports: who backs whom, in which article."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kg.vocab import DCTERMS, FOAF, KGO, OA, ORG, RDF, RDFS, SCHEMA, XSD
from tests.plaingraphs import node, typed


@dataclass(frozen=True, slots=True)
class Backing:
    """One endorsement and the article that tells of it; "" is what is not known."""

    backer: str = "Ann Other"
    candidate: str = "Bea Able"
    contest: str = "leader-2015"
    stance: str = KGO.Supports
    items: tuple[str, ...] = ("Q1",)
    candidate_items: tuple[str, ...] = ("Q2",)
    url: str = "https://news.example/a"
    title: str = "Who backs whom"
    published: str = "2015-07-17"
    date: str = ""
    quote: str = "Ann Other backs Bea Able"
    article: str = "0123456789abcdef"


def key(name: str) -> str:
    """The key of a person of these graphs."""
    return name.lower().replace(" ", "-") + "--town"


def backing(made: Backing) -> list[Quad]:
    """The statements of one endorsement, with all that belongs to it."""
    article = node(f"article/{made.article}")
    backer, candidate = node(f"person/{key('ann other')}"), node(f"person/{key('bea able')}")
    if made.backer != "Ann Other":
        backer = node(f"person/b-{made.backer.encode().hex()[:16]}--town")
    contest = node(f"contest/{made.contest}")
    candidacy = node(f"candidacy/{made.contest}/bea")
    stance = node(f"endorsement/{made.contest}/{backer.value.rpartition('/')[2]}/bea")
    passage = node(f"evidence/{made.article}/0-9")
    position, words = (
        node(f"evidence/{made.article}/0-9#pos"),
        node(f"evidence/{made.article}/0-9#quote"),
    )
    quads = [
        Quad(backer, NamedNode(RDF.type), NamedNode(FOAF.Person)),
        Quad(backer, NamedNode(FOAF.name), Literal(made.backer)),
        Quad(candidate, NamedNode(RDF.type), NamedNode(FOAF.Person)),
        Quad(candidate, NamedNode(FOAF.name), Literal(made.candidate)),
        Quad(contest, NamedNode(RDF.type), NamedNode(KGO.Contest)),
        Quad(contest, NamedNode(RDFS.label), Literal("Leader 2015")),
        Quad(contest, NamedNode(KGO.office), Literal("leadership")),
        Quad(candidacy, NamedNode(RDF.type), NamedNode(KGO.Candidacy), article),
        Quad(candidacy, NamedNode(KGO.candidate), candidate, article),
        Quad(candidacy, NamedNode(KGO.contest), contest, article),
        Quad(stance, NamedNode(RDF.type), NamedNode(KGO.Endorsement), article),
        Quad(stance, NamedNode(KGO.endorser), backer, article),
        Quad(stance, NamedNode(KGO.endorses), candidacy, article),
        Quad(stance, NamedNode(KGO.polarity), NamedNode(made.stance), article),
        Quad(stance, NamedNode(KGO.evidence), passage, article),
        Quad(stance, NamedNode(KGO.confidence), typed("0.9", XSD.decimal), article),
        Quad(passage, NamedNode(RDF.type), NamedNode(KGO.Evidence), article),
        Quad(passage, NamedNode(OA.hasSource), article, article),
        Quad(passage, NamedNode(OA.hasSelector), position, article),
        Quad(passage, NamedNode(OA.hasSelector), words, article),
        Quad(position, NamedNode(RDF.type), NamedNode(OA.TextPositionSelector), article),
        Quad(position, NamedNode(OA.start), typed("0", XSD.integer), article),
        Quad(position, NamedNode(OA.end), typed("9", XSD.integer), article),
        Quad(words, NamedNode(RDF.type), NamedNode(OA.TextQuoteSelector), article),
        Quad(words, NamedNode(OA.exact), Literal(made.quote), article),
        Quad(article, NamedNode(RDF.type), NamedNode(KGO.SourceArticle), article),
        Quad(article, NamedNode(KGO.sha256), Literal(made.article * 4), article),
    ]
    for value, name in ((made.url, SCHEMA.url), (made.title, SCHEMA.headline)):
        quads += [Quad(article, NamedNode(name), Literal(value), article)] if value else []
    for about, value, name in (
        (article, made.published, SCHEMA.datePublished),
        (stance, made.date, DCTERMS.date),
    ):
        if value:
            datatype = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}[len(value)]
            quads.append(Quad(about, NamedNode(name), typed(value, datatype), article))
    for person, items in ((backer, made.items), (candidate, made.candidate_items)):
        for item in items:
            outside = NamedNode(f"http://www.wikidata.org/entity/{item}")
            quads.append(Quad(person, NamedNode(SCHEMA.sameAs), outside))
    return quads


def in_office(made: Backing, role: str) -> list[Quad]:
    """The endorsement with the office that its endorser speaks in."""
    quads = backing(made)
    stance = next(q.subject for q in quads if q.predicate.value == KGO.endorser)
    backer = next(q.object for q in quads if q.predicate.value == KGO.endorser)
    article = node(f"article/{made.article}")
    office, named = node("membership/office"), node("role/office")
    return [
        *quads,
        Quad(stance, NamedNode(KGO.inCapacity), office, article),
        Quad(office, NamedNode(RDF.type), NamedNode(ORG.Membership), article),
        Quad(office, NamedNode(ORG.member), backer, article),
        Quad(office, NamedNode(ORG.role), named, article),
        Quad(office, NamedNode(KGO.evidence), node(f"evidence/{made.article}/0-9"), article),
        Quad(named, NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"), Literal(role)),
    ]
