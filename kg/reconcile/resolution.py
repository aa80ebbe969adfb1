"""One extraction's mentions resolved: places first, then bodies, then people by their context.

Each article is resolved by itself, from what it says and the gazetteer, so the order in which
articles are read can change nothing. Keys are those of ``docs/decisions/0003-iris.md``; equal keys
are one entity across articles.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kg.gazetteer import Gazetteer, fold_place
from kg.lexicon import Lexicon, folded
from kg.model import (
    Claim,
    Endorsement,
    Extraction,
    Mention,
    Place,
    Resolution,
    RoleHeld,
    Span,
    Statement,
)
from kg.reconcile.bodies import Bodies
from kg.reconcile.contests import contest_keys
from kg.reconcile.localparties import LocalParties, speaks_of_seats
from kg.reconcile.people import People, told_of
from kg.reconcile.places import PlaceContext, resolve_place
from kg.reconcile.variants import joined

_UNDATED = date(2015, 7, 15)
_SEATED = "MP"


def reconcile(extraction: Extraction, gazetteer: Gazetteer, lexicon: Lexicon) -> Resolution:
    """Every mention of the extraction resolved, each with the decision in words.

    Councils and seats are looked up as of the article's date; an article without one is read as of
    the middle of 2015, the day of the gazetteer's codes; who sat in parliament is not asked then.
    """
    published = extraction.document.published
    day = published.as_of() if published else _UNDATED
    places = _places(extraction, gazetteer, day)
    bodies = Bodies(lexicon, _local_parties(extraction, gazetteer, lexicon))
    told = told_of(extraction)
    people = People(
        document=extraction.document,
        places={mention.name: place for mention, place in reversed(places.items())},
        gazetteer=gazetteer,
        lexicon=lexicon,
        bodies=bodies,
        told=told,
    )
    named = dict.fromkeys(_agents(extraction.statements))
    persons = {who: people.entity(who) for who in named if who.kind == "person"}
    persons = joined(persons, told)
    agents = {who: persons.get(who) or bodies.of(who.name) for who in named}
    publisher = extraction.document.publisher
    return Resolution(
        agents,
        places,
        contest_keys(extraction.statements),
        bodies.of(publisher) if publisher else None,
    )


def _places(extraction: Extraction, gazetteer: Gazetteer, day: date) -> dict[Mention, Place]:
    printed = dict(_printed_places(extraction.statements))
    everywhere = frozenset(mention.name for mention in printed)
    by_list = _names_by_list(printed, extraction.lists)
    found = {}
    for mention, spans in printed.items():
        seat = _seat(mention, gazetteer, day)
        if seat:
            found[mention] = seat
            continue
        lists = {_list_of(span, extraction.lists) for span in spans}
        beside = frozenset(name for one in lists for name in by_list.get(one, ()))
        nearby = PlaceContext(beside - {mention.name}, everywhere - {mention.name})
        found[mention] = resolve_place(gazetteer, mention.name, day, nearby)
    return found


def _names_by_list(
    printed: Mapping[Mention, list[Span]], lists: tuple[Span, ...]
) -> dict[int | None, set[str]]:
    """The names printed in each list, by its index; those outside every list are nobody's."""
    found: dict[int | None, set[str]] = {}
    for mention, spans in printed.items():
        for span in spans:
            index = _list_of(span, lists)
            if index is not None:
                found.setdefault(index, set()).add(mention.name)
    return found


def _list_of(span: Span, lists: tuple[Span, ...]) -> int | None:
    """The index of the list that holds ``span``; ``lists`` are sorted."""
    index = bisect_right(lists, span.start, key=lambda one: one.start) - 1
    return index if index >= 0 and lists[index].covers(span) else None


def _printed_places(
    statements: Iterable[Statement],
) -> Mapping[Mention, list[Span]]:
    """Every place mention with the passages that print it."""
    found: dict[Mention, list[Span]] = {}
    for statement in statements:
        if isinstance(statement, (Endorsement, RoleHeld)) and statement.place:
            found.setdefault(statement.place, []).extend(e.span for e in statement.evidence)
    return found


def _seat(mention: Mention, gazetteer: Gazetteer, day: date) -> Place | None:
    """The seat, when the office beside the place is one that sits for a seat."""
    seat = gazetteer.seat_named(fold_place(mention.name)) if mention.context == _SEATED else None
    if seat is None:
        return None
    return Place(
        printed=mention.name,
        as_of=day,
        kind="constituency",
        why=f"An MP sits for it, and {seat.name} is a seat.",
        name=seat.name,
        own_code=seat.code,
    )


def _local_parties(extraction: Extraction, gazetteer: Gazetteer, lexicon: Lexicon) -> LocalParties:
    """What local parties are decided from: the party of the contest, and what else is named."""
    contests = (one.contest for one in extraction.statements if not isinstance(one, RoleHeld))
    names = {contest.body for contest in contests if contest.body}
    found = (lexicon.parties.whole(folded(name)) for name in names)
    parties = {party.slug: party for party in found if party}
    bodies = [one.endorser.name for one in extraction.endorsements if one.endorser.kind != "person"]
    party = parties.popitem()[1] if len(parties) == 1 else None
    return LocalParties(lexicon, gazetteer, party, speaks_of_seats(bodies, gazetteer))


def _agents(statements: Iterable[Statement]) -> Iterator[Mention]:
    """Every person and body of the statements."""
    for statement in statements:
        if isinstance(statement, Endorsement):
            yield statement.endorser
            yield statement.candidate
        elif isinstance(statement, Claim):
            yield statement.candidate
            if statement.attributed_to:
                yield statement.attributed_to
        elif isinstance(statement, RoleHeld):
            yield statement.person
            if statement.organisation:
                yield statement.organisation
        else:
            yield statement.person
