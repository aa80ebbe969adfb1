"""What stands behind the head of an office: the body or place it is of, and what it is for."""

from __future__ import annotations

from dataclasses import replace

from kg.words.offices.heads import head_at
from kg.words.offices.model import NUMBERED, OF, WITH_PORTFOLIO, OfficePhrase, titled
from kg.words.offices.whence import CAMPAIGN, runs_campaign, with_state
from kg.words.scan import Scan

_INSIDE = frozenset(("and", "of", "for", "the", "on", "&", "'s", "upon"))
_JOINTS = frozenset(("and", "&"))
_GROUPED = frozenset(("group", "caucus"))
_OF_GROUP = ("of", "on", "at", "in")
_TO = ("Secretary", "Ambassador", "High Commissioner", "Envoy", "Adviser", "Advisor")
_SUBJECT_OF = ("of", "for", "on", "to")
_MAX_BODIES = 9
_MAX_BODY = 14
_CHARGING = ("for", "on", "of")
_BOUNDS = frozenset((",", ".", ")", ";", "and", "&", "-"))
_TITLES = ("civil", "honour")
_GROUPS = frozenset(("groups", "parties", "councils", "branches", "unions"))
_TITLES_OF_BODIES = frozenset(("body", "society", "union", "local party", "party"))


def with_complement(scan: Scan, office: OfficePhrase) -> OfficePhrase:
    """The office with what it is of: "leader of the Labour group on Essex County Council"."""
    at = office.last
    if at + 1 >= len(scan.folds):
        return office
    if scan.folds[at] == "-":
        return _behind_dash(scan, office)
    if scan.folds[at] not in OF:
        return office
    if scan.folds[at] == "to" and not _takes(scan, office):
        return office
    start = _past_the(scan, at + 1)
    group = _group_of(scan, start)
    if group:
        label = f"{scan.slice(start, group - 1)} Group {office.label}"
        office = replace(office, label=label, last=group, complement=True)
        start = _past_the(scan, group + 1)
        if start >= len(scan.folds) or scan.folds[group] not in _OF_GROUP:
            return office
    return with_state(scan, _of_body(scan, office, start))


def of_groups(scan: Scan, office: OfficePhrase) -> OfficePhrase:
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


def _behind_dash(scan: Scan, office: OfficePhrase) -> OfficePhrase:
    """The office with what a dash parts from it: "Cabinet Member – Schools and Leisure"."""
    start = office.last + 1
    subject = scan.lexicon.office_words.get(scan.folds[start]) in ("portfolio", "tier")
    if not (subject and scan.capital(start) and office.label.endswith(WITH_PORTFOLIO)):
        return office
    end = _body_end(scan, start, charged=True)
    label = f"{office.label} for {scan.slice(start, end)}"
    return replace(office, last=end, label=label, complement=True) if end > start else office


def _takes(scan: Scan, office: OfficePhrase) -> bool:
    """Whether "to" belongs to the office: "ambassador to X", "chief secretary to the Treasury"."""
    return scan.folds[office.last] == "to" and office.label.endswith(_TO)


def _past_the(scan: Scan, start: int) -> int:
    if start < len(scan.folds) and scan.folds[start] in ("the", "its", "their"):
        return start + 1
    return start


def _group_of(scan: Scan, start: int) -> int | None:
    """Where "the Labour group" ends, the party's councillors on a council."""
    party = scan.lexicon.parties.at(scan.folds, start) if start < len(scan.folds) else None
    if party is None:
        return None
    end = start + party.length
    return end + 1 if scan.folds[end : end + 1] == ["group"] else None


