"""Offices in the text: "the shadow business secretary", "Pontypridd MP", "Leader of Kent CC"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon import Office
from kg.model import RoleStatus
from kg.scan import Scan

_LABELLED = ("rank", "shadow", "portfolio", "tier", "interim")
_OF = ("of", "for", "on", "at", "in")
_INSIDE = frozenset(
    ("and", "of", "for", "the", "on", "&", "group", "council", "party", "committee", "branch")
)
_ACRONYM = 4


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


def read_office(scan: Scan, index: int) -> OfficePhrase | None:
    """The office phrase that begins at token ``index``, or None."""
    at = index
    status: RoleStatus = "current"
    label: list[str] = []
    organisation = place = ""
    while at < len(scan.tokens):
        head = _head(scan, at)
        if head:
            label.append(head[1].label)
            phrase = OfficePhrase(
                _joined(label), status, index, head[0], organisation, place, head[1].plural
            )
            return phrase if phrase.plural else _with_complement(scan, phrase)
        kind = scan.lexicon.office_words.get(scan.folds[at])
        party = scan.lexicon.parties.at(scan.folds, at)
        if party and not (kind and _head(scan, at + 1) and scan.folds[at] != "labour"):
            organisation, at = party.value.name, _past_possessive(scan, at + party.length)
        elif kind:
            status = _status(status, kind)
            if kind in _LABELLED:
                label.append(_title(scan.folds[at]))
            at += 1
        elif scan.capital(at) and not place and scan.folds[at] not in scan.lexicon.function_words:
            end = _place_end(scan, at)
            if end is None:
                return None
            place, at = scan.slice(at, end), _past_possessive(scan, end)
        else:
            return None
    return None


def _status(status: RoleStatus, kind: str) -> RoleStatus:
    if kind == "former":
        return "former"
    return "interim" if kind == "interim" else status


def _title(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))


def _joined(parts: list[str]) -> str:
    """Words of a label in one string, a word that the head repeats dropped."""
    *words, head = parts
    kept = [word for word in words if word.lower() not in head.lower().split()]
    return " ".join([*kept, head])


def _past_possessive(scan: Scan, index: int) -> int:
    return index + 1 if index < len(scan.folds) and scan.folds[index] == "'s" else index


def _head(scan: Scan, index: int) -> tuple[int, Office] | None:
    """The head of an office at ``index``: where it ends, and which it is.

    Letters such as MP or AM are heads only in capitals: "am" is a verb, "Ms" a title.
    """
    if index >= len(scan.folds):
        return None
    word = scan.folds[index]
    if word.startswith("ex-") and scan.lexicon.offices.whole((word[3:],)):
        return index + 1, Office("", plural=False)
    found = scan.lexicon.offices.at(scan.folds, index)
    if not found:
        return None
    if found.length == 1 and found.value.label.isupper() and len(found.value.label) <= _ACRONYM:
        printed = scan.tokens[index].text
        if not printed[:2].isupper():
            return None
    return index + found.length, found.value


def _place_end(scan: Scan, index: int) -> int | None:
    """Where a place before an office ends: a known place, or one capitalised word before MP."""
    best = None
    end = index
    while scan.capital(end) or (end > index and scan.folds[end : end + 1] in (["and"], ["&"])):
        end += 1
        if scan.is_place(index, end) and _continues(scan, end):
            best = end
        if end - index > 6:
            break
    if best is None and _head_after(scan, index + 1):
        return index + 1
    return best


def _continues(scan: Scan, index: int) -> bool:
    return _head_after(scan, _past_possessive(scan, index))


def _head_after(scan: Scan, index: int) -> bool:
    """Whether an office head follows, past words that belong to an office."""
    while index < len(scan.folds):
        if _head(scan, index):
            return True
        party = scan.lexicon.parties.at(scan.folds, index)
        if party:
            index += party.length
        elif scan.folds[index] in scan.lexicon.office_words:
            index += 1
        else:
            return False
    return False


def _with_complement(scan: Scan, office: OfficePhrase) -> OfficePhrase:
    """The office with what it is of: "leader of the Labour group on Essex County Council"."""
    at = office.last
    if at >= len(scan.folds) or scan.folds[at] not in _OF:
        return office
    start = at + 1
    if start < len(scan.folds) and scan.folds[start] == "the":
        start += 1
    end = kept = start
    while end < len(scan.folds) and (scan.capital(end) or scan.folds[end] in _INSIDE):
        end += 1
        if scan.capital(end - 1) or scan.folds[end - 1] in ("council", "group", "committee"):
            kept = end
    if kept == start or not any(scan.capital(i) for i in range(start, kept)):
        return office
    words = scan.slice(start, kept)
    if scan.is_place(start, kept):
        return OfficePhrase(
            office.label,
            office.status,
            office.first,
            kept,
            office.organisation,
            words,
            complement=True,
        )
    return OfficePhrase(
        office.label, office.status, office.first, kept, words, office.place, complement=True
    )
