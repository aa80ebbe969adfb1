"""The endorsement by somebody whom a noun phrase names, with the office that it states."""

from __future__ import annotations

from kg.model import Contest, Endorsement, Evidence, Mention
from kg.words.nouns import Noun


def supports(
    noun: Noun, pair: tuple[Mention, Mention], contest: Contest, evidence: Evidence
) -> Endorsement:
    """That the first of ``pair``, whom ``noun`` names, supports the second.

    Of several offices the one that is held goes before those that were.
    """
    current = (office for office in noun.offices if office.status != "former")
    office = next(current, None) or next(iter(noun.offices), None)
    place = Mention("place", office.place, office.label) if office and office.place else None
    role = office.label if office else None
    return Endorsement(*pair, contest, "supports", (evidence,), role=role, place=place)