def _of_body(scan: Scan, office: OfficePhrase, start: int) -> OfficePhrase:
    word = scan.folds[office.last]
    charged = word in _CHARGING and office.label.endswith(WITH_PORTFOLIO)
    end = _body_end(scan, start, charged=charged)
    campaign = scan.folds[end - 1] == CAMPAIGN and runs_campaign(scan, start, end - 1)
    if end == start or campaign or (word == "in" and _names_person(scan, start)):
        return office
    words = scan.slice(start, end)
    small = not any(scan.capital(i) for i in range(start, end))
    if word == "from" and "district" in scan.folds[start:end]:
        return replace(office, last=end, place=words, complement=True)
    if word == "from" and not scan.is_place(start, end):
        return office  # "the leader from X" may be whom it was taken from
    if small and (word not in _SUBJECT_OF or not _is_portfolio(scan, end)):
        organisation = words if end - start > 1 else office.organisation
        return replace(office, last=end, organisation=organisation, complement=True)
    if scan.is_place(start, end) and not (charged and word == "for"):
        return replace(office, last=end, place=words, complement=True)
    if (
        small
        or (charged and _is_charge(scan, start, end, word))
        or (word == "to" and office.label.endswith("Secretary"))
    ):
        words = " ".join(w if w in _INSIDE else titled(w) for w in words.split())
        article = "the " if word == "to" else ""
        return replace(
            office, last=end, label=f"{office.label} {word} {article}{words}", complement=True
        )
    return replace(office, last=end, organisation=words, complement=True)


def _is_charge(scan: Scan, start: int, end: int, word: str) -> bool:
    """Whether what follows is what the office is for, and no body: "of" leaves both open."""
    if word != "of":
        return True
    subject = [w for w in scan.folds[start:end] if w not in _INSIDE]
    return all(scan.lexicon.office_words.get(w) == "portfolio" for w in subject)


def _is_portfolio(scan: Scan, end: int) -> bool:
    """Whether the words in small letters are a subject and no body: "for women and equalities"."""
    if scan.lexicon.office_words.get(scan.folds[end - 1]) == "portfolio":
        return True
    kind = scan.lexicon.organisation_words.get(scan.folds[end - 1])
    return kind not in _TITLES_OF_BODIES and scan.folds[end - 1] not in _GROUPED


def _body_end(scan: Scan, start: int, *, charged: bool) -> int:
    """Where the body, place or portfolio that begins at ``start`` ends; ``start`` if none does.

    It is a run of capitals, of words for bodies and of portfolios, with small words inside. It
    ends before another office ("MP for X and leader of Y") and before somebody's name. In what a
    minister is ``charged`` with, words that nobody has listed may stand too.
    """
    end = kept = start
    while end < min(len(scan.folds), start + _MAX_BODY):
        if _stops(scan, start, end) or (charged and _names_minister(scan, start, end)):
            break
        end += 1
        if scan.capital(end - 1) or _belongs(scan, end - 1):
            kept = end
        elif scan.folds[end - 1].isdigit() and scan.folds[end - 2] in NUMBERED:
            kept = end  # "Ward 5"
        elif end - 1 == start and scan.folds[start].isdigit() and scan.capital(end):
            continue  # "the 1922 Committee"
        elif charged and (_is_subject(scan, end - 1) or _runs_on(scan, end - 1)):
            kept = kept if scan.folds[end - 1] == "," else end
        elif not _is_inside(scan, end - 1):
            break
    return kept


def _is_subject(scan: Scan, index: int) -> bool:
    """Whether an unlisted word may be what a minister is for: "fisheries and aquaculture,"."""
    word = scan.folds[index]
    if not word[0].isalpha() or word in scan.lexicon.function_words or word in scan.lexicon.cues:
        return False
    if index + 1 == len(scan.folds) or scan.folds[index + 1] in _BOUNDS:
        return True
    return scan.lexicon.office_words.get(scan.folds[index + 1]) == "portfolio"


def _runs_on(scan: Scan, index: int) -> bool:
    """Whether a comma stands between two of a minister's subjects: "child, youth and family"."""
    following = scan.folds[index + 1 : index + 2]
    return scan.folds[index] == "," and any(
        scan.lexicon.office_words.get(word) in ("portfolio", "tier") for word in following
    )


def _names_minister(scan: Scan, start: int, end: int) -> bool:
    """Whether a name follows what the minister is for: "Minister for Finance Xander Xi"."""
    if end == start or scan.lexicon.office_words.get(scan.folds[end - 1]) != "portfolio":
        return False
    name = [index for index in (end, end + 1, end + 2) if scan.capital(index)]
    return name == [end, end + 1] and all(
        scan.folds[i] not in scan.lexicon.office_words
        and scan.folds[i] not in scan.lexicon.organisation_words
        for i in name
    )


