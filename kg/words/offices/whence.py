"""The letters of a state behind the place of an office: "Mayor of Anytown, OH Jane Doe"."""

from __future__ import annotations

from dataclasses import replace

from kg.words.offices.model import OfficePhrase
from kg.words.scan import Scan

CAMPAIGN = "campaign"
_REACH = 3  # words between an owner and a campaign: "'s 2024 re-election campaign"

_LENGTH = 2


def with_state(scan: Scan, office: OfficePhrase) -> OfficePhrase:
    """The office with the state's letters, if a name stands behind them."""
    at = office.last + (scan.folds[office.last : office.last + 1] == [","])
    letters = scan.slice(at, at + 1) if office.complement and scan.capital(at + 1) else ""
    if len(letters) != _LENGTH or not letters.isupper():
        return office
    known = letters.lower() in scan.lexicon.identity.region_forms
    return replace(office, last=at + 1) if known else office


def runs_campaign(scan: Scan, first: int, last: int) -> bool:
    """Whether the capitals from ``first`` to ``last`` are whose campaign follows: "Y's campaign".

    Whose campaign somebody runs is no place or body that the office belongs to.
    """
    owned = scan.folds[last - 1] in ("'s", "'")
    at = last if owned else last + (scan.folds[last : last + 1] in (["'s"], ["'"]))
    owner = last - owned
    ahead = scan.folds[at : at + _REACH + 1]
    return CAMPAIGN in ahead and scan.capital(owner - 1) and not scan.is_place(first, owner)
