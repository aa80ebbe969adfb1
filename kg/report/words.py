"""Numbers that know where they are from, and sentences made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

MOST = Decimal(10) ** 15
"""From here on a number is printed by its size only: somebody may state any."""


class Cell(NamedTuple):
    """A cell of the answer to a saved query, rows counted from 0.

    The column ``rows`` is how many rows there are, ``row`` is 1: for a row that is only counted.
    """

    query: str
    column: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the page: ``value`` is the sum of the cells ``plus`` less those of ``minus``.

    What is not from a query names its origin in ``origin`` instead, and is not added to anything.
    """

    value: Decimal
    plus: tuple[Cell, ...] = ()
    minus: tuple[Cell, ...] = ()
    origin: str = ""

    def __add__(self, other: Number) -> Number:
        if self == NOTHING or other == NOTHING:
            return other if self == NOTHING else self
        return Number(self.value + other.value, self.plus + other.plus, self.minus + other.minus)

    def __sub__(self, other: Number) -> Number:
        return self + Number(-other.value, other.minus, other.plus)

    def __bool__(self) -> bool:
        return self.value != 0

    def __str__(self) -> str:
        """The number as the page prints it.

        >>> [str(Number(Decimal(text))) for text in ("1000", "0.950", "2e99")]
        ['1,000', '0.95', '2E+99']
        """
        if self.value >= MOST:
            return f"{self.value.normalize():.4G}"
        whole = self.value == self.value.to_integral_value()
        return f"{self.value:,.0f}" if whole else f"{self.value.normalize():,f}"

    @property
    def length(self) -> float:
        """How long a bar for it is: what is beyond all sense has an end."""
        return float(min(self.value, MOST))

    @property
    def source(self) -> str:
        """Where it is from: ``query.column[0,2-5]``, with ``-`` before what is taken away."""
        if self.origin:
            return self.origin
        less = _cells(self.minus)
        return " ".join([*_cells(self.plus), *(f"- {cells}" for cells in less)])


def _cells(cells: Iterable[Cell]) -> list[str]:
    return [
        f"{query}.{column}[{_rows(cell.row for cell in group)}]"
        for (query, column), group in groupby(sorted(cells), key=lambda cell: cell[:2])
    ]


def _rows(numbers: Iterable[int]) -> str:
    """Numbers in order, those that follow one another as a range: ``0,2-5``."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return ",".join(f"{first}-{last}" if last > first else str(first) for first, last in runs)


NOTHING = Number(Decimal(0), origin="nothing")
"""The number of what no answer speaks of."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the graph beside what it says; None where its store does not tell.

    ``sha256`` is the hash of its statements, ``leftovers`` counts what was read and not understood.
    """

    sha256: str | None = None
    statements: int | None = None
    leftovers: int | None = None


Words = tuple[str | Number, ...]
"""A sentence."""


def told(number: int, origin: str) -> Number:
    """A number that is from no query but from ``origin``."""
    return Number(Decimal(number), origin=origin)


def total(numbers: Iterable[Number]) -> Number:
    """The sum; ``NOTHING`` where there is none."""
    added: Number | None = None
    for number in numbers:
        added = number if added is None else added + number
    return NOTHING if added is None else added


def plain(words: Words) -> str:
    """A sentence without its sources."""
    return "".join(map(str, words))


def count(number: Number, one: str, many: str) -> Words:
    """The number with the noun that goes with it."""
    return (number, f" {one if number.value == 1 else many}")


def listed(names: Iterable[str]) -> str:
    """Names in a row.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    *ahead, last = names
    return f"{', '.join(ahead)} and {last}" if ahead else last
