"""What stands before the head of an office: status, party, place or body, and what it is for."""

from __future__ import annotations

from typing import NamedTuple

from kg.model import RoleStatus
from kg.words.offices.heads import head_at
from kg.words.offices.model import titled
from kg.words.offices.whence import runs_campaign
from kg.words.scan import Scan

_LABELLED = frozenset(("rank", "shadow", "portfolio", "tier", "interim"))
_DEPARTMENTAL = frozenset(("Minister", "Secretary", "Secretary of State"))
_FORMERLY = ("ex", "then")
_MAX_ACRONYM = 6
_MAX_JOINED = 10
_IN_PLACES = (["and"], ["&"], ["of"], ["upon"])
_MAX_PLACE = 6
_ADJECTIVAL = ("ial", "ful", "ous", "ive", "ant", "spoken", "battled", "reme", "ing", "inent")


class Parts(NamedTuple):
    """What was read of an office so far.

    ``portfolio`` says that a portfolio in small letters was read: no place comes behind it.
    """

    status: RoleStatus = "current"
    label: tuple[str, ...] = ()
    organisation: str = ""
    place: str = ""
    portfolio: bool = False


def past_modifier(scan: Scan, at: int, parts: Parts) -> tuple[int, Parts] | None:
    """Past the word or name at ``at`` that may stand before a head; None if it may not."""
    kind = scan.lexicon.office_words.get(scan.folds[at])
    if kind == "current" and _begins_place(scan, at):
        kind = None  # "New Hampshire"
    if kind is None and "-" in scan.folds[at]:
        passed = _past_compound(scan, at, parts)
        if passed is not None:
            return passed
    parties = scan.lexicon.parties
    party = parties.at(scan.folds, at) if scan.folds[at] in parties else None
    if party and not (kind and _is_department(scan, at + 1)):
        end = past_possessive(scan, at + party.length)
        return end, parts._replace(organisation=party.value.name)
    if kind == "suffix":
        return None
    if kind:
        return _past_word(scan, at, kind, parts)
    if not scan.capital(at) or parts.place or parts.portfolio:
        return None
    if scan.folds[at] in scan.lexicon.function_words:
        return None
    if at == 0 and scan.folds[0].endswith(_ADJECTIVAL) and head_at(scan, 1, 0):
        return 1, parts  # "Influential Senator X": the capital is the sentence's
    return _past_run(scan, at, parts)


def _is_department(scan: Scan, index: int) -> bool:
    """Whether a minister's office follows, so that "Labor" is no party: "Labor Secretary"."""
    head = head_at(scan, index, index - 1)
    return head is not None and head.label in _DEPARTMENTAL


def past_possessive(scan: Scan, index: int) -> int:
    """Past the "'s" of the place or body that an office belongs to."""
    return index + 1 if index < len(scan.folds) and scan.folds[index] == "'s" else index


def _past_word(scan: Scan, at: int, kind: str, parts: Parts) -> tuple[int, Parts]:
    label = parts.label
    if kind == "tier" and parts.place and _is_seat(scan, at):
        return at + 1, parts._replace(place=f"{parts.place} {scan.tokens[at].text}")
    if kind in _LABELLED:
        label = (*label, titled(scan.folds[at]))
    small = kind == "portfolio" and not scan.capital(at)
    made = parts._replace(
        status=_status(parts.status, kind), label=label, portfolio=parts.portfolio or small
    )
    after = _past_and(scan, at + 1) if kind == "portfolio" else at + 1
    if after > at + 1:
        joint = scan.slice(at + 1, after).replace("&", "and")
        words = (*label[:-1], label[-1] + ",") if joint.startswith(",") else label
        made = made._replace(label=(*words, "and") if joint.endswith("and") else words)
    if kind == "former" and scan.folds[after : after + 1] in (["a"], ["an"], ["the"]):
        after += 1  # "once a minister"
    return after, made


def _is_seat(scan: Scan, at: int) -> bool:
    """Whether a tier is part of a member's seat: "Puttalam District MP"."""
    after = scan.tokens[at + 1 : at + 2]
    member = bool(after) and after[0].text.isupper() and after[0].fold in scan.lexicon.postnominals
    return member and scan.capital(at)


def _begins_place(scan: Scan, at: int) -> bool:
    """Whether a word such as "New" is the first of a place's name."""
    if not (scan.capital(at) and scan.capital(at + 1)):
        return False
    return scan.is_place(at, at + 2) or (scan.capital(at + 2) and scan.is_place(at, at + 3))


