"""The letters of a state behind the place of an office: "Mayor of Anytown, OH Jane Doe"."""

from __future__ import annotations

from dataclasses import replace

from kg.words.offices.model import OfficePhrase
from kg.words.scan import Scan

_LENGTH = 2


def with_state(scan: Scan, office: OfficePhrase) -> OfficePhrase:
    """The office with the state's letters, if a name stands behind them."""
    at = office.last + (scan.folds[office.last : office.last + 1] == [","])
    letters = scan.slice(at, at + 1) if office.complement and scan.capital(at + 1) else ""
    if len(letters) != _LENGTH or not letters.isupper():
        return office
    known = letters.lower() in scan.lexicon.identity.region_forms
    return replace(office, last=at + 1) if known else office
