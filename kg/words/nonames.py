"""Runs of capitalised words that are no names of people: headings, forms of address, places."""

from __future__ import annotations

import re

from kg.text import fold
from kg.words.plainwords import is_described, is_month, is_plain, is_shouted, is_state
from kg.words.scan import Scan

_MAX_PLACE = 3
_LOCATING = frozenset(("in", "across", "near", "throughout"))
_TRUSTING = ("confidence", "faith", "trust", "belief", "interest", "believe", "believes")
_MIXED = re.compile(r"[A-Z][a-z]+[A-Z]{2,4}")
_LANDS = frozenset(
    (
        *("country", "state", "nation", "government", "federation", "association"),
        *("counterpart", "counterparts"),
    )
)
_SHORTEST, _LONGEST = 3, 8  # letters and digits of an acronym
_LETTERS = 2
_JOINED = 2  # parts of one with a hyphen
_SMALL_WORDS = 4
_ARTICLED = 2  # the small words that do behind "the"
_LONG = 5
_LONGEST_INITIALS = 5
_REPORT = 10  # words that make a sentence behind a dateline
_PARTICLES = (["behind"], ["with"], ["for"], ["up"], ["alongside"], ["against"], ["by"], ["out"])
_CHAMBERS = frozenset(("senate", "house", "congressional", "assembly", "commons"))
_AGENTS = frozenset(("from", "by", "of", "among"))
_OF_STANDING = frozenset(  # words before a party's plural for some people of it
    (
        *("prominent", "leading", "senior", "top", "local", "fellow", "moderate", "progressive"),
        *("elected", "veteran", "influential", "key", "powerful", "notable", "well-known"),
        *("high-profile", "big-name", "rank-and-file", "grassroots", "mainstream", "centrist"),
        *("hardline", "right-wing", "left-wing", "former", "other", "rebel", "dissident"),
        *("disaffected", "disgruntled", "suburban", "rural", "lifelong", "loyal", "statewide"),
        *("wealthy", "longtime", "long-time", "retired", "outspoken", "vocal"),
    )
)
_SOME = frozenset(
    ("these", "those", "following", "some", "many", "most", "several", "other", "fellow", "more")
)


def is_no_name(scan: Scan, index: int, end: int) -> bool:
    """Whether a run is a phrase set in capitals or a portfolio: there is no given name in it."""
    if index == 0 and scan.lexicon.content_words.get(scan.folds[0]) == "time":
        return True  # "Tomorrow X will announce": the name begins behind it
    if end == index + 1 and (is_month(scan, index) or _is_nations(scan, index)):
        return True
    if is_plain(scan, index, end) or (end < len(scan.folds) and is_described(scan, end)):
        return True
    run = range(index, end)
    if not scan.lexicon.given_names.isdisjoint(scan.folds[index:end]):
        return False
    if all(scan.folds[i] in scan.lexicon.office_words for i in run):
        return True
    if any(_is_heading_word(scan, i) for i in run):
        return True
    if _party_in_brackets(scan, end):
        return False
    shouted = all(len(scan.tokens[i].text) > 1 and scan.tokens[i].text.isupper() for i in run)
    return shouted and end - index > 1


def _is_nations(scan: Scan, index: int) -> bool:
    """Whether a people's name only says of what nation those behind it are: "African voters"."""
    lexicon, behind = scan.lexicon, scan.folds[index + 1 : index + 2]
    if lexicon.content_words.get(scan.folds[index]) != "nation" or scan.capital(index + 1):
        return False
    if index and scan.tokens[index - 1].text in ("the", "a", "an"):
        return True  # "the African": one who is known by another name
    word = behind[0] if behind else ""
    told = (lexicon.units, lexicon.offices, lexicon.description_words, lexicon.office_words)
    described = lexicon.content_words.get(word) in ("relation", "body") or word in _LANDS
    return described or any(word in table for table in told)


