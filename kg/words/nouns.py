"""One pass over the tokens of a stretch of text: who and what is named, as noun phrases.

A noun phrase is a person ("Anytown MP Jane Doe"), an organisation, a group ("55 constituency
Labour Parties"), an office without a name ("the interim leader"), a number, a place or a pronoun.
Nothing is resolved here: that two phrases mean one person is the work of ``kg.cast``.
"""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import Body
from kg.model import Span
from kg.words.bodies import long_body, opens_body, owns_body, past_capitals
from kg.words.bodyparts import part_start
from kg.words.classed import called_before, called_behind
from kg.words.groups import counted, is_definite, office_group, read_group
from kg.words.hopefuls import as_hopeful
from kg.words.model import Noun as Noun
from kg.words.model import NounKind as NounKind
from kg.words.model import Sentence as Sentence
from kg.words.names import NameRun, read_name
from kg.words.neighbours import (
    is_home,
    is_member,
    is_of_seat,
    is_seat,
    is_seat_of,
    is_whence,
    seated,
    with_seat_before,
)
from kg.words.nonames import are_members, is_dateline
from kg.words.numbered import numbered_body
from kg.words.offices import OfficePhrase, leads_office, read_office
from kg.words.partisans import read_partisan, read_tag
from kg.words.pronouns import PAIR, read_pronoun
from kg.words.quantities import read_quantity
from kg.words.scan import Scan
from kg.words.singled import singled_out
from kg.words.trades import trade_start
from kg.words.wordkinds import openings, word_kinds

_NAMED = ("person", "organisation")
_HELPING = ("are", "were", "have", "had")  # "are both behind Y": of two named before
_DOING = (["were"], ["have"], ["had"], ["got"], ["won"], ["enjoy"], ["received"])
_MODALS = frozenset(("will", "would", "shall", "should", "could", "can", "might", "must"))
_SIDED = (["pro", "-"], ["anti", "-"])


def read_sentence(scan: Scan) -> Sentence:
    """The noun phrases and word kinds of one sentence, which must have at least one token."""
    nouns: list[Noun] = []
    done = 0
    for index in openings(scan):
        noun = _noun_at(scan, index) if index >= done else None
        if noun is None:
            continue
        noun = as_hopeful(scan, noun)
        if noun.kind in _NAMED and noun.first == 0 and is_dateline(scan, noun.last):
            noun = replace(noun, kind="place")
        nouns.append(_beside(scan, nouns, noun))
        done = nouns[-1].last
    noun_at = [-1] * len(scan.tokens)  # a longer phrase may have taken the place of another
    for place, noun in enumerate(nouns):
        noun_at[noun.first : noun.last] = [place] * (noun.last - noun.first)
    kinds = word_kinds(scan)
    span = Span(scan.tokens[0].start, scan.tokens[-1].end)
    return Sentence(span, scan.tokens, scan.folds, nouns, noun_at, kinds)


def _beside(scan: Scan, nouns: list[Noun], noun: Noun) -> Noun:
    """The noun as what stands before it tells it, and those of ``nouns`` as it tells them."""
    if noun.kind in _NAMED:
        noun = called_before(scan, called_behind(scan, noun))
    if noun.kind == "person" and (singled := singled_out(scan, noun)) is not noun:
        return replace(singled, first=_dropped(nouns, singled.first))
    if noun.kind == "organisation" or (noun.kind == "group" and noun.count is None):
        noun = _with_part(scan, noun) if noun.kind == "organisation" else _with_trade(scan, noun)
        _dropped(nouns, noun.first)
    if is_of_seat(scan, noun):
        return seated(noun)
    return _behind(scan, nouns, noun) if nouns else noun


def _behind(scan: Scan, nouns: list[Noun], noun: Noun) -> Noun:
    """The noun behind the last of ``nouns``, and what the two say of each other."""
    before = nouns[-1]
    if is_whence(scan, before, noun):
        return replace(noun, kind="place")
    if is_home(scan, before, noun):
        nouns[-1] = replace(before, kind="place")
    elif is_seat(scan, before, noun):
        nouns[-1] = seated(before)
    elif is_seat_of(scan, before, noun):
        return with_seat_before(nouns.pop(), noun)
    elif is_member(scan, before, noun):
        return replace(noun, first=nouns.pop().first)
    return noun


