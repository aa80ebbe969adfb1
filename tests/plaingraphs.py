"""Plain little graphs, for tests and for the processes that they start and kill.

Only what those need is imported, since starting is most of what they do.
"""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from kg.iris import DEFAULT_BASE
from kg.vocab import FOAF, KGO, OA, RDF, XSD

ID = f"{DEFAULT_BASE}id/"


def node(name: str) -> NamedNode:
    """The node with this name below the base of our IRIs."""
    return NamedNode(ID + name)


def typed(text: str, datatype: str) -> Literal:
    return Literal(text, datatype=NamedNode(datatype))


def graph(articles: int = 3, note: str = "") -> list[Quad]:
    """One person, one endorsement and one passage an article; ``note`` makes graphs differ."""
    made = []
    for number in range(articles):
        article = node(f"article/{number:016x}")
        person = node(f"person/ann-other--town-{number}")
        stance = node(f"endorsement/contest-2015/ann-other--town-{number}/bea-able")
        passage = node(f"evidence/{number:016x}/0-{number + 9}")
        made += [
            Quad(person, NamedNode(RDF.type), NamedNode(FOAF.Person)),
            Quad(person, NamedNode(FOAF.name), Literal(f"Ann Other{note}")),
            Quad(stance, NamedNode(RDF.type), NamedNode(KGO.Endorsement), article),
            Quad(stance, NamedNode(KGO.endorser), person, article),
            Quad(stance, NamedNode(KGO.evidence), passage, article),
            Quad(passage, NamedNode(OA.end), typed(str(number + 9), XSD.integer), article),
            Quad(passage, NamedNode(KGO.confidence), typed("0.80", XSD.decimal), article),
        ]
    return made
