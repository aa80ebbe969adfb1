"""What stands around a name: titles before it, letters behind it, and the offices they state."""

from __future__ import annotations

from kg.words.once import once
from kg.words.scan import Scan

_ORIGINS = ("-born", "-bred", "-based", "-raised", "-educated")
_REGIONS = frozenset(("south", "north", "east", "west", "central", "sri", "saudi", "sierra"))
_PEER = 2  # words of a peer's name before "of"
_JUNIOR = frozenset(("jr", "sr"))
_STATES = 4  # tokens of "U.S."
_SERVICES = frozenset(
    (
        *("army", "navy", "marine", "marines", "corps", "air", "space", "force", "coast"),
        *("guard", "national", "reserve"),
    )
)
_LONGEST_SERVICE = 3
_RANKS = frozenset(("service", "military"))
_RETIRED = frozenset(("ret", "retd", "rtd", "retired"))
_ALIAS = frozenset(("alias", "aka", "a", "née", "nee", "né"))
_LONGEST_ALIAS = 3
_CLASS = 2  # digits of a year
_CONTENDER = "contender"
_GENERATIONS = frozenset(("ii", "iii", "iv"))


Titles = tuple[int, str, bool, tuple[tuple[str, int], ...]]
"""The token behind titles, the titles, whether a name keeps them, and the offices they state."""


@once
def opening_titles(scan: Scan) -> Titles:
    """The titles that a field of a list begins with."""
    return read_titles(scan, 0)


def read_titles(scan: Scan, index: int) -> Titles:
    """Past the titles at ``index``: the next token, the titles, whether kept, offices stated."""
    word = scan.folds[index] if index < len(scan.folds) else ""
    if word not in scan.lexicon.titles:  # most words
        return _untitled(scan, index, word)
    if _is_hour(scan, index):
        return index, "", False, ()
    at, keeps = index, False
    roles: list[tuple[str, int]] = []
    while at < len(scan.folds) and (scan.capital(at) or (at == index and _is_small(scan, at))):
        found = scan.lexicon.titles.at(scan.folds, at)
        if not found and at > index:
            office = scan.lexicon.offices.at(scan.folds, at)
            if office and office.length > 1:  # "Sen. Majority Leader X"
                roles.append((office.value.label, at))
                at += office.length
                continue
        if not found:
            break
        keeps = keeps or found.value.keeps
        if found.value.role:
            roles.append((found.value.role, at))
        at += found.length
        if at < len(scan.folds) and scan.folds[at] == ".":
            at += 1
        at = _past_retired(scan, at)
    if at >= len(scan.folds) or not scan.capital(at):
        return index, "", False, ()
    return at, scan.slice(index, at) if at > index else "", keeps, tuple(roles)


def _untitled(scan: Scan, index: int, word: str) -> Titles:
    """Past what only describes somebody, "Kenyan Jane Doe", or of which service a rank is."""
    if word in _SERVICES or word == "u":
        rank = _past_service(scan, index)
        return read_titles(scan, rank) if rank > index else (index, "", False, ())
    return index + _aside(scan, index), "", False, ()


def _is_small(scan: Scan, index: int) -> bool:
    """Whether a title begins with a word in small letters, as "state Rep." does."""
    found = scan.lexicon.titles.at(scan.folds, index)
    return found is not None and found.length > 1 and scan.capital(index + 1)


def _is_hour(scan: Scan, index: int) -> bool:
    """Whether what may be a title tells the time: "11.05 PM"."""
    return scan.folds[index] == "pm" and index > 0 and scan.folds[index - 1][-1].isdigit()


def _past_service(scan: Scan, index: int) -> int:
    """Past the service that somebody with a rank is of: "Army Gen. X", "U.S. Marine Corps Col. X".

    ``index`` itself without a rank behind it: "Army" may be anything.
    """
    at = index + _STATES * (scan.folds[index : index + _STATES] == ["u", ".", "s", "."])
    start = at
    while scan.capital(at) and scan.folds[at] in _SERVICES and at - start < _LONGEST_SERVICE:
        at += 1
    rank = scan.lexicon.titles.at(scan.folds, at) if at > start and scan.capital(at) else None
    return at if rank is not None and rank.value.kind in _RANKS else index


def _aside(scan: Scan, index: int) -> int:
    """How many words before a name only tell whence somebody is, or whose people they are.

    "Kenyan Jane Doe", "South African Jane Doe", "Anytown-born Jane Doe", "Team Doe".
    """
    word = scan.folds[index]
    described = scan.lexicon.content_words.get(word) == "nation" or (
        _CONTENDER in scan.lexicon.description_words.get(word, "") and scan.capital(index)
    )
    if described:
        return int(_is_before_whole_name(scan, index))
    behind = scan.folds[index + 1 : index + 2]
    if word in _REGIONS and behind and scan.lexicon.content_words.get(behind[0]) == "nation":
        return 2 * _is_before_whole_name(scan, index + 1)
    if word.endswith(_ORIGINS):
        return int(scan.capital(index + 1) and scan.capital(index + 2))
    return int(word == "team" and _is_team(scan, index))


