"""An extraction as the JSON that ``kg extract`` promises: one object a document."""

from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

from kg.cli.render.places import place_iri
from kg.errors import InternalError
from kg.iris import Minter
from kg.model import (
    Candidacy,
    Claim,
    Dated,
    Document,
    Endorsement,
    Evidence,
    Extraction,
    Mention,
    Place,
    Resolution,
    RoleHeld,
)


class Quoted(TypedDict):
    """A passage: ``quote`` is the document's text from code point ``start`` up to ``end``."""

    quote: str
    start: int
    end: int


class Date(Quoted):
    """When it was done, ``YYYY`` to ``YYYY-MM-DD``, with the words that say so."""

    date: str
    rule: str


class Passage(Quoted):
    """A passage with the rule that read it and how often that rule is right, 0 to 1."""

    rule: str
    confidence: float


def to_json(extraction: Extraction, resolution: Resolution, minter: Minter) -> dict[str, object]:
    """The object for one document; every key is always there, null when the text gives nothing.

    ``quote``, ``start``, ``end``, ``rule`` and ``confidence`` are those of a statement's first
    passage; ``evidence`` has all of them. ``dates`` are those that the words give to what was done.
    """
    document = extraction.document
    return {
        "document": _document(document, minter),
        "endorsements": [
            _endorsement(item, document, resolution, minter) for item in extraction.endorsements
        ],
        "claims": [_claim(item, document) for item in extraction.claims],
        "roles": [_role(item, document, resolution, minter) for item in extraction.roles],
        "candidacies": [_candidacy(item, document) for item in extraction.candidacies],
        "leftovers": [
            {
                "quote": document.quote(left.span),
                "start": left.span.start,
                "end": left.span.end,
                "reason": left.reason,
            }
            for left in extraction.leftovers
        ],
    }


def _document(document: Document, minter: Minter) -> dict[str, object]:
    return {
        "iri": minter.article(document.key),
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published.when if document.published else None,
        "sha256": document.sha256,
    }


def _endorsement(
    item: Endorsement, document: Document, resolution: Resolution, minter: Minter
) -> dict[str, object]:
    return {
        "endorser": item.endorser.name,
        "endorser_type": item.endorser.kind,
        "role": item.role,
        "place": _place(item.place, resolution, minter),
        "candidate": item.candidate.name,
        "polarity": item.polarity,
        "contest": item.contest.label,
        "dates": _dates(item.dates, document),
        **_evidence(item.evidence, document),
    }


def _claim(item: Claim, document: Document) -> dict[str, object]:
    return {
        "candidate": item.candidate.name,
        "count": _count(item.count),
        "comparator": item.comparator,
        "unit": item.unit,
        "attributed_to": _name(item.attributed_to),
        "contest": item.contest.label,
        "dates": _dates(item.dates, document),
        **_evidence(item.evidence, document),
    }


def _role(
    item: RoleHeld, document: Document, resolution: Resolution, minter: Minter
) -> dict[str, object]:
    return {
        "person": item.person.name,
        "role": item.role,
        "organisation": _name(item.organisation),
        "place": _place(item.place, resolution, minter),
        "former": item.status == "former",
        "status": item.status,
        **_evidence(item.evidence, document),
    }


def _candidacy(item: Candidacy, document: Document) -> dict[str, object]:
    return {
        "person": item.person.name,
        "contest": item.contest.label,
        "status": item.status,
        "dates": _dates(item.dates, document),
        **_evidence(item.evidence, document),
    }


def _place(
    mention: Mention | None, resolution: Resolution, minter: Minter
) -> dict[str, object] | None:
    if mention is None:
        return None
    found = resolution.places.get(mention)
    if found is None:
        raise InternalError(f"the place '{mention.name}' was not resolved")
    return {
        "printed": found.printed,
        "kind": _kind(found),
        "name": found.name,
        "code": found.code,
        "iri": place_iri(found, minter),
        "why": found.why,
    }


def _kind(place: Place) -> str:
    """Of a name with several readings, or of a council that was gone, no one place is known."""
    return "unknown" if place.kind in ("ambiguous", "abolished") else place.kind


def _dates(dates: tuple[Dated, ...], document: Document) -> list[Date]:
    return [
        {
            "date": one.when,
            "quote": document.quote(one.span),
            "start": one.span.start,
            "end": one.span.end,
            "rule": one.rule,
        }
        for one in dates
    ]


def _evidence(evidence: tuple[Evidence, ...], document: Document) -> dict[str, object]:
    passages = [_passage(one, document) for one in evidence]
    return {**passages[0], "evidence": passages}


def _passage(evidence: Evidence, document: Document) -> Passage:
    return {
        "quote": document.quote(evidence.span),
        "start": evidence.span.start,
        "end": evidence.span.end,
        "rule": evidence.rule,
        "confidence": evidence.confidence,
    }


def _name(mention: Mention | None) -> str | None:
    return mention.name if mention else None


def _count(count: Decimal) -> int | float:
    return int(count) if count == count.to_integral_value() else float(count)
