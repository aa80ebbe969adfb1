"""What stands before the head of an office: status, party, place or body, and what it is for."""

from __future__ import annotations

from typing import NamedTuple

from kg.model import RoleStatus
from kg.words.bodies import long_body
from kg.words.offices.heads import head_at
from kg.words.offices.model import NUMBERED, titled
from kg.words.offices.runs import AREAS, DEPARTMENTAL, MAX_ACRONYM, past_possessive, run_before_head
from kg.words.offices.whence import runs_campaign
from kg.words.scan import Scan

_LABELLED = frozenset(("rank", "shadow", "portfolio", "tier", "interim"))
_CHAMBERS = frozenset(("congressional", "legislative", "assembly", "senate", "house", "council"))
_GOVERNED = frozenset(("city", "town", "village", "township", "port", "bank", "diocese"))
_TERMS = ("-term", "-time", "-serving")
_ORDINALS = ("st", "nd", "rd", "th")
_FORMERLY = ("ex", "then")
_MAX_JOINED = 10
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
    passed = _past_whole(scan, at, parts) or (None if kind else _past_compound(scan, at, parts))
    if passed is not None:
        return passed
    parties = scan.lexicon.parties
    party = parties.at(scan.folds, at) if scan.folds[at] in parties else None
    if party and not (kind and _is_department(scan, at + 1)):
        end = past_possessive(scan, at + party.length)
        return end, parts._replace(organisation=party.value.name)
    if kind in ("suffix", "unheld"):
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


def is_term(word: str) -> bool:
    """Whether a word only says how long or when an office was held: "two-term", "41st"."""
    return word.endswith(_TERMS) or is_ordinal(word)


def is_ordinal(word: str) -> bool:
    """Whether the word is a number that tells which of several: "5th"."""
    return word[0].isdigit() and word.endswith(_ORDINALS)


def leads_office(scan: Scan, end: int) -> bool:
    """Whether the body that ends before token ``end`` is named for its officer's sake alone."""
    at = past_possessive(scan, end)
    head = head_at(scan, at, end - 1)
    small = at < len(scan.folds) and not scan.capital(at)
    return head is not None and not head.plural and (small or scan.capital(head.end))


def _past_whole(scan: Scan, at: int, parts: Parts) -> tuple[int, Parts] | None:
    """Past a district by its number, or a body by its whole name, before its officer.

    "Ward 4 alderman", "5th Congressional District Rep.", "Board of Elections chair".
    """
    end = _past_district(scan, at)
    if end > at:
        words = " ".join((*parts.label, scan.slice(at, end)))  # "State House District 53"
        return end, parts._replace(place=parts.place or words, label=())
    body = _past_body(scan, at) if scan.capital(at) else None
    if body is None or not leads_office(scan, body):
        return None
    words, area = scan.slice(at, body), scan.folds[body - 1] in AREAS
    made = parts._replace(place=words) if area else parts._replace(organisation=words)
    return past_possessive(scan, body), made


def _past_district(scan: Scan, at: int) -> int:
    """Past "Ward 4" or "5th Congressional District"; ``at`` itself where none stands."""
    if scan.folds[at] in NUMBERED and _is_number(scan, at + 1):
        return at + 2
    if not is_ordinal(scan.folds[at]):
        return at
    end = at + 1
    end += _word(scan, end) in _CHAMBERS
    return end + 1 if _word(scan, end) in NUMBERED else at


def _past_body(scan: Scan, at: int) -> int | None:
    """Past a body whose name small words tie together, or a known one "of" a place."""
    body = long_body(scan, at)
    if body is not None:
        return body
    if _word(scan, at + 1) in AREAS and scan.folds[at] in scan.lexicon.given_names:
        end = at + 2
        while scan.capital(end) and head_at(scan, end, at) is None:
            end += 1
        return end  # "Lee County School Board Chair X"
    known = scan.lexicon.organisations.at(scan.folds, at)
    end = at + known.length if known is not None else at + (scan.folds[at] in _GOVERNED)
    if end == at or _word(scan, end) != "of" or not scan.capital(end + 1):
        return None
    end += 2
    while scan.capital(end) and head_at(scan, end, at) is None:
        end += 1
    return end


def _is_department(scan: Scan, index: int) -> bool:
    """Whether a minister's office follows, so that "Labor" is no party: "Labor Secretary"."""
    head = head_at(scan, index, index - 1)
    return head is not None and head.label in DEPARTMENTAL


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


def _is_number(scan: Scan, at: int) -> bool:
    """Whether a number of a district stands there, in digits or in a word with a capital."""
    if at >= len(scan.folds):
        return False
    word = scan.folds[at]
    return word.isdigit() or (scan.capital(at) and word in scan.lexicon.numbers)


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
    """Past a word of an office with "ex-" or "then-" tied to it, or one that only says how long.

    "Ex-culture secretary", "two-term mayor", "41st governor".
    """
    if is_term(scan.folds[at]):
        return at + 1, parts
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
    run = run_before_head(scan, at, shadow="Shadow" in parts.label)
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
    short = letters.isupper() and letters.isalpha() and 1 < len(letters) <= MAX_ACRONYM
    return at + 1 if short and end > at + 1 and not behind[0].text.isupper() else at
