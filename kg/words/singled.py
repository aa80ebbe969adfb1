"""People told by those of whom they are one: "one of the board's oldest members, Jane Doe,"."""

from __future__ import annotations

from dataclasses import replace

from kg.words.model import Noun
from kg.words.scan import Scan
from kg.words.wordkinds import word_kinds

_LONGEST = 9  # words from "of" to the name
_SHORTEST = 4  # words that must stand before it: "one of them,"
_OWNED = ("'s", "'", "-")
_DOING = frozenset(("verb", "have", "be", "do", "modal"))
_ENDS = (",", ".")


def singled_out(scan: Scan, person: Noun) -> Noun:
    """The person with the words before the name that say of whom she is one, as one phrase.

    A comma that closes them before a verb is a part of it. "One of the unions, X and Z" are more.
    """
    at = person.first - 1
    if at < _SHORTEST - 1 or scan.folds[at] != "," or " " not in person.name:
        return person
    first = _one_before(scan, at)
    behind = scan.folds[person.last : person.last + 1]
    if first is None or (behind and behind[0] not in _ENDS):
        return person
    closed = behind == [","] and word_kinds(scan)[person.last + 1 :][:1][0] in _DOING
    return replace(person, first=first, last=person.last + closed)


def _one_before(scan: Scan, comma: int) -> int | None:
    """Where "one of" begins whose words end at ``comma``."""
    kinds = word_kinds(scan)
    for at in range(comma - 1, max(-1, comma - 1 - _LONGEST), -1):
        word = scan.folds[at]
        if word == "one" and scan.folds[at + 1] == "of":
            return at
        if word in _OWNED:
            continue
        acts = kinds[at] in _DOING or kinds[at] in ("relative", "speech", "and")
        if acts or not word.replace("-", "").isalnum():
            return None
    return None
