"""The kinds of places and of people who sit for them, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

CouncilKind = Literal[
    "county",
    "district",
    "unitary",
    "metropolitan-district",
    "london-borough",
    "city-corporation",
    "scottish",
    "welsh",
    "ni-district",
    "combined-authority",
    "strategic-authority",
]
NameKind = Literal["council", "constituency", "ward", "parish"]

_NOT_PRINCIPAL = frozenset({"combined-authority", "strategic-authority"})


@dataclass(frozen=True, slots=True)
class Council:
    """A council, past or present, or a joint body that is easily taken for one.

    ``code`` is the GSS code of its area in July 2015 (or the first one of a later body; None for
    the Northern Ireland districts that ended in 2015), ``code_now`` today's, in force from
    ``code_now_since`` where the two differ. ``start`` and ``end`` are its first and last day, None
    when not known or not yet. ``county`` and ``successors`` are slugs.
    """

    slug: str
    code: str | None
    code_now: str | None
    code_now_since: date | None
    earlier_codes: tuple[str, ...]
    name: str
    official_name: str
    other_names: tuple[str, ...]
    kind: CouncilKind
    nation: str
    region: str
    county: str | None
    start: date | None
    end: date | None
    successors: tuple[str, ...]
    wikidata: str | None

    @property
    def is_principal(self) -> bool:
        """Whether it is a principal council, and not a combined or strategic authority."""
        return self.kind not in _NOT_PRINCIPAL

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, the short one first."""
        return (self.name, self.official_name, *self.other_names)

    def alive_on(self, day: date) -> bool:
        """Whether it existed on ``day``; an unknown start counts as long ago."""
        begun = self.start is None or self.start <= day
        return begun and (self.end is None or day <= self.end)

    def code_on(self, day: date) -> str | None:
        """The GSS code of its area in force on ``day``, as far as the table goes back."""
        if self.code_now_since is not None and day >= self.code_now_since:
            return self.code_now
        return self.code


@dataclass(frozen=True, slots=True)
class Seat:
    """A constituency of the House of Commons, as drawn from 2010 to 2024."""

    code: str
    name: str
    other_names: tuple[str, ...]
    kind: str
    nation: str
    region: str


@dataclass(frozen=True, slots=True)
class Member:
    """Who sat for the seat with code ``seat``, from ``start`` to ``end``, both days included.

    ``party`` is the one that won the seat at the election in question.
    """

    seat: str
    start: date
    end: date
    name: str
    party: str

    def sat_on(self, day: date) -> bool:
        """Whether the sitting covers ``day``."""
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class Ward:
    """An electoral ward of the council with slug ``council``; ``code`` is its GSS code."""

    name: str
    council: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Parish:
    """A parish, town or community council under the principal council with slug ``council``.

    ``namesakes`` are the slugs of councils in which some other place of this name lies.
    """

    name: str
    official_names: tuple[str, ...]
    kind: str
    council: str
    namesakes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindPhrase:
    """Words beside a place that tell the kind of its council: "county council", "lb of".

    ``word`` is what the official names of such bodies say ("" for nothing in particular, "a or b"
    for either), and ``fits`` the council kinds that may be called so: none for the words of
    parishes, wards, seats and joint authorities.
    """

    phrase: str
    before: bool
    word: str
    fits: frozenset[str]
