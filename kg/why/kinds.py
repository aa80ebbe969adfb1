"""What a thing is, in a word, by its classes."""

from __future__ import annotations

from collections.abc import Container, Mapping
from types import MappingProxyType

from kg.vocab import FOAF, KGO, OA, ORG, SCHEMA

THING = "thing"
"""What something is of which no class is known here."""

# The first class that fits gives the kind, so the narrower ones come first.
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        KGO.Endorsement: "endorsement",
        KGO.EndorsementClaim: "claim",
        KGO.Candidacy: "candidacy",
        ORG.Membership: "office",
        FOAF.Person: "person",
        SCHEMA.GovernmentOrganization: "council",
        ORG.FormalOrganization: "body",
        KGO.Area: "place",
        KGO.LeadershipElection: "contest",
        KGO.Contest: "contest",
        ORG.Role: "role",
        KGO.Unit: "unit",
        KGO.SourceArticle: "article",
        KGO.Evidence: "passage",
        OA.TextPositionSelector: "position",
        OA.TextQuoteSelector: "words",
        KGO.MatchDecision: "match decision",
        KGO.Submission: "submission",
    }
)


def kind_of(classes: Container[str]) -> str:
    """The kind of a thing of these classes, ``THING`` when it is of none that is known."""
    return next((kind for name, kind in _KINDS.items() if name in classes), THING)
