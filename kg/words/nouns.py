"""One pass over the tokens of a stretch of text: who and what is named, as noun phrases.

A noun phrase is a person ("Anytown MP Jane Doe"), an organisation, a group ("55 constituency
Labour Parties"), an office without a name ("the interim leader"), a number, a place or a pronoun.
Nothing is resolved here: that two phrases mean one person is the work of ``kg.cast``.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from kg.lexicon import Body, words
from kg.model import Comparator, Span
from kg.text import Token
from kg.words.bodies import long_body, opens_body, owns_body
from kg.words.names import NameRun, read_name
from kg.words.nonames import are_members, is_dateline
from kg.words.offices import OfficePhrase, read_office
from kg.words.pronouns import read_pronoun
from kg.words.quantities import Quantity, read_quantity
from kg.words.scan import Scan
from kg.words.units import SUPPORT_UNIT, adds, heads, read_unit, share_end, unit_start
from kg.words.wordkinds import openings, word_kinds

_NAMED = ("person", "organisation")
_MODALS = frozenset(("will", "would", "shall", "should", "could", "can", "might", "must"))

NounKind = Literal["person", "organisation", "group", "office", "number", "place", "pronoun"]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase: tokens ``first`` up to, not including, ``last`` of its sentence.

    ``name`` is a person's name without titles, an organisation's canonical name, a place or a
    pronoun. ``offices`` are those that the phrase itself states of the person.
    """

    kind: NounKind
    first: int
    last: int
    name: str = ""
    title: str = ""
    title_keeps: bool = False
    offices: tuple[OfficePhrase, ...] = ()
    count: Decimal | None = None
    comparator: Comparator = "exactly"
    percent: bool = False
    unit: str = ""
    unit_role: str = ""
    body: Body | None = None
    definite: bool = False
    name_first: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of a sentence (or heading, or line), its noun phrases, and the kind of each word.

    ``noun_at[i]`` is the index of the noun phrase that covers token ``i``, or -1; ``kinds[i]`` is
    the function of the word in a clause, or "".
    """

    span: Span
    tokens: list[Token]
    folds: list[str]
    nouns: list[Noun]
    noun_at: list[int]
    kinds: list[str]

    def noun(self, index: int) -> Noun | None:
        """The noun phrase that covers token ``index``, if there is one."""
        if not 0 <= index < len(self.tokens) or self.noun_at[index] < 0:
            return None
        return self.nouns[self.noun_at[index]]

    def places(self, words: Set[str]) -> list[int]:
        """The tokens that are one of the folded ``words``, in most sentences none."""
        if words.isdisjoint(self.folds):
            return []
        return [at for at, word in enumerate(self.folds) if word in words]

    def text_span(self, first: int, last: int) -> Span:
        """The span in the document of tokens ``first`` up to ``last``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def read_sentence(scan: Scan) -> Sentence:
    """The noun phrases and word kinds of one sentence, which must have at least one token."""
    nouns: list[Noun] = []
    noun_at = [-1] * len(scan.tokens)
    done = 0
    for index in openings(scan):
        noun = _noun_at(scan, index) if index >= done else None
        if noun is None:
            continue
        if (noun.kind in _NAMED and noun.first == 0 and is_dateline(scan, noun.last)) or (
            nouns and _is_whence(scan, nouns[-1], noun)
        ):
            noun = replace(noun, kind="place")
        elif nouns and _is_member(scan, nouns[-1], noun):
            noun = replace(noun, first=nouns.pop().first)
        for at in range(noun.first, noun.last):
            noun_at[at] = len(nouns)
        nouns.append(noun)
        done = noun.last
    kinds = word_kinds(scan)
    span = Span(scan.tokens[0].start, scan.tokens[-1].end)
    return Sentence(span, scan.tokens, scan.folds, nouns, noun_at, kinds)


def _is_member(scan: Scan, party: Noun, noun: Noun) -> bool:
    """Whether a party only says whose the person is before whom it stands: "Republican Y".

    Initials of a place say where the office is: "N.B. MP Y".
    """
    initials = party.kind == "place" and scan.folds[party.last - 1] == "."
    if initials and party.last == noun.first and noun.kind == "person" and noun.offices:
        return True
    if party.body is None or party.body.kind != "party" or party.last != noun.first:
        return False
    return noun.kind == "person" and " " in noun.name and scan.folds[party.last - 1] != "party"


def _is_whence(scan: Scan, person: Noun, noun: Noun) -> bool:
    """Whether a name only says where the person before it is from: "Jane Doe of Highwood"."""
    plain = {noun.kind, person.kind} == {"person"} and not (noun.title or noun.offices)
    given = scan.folds[noun.first] in scan.lexicon.given_names
    return plain and not given and scan.folds[person.last : noun.first] == ["of"]


def _noun_at(scan: Scan, index: int) -> Noun | None:
    quantity = read_quantity(scan, index)
    if quantity:
        return _counted(scan, index, quantity)
    body = scan.capital(index) and long_body(scan, index)
    doing = index > 0 and scan.folds[index - 1] in _MODALS  # "will chair X's campaign"
    office = None if body or doing else read_office(scan, index)
    if office and not owns_body(scan, office.last):
        return _with_office(scan, index, office)
    group = None if body or office else _group(scan, index)
    if group:
        return group
    named = read_name(scan, index)
    if named:
        return _named(scan, index, named)
    pronoun = read_pronoun(scan, index)
    return Noun("pronoun", index, index + pronoun[1], name=pronoun[0]) if pronoun else None


