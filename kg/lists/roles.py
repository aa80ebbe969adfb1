"""The office in an item: "MP for Malvern", "leader of Fife Council", "Executive Membe"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.model import RoleStatus
from kg.offices import OfficePhrase, read_office
from kg.scan import Scan
from kg.text import near

_BODY_WORDS = frozenset(("council", "borough", "district", "county", "city"))


@dataclass(frozen=True, slots=True)
class ItemRole:
    """An office in title case, its status, and the place or body that its own words name."""

    label: str
    status: RoleStatus
    place: str | None = None
    organisation: str | None = None


def read_role(looked: Scan) -> ItemRole | None:
    """The office that fills the whole segment, one slip of spelling mended; None if none does."""
    start = 1 if looked.folds[0] in ("the", "a", "an") and len(looked.folds) > 1 else 0
    office = read_office(looked, start)
    if office is not None and office.last >= len(looked.tokens):
        return _from_office(looked, office)
    mended = _misspelt(looked.lexicon, tuple(looked.folds))
    return ItemRole(mended, "current") if mended else None


def _from_office(looked: Scan, office: OfficePhrase) -> ItemRole:
    place, organisation = office.place or None, office.organisation or None
    label = office.label
    if organisation and office.complement:
        if label.isupper() or organisation.split()[-1].lower() in _BODY_WORDS:
            place, organisation = organisation, None
        elif "for" in looked.folds[office.first : office.last]:
            label, organisation = f"{label} for {organisation}", None
    return ItemRole(label, office.status, place, organisation)


def _misspelt(lexicon: Lexicon, words: tuple[str, ...]) -> str | None:
    """The label of the one office that differs from the words by a slip in one word."""
    if not 1 <= len(words) <= 4:
        return None
    return _closest(lexicon.office_forms, words)


@lru_cache(maxsize=4096)
def _closest(known: Sequence[tuple[tuple[str, ...], str]], words: tuple[str, ...]) -> str | None:
    found = set()
    for form, label in known:
        if len(form) != len(words):
            continue
        pairs = [(a, b) for a, b in zip(form, words, strict=True) if a != b]
        if len(pairs) == 1 and near(*pairs[0]):
            found.add(label)
    return found.pop() if len(found) == 1 else None
