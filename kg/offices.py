"""Offices in the text: "the shadow business secretary", "Anytown MP", "Leader of Kent CC"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.lexicon import Office
from kg.model import RoleStatus
from kg.scan import Scan

_LABELLED = ("rank", "shadow", "portfolio", "tier", "interim")
_OF_PLACE = ("of", "for", "on", "at", "in", "from")
_INSIDE = frozenset(
    ("and", "of", "for", "the", "on", "&", "group", "council", "party", "committee", "branch")
)
_BODY_ENDS = frozenset(("council", "party", "committee", "union", "association", "federation"))
_OF_GROUP = ("of", "on", "at", "in")
_WITH_PORTFOLIO = frozenset(("Minister", "Secretary", "Secretary of State"))
_FOR_PORTFOLIO = ("Minister", "Secretary", "Secretary of State")
_ACRONYM = 4
_MAX_ACRONYM = 6
_IN_PLACES = (["and"], ["&"], ["of"], ["upon"])
_MAX_PLACE = 6
_MAX_BODIES = 9
_GROUPS = frozenset(("groups", "parties", "councils", "branches", "unions"))


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
    portfolio = False  # a portfolio in small letters: no capitalised place comes behind it
    while at < len(scan.tokens):
        head = _head(scan, at, index)
        if head:
            label.append(head[1].label)
            phrase = OfficePhrase(
                _joined(label), status, index, head[0], organisation, place, head[1].plural
            )
            return _of_groups(scan, phrase) if phrase.plural else _with_complement(scan, phrase)
        kind = scan.lexicon.office_words.get(scan.folds[at])
        party = scan.lexicon.parties.at(scan.folds, at)
        if party and not (kind and _head(scan, at + 1, at) and scan.folds[at] != "labour"):
            organisation, at = party.value.name, _past_possessive(scan, at + party.length)
        elif kind:
            status = _status(status, kind)
            portfolio = portfolio or (kind == "portfolio" and not scan.capital(at))
            if kind in _LABELLED:
                label.append(_title(scan.folds[at]))
            at = _past_and(scan, at + 1) if kind == "portfolio" else at + 1
        elif (
            scan.capital(at)
            and not (place or portfolio)
            and scan.folds[at] not in scan.lexicon.function_words
        ):
            run = _run_before_head(scan, at)
            if run is None:
                return None
            end, what = run
            if what == "portfolio":
                label.append(scan.slice(at, end))
            elif what == "organisation":
                organisation = scan.slice(at, end)
            else:
                place = scan.slice(at, end)
            at = _past_possessive(scan, end)
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


def _past_and(scan: Scan, index: int) -> int:
    """Past the "and" between two portfolios: "children and social care minister"."""
    if index + 1 >= len(scan.folds) or scan.folds[index] not in ("and", "&"):
        return index
    second = scan.lexicon.office_words.get(scan.folds[index + 1]) == "portfolio"
    return index + 1 if second else index


def _head(scan: Scan, index: int, first: int) -> tuple[int, Office] | None:
    """The head of an office at ``index``: where it ends, and which it is.

    Letters such as MP or AM are heads only in capitals: "am" is a verb, "Ms" a title. A shortened
    title ("Sen.") is a head only behind other words of its phrase, which begins at ``first``.
    """
    if index >= len(scan.folds):
        return None
    word = scan.folds[index]
    if word.startswith("ex-") and scan.lexicon.offices.whole((word[3:],)):
        return index + 1, Office("", plural=False)
    found = scan.lexicon.offices.at(scan.folds, index)
    if not found:
        return None
    end = index + found.length
    if word in scan.lexicon.abbreviations and found.length == 1:
        if index == first or not scan.capital(index):
            return None
        return (end + 1 if scan.folds[end : end + 1] == ["."] else end), found.value
    if found.length == 1 and found.value.label.isupper() and len(found.value.label) <= _ACRONYM:
        printed = scan.tokens[index].text
        if not printed[:2].isupper():
            return None
    return end, found.value


def _run_before_head(scan: Scan, index: int) -> tuple[int, str] | None:
    """Where the capitalised words before an office end, and what they are.

    A known place, the only word before the head, or a run that the head parts from a name: "New
    Town MP A. B.", "XYZ general secretary A. B.". A run that begins with a given name is a person.
    """
    best: int | None = None
    shaped: int | None = None
    end = index
    while scan.capital(end) or (end > index and scan.folds[end : end + 1] in _IN_PLACES):
        end += 1
        if end - index > _MAX_PLACE:
            break
        after = _past_possessive(scan, end)
        if not _head_after(scan, after, index):
            continue
        if scan.is_place(index, end):
            best = end
        elif shaped is None and [scan.folds[end - 1]] not in _IN_PLACES:
            shaped = end
            joined = not {"and", "&", "of"}.isdisjoint(scan.folds[index:end])
            if joined and _what_shape(scan, index, end) != "portfolio":
                return None
    if best is not None:
        return best, "place"
    if shaped is None or not _may_be_shaped(scan, index, shaped):
        return None
    return shaped, _what_shape(scan, index, shaped)


def _may_be_shaped(scan: Scan, index: int, end: int) -> bool:
    if end == index + 1:
        return True
    named = _name_behind(scan, _past_possessive(scan, end), index)
    return named and scan.folds[index] not in scan.lexicon.given_names


def _name_behind(scan: Scan, index: int, first: int) -> bool:
    """Whether a capitalised word follows the office that stands at ``index``."""
    while index < len(scan.folds):
        head = _head(scan, index, first)
        if head:
            return scan.capital(head[0]) and not head[1].plural
        if scan.folds[index] not in scan.lexicon.office_words:
            return False
        index += 1
    return False


def _what_shape(scan: Scan, index: int, end: int) -> str:
    head = _head(scan, end, index)
    if head and head[1].label in _WITH_PORTFOLIO and end - index > 1:
        return "portfolio"
    printed = scan.tokens[index].text
    acronym = end == index + 1 and printed.isupper() and 1 < len(printed) <= _MAX_ACRONYM
    named = scan.lexicon.organisations.at(scan.folds, index)
    shaped = scan.lexicon.organisation_words.get(scan.folds[end - 1])
    if acronym or (shaped and end - index > 1) or (named and named.length == end - index):
        return "organisation"
    return "place"


def _head_after(scan: Scan, index: int, first: int) -> bool:
    """Whether an office head follows, past words that belong to an office."""
    while index < len(scan.folds):
        if _head(scan, index, first):
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
    if at >= len(scan.folds) or scan.folds[at] not in _OF_PLACE:
        return office
    start = at + 1
    if start < len(scan.folds) and scan.folds[start] == "the":
        start += 1
    group = _group_of(scan, start)
    if group:
        label = f"{scan.slice(start, start + 1)} Group {office.label}"
        office = replace(office, label=label, last=group, complement=True)
        start = group + 1
        if start >= len(scan.folds) or scan.folds[group] not in _OF_GROUP:
            return office
    return _of_body(scan, office, start)


def _of_groups(scan: Scan, office: OfficePhrase) -> OfficePhrase:
    """The office of several holders with its bodies: "leaders of the Labour and Green groups"."""
    at = office.last
    if at >= len(scan.folds) or scan.folds[at] not in _OF_GROUP:
        return office
    for end in range(at + 1, min(at + _MAX_BODIES, len(scan.folds))):
        if scan.folds[end] in _GROUPS:
            bodied = any(scan.capital(index) for index in range(at + 1, end))
            return replace(office, last=end + 1, complement=True) if bodied else office
        if not (scan.capital(end) or scan.folds[end] in ("the", "and", "&")):
            return office
    return office


def _group_of(scan: Scan, start: int) -> int | None:
    """Where "the Labour group" ends, the party's councillors on a council."""
    party = scan.lexicon.parties.at(scan.folds, start) if start < len(scan.folds) else None
    if party and party.length == 1 and scan.folds[start + 1 : start + 2] == ["group"]:
        return start + 2
    return None


