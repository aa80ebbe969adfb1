"""One extraction's mentions resolved: places first, then bodies, then people by their context.

Each article is resolved by itself, from what it says and the gazetteer, so the order in which
articles are read can change nothing. Keys are those of ``docs/decisions/0003-iris.md``; equal keys
are one entity across articles.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.gazetteer import Gazetteer, fold_place
from kg.iris import slug
from kg.lexicon import Lexicon, folded
from kg.model import (
    Claim,
    Contest,
    Endorsement,
    Entity,
    Extraction,
    Mention,
    Place,
    Resolution,
    RoleHeld,
    Span,
    Statement,
)
from kg.reconcile.contests import contest_keys
from kg.reconcile.places import PlaceContext, resolve_place

_UNDATED = date(2015, 7, 15)
_SEATED = "MP"
_LOCAL = "Councillor"


def reconcile(extraction: Extraction, gazetteer: Gazetteer, lexicon: Lexicon) -> Resolution:
    """Every mention of the extraction resolved, each with the decision in words.

    Councils and seats are looked up as of the article's date; an article without one is read as of
    the middle of 2015, the day of the gazetteer's codes.
    """
    published = extraction.document.published
    day = published.as_of() if published else _UNDATED
    places = _places(extraction, gazetteer, day)
    roles = _roles(extraction)
    by_name = {mention.name: place for mention, place in reversed(places.items())}
    who = _Who(extraction, by_name, gazetteer, lexicon, day, roles, _standing(extraction))
    agents = {mention: who.entity(mention) for mention in _agents(extraction.statements)}
    published_by = _publisher(extraction.document.publisher)
    return Resolution(agents, places, contest_keys(extraction.statements), published_by)


def _publisher(name: str | None) -> Entity | None:
    """The body that published an article; its key is its name without a leading "the"."""
    if name is None:
        return None
    key = slug(name).removeprefix("the-") or slug(name)
    return Entity("organisation", key, name, "Named as the publisher.")


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


def _roles(extraction: Extraction) -> dict[Mention, set[str]]:
    found: dict[Mention, set[str]] = {}
    for role in extraction.roles:
        found.setdefault(role.person, set()).add(role.role)
    for endorsement in extraction.endorsements:
        if endorsement.role:
            found.setdefault(endorsement.endorser, set()).add(endorsement.role)
    return found


def _standing(extraction: Extraction) -> dict[Mention, Contest]:
    """The contests in which people stand or are supported."""
    found: dict[Mention, Contest] = {}
    for statement in extraction.statements:
        if isinstance(statement, (Endorsement, Claim)):
            found.setdefault(statement.candidate, statement.contest)
        elif not isinstance(statement, RoleHeld):
            found.setdefault(statement.person, statement.contest)
    return found


@dataclass(frozen=True, slots=True)
class _Who:
    """What people and bodies are decided from."""

    extraction: Extraction
    by_name: Mapping[str, Place]
    gazetteer: Gazetteer
    lexicon: Lexicon
    day: date
    roles: Mapping[Mention, set[str]]
    standing: Mapping[Mention, Contest]

    def entity(self, mention: Mention) -> Entity:
        """The entity that a person or body mention means."""
        if mention.kind == "organisation":
            return self._body(mention)
        context, why = self._context(mention)
        return Entity("person", f"{slug(mention.name)}--{context}", mention.name, why)

    def _body(self, mention: Mention) -> Entity:
        words = folded(mention.name)
        for table in (self.lexicon.parties, self.lexicon.organisations):
            known = table.whole(words)
            if known:
                return Entity("organisation", known.slug, known.name, "Known by this name.")
        return Entity("organisation", slug(mention.name), mention.name, "Named as printed.")

    def _context(self, mention: Mention) -> tuple[str, str]:
        """The second half of a person's key, and why it is that."""
        if mention.context_kind == "place":
            return self._by_place(mention)
        seat = self._seat_of(mention)
        if seat:
            return slug(seat), f"The only MP of that name, for {seat}."
        if mention.context:
            body = self._body(Mention("organisation", mention.context))
            return body.key, f"Named with {body.label}."
        contest = self.standing.get(mention)
        if contest and contest.body:
            return slug(contest.body), f"Stands in a contest of {contest.body}."
        return f"doc-{self.extraction.document.key}", "Nothing beside the name tells who it is."

    def _by_place(self, mention: Mention) -> tuple[str, str]:
        place = self.by_name.get(mention.context)
        if place is None:
            return slug(mention.context), f"Named with {mention.context}."
        key = place.slug or slug(place.name or place.printed)
        return key, f"Named with {place.name or place.printed}."

    def _seat_of(self, mention: Mention) -> str | None:
        """The seat of the one MP of this name on the day, unless the article says councillor."""
        if _LOCAL in self.roles.get(mention, ()) or " " not in mention.name:
            return None
        members = self.gazetteer.members_named(mention.name, self.day)
        if len(members) != 1:
            return None
        return self.gazetteer.seats[members[0].seat].name