def _past_compound(scan: Scan, at: int, parts: Parts) -> tuple[int, Parts] | None:
    """Past a word of an office with "ex-" or "then-" tied to it: "ex-culture secretary"."""
    before, _, rest = scan.folds[at].partition("-")
    if before not in _FORMERLY or scan.lexicon.office_words.get(rest) not in _LABELLED:
        return None
    return at + 1, parts._replace(status="former", label=(*parts.label, titled(rest)))


def _status(status: RoleStatus, kind: str) -> RoleStatus:
    if kind == "former":
        return "former"
    return "interim" if kind == "interim" else status


def _past_and(scan: Scan, index: int) -> int:
    """Past what joins two portfolios: "children and social care minister", "schools, arts and".

    A comma joins them only when "and" follows before the head.
    """
    after = index
    while scan.folds[after : after + 1] in ([","], ["and"], ["&"]):
        after += 1
    if after == index or scan.lexicon.office_words.get(_word(scan, after)) != "portfolio":
        return index
    if scan.folds[index] != ",":
        return after if after == index + 1 else index
    return after if _joins_before_head(scan, after) else index


def _joins_before_head(scan: Scan, index: int) -> bool:
    """Whether portfolios, with "and" among what joins them, lead to the head of the office."""
    joined = scan.folds[index - 1] in ("and", "&")
    for at in range(index, min(len(scan.folds), index + _MAX_JOINED)):
        if head_at(scan, at, index):
            return joined
        joined = joined or scan.folds[at] in ("and", "&")
        if scan.folds[at] not in (",", "and", "&") and (
            scan.lexicon.office_words.get(scan.folds[at]) != "portfolio"
        ):
            return False
    return False


def _word(scan: Scan, index: int) -> str:
    return scan.folds[index] if index < len(scan.folds) else ""


def _past_run(scan: Scan, at: int, parts: Parts) -> tuple[int, Parts] | None:
    run = _run_before_head(scan, at, shadow="Shadow" in parts.label)
    if run is None:
        return None
    end, what = run
    if runs_campaign(scan, at, end):
        return None
    letters = _letters_before(scan, at, end) if what == "place" else at
    words = scan.slice(letters, end)
    if letters > at:
        parts = parts._replace(organisation=scan.tokens[at].text)
    if what == "portfolio":
        parts = parts._replace(label=(*parts.label, words))
    elif what == "organisation":
        parts = parts._replace(organisation=words)
    else:
        parts = parts._replace(place=words)
    return past_possessive(scan, end), parts


def _letters_before(scan: Scan, at: int, end: int) -> int:
    """Past the letters of a party before a place: "ABC Anytown" in "ABC Anytown MP"."""
    letters, behind = scan.tokens[at].text, scan.tokens[at + 1 : at + 2]
    short = letters.isupper() and letters.isalpha() and 1 < len(letters) <= _MAX_ACRONYM
    return at + 1 if short and end > at + 1 and not behind[0].text.isupper() else at


def _run_before_head(scan: Scan, index: int, *, shadow: bool) -> tuple[int, str] | None:
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
    if scan.folds[index : index + 1] in _IN_PLACES:
        return True
    return index < len(scan.folds) and scan.folds[index].isdigit()


def _may_be_shaped(scan: Scan, index: int, end: int) -> bool:
    given = scan.folds[index] in scan.lexicon.given_names
    named = _name_behind(scan, past_possessive(scan, end), index)
    if end == index + 1 and (not given or not scan.capital(end)):
        return True
    if end == index + 1:  # "Clare TD X" has a place, "Peter Bishop" is a name
        return named and scan.tokens[end].text.isupper()
    described = index > 0 and scan.folds[index - 1] in ("the", "a", "an")
    if given:
        return False
    return named or described or _what_shape(scan, index, end, shadow=False) == "organisation"


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
    if head and head.label in _DEPARTMENTAL and (end - index > 1 or shadow):
        return "portfolio"
    acronym = all(_is_acronym(token.text) for token in scan.tokens[index:end])
    named = scan.lexicon.organisations.at(scan.folds, index)
    numbered = end - index > 1 and scan.folds[end - 1].isdigit()
    shaped = scan.lexicon.organisation_words.get(scan.folds[end - 1 - numbered])
    if acronym or (shaped and end - index > 1) or (named and named.length == end - index):
        return "organisation"
    return "place"


def _is_acronym(printed: str) -> bool:
    return printed.isupper() and 1 < len(printed) <= _MAX_ACRONYM


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
