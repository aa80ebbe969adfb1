"""The gazetteer: every look-up by slug, code and folded name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.gazetteer.folding import fold_place
from kg.gazetteer.types import (
    Council,
    CouncilKind,
    KindPhrase,
    Member,
    NameKind,
    Parish,
    Seat,
    Ward,
)

Named = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """All places, indexed. Compared by identity, so that it can key a cache.

    ``councils`` goes by slug and ``seats`` by code. ``place_names`` maps every folded name that a
    place goes by to the kinds of place that bear it: what a reader needs to find where a place
    begins. ``areas`` maps the folded name of a nation, region or county to the slugs of the
    councils in it, and ``lookalikes`` a form in print to what it means instead of a council;
    ``near_misses`` maps folded names that only look like a council's misspelt to what they are.
    ``kind_labels`` says what each kind of council is called.
    The fields with an underscore are the indexes of the methods.
    """

    councils: Mapping[str, Council]
    seats: Mapping[str, Seat]
    parishes: tuple[Parish, ...]
    members: tuple[Member, ...]
    place_names: Mapping[str, frozenset[NameKind]]
    kind_phrases: tuple[KindPhrase, ...]
    whole_abbreviations: Named
    word_abbreviations: Mapping[str, str]
    areas: Mapping[str, frozenset[str]]
    lookalikes: Mapping[str, str]
    near_misses: Mapping[str, str]
    kind_labels: Mapping[CouncilKind, str]
    _councils_by_name: Named
    _councils_by_code: Mapping[str, str]
    _seats_by_name: Mapping[str, str]
    _members_by_seat: Mapping[str, tuple[Member, ...]]
    _members_by_name: Mapping[str, tuple[Member, ...]]
    _wards_by_name: Mapping[str, tuple[tuple[str, str, str], ...]]
    _parishes_by_name: Mapping[str, tuple[Parish, ...]]
    _predecessors: Named

    def council_by_code(self, code: str) -> Council | None:
        """The council whose area has or had the GSS code ``code``."""
        slug = self._councils_by_code.get(code)
        return None if slug is None else self.councils[slug]

    def councils_named(self, folded: str, as_of: date | None = None) -> tuple[Council, ...]:
        """The councils called ``folded`` (see ``fold_place``), in order of slug.

        With ``as_of``, only those that existed on that day.
        """
        found = (self.councils[slug] for slug in self._councils_by_name.get(folded, ()))
        return tuple(c for c in found if as_of is None or c.alive_on(as_of))

    def predecessors(self, slug: str) -> tuple[Council, ...]:
        """The councils that the council ``slug`` took over from, in order of slug."""
        return tuple(self.councils[old] for old in self._predecessors.get(slug, ()))

    def successors_on(self, council: Council, day: date) -> tuple[Council, ...]:
        """The councils that exist on ``day`` where ``council`` was, in order of slug."""
        found: dict[str, Council] = {}
        ahead = list(council.successors)
        while ahead:
            heir = self.councils[ahead.pop()]
            if heir.alive_on(day):
                found[heir.slug] = heir
            else:
                ahead.extend(heir.successors)
        return tuple(found[slug] for slug in sorted(found))

    def seat_named(self, folded: str) -> Seat | None:
        """The seat called ``folded``."""
        code = self._seats_by_name.get(folded)
        return None if code is None else self.seats[code]

    def member_for(self, seat: str, on: date) -> Member | None:
        """Who sat for ``seat`` (its name in any spelling, or its code) on the day ``on``.

        None for an unknown seat, while a seat was vacant, and outside the parliament of 2015.
        """
        code = seat if seat in self.seats else self._seats_by_name.get(fold_place(seat), "")
        sitting = (m for m in self._members_by_seat.get(code, ()) if m.sat_on(on))
        return next(sitting, None)

    def members_named(self, name: str, on: date) -> tuple[Member, ...]:
        """Those who sat on the day ``on`` whose name is ``name``, or ends in it: a surname."""
        found = self._members_by_name.get(fold_place(name), ())
        return tuple(m for m in found if m.sat_on(on))

    def wards_named(self, folded: str) -> tuple[Ward, ...]:
        """The wards called ``folded``, in order of their council's slug."""
        rows = self._wards_by_name.get(folded, ())
        return tuple(Ward(name, council, code or None) for council, name, code in rows)

    def parishes_named(self, folded: str) -> tuple[Parish, ...]:
        """The parishes called ``folded``, by short or official name."""
        return self._parishes_by_name.get(folded, ())