def _of_body(scan: Scan, office: OfficePhrase, start: int) -> OfficePhrase:
    end = kept = start
    while end < len(scan.folds) and (
        scan.capital(end) or scan.folds[end] in _INSIDE or _is_plural_genitive(scan, end)
    ):
        end += 1
        if scan.capital(end - 1) or scan.folds[end - 1] in ("council", "group", "committee"):
            kept = end
        if scan.folds[end - 1] in _BODY_ENDS and _begins_person(scan, end):
            break
    if kept == start or not any(scan.capital(i) for i in range(start, kept)):
        return office
    words = scan.slice(start, kept)
    if scan.is_place(start, kept):
        return replace(office, last=kept, place=words, complement=True)
    if scan.folds[office.last] == "from":  # "the leader from X" may be whom it was taken from
        return office
    if scan.folds[office.last] == "for" and office.label.endswith(_FOR_PORTFOLIO):
        return replace(office, last=kept, label=f"{office.label} for {words}", complement=True)
    return replace(office, last=kept, organisation=words, complement=True)


def _is_plural_genitive(scan: Scan, index: int) -> bool:
    """Whether an apostrophe stands inside a body's name: "the Bakers' Union"."""
    return (
        scan.folds[index] == "'" and scan.folds[index - 1].endswith("s") and scan.capital(index + 1)
    )


def _begins_person(scan: Scan, index: int) -> bool:
    return scan.capital(index) and scan.folds[index] in scan.lexicon.given_names