def _group(scan: Scan, index: int) -> Noun | None:
    """Supporters without a number: "Labour councillors", "local constituency parties"."""
    start = index
    parties, units = scan.lexicon.parties, scan.lexicon.units
    party = parties.at(scan.folds, index) if scan.folds[index] in parties else None
    if party and index + party.length < len(scan.folds):
        start = index + party.length
    unit = units.at(scan.folds, start) if scan.folds[start] in units else None
    if unit is None and start > index:
        start, unit = index, units.at(scan.folds, index)
    if not unit or (start > index and scan.folds[start] == "party"):
        return None  # "the ABC party" is a body
    clock = index > 0 and scan.folds[index - 1][-1].isdigit()  # "12:00 AM"
    if scan.folds[index] == "am" and (clock or scan.tokens[index].text == "am"):
        return None
    if unit.length == 1 and scan.tokens[start].text in scan.lexicon.function_words:
        return None
    if scan.capital(index) and opens_body(scan, start + unit.length):
        return None  # "Peace Officers Association"
    return Noun(
        "group",
        index,
        start + unit.length,
        unit=unit.value.unit,
        unit_role=unit.value.role,
        definite=_definite(scan, index),
    )


def _definite(scan: Scan, index: int) -> bool:
    return index > 0 and scan.folds[index - 1] in ("the", "his", "her", "their", "its")


def _counted(scan: Scan, index: int, quantity: Quantity) -> Noun:
    """A number, and the group it counts when a unit or an office follows it."""
    number = Noun(
        "number",
        index,
        index + quantity.length,
        count=quantity.value,
        comparator=quantity.comparator,
        percent=quantity.percent,
    )
    if scan.folds[number.last : number.last + 2] in (["of", "them"], ["of", "us"]):
        return replace(number, last=number.last + 2)
    share = share_end(scan, quantity, index)
    shared = read_unit(scan, share, quantity) if share and share < len(scan.folds) else None
    if shared:
        return replace(number, kind="group", last=shared.last, unit=shared.unit, count=None)
    after = unit_start(scan, quantity, index)
    if after >= len(scan.folds):
        return number
    for at in heads(scan, after):
        office = read_office(scan, at)
        if office and office.plural:
            return replace(
                _office_group(scan, at, office),
                first=index,
                count=quantity.value,
                comparator=quantity.comparator,
                percent=quantity.percent,
            )
    unit = read_unit(scan, after, quantity)
    if unit is None:
        whole = scan.folds[after - 1][0].isdigit() and after > number.last
        return replace(number, last=after) if whole else number  # "37 of the 46"
    group = replace(number, kind="group", last=unit.last, unit=unit.unit)
    if unit.unit == SUPPORT_UNIT and adds(scan, index, unit.last):
        return replace(group, count=None)  # "two more endorsements" are no total
    return replace(group, unit_role=unit.role)


def _office_group(scan: Scan, index: int, office: OfficePhrase) -> Noun:
    """Several holders of one office: "former Labour chief whips"."""
    unit = scan.lexicon.units.whole(words(office.label))
    return Noun(
        "group",
        index,
        office.last,
        unit=unit.unit if unit else office.label.lower() + "s",
        unit_role=office.label,
        offices=(office,),
        definite=_definite(scan, index),
    )


def _with_office(scan: Scan, index: int, office: OfficePhrase) -> Noun:
    """An office, and the person it stands before when a name follows directly."""
    if office.plural:
        return _office_group(scan, index, office)
    named = read_name(scan, office.last) if office.last < len(scan.tokens) else None
    if named and named.kind == "person" and _is_before_name(scan, office, named):
        person = _named(scan, office.last, named)
        return replace(person, first=index, offices=(office, *person.offices))
    return Noun("office", index, office.last, offices=(office,), definite=_definite(scan, index))


def _is_before_name(scan: Scan, office: OfficePhrase, named: NameRun) -> bool:
    """Whether the name behind an office is its holder's, and no part of a place's longer name."""
    if not office.place or not office.complement:
        return True
    return scan.folds[named.name_first] in scan.lexicon.given_names


def _named(scan: Scan, index: int, named: NameRun) -> Noun:
    if named.body is not None and are_members(scan, index, named.last):
        return Noun("group", index, named.last, unit="party members")
    noun = Noun(
        named.kind,
        index,
        named.last,
        name=named.name,
        title=named.title,
        title_keeps=named.title_keeps,
        body=named.body,
        name_first=named.name_first,
        offices=tuple(
            OfficePhrase(role, "current", token, token + 1) for role, token in named.stated_roles
        ),
    )
    return _with_seat(scan, noun) if named.kind == "person" else noun


def _with_seat(scan: Scan, noun: Noun) -> Noun:
    """The noun with the seat of "Name MP for Seat", which belongs to the office.

    A title before the name has none: "Cllr X for Y" is X who is for Y.
    """
    if not noun.offices or noun.last + 1 >= len(scan.tokens) or scan.folds[noun.last] != "for":
        return noun
    if noun.offices[-1].last != noun.last:
        return noun
    seat = read_name(scan, noun.last + 1)
    if seat is None or seat.kind == "organisation":
        return noun
    *others, last = noun.offices
    place = scan.slice(noun.last + 1, seat.last)
    return replace(noun, last=seat.last, offices=(*others, replace(last, place=place)))
