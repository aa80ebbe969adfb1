"""The scores that must be reached, as a TOML file states them.

    [all.supports]
    precision = 0.97
    recall = 0.93

    [negative.supports]
    unexpected = 0

The first word names the articles (``all``, a kind, or a folder as ``"name/"``), the second the
statements, both as ``kg evaluate`` prints them. ``precision``, ``recall`` and ``f1`` are least
values; ``unexpected`` and ``missed`` are numbers that may not be passed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.evaluation.model import Evaluation, Score
from kg.files import read_text

_MAX_BYTES = 1024 * 1024
_LEAST = ("precision", "recall", "f1")
_MOST = ("unexpected", "missed")


@dataclass(frozen=True, slots=True)
class Floor:
    """A limit on one figure of one score; ``where`` is the file that states it."""

    articles: str
    statements: str
    figure: str
    limit: float
    where: str


@dataclass(frozen=True, slots=True)
class Breach:
    """A score that a floor forbids, and the value that it has."""

    floor: Floor
    value: float

    def __str__(self) -> str:
        floor = self.floor
        what = f"{floor.articles} {floor.statements}: {floor.figure}"
        if floor.figure in _LEAST:
            return f"{what} {self.value:.3f} is under its floor {floor.limit:.3f}"
        return f"{what} {self.value:.0f} is over its limit {floor.limit:.0f}"


def read_floors(path: Path) -> tuple[Floor, ...]:
    """The floors in ``path``. Raises ``InputError`` when it is no such file."""
    try:
        tables = tomllib.loads(read_text(path, _MAX_BYTES))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"is not TOML: {error}", where=str(path), todo="mend it") from error
    return tuple(_floors(tables, str(path)))


def below(evaluation: Evaluation, floors: tuple[Floor, ...]) -> tuple[Breach, ...]:
    """The floors that are not reached, in their order.

    Raises ``InputError`` for a floor under a score that the articles do not have.
    """
    scores: dict[tuple[str, str], Score] = {
        (score.articles, score.statements): score for score in evaluation.scores
    }
    breaches = []
    for floor in floors:
        score = scores.get((floor.articles, floor.statements))
        if score is None:
            raise InputError(
                f"there is no score '{floor.articles} {floor.statements}'",
                where=floor.where,
                todo="name one that kg evaluate prints",
            )
        value = _value(score, floor.figure)
        if value < floor.limit if floor.figure in _LEAST else value > floor.limit:
            breaches.append(Breach(floor, value))
    return tuple(breaches)


def _value(score: Score, figure: str) -> float:
    return float(getattr(score.tally, figure))


def _floors(tables: dict[str, Any], where: str) -> Iterator[Floor]:
    for articles, parts in tables.items():
        for statements, figures in _table(parts, articles, where).items():
            place = f"{articles}.{statements}"
            for figure, limit in _table(figures, place, where).items():
                yield Floor(
                    articles, statements, figure, _limit(figure, limit, place, where), where
                )


def _table(value: Any, name: str, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InputError(
            f"{name!r} must be a table", where=where, todo="write [all.supports] and figures below"
        )
    return value


def _limit(figure: str, limit: Any, place: str, where: str) -> float:
    if figure not in (*_LEAST, *_MOST):
        raise InputError(
            f"[{place}] limits {figure!r}", where=where, todo=f"use {', '.join((*_LEAST, *_MOST))}"
        )
    highest = 1 if figure in _LEAST else 10**9
    if isinstance(limit, bool) or not isinstance(limit, int | float) or not 0 <= limit <= highest:
        raise InputError(
            f"[{place}] {figure} is {limit!r}", where=where, todo=f"a number from 0 to {highest}"
        )
    return float(limit)