def _is_heading_word(scan: Scan, index: int) -> bool:
    """Whether a word is one of headings about support: "Club Endorsements", "Election News"."""
    word = scan.folds[index]
    return word in scan.lexicon.contested or (
        word.endswith("s") and scan.lexicon.support_nouns.whole((word,)) is not None
    )


def _party_in_brackets(scan: Scan, index: int) -> bool:
    """Whether a party in brackets follows, as behind a candidate: "A. B. (Republican)"."""
    if scan.folds[index : index + 1] != ["("] or index + 2 >= len(scan.folds):
        return False
    party = scan.lexicon.parties.at(scan.folds, index + 1)
    if party is None:
        return False
    closing = index + 1 + party.length
    return scan.folds[closing : closing + 1] == [")"]


def is_acronym(scan: Scan, index: int, end: int) -> bool:
    """Whether one word in capitals amid small letters is a body's, as UEFA is, or ends in them.

    It stands in prose, is neither initials nor a name, and no name goes on behind it.
    """
    printed = scan.tokens[index].text
    if is_ticket(scan, index, end) or _is_joined_acronym(scan, index, end):
        return True
    if end != index + 1 or not _SHORTEST <= len(printed) <= _LONGEST or not printed.isalnum():
        return False
    if sum(letter.isalpha() for letter in printed) < _LETTERS:
        return False  # "M25"
    if is_shouted(scan, index):
        return False
    if not printed.isupper() or scan.folds[index] in scan.lexicon.given_names:
        return False
    small = sum(token.text.islower() for token in scan.tokens)
    articled = index > 0 and scan.folds[index - 1] == "the"
    return small >= (_ARTICLED if articled else _SMALL_WORDS) and not scan.is_place(index, end)


def _is_joined_acronym(scan: Scan, index: int, end: int) -> bool:
    """Whether a hyphen joins capitals to a name or a wing of theirs: "Lakas-CMD", "ZANU-PF".

    Countries are joined so too, "US-China": they are no body.
    """
    if "-" not in scan.folds[index]:
        return False
    parts = scan.tokens[index].text.split("-")
    if end != index + 1 or len(parts) != _JOINED or not all(part.isalpha() for part in parts):
        return False
    shouted = [part.isupper() for part in parts]
    longest = max((len(part) for part in parts if part.isupper()), default=0)
    if longest < _SHORTEST or not all(part[0].isupper() for part in parts):
        return False
    places = any(scan.lexicon.regions.whole((fold(part),)) for part in parts)
    small = sum(token.text.islower() for token in scan.tokens) >= _ARTICLED
    return small and not places and (all(shouted) or fold(parts[0]) not in scan.lexicon.given_names)


def is_ticket(scan: Scan, index: int, end: int) -> bool:
    """Whether a run is the name that those who stand together take at a college: "VoteTU"."""
    return end == index + 1 and _MIXED.fullmatch(scan.tokens[index].text) is not None


def is_address(scan: Scan, index: int) -> bool:
    """Whether a word in capitals is a title without a name, as at the head of a letter: SIR."""
    return scan.tokens[index].text.isupper() and scan.folds[index] in scan.lexicon.titles


def is_placed(scan: Scan, index: int, end: int) -> bool:
    """Whether what stands beside a run, or how it is printed, tells that it is a place."""
    return (
        _is_located(scan, index, end)
        or _is_seat_tag(scan, index)
        or _is_initials(scan, index, end)
        or is_state(scan, index, end)
    )


def _is_initials(scan: Scan, index: int, end: int) -> bool:
    """Whether initials alone stand before an office, as a province's do: "N.B. MP X"."""
    dotted = end - index > 1 and scan.folds[index + 1] == "."
    if not dotted or not scan.capital(end):
        return False
    if not all(len(scan.folds[i]) == 1 for i in range(index, end)):
        return False
    return any(
        scan.folds[end] in known
        for known in (scan.lexicon.postnominals, scan.lexicon.titles, scan.lexicon.office_words)
    )


