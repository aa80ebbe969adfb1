"""What a name says of the one beside it: where somebody is from, whose seat or member she is."""

from __future__ import annotations

from dataclasses import replace

from kg.words.model import Noun
from kg.words.pronouns import RIVAL
from kg.words.scan import Scan
from kg.words.wordkinds import word_kinds

_NAMED = ("person", "organisation")
_TRADE = 3  # words of what somebody does
_SEAT = 2  # tokens of "Anytown MP"


def is_member(scan: Scan, party: Noun, noun: Noun) -> bool:
    """Whether a party only says whose the person is before whom it stands: "Republican Y".

    Initials of a place say where the office is: "N.B. MP Y".
    """
    initials = party.kind == "place" and scan.folds[party.last - 1] == "."
    if initials and party.last == noun.first and noun.kind == "person" and noun.offices:
        return True
    if party.body is None or party.body.kind != "party" or party.last != noun.first:
        return False
    return noun.kind == "person" and " " in noun.name and scan.folds[party.last - 1] != "party"


def is_whence(scan: Scan, person: Noun, noun: Noun) -> bool:
    """Whether a name only says where the one before it is from: "Jane Doe of Highwood".

    Papers are called after their towns, too: "the Herald of Highwood".
    """
    paper = person.body is not None and person.body.kind == "media"
    whose = person.kind == "person" or paper
    plain = whose and noun.kind == "person" and not (noun.title or noun.offices)
    given = scan.folds[noun.first] in scan.lexicon.given_names
    return plain and not given and scan.folds[person.last : noun.first] == ["of"]


def is_home(scan: Scan, before: Noun, person: Noun) -> bool:
    """Whether a name only says where somebody does what she does: "Highwood lawyer Jane Doe".

    Or for whom: "Acme News host Jane Doe". A party says whose partisan she is.
    """
    if before.kind not in _NAMED or person.kind != "person" or " " not in person.name:
        return False
    if before.body is not None and before.body.kind == "party":
        return False
    if before.title or before.offices or scan.folds[before.first] in scan.lexicon.given_names:
        return False
    does = scan.folds[before.last : person.first]
    small = scan.lexicon.function_words
    acting = any(word in scan.lexicon.cues or word.endswith(("s", "ed")) for word in does)
    plain = not acting and all(
        word.replace("-", "").isalpha() and word not in small for word in does
    )
    return 0 < len(does) <= _TRADE and plain and _describes_people(scan, does[-1])


def is_seat(scan: Scan, before: Noun, person: Noun) -> bool:
    """Whether a name only says whose seat somebody has: "Highwood Central MP, Jane Doe, says"."""
    if {before.kind, person.kind} != {"person"} or before.title or len(before.offices) != 1:
        return False
    if before.first or before.offices[0].last != before.last:
        return False
    given = scan.lexicon.given_names
    if scan.folds[before.first] in given or scan.folds[person.first] not in given:
        return False
    apart = scan.folds[before.last : person.first] == [","] == scan.folds[person.last :][:1]
    return apart and word_kinds(scan)[person.last + 1 :][:1] in (["verb"], ["be"], ["have"])


def is_of_seat(scan: Scan, noun: Noun) -> bool:
    """Whether one word before letters is the seat of a member without a name: "the Regina MP"."""
    if noun.kind != "person" or noun.last - noun.first != _SEAT or len(noun.offices) != 1:
        return False
    lettered = noun.offices[0].last == noun.last and not noun.title
    return lettered and scan.folds[noun.first - 1 : noun.first] == ["the"]


def is_seat_of(scan: Scan, before: Noun, person: Noun) -> bool:
    """Whether words before letters are the seat of who is named behind: "Regina Lakeview MLA X".

    The seat may begin with what is a given name, too. Of two members each has letters.
    """
    if {before.kind, person.kind} != {"person"} or before.last != person.first or before.title:
        return False
    lettered = len(before.offices) == 1 and before.offices[0].last == before.last
    given = scan.folds[person.first] in scan.lexicon.given_names
    return lettered and given and " " in person.name and not (person.title or person.offices)


def with_seat_before(seat: Noun, person: Noun) -> Noun:
    """The person with the office and the seat that stand before the name."""
    office = replace(seat.offices[0], first=seat.first, place=seat.name)
    return replace(person, first=seat.first, offices=(office, *person.offices))


def seated(seat: Noun) -> Noun:
    """The office that was read as letters behind a name."""
    office = replace(seat.offices[0], first=seat.first, place=seat.name)
    return Noun("office", seat.first, seat.last, offices=(office,))


def _describes_people(scan: Scan, word: str) -> bool:
    described = scan.lexicon.description_words.get(word, RIVAL) != RIVAL  # not "the Y rival Z"
    return described or scan.lexicon.content_words.get(word) == "relation"