def _is_inside(scan: Scan, index: int) -> bool:
    """Whether a word may stand inside a name: "of", "Port au Port", "St. Francis", "Bakers' "."""
    word = scan.folds[index]
    if word in _INSIDE or word in scan.lexicon.particles:
        return True
    return (word == "." and scan.folds[index - 1] == "st") or _is_plural_genitive(scan, index)


def _belongs(scan: Scan, index: int) -> bool:
    word = scan.folds[index]
    return (
        scan.lexicon.office_words.get(word) in ("portfolio", "tier", "rank")
        or scan.lexicon.organisation_words.get(word) in _TITLES_OF_BODIES
        or word in _GROUPED
    )


def _stops(scan: Scan, start: int, end: int) -> bool:
    if _is_time(scan, end):
        return True
    if end == start:
        return _is_held(scan, end)
    if scan.folds[end] in _JOINTS:
        return _begins_person(scan, end + 1) or _office_follows(scan, end + 1)
    if _begins_titled(scan, end):
        return True
    if not _begins_person(scan, end):
        return False
    return not _goes_on(scan, start, end)


def _begins_titled(scan: Scan, index: int) -> bool:
    """Whether a title with a name behind it stands there: "Minister for Health Mr X"."""
    found = scan.lexicon.titles.at(scan.folds, index) if scan.capital(index) else None
    titled = found is not None and (found.value.kind in _TITLES or found.value.role == "Councillor")
    return titled and found is not None and scan.capital(index + found.length)


def _is_held(scan: Scan, start: int) -> bool:
    """Whether somebody with an office stands there: "chief of staff for Anytown MP X"."""
    at = start
    while scan.capital(at) and at - start < _MAX_BODIES:
        if _begins_titled(scan, at):
            return at == start
        head = head_at(scan, at, start)
        if head and not head.plural and at > start and scan.capital(head.end):
            return True
        at += 1
    return False


def _is_time(scan: Scan, index: int) -> bool:
    """Whether a day or month stands there: "resigned as leader on Monday"."""
    found = scan.lexicon.function_words.at(scan.folds, index)
    month = scan.lexicon.content_words.get(scan.folds[index]) == "month"
    return month or (found is not None and found.value == "time")


def _goes_on(scan: Scan, start: int, end: int) -> bool:
    """Whether a given name at ``end`` is part of the body's own name: "Unite Joe Hill branch"."""
    after = end
    while scan.capital(after):
        after += 1
    if scan.is_place(start, after):
        return True
    return after - end == 1 or any(
        scan.folds[i] in scan.lexicon.organisation_words for i in range(end, after)
    )


def _office_follows(scan: Scan, index: int) -> bool:
    """Whether another office begins at ``index``: "MEP for X and Leader of Y"."""
    index = _past_the(scan, index)
    while index < len(scan.folds):
        if head_at(scan, index, index) or _is_letters(scan, index):
            return True
        if scan.folds[index] not in scan.lexicon.office_words:
            return False
        index += 1
    return False


def _is_letters(scan: Scan, index: int) -> bool:
    """Whether letters that state an office stand there: "and MS for Anytown"."""
    token = scan.tokens[index]
    return token.text.isupper() and token.fold in scan.lexicon.postnominals


def _is_plural_genitive(scan: Scan, index: int) -> bool:
    """Whether an apostrophe stands inside a body's name: "the Bakers' Union"."""
    after = index + 1
    named = scan.capital(after) or (
        after < len(scan.folds) and scan.folds[after] in scan.lexicon.organisation_words
    )
    return scan.folds[index] == "'" and scan.folds[index - 1].endswith("s") and named


def _names_person(scan: Scan, start: int) -> bool:
    """Whether two capitals from a given name on stand there, and no place: "a leader in X"."""
    named = _begins_person(scan, start) and scan.capital(start + 1)
    return named and not scan.is_place(start, start + 2)


def _begins_person(scan: Scan, index: int) -> bool:
    return scan.capital(index) and scan.folds[index] in scan.lexicon.given_names
