"""Names of those who are called by what they stand for: "the nominee for governor Jane Doe"."""

from __future__ import annotations

from dataclasses import replace

from kg.words.model import Noun
from kg.words.scan import Scan

_HOPEFUL = frozenset(("candidate", "contender", "hopeful", "nominee", "aspirant", "challenger"))
_LED = 2  # tokens of "nominee for"


def as_hopeful(scan: Scan, noun: Noun) -> Noun:
    """The person without the office in front, if that is what she stands for.

    That somebody with a rank is retired belongs to the name: "retired Col. Jane Doe".
    """
    if noun.kind == "person" and noun.title and noun.first and not noun.offices:
        retired = scan.folds[noun.first - 1] == "retired"
        return replace(noun, first=noun.first - 1) if retired else noun
    if noun.kind != "person" or not noun.offices or not noun.first:
        return noun
    start, before = noun.first - _LED, scan.folds[noun.first - 1]
    if before == "for" and start >= 0 and scan.folds[start] in _HOPEFUL:
        first = start
    elif scan.lexicon.office_words.get(before) == "unheld":
        first = noun.first - 1  # "would-be councillor X"
    else:
        return noun
    held = tuple(office for office in noun.offices if office.first > noun.name_first)
    return replace(noun, first=first, offices=held)