def _past_retired(scan: Scan, at: int) -> int:
    """Past the bracket that tells that a rank is no longer held: "Brigadier (retd) Jane Doe"."""
    if scan.folds[at : at + 1] != ["("] or scan.folds[at + 1 : at + 2] == []:
        return at
    stopped = scan.folds[at + 2 : at + 3] == ["."]
    closing = at + 2 + stopped
    retired = scan.folds[at + 1] in _RETIRED and scan.folds[closing : closing + 1] == [")"]
    return closing + 1 if retired else at


def _is_before_whole_name(scan: Scan, index: int) -> bool:
    """Whether a word stands before a whole name: "Kenyan Jane Doe", and not "German Doe"."""
    if index + 2 >= len(scan.folds):
        return False
    given = scan.folds[index + 1] in scan.lexicon.given_names and scan.capital(index + 1)
    behind = scan.folds[index + 2]
    named = scan.capital(index + 2) or behind in scan.lexicon.particles
    return given and named and behind not in scan.lexicon.organisation_words


def _is_team(scan: Scan, index: int) -> bool:
    """Whether a candidate's name follows the word for those around her: "Team Doe"."""
    if not scan.capital(index + 1) or not scan.capital(index):
        return False
    bodies = (scan.lexicon.parties, scan.lexicon.organisations)
    known = any(table.at(scan.folds, index + 1) for table in bodies)
    shouted = scan.tokens[index + 1].text.isupper() and not scan.tokens[index].text.isupper()
    return not (known or shouted or scan.is_place(index + 1, index + 2))


def past_seat_of_peer(scan: Scan, first: int, last: int) -> int:
    """Past the place in "Lord Doe of Anytown", which a longer name does not have for its own.

    Nor has a prince the country that he is from: "Prince John of Jordan".
    """
    placed = last - first <= _PEER and scan.folds[last : last + 1] == ["of"]
    if not placed or not scan.capital(last + 1):
        return last
    nation = scan.lexicon.regions.whole([scan.folds[last + 1]]) == "country"
    return last if nation or scan.folds[last + 1] in scan.lexicon.state_words else last + 2


def past_generation(scan: Scan, end: int) -> int:
    """Past the number behind a name that tells grandfather and grandson apart: "John Doe III"."""
    numbered = scan.folds[end : end + 1] and scan.folds[end] in _GENERATIONS
    return end + 1 if numbered and scan.tokens[end].text.isupper() else end


def read_letters(scan: Scan, index: int) -> tuple[int, tuple[tuple[str, int], ...]]:
    """Letters after a name: where they end, and the offices they state."""
    roles: list[tuple[str, int]] = []
    while index < len(scan.folds) and scan.tokens[index].text[:2].isupper():
        end, letters = letters_at(scan, index)
        role = scan.lexicon.postnominals.get(letters)
        if role is None:
            break
        if role:
            roles.append((role, index))
        index = end
    return index, tuple(roles)


def letters_at(scan: Scan, index: int) -> tuple[int, str]:
    """The letters at ``index``, full stops left out, and where they end: "MP", "M.P."."""
    if len(scan.folds[index]) > 1 or scan.folds[index + 1 : index + 2] != ["."]:
        return index + 1, scan.folds[index]
    end, letters = index, ""
    while end + 1 < len(scan.folds) and len(scan.folds[end]) == 1 and scan.folds[end + 1] == ".":
        letters += scan.folds[end]
        end += 2
    return end, letters


def past_alias(scan: Scan, end: int) -> int:
    """Past the other name that somebody goes by: "Jane Roe, alias J Flow", "Jane Doe née Roe"."""
    at = end + (scan.folds[end : end + 1] == [","])
    if not scan.folds[at : at + 1] or scan.folds[at] not in _ALIAS:
        return end
    stopped = scan.folds[at] == "a"
    at += 6 if stopped else 1  # "a.k.a."
    if stopped and scan.folds[at - 6 : at] != ["a", ".", "k", ".", "a", "."]:
        return end
    last = at
    while last - at < _LONGEST_ALIAS and scan.capital(last):
        last += 1
    return last if last > at else end


def past_class(scan: Scan, end: int) -> int:
    """Past the stop of "Jr.", or the year of a student's class behind a name: "Jane Doe '11"."""
    if scan.folds[end - 1] in _JUNIOR and scan.folds[end : end + 1] == ["."]:
        return end + (end + 1 < len(scan.folds))
    if scan.folds[end : end + 1] != ["'"] or end + 1 >= len(scan.folds):
        return end
    year = scan.tokens[end + 1]
    joined = year.start == scan.tokens[end].end
    return end + 2 if joined and year.text.isdigit() and len(year.text) == _CLASS else end
