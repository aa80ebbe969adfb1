"""The office phrase, and the sets of words that its parts share."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import RoleStatus

OF = frozenset(("of", "for", "on", "at", "in", "to", "from"))
# Words for districts, before or behind their number.
NUMBERED = frozenset(
    (
        "ward",
        "district",
        "precinct",
        "place",
        "seat",
        "division",
        "zone",
        "area",
        "position",
        "lodge",
    )
)
# Offices that what follows "for" belongs to: it is their portfolio and no body or place.
WITH_PORTFOLIO = (
    "Minister",
    "Minister Responsible",
    "Minister of State",
    "Secretary",
    "Secretary of State",
    "Cabinet Member",
    "Executive Member",
    "Cabinet Lead",
    "Portfolio Holder",
    "Mayoral Lead",
    "Deputy Mayor",
    "Envoy",
    "Vice President",
    "Vice-President",
    "Officer",
    "Spokesman",
    "Spokeswoman",
    "Spokesperson",
)


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office: label in title case without party, place and "former"; tokens first to last.

    ``organisation`` and ``place`` are as printed, before the head ("Ipswich council leader") or
    after it ("leader of Ipswich council"); ``complement`` says the phrase ends in such words.
    """

    label: str
    status: RoleStatus
    first: int
    last: int
    organisation: str = ""
    place: str = ""
    plural: bool = False
    complement: bool = False


def titled(word: str) -> str:
    """A word of a label, each part of it with a capital: ``vice-president`` to Vice-President."""
    if word.isupper():
        return word
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
