"""A figure: what it draws, and everything that is said beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.report.atlas import Atlas
from kg.report.facts import Facts
from kg.report.words import Number, Words


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its name, its colour, and what stands at its end."""

    name: str
    length: float
    colour: str
    text: str
    mark: float | None = None
    """Where a line crosses it: a number to compare the bar with."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars from one base line, in groups that have a title each."""

    groups: tuple[tuple[str, tuple[Bar, ...]], ...]


@dataclass(frozen=True, slots=True)
class Stacks:
    """Bars made of parts: each has its name, and lengths in the order of ``key``.

    ``key`` pairs what a part stands for with its colour.
    """

    key: tuple[tuple[str, str], ...]
    bars: tuple[tuple[str, tuple[float, ...]], ...]


@dataclass(frozen=True, slots=True)
class Hexagon:
    """A tile of a map: where it stands, what is written on it, and which colour of the key."""

    column: int
    row: int
    text: str
    part: int


@dataclass(frozen=True, slots=True)
class Hexagons:
    """A map of tiles of one size. ``key`` pairs what a colour stands for with the colour."""

    key: tuple[tuple[str, str], ...]
    tiles: tuple[Hexagon, ...]


Chart = Bars | Stacks | Hexagons


@dataclass(frozen=True, slots=True)
class Table:
    """What a figure shows, in words and numbers; the first column names each row.

    ``whole`` is the number of rows there are, some of which may have been left out.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | Number, ...], ...]
    whole: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture and what is said of it.

    ``size`` says what is drawn and how much of it, ``unplaced`` what could not be drawn, and
    ``notes`` what a reader must know. ``alt`` says in words what the picture shows.
    """

    name: str
    title: str
    chart: Chart
    size: Words
    unplaced: Words
    notes: tuple[Words, ...]
    alt: Words
    table: Table


@dataclass(frozen=True, slots=True)
class Matter:
    """What figures are made from. ``colours`` go by contest and candidate."""

    facts: Facts
    atlas: Atlas
    colours: Mapping[tuple[str, str], str]

    def colour(self, contest: str, candidate: str) -> str:
        """The colour of a candidate in a contest, the same in every figure."""
        return self.colours.get((contest, candidate), OTHER)


MOST_ROWS = 60
"""How many rows a table beside a figure has at most."""

COLOURS = ("#1f4e79", "#c2543a", "#a8761a", "#2f7d6b", "#7b4f92", "#8c6d52")
"""For the candidates of a contest in the order of their endorsements; they mean no party. Each
stands out from white (contrast at least 3), and from each other for most who see few colours."""
OTHER = "#7d838a"
TIED = "#4a4f55"
NOBODY = "#e4e6e9"


def colours(facts: Facts) -> dict[tuple[str, str], str]:
    """A colour for each of the first candidates of every contest."""
    found: dict[tuple[str, str], str] = {}
    used: dict[str, int] = {}
    for row in facts["count-by-candidate"]:
        at = used.get(row["contest"], 0)
        if at < len(COLOURS) and (row["contest"], row["candidate"]) not in found:
            found[row["contest"], row["candidate"]] = COLOURS[at]
            used[row["contest"]] = at + 1
    return found


def table(columns: Iterable[str], rows: Iterable[tuple[str | Number, ...]]) -> Table:
    """A table with the first ``MOST_ROWS`` of ``rows``."""
    every = tuple(rows)
    return Table(tuple(columns), every[:MOST_ROWS], len(every))
