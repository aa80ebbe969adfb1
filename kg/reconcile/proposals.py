"""What an unknown name may have been meant for: proposals, which decide nothing."""

from __future__ import annotations

from dataclasses import replace

from kg.gazetteer import Council, Gazetteer
from kg.model import Place
from kg.reconcile.placewords import take_apart
from kg.reconcile.spelling import likeness_of

_MOST = 3
_LIKENESS = 0.7
_SHORTEST = 4


def with_proposals(gazetteer: Gazetteer, place: Place) -> Place:
    """``place`` with the councils whose names are most like it, when it is unknown without any.

    They stand in ``candidates``, in order of slug, and ``why`` names them, the likest first. The
    kind stays ``unknown``: a likeness alone is never an answer.
    """
    if place.kind != "unknown" or place.candidates or place.name:
        return place
    near = _near(gazetteer, place)
    if not near:
        return place
    names = " or ".join(council.official_name for council in near)
    return replace(
        place,
        why=f"{place.why} Did you mean {names}?",
        candidates=tuple(sorted(council.slug for council in near)),
    )


def _near(gazetteer: Gazetteer, place: Place) -> list[Council]:
    """The councils of the day with the names most like the printed one, the likest first."""
    words = take_apart(gazetteer, place.printed)
    likeness: dict[str, float] = {}
    for name, kinds in gazetteer.place_names.items():
        if "council" not in kinds or len(words.bare) < _SHORTEST:
            continue
        alike = likeness_of(words.bare, name)
        if alike < _LIKENESS:
            continue
        for council in gazetteer.councils_named(name, place.as_of):
            if council.is_principal and words.fits(council):
                likeness[council.slug] = max(alike, likeness.get(council.slug, 0.0))
    best = sorted(likeness, key=lambda slug: (-likeness[slug], slug))[:_MOST]
    return [gazetteer.councils[slug] for slug in best]
