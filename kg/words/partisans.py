"""Whose partisan somebody is, without a name: "a Georgia Democrat", "the only Ohio Republican"."""

from __future__ import annotations

from kg.words.scan import Scan

_KIND = "partisan"
_PARTING = frozenset(("of", "for", "in", "and", "or", "who", "that", "to", "is", "was", "has"))
_CLOSING = frozenset((")", ",", "-", "–", "/"))
_PLACE = 2  # words of a place before the party's
_ADJECTIVES = 3
_OPENING = frozenset(
    ("a", "an", "the", "another", "this", "that", "one", "fellow", "every", "lone", "his", "her")
)


def read_partisan(scan: Scan, index: int) -> int | None:
    """The token behind a description that begins at ``index``, its article left out; or None.

    It stands for a person, as "the senator" does: nothing else is described by it.
    """
    if not scan.capital(index) or not _is_opened(scan, index):
        return None
    known = scan.lexicon.organisations.at(scan.folds, index)
    if known is not None and known.length > 1:
        return None  # "the Tallahassee Democrat" is a paper
    for at in range(index, min(index + _PLACE + 1, len(scan.folds))):
        if not scan.capital(at):
            return None
        if scan.lexicon.description_words.get(scan.folds[at]) == _KIND:
            named = scan.folds[index] in scan.lexicon.given_names
            placed = at == index or not named or scan.is_place(index, at)
            return at + 1 if placed and _stands_for_somebody(scan, at + 1) else None
    return None


def _is_opened(scan: Scan, index: int) -> bool:
    """Whether an article stands before it, with adjectives between: "a moderate Republican"."""
    for at in range(index - 1, max(-1, index - 2 - _ADJECTIVES), -1):
        if scan.folds[at] in _OPENING:
            return True
        small = scan.tokens[at].text[0].islower() and scan.folds[at] not in _PARTING
        if not small:
            return False
    return False


def _stands_for_somebody(scan: Scan, after: int) -> bool:
    """Whether no word follows that the party's would describe: "a Republican senator"."""
    if after >= len(scan.folds) or not scan.folds[after][0].isalnum():
        return True
    word = scan.folds[after]
    known = word in scan.lexicon.function_words or word in scan.lexicon.cues
    return known and not scan.capital(after)


def read_tag(scan: Scan, index: int) -> str:
    """The party whose short form at ``index`` opens a bracket behind a name: "(Lab, Anytown)"."""
    if not index or scan.folds[index - 1] != "(" or scan.folds[index + 1 : index + 2] == []:
        return ""
    if scan.folds[index + 1] not in _CLOSING:
        return ""
    return scan.lexicon.identity.party_forms.get(scan.folds[index], "")
