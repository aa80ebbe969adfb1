"""Several people or bodies as one phrase: "Labour councillors", "55 MPs", "former chief whips"."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import words
from kg.words.bodies import opens_body
from kg.words.model import Noun
from kg.words.offices import OfficePhrase, read_office
from kg.words.quantities import Quantity
from kg.words.scan import Scan
from kg.words.units import (
    SUPPORT_UNIT,
    adds,
    heads,
    is_plural,
    read_unit,
    share_end,
    unit_start,
)


def read_group(scan: Scan, index: int) -> Noun | None:
    """Supporters without a number: "Labour councillors", "local constituency parties"."""
    start = index
    parties, units = scan.lexicon.parties, scan.lexicon.units
    party = parties.at(scan.folds, index) if scan.folds[index] in parties else None
    if party and index + party.length < len(scan.folds):
        start = index + party.length
    unit = units.at(scan.folds, start) if scan.folds[start] in units else None
    if unit is None and start > index:
        start, unit = index, units.at(scan.folds, index)
    if not unit or (start > index and scan.folds[start] == "party"):
        return None  # "the ABC party" is a body
    clock = index > 0 and scan.folds[index - 1][-1].isdigit()  # "12:00 AM"
    if scan.folds[index] == "am" and (clock or scan.tokens[index].text == "am"):
        return None
    if unit.length == 1 and scan.tokens[start].text in scan.lexicon.function_words:
        return None
    if not is_plural(scan.folds[start]) and _is_of_body(scan, start + unit.length):
        return None  # "the state legislature"
    if scan.capital(index) and opens_body(scan, start + unit.length):
        return None  # "Peace Officers Association"
    return Noun(
        "group",
        index,
        start + unit.length,
        unit=unit.value.unit,
        unit_role=unit.value.role,
        definite=is_definite(scan, index),
    )


def _is_of_body(scan: Scan, at: int) -> bool:
    """Whether a noun for a body follows in small letters, so that what stands before describes."""
    words = scan.tokens[at : at + 1]
    kinds = scan.lexicon.organisation_words
    return any(one.text.islower() and kinds.get(one.fold) == "body" for one in words)


def is_definite(scan: Scan, index: int) -> bool:
    """Whether the phrase at ``index`` is one that the reader is taken to know: "the", "her"."""
    return index > 0 and scan.folds[index - 1] in ("the", "his", "her", "their", "its")


def counted(scan: Scan, index: int, quantity: Quantity) -> Noun:
    """A number, and the group it counts when a unit or an office follows it."""
    number = Noun(
        "number",
        index,
        index + quantity.length,
        count=quantity.value,
        comparator=quantity.comparator,
        percent=quantity.percent,
    )
    if scan.folds[number.last : number.last + 2] in (["of", "them"], ["of", "us"]):
        return replace(number, last=number.last + 2)
    share = share_end(scan, quantity, index)
    shared = read_unit(scan, share, quantity) if share and share < len(scan.folds) else None
    if shared:
        return replace(number, kind="group", last=shared.last, unit=shared.unit, count=None)
    after = unit_start(scan, quantity, index)
    if after >= len(scan.folds):
        return number
    for at in heads(scan, after):
        office = read_office(scan, at)
        if office and office.plural:
            return replace(
                office_group(scan, at, office),
                first=index,
                count=quantity.value,
                comparator=quantity.comparator,
                percent=quantity.percent,
            )
    unit = read_unit(scan, after, quantity)
    if unit is None:
        whole = scan.folds[after - 1][0].isdigit() and after > number.last
        return replace(number, last=after) if whole else number  # "37 of the 46"
    group = replace(number, kind="group", last=unit.last, unit=unit.unit)
    if unit.unit == SUPPORT_UNIT and adds(scan, index, unit.last):
        return replace(group, count=None)  # "two more endorsements" are no total
    return replace(group, unit_role=unit.role)


def office_group(scan: Scan, index: int, office: OfficePhrase) -> Noun:
    """Several holders of one office: "former Labour chief whips"."""
    unit = scan.lexicon.units.whole(words(office.label))
    return Noun(
        "group",
        index,
        office.last,
        unit=unit.unit if unit else _several(office.label.lower()),
        unit_role=office.label,
        offices=(office,),
        definite=is_definite(scan, index),
    )


def _several(label: str) -> str:
    """The plural of an office: "members of congress", "sheriffs"."""
    head, of, rest = label.partition(" of ")
    return f"{head}s{of}{rest}"