def _is_located(scan: Scan, index: int, end: int) -> bool:
    """Whether "in" or "across" stands before a name that begins with no given name: a place.

    Faith is put in people, too: "no confidence in".
    """
    if index == 0 or scan.folds[index - 1] not in _LOCATING:
        return False
    if scan.folds[index] in scan.lexicon.given_names or end - index > _MAX_PLACE:
        return False
    return index < 2 or scan.folds[index - 2] not in _TRUSTING


def _is_seat_tag(scan: Scan, index: int) -> bool:
    """Whether letters of a party and a seat, joined, stand set off behind a name: ", D-Anytown"."""
    printed = scan.tokens[index].text
    letters, hyphen, seat = printed.partition("-")
    if not hyphen or not index or scan.folds[index - 1] not in (",", "("):
        return False
    return letters.isupper() and len(letters) <= _SHORTEST and seat[:1].isupper()


def are_members(scan: Scan, index: int, last: int) -> bool:
    """Whether a party's plural, tokens ``index`` to ``last``, means people of the party.

    "Republicans who", "these Democrats", "Senate Republicans" and "leading Tories" do, "the
    Greens" do not.
    """
    word = scan.folds[last - 1]
    if word not in scan.lexicon.parties or not word.endswith("s"):
        return False
    before = scan.folds[index - 1] if index else ""
    seated = last > index + 1 and scan.folds[index] in _CHAMBERS | _OF_STANDING
    agents = before in _AGENTS and last == index + 1  # "endorsements from Democrats"
    named = agents or before in _SOME | _CHAMBERS | _OF_STANDING
    return seated or named or scan.folds[last : last + 1] == ["who"]


def tells_how(scan: Scan, index: int) -> bool:
    """Whether the word that opens a sentence is no name: "Recently", "Ranged behind"."""
    word = scan.folds[index]
    if word.endswith("ly") and len(word) > _LONG:
        return True
    doing = word.endswith(("ed", "ing")) and len(word) > _LONG
    return doing and scan.folds[index + 1 : index + 2] in _PARTICLES


def is_dateline(scan: Scan, end: int) -> bool:
    """Whether capitals up to ``end``, and a dash, say where a report was written: "OLYMPIA (AP) -".

    What is short or a body of the tables, or stands before a mere name, heads an item of a list.
    """
    agency = scan.folds[end : end + 1] == ["("]
    dash = end + 3 * agency
    if scan.folds[dash : dash + 1] != ["-"] or len(scan.folds) - dash < _REPORT:
        return False
    printed = scan.slice(0, end)
    known = scan.lexicon.organisations.at(scan.folds, 0) or scan.lexicon.parties.at(scan.folds, 0)
    return printed.isupper() and len(printed) > _LONGEST_INITIALS and not known


def is_of_sentence(scan: Scan, index: int) -> bool:
    """Whether a capital at the start of a sentence may be the sentence's and not the name's."""
    if index > 0 and scan.tokens[index - 1].text not in ('"', "“", ":", "-", "–", "•"):
        return False
    word = scan.folds[index]
    if word not in scan.lexicon.given_names and tells_how(scan, index):
        return True
    if word in scan.lexicon.cues and word not in scan.lexicon.given_names:
        return True
    content = scan.lexicon.content_words
    if content.get(word) == "means" and word not in scan.lexicon.given_names:
        return scan.capital(index + 1)  # "Meet Jane Doe"
    if content.get(word) == "relation" and scan.folds[index + 1 : index + 2] in (["of"], ["for"]):
        return True  # "Candidate of the X"
    several = content.get(word) == "relation" or content.get(word.removesuffix("s")) == "relation"
    described = several and scan.capital(index + 2)
    if described and word not in scan.lexicon.given_names:
        return True  # "Actor X Y"
    return word in scan.lexicon.units or word in scan.lexicon.office_words