def _dropped(nouns: list[Noun], first: int) -> int:
    """``first``, when those of ``nouns`` are gone that a longer phrase takes in from there on."""
    while nouns and nouns[-1].last > first:
        nouns.pop()
    return first


def _with_trade(scan: Scan, noun: Noun) -> Noun:
    """The group, or the body that the trade before it calls: "the hotel workers' union"."""
    first = trade_start(scan, noun.last - 1)
    named = noun.last < len(scan.folds) and scan.capital(noun.last)
    if first >= noun.first or named:  # "the teachers' union Unite"
        return noun
    return replace(noun, first=first, name=scan.slice(first, noun.last), definite=True)


def _with_part(scan: Scan, noun: Noun) -> Noun:
    """The body, or the part of it that small words before it name: "the youth wing of the ABC"."""
    first = part_start(scan, noun.first)
    if first == noun.first or noun.body is None:
        return noun
    name = scan.slice(first, noun.last)
    return replace(noun, first=first, name=name, body=Body(name, "", "body"))


def _noun_at(scan: Scan, index: int) -> Noun | None:
    if scan.folds[max(0, index - 2) : index] in _SIDED:
        return _named_side(scan, index)
    if scan.folds[index] == "both" and _opens_clause(scan, index):
        return Noun("pronoun", index, index + 1, name=PAIR)  # "Both were endorsed by X"
    numbered = numbered_body(scan, index)
    if numbered:
        return numbered
    quantity = read_quantity(scan, index)
    if quantity and not (scan.folds[index] == "both" and scan.folds[index - 1] in _HELPING):
        return counted(scan, index, quantity)
    capital = scan.capital(index)
    body = capital and long_body(scan, index)
    doing = index > 0 and scan.folds[index - 1] in _MODALS  # "will chair X's campaign"
    whole = body and not leads_office(scan, body)
    office = None if whole or doing else read_office(scan, index)
    if office and not _begins_body(scan, office, capital=capital):
        return _with_office(scan, index, office)
    group = None if body or office else read_group(scan, index)
    if group:
        return group
    partisan = read_partisan(scan, index) if capital else None
    if partisan:
        return Noun("office", index, partisan, definite=is_definite(scan, index))
    tagged = read_tag(scan, index)
    if tagged:
        party = Body(tagged, "", "party")
        return Noun("organisation", index, index + 1, name=tagged, body=party, name_first=index)
    named = read_name(scan, index)
    if named:
        return _named(scan, index, named)
    pronoun = read_pronoun(scan, index)
    return Noun("pronoun", index, index + pronoun[1], name=pronoun[0]) if pronoun else None


def _named_side(scan: Scan, index: int) -> Noun | None:
    """Whose side is told: "pro-Doe governors", where no office of a place begins with the name."""
    named, end = read_name(scan, index), past_capitals(scan, index)
    if named is not None and named.kind == "organisation" and named.last > end:
        return Noun("person", index, end, name=scan.slice(index, end), name_first=index)
    return _named(scan, index, named) if named is not None else None


def _begins_body(scan: Scan, office: OfficePhrase, *, capital: bool) -> bool:
    """Whether those who hold an office are only named in a body: "Police Officers Association"."""
    several = capital and office.plural and scan.capital(office.last - 1)
    return owns_body(scan, office.last) or (several and opens_body(scan, office.last))


def _opens_clause(scan: Scan, index: int) -> bool:
    """Whether "both" at ``index`` opens a clause, and is who does something there."""
    opens = index == 0 or scan.folds[index - 1] in (";", ":", '"', "“", "while", "but")
    return opens and scan.folds[index + 1 : index + 2] in _DOING


def _with_office(scan: Scan, index: int, office: OfficePhrase) -> Noun:
    """An office, and the person it stands before when a name follows directly."""
    if scan.folds[office.last : office.last + 1] == ["'s"]:
        of_officer = read_office(scan, office.last + 1)  # "the mayor's chief of staff"
        if of_officer is not None and not of_officer.plural:
            office = replace(of_officer, first=index)
    if office.plural:
        return office_group(scan, index, office)
    named = read_name(scan, office.last) if office.last < len(scan.tokens) else None
    if named and named.kind == "person" and _is_before_name(scan, office, named):
        person = _named(scan, office.last, named)
        return replace(person, first=index, offices=(office, *person.offices))
    return Noun("office", index, office.last, offices=(office,), definite=is_definite(scan, index))


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
