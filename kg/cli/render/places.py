"""Resolved places as JSON."""

from __future__ import annotations

from kg.gazetteer import Gazetteer
from kg.iris import Minter
from kg.model import Place


def place_json(place: Place, gazetteer: Gazetteer, minter: Minter) -> dict[str, object]:
    """The object that ``kg reconcile`` promises for one name."""
    return {
        "name": place.printed,
        "as_of": place.as_of.isoformat(),
        "kind": place.kind,
        "code": place.code,
        "iri": place_iri(place, minter),
        "official_name": place.official_name,
        "why": place.why,
        "candidates": [_reading(slug, place, gazetteer, minter) for slug in place.candidates],
    }


def place_iri(place: Place, minter: Minter) -> str | None:
    """The IRI of the council, or of the ward, parish or seat; None when it is not known which."""
    if place.kind == "council":
        return minter.council(place.slug) if place.slug else None
    if place.kind in ("ward", "parish", "constituency"):
        from kg.rdf.shared import area_iri  # here: pyoxigraph comes with it

        return area_iri(minter, place)
    return None


def _reading(slug: str, place: Place, gazetteer: Gazetteer, minter: Minter) -> dict[str, object]:
    """A council that the name may mean, or that took over from the one of that name."""
    council = gazetteer.councils[slug]
    return {
        "official_name": council.official_name,
        "code": council.code_on(place.as_of),
        "iri": minter.council(slug),
    }
