"""The office in an item: "MP for X", "leader of X Council", a misspelt "Executive Membe"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.lexicon import Lexicon, gap_key
from kg.model import RoleStatus
from kg.posts.ending import is_ended
from kg.text import near
from kg.words.offices import OfficePhrase, read_office
from kg.words.once import once
from kg.words.scan import Scan
from kg.words.titles import opening_titles

_OFFICES = 3
_LONGEST_PLACE = 3
_NAME = 2
_LEAST_NEAR = 5  # letters of a word that one slip can make of another: see ``near``
_LINK = "preposition"
_TIMES = frozenset(("since", "until", "till"))
_YEARS = "0123456789-"
_BEFORE = frozenset(("the", "a", "an", "and", "&"))
_BODY_WORDS = frozenset(("council", "borough", "district", "county", "city"))


@dataclass(frozen=True, slots=True)
class ItemRole:
    """An office in title case, its status, and the place or body that its own words name.

    ``plural``: printed as held by several, so that those who follow in a run hold it too.
    """

    label: str
    status: RoleStatus
    place: str | None = None
    organisation: str | None = None
    plural: bool = False


@once
def read_offices(looked: Scan) -> tuple[ItemRole, ...]:
    """The offices that fill the whole segment, joined by "and"; empty if they do not fill it.

    One slip of spelling is mended in a segment that is a single office.
    """
    return _offices(looked, beside_name=False)


@once
def read_offices_beside_name(looked: Scan) -> tuple[ItemRole, ...]:
    """The offices of a segment beside one that is a name.

    Capitals behind letters such as MP are a seat then: "MP Anytown North".
    """
    return _offices(looked, beside_name=True)


def _offices(looked: Scan, *, beside_name: bool) -> tuple[ItemRole, ...]:
    found: list[ItemRole] = []
    at = 0
    while at < len(looked.folds):
        if looked.folds[at] in _BEFORE and at + 1 < len(looked.folds):
            at += 1
            continue
        office = read_office(looked, at)
        if office is None:
            mended = _misspelt(looked.lexicon, tuple(looked.folds))
            if mended:
                return (ItemRole(mended, "current"),)
            behind = None if found else _behind_place(looked)
            return (behind,) if behind else ()
        ended = is_ended(looked.folds, office.last) and office.status == "current"
        office = replace(office, status="former") if ended else office
        found.append(_from_office(looked, office))
        at = office.last if office.plural else _past_tail(looked, office.last)
        if beside_name and office.label.isupper() and not office.place:
            end = _past_capitals(looked, at)
            if end > at:
                found[-1] = replace(found[-1], place=looked.slice(at, end))
            at = end
    return tuple(found)


def _behind_place(looked: Scan) -> ItemRole | None:
    """The office behind a place that no table knows, or a body: "Former Palm Bay Vice Mayor"."""
    folds, lexicon = looked.folds, looked.lexicon
    if looked.tokens[-1].text.isupper() or lexicon.offices.whole(folds[-1:]) is None:
        return None  # letters such as MP stand behind names
    first = 1 if lexicon.office_words.get(folds[0]) == "former" else 0
    if folds[first] in lexicon.given_names:
        return None
    if len(folds) == first + _NAME and not looked.is_place(first, first + 1):
        return None  # "Granger Judge" may be somebody's name
    for at in range(first + 1, min(first + _LONGEST_PLACE, len(folds) - 1) + 1):
        if not looked.capital(at - 1):
            return None
        office = read_office(looked, at)
        if office and office.last == len(folds) and not (office.place or office.organisation):
            status = "former" if first else office.status
            words = looked.slice(first, at)
            body = words.isupper() or folds[at - 1] in lexicon.organisation_words
            return ItemRole(office.label, status, None if body else words, words if body else None)
    return None


def _past_capitals(looked: Scan, at: int) -> int:
    while at < len(looked.tokens) and (looked.capital(at) or looked.folds[at] == "-"):
        at += 1
    return at


def _past_tail(looked: Scan, at: int) -> int:
    """Past a number and what an office is of, when a small word tells: "senator from District 12".

    Years may stand behind it, too: "mayor 2010-2015", "governor since 2019".
    """
    while at < len(looked.folds) and looked.folds[at][0] in _YEARS:
        at += 1
    if at < len(looked.folds):
        kind = looked.lexicon.function_words.whole((looked.folds[at],))
        return len(looked.folds) if kind == _LINK or looked.folds[at] in _TIMES else at
    return at


@once
def past_offices(looked: Scan) -> int:
    """The token behind the offices and titles that a segment begins with; 0 without any."""
    at = 0
    for _ in range(_OFFICES):
        office = read_office(looked, at) if at < len(looked.tokens) else None
        if office is None:
            break
        at = office.last
        if at + 1 < len(looked.folds) and looked.folds[at] in ("and", "&"):
            joined = read_office(looked, at + 1)
            at = at + 1 if joined else at
    return at or opening_titles(looked)[0]


def _from_office(looked: Scan, office: OfficePhrase) -> ItemRole:
    place, organisation = office.place or None, office.organisation or None
    label = office.label
    if organisation and office.complement:
        if label.isupper() or organisation.split()[-1].lower() in _BODY_WORDS:
            place, organisation = organisation, None
        elif "for" in looked.folds[office.first : office.last]:
            label, organisation = f"{label} for {organisation}", None
    return ItemRole(label, office.status, place, organisation, office.plural)


def _misspelt(lexicon: Lexicon, words: tuple[str, ...]) -> str | None:
    """The label of the one office that differs from the words by a slip in one word."""
    strange = [at for at, word in enumerate(words) if word not in lexicon.words_of_offices]
    if len(strange) > 1 or (strange and len(words[strange[0]]) < _LEAST_NEAR):
        return None
    found = {
        label
        for at in strange or range(len(words))
        for size in (len(words[at]),)
        for other, label in lexicon.office_gaps.get(gap_key(words, at), ())
        if size - 1 <= len(other) <= size + 1 and near(words[at], other)
    }
    return found.pop() if len(found) == 1 else None
