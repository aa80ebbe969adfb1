"""The capitals before the head of an office: the place, body or portfolio that it is of."""

from __future__ import annotations

from kg.words.offices.heads import head_at
from kg.words.scan import Scan

DEPARTMENTAL = frozenset(("Minister", "Secretary", "Secretary of State"))
MAX_ACRONYM = 6
_IN_PLACES = (["and"], ["&"], ["of"], ["upon"])
_MAX_PLACE = 6
_CUT_SHORT = frozenset(("st", "ste", "ft", "mt"))
_PASSING = frozenset(("former", "current", "interim"))
_AGED = frozenset(("-", "year-old"))
AREAS = frozenset(("county", "township", "parish", "borough", "city"))


def past_possessive(scan: Scan, index: int) -> int:
    """Past the "'s" of the place or body that an office belongs to."""
    return index + 1 if index < len(scan.folds) and scan.folds[index] == "'s" else index


def run_before_head(scan: Scan, index: int, *, shadow: bool) -> tuple[int, str] | None:
    """Where the capitalised words before an office end, and what they are.

    A known place, the only word before the head, or a run that the head parts from a name: "New
    Town MP A. B.", "XYZ general secretary A. B.". A run that begins with a given name is a person.
    """
    best: int | None = None
    shaped: int | None = None
    end = index
    while scan.capital(end) or (end > index and _goes_on(scan, end)):
        end += 1
        if end - index > _MAX_PLACE:
            break
        after = past_possessive(scan, end)
        if not _head_after(scan, after, index):
            continue
        if scan.is_place(index, end) and not _is_longer(scan, best, end):
            best = end
        elif best is None and shaped is None and [scan.folds[end - 1]] not in _IN_PLACES:
            shaped = end
            joined = not {"and", "&", "of"}.isdisjoint(scan.folds[index:end])
            known = scan.folds[index] in scan.lexicon.office_words
            if joined and not (
                known and _what_shape(scan, index, end, shadow=shadow) == "portfolio"
            ):
                return None
    if best is not None and not shadow and not _is_for_place(scan, best, index):
        return best, "place"
    if best is None and (shaped is None or not _may_be_shaped(scan, index, shaped)):
        return None
    if best is not None:
        return best, "portfolio" if _is_for_place(scan, best, index) else "place"
    return None if shaped is None else (shaped, _what_shape(scan, index, shaped, shadow=shadow))


def _is_for_place(scan: Scan, end: int, first: int) -> bool:
    """Whether a place is what a member of a government is for: "Scotland Secretary"."""
    head = head_at(scan, end, first)
    return head is not None and head.label == "Secretary"


def _is_longer(scan: Scan, best: int | None, end: int) -> bool:
    """Whether the head behind a shorter place takes the words up to ``end`` itself."""
    head = head_at(scan, best, best) if best is not None else None
    return head is not None and head.end > end


def _goes_on(scan: Scan, index: int) -> bool:
    """Whether a small word or number may stand inside the run: "Local 5", "Stoke upon Trent"."""
    if scan.folds[index : index + 1] in _IN_PLACES or is_saints(scan, index):
        return True
    return index < len(scan.folds) and scan.folds[index].isdigit()


def is_saints(scan: Scan, index: int) -> bool:
    """Whether the stop of a word cut short stands inside a place's name: "St. Paul Mayor X"."""
    stop = index > 0 and scan.folds[index : index + 1] == ["."] and scan.capital(index + 1)
    return stop and scan.folds[index - 1] in _CUT_SHORT


def _may_be_shaped(scan: Scan, index: int, end: int) -> bool:
    given = scan.folds[index] in scan.lexicon.given_names
    named = _name_behind(scan, past_possessive(scan, end), index)
    if end == index + 1 and (not given or not scan.capital(end) or scan.folds[end] in AREAS):
        return True
    if end == index + 1:  # "Clare TD X" has a place, "Peter Bishop" is a name
        return named and scan.tokens[end].text.isupper()
    if given:
        return scan.folds[end - 1] in AREAS  # "Clark County sheriff"
    if scan.capital(end) and scan.lexicon.parties.at(scan.folds, end):
        # "New Town Labour chair and teacher A. B.", but no "Letter Backing Jane Doe For Labour"
        return scan.lexicon.given_names.isdisjoint(scan.folds[index:end])
    return (
        named
        or _is_described(scan, index)
        or _what_shape(scan, index, end, shadow=False) == "organisation"
    )


def _is_described(scan: Scan, index: int) -> bool:
    """Whether an article leads to the run at ``index``: "the 44-year-old former New Town MP"."""
    at = index - 1
    while at > 0 and (
        scan.lexicon.office_words.get(scan.folds[at]) in _PASSING or scan.folds[at] in _AGED
    ):
        at -= 1
        at -= at > 0 and scan.folds[at][0].isdigit()
    return at >= 0 and scan.folds[at] in ("the", "a", "an")


def _name_behind(scan: Scan, index: int, first: int) -> bool:
    """Whether a capitalised word follows the office that stands at ``index``."""
    while index < len(scan.folds):
        head = head_at(scan, index, first)
        if head:
            return scan.capital(head.end) and not head.plural
        if scan.folds[index] not in scan.lexicon.office_words:
            return False
        index += 1
    return False


def _what_shape(scan: Scan, index: int, end: int, *, shadow: bool) -> str:
    head = head_at(scan, end, index)
    if head and head.label in DEPARTMENTAL and (end - index > 1 or shadow):
        return "portfolio"
    acronym = all(_is_acronym(token.text) for token in scan.tokens[index:end])
    named = scan.lexicon.organisations.at(scan.folds, index)
    numbered = end - index > 1 and scan.folds[end - 1].isdigit()
    shaped = scan.lexicon.organisation_words.get(scan.folds[end - 1 - numbered])
    if acronym or (shaped and end - index > 1) or (named and named.length == end - index):
        return "organisation"
    return "place"


def _is_acronym(printed: str) -> bool:
    return printed.isupper() and 1 < len(printed) <= MAX_ACRONYM


def _head_after(scan: Scan, index: int, first: int) -> bool:
    """Whether an office head follows, past words that belong to an office."""
    while index < len(scan.folds):
        if head_at(scan, index, first):
            return True
        parties = scan.lexicon.parties
        party = parties.at(scan.folds, index) if scan.folds[index] in parties else None
        if party:
            index += party.length
        elif scan.folds[index] in scan.lexicon.office_words:
            index += 1
        else:
            return False
    return False
