"""The sorts of things that a parameter can be: who or what is one, and the names it goes by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of thing in the graph.

    ``pattern`` is SPARQL that finds each as ``?thing``, ``names`` the path to what it is called.
    """

    pattern: str
    names: str = "foaf:name|skos:altLabel"


SORTS: Mapping[str, Sort] = MappingProxyType(
    {
        "article": Sort("?thing a kgo:SourceArticle .", "schema:headline|schema:url|kgo:sha256"),
        "backer": Sort("?endorsement kgo:endorser ?thing ."),
        "body": Sort("?thing a org:FormalOrganization ."),
        "candidate": Sort("?candidacy kgo:candidate ?thing ."),
        "contest": Sort("?thing a kgo:Contest .", "rdfs:label|skos:altLabel"),
        "council": Sort(
            "?thing a schema:GovernmentOrganization .",
            "foaf:name|skos:altLabel|dcterms:identifier",
        ),
        "person": Sort("?thing a foaf:Person ."),
        "region": Sort("?place schema:location ?thing .", "foaf:name"),
    }
)
