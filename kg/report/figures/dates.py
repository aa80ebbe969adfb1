"""When endorsements were given, as exactly as most of them are dated."""

from __future__ import annotations

from collections.abc import Iterable

from kg.report.facts import Row
from kg.report.figures.model import COLOURS, Figure, Matter, Stacks, table
from kg.report.words import NOTHING, Number, Words, total

MOST_BARS = 24
ENOUGH = 0.9
_LENGTHS = (("day", 10), ("month", 7), ("year", 4))
_ALL = "all candidates"


def draw(matter: Matter) -> Figure | None:
    """The figure, or None when no endorsement is dated."""
    rows = matter.facts["endorsements-by-date"].rows
    dated = [row for row in rows if row["basis"] != "unknown"]
    if not dated:
        return None
    unit, length = _unit(dated)
    times: dict[str, list[Row]] = {}
    left = [row for row in rows if row["basis"] == "unknown" or len(row["date"]) < length]
    for row in dated:
        if len(row["date"]) >= length:
            times.setdefault(row["date"][:length], []).append(row)
    first = sorted(times)[-MOST_BARS:]
    left += [row for time in sorted(times)[:-MOST_BARS] for row in times[time]]
    key = _key(matter, [row for time in first for row in times[time]])
    stated = total(r.number("endorsements") for r in rows if r["basis"] == "stated")
    return Figure(
        name="time",
        title=f"Endorsements by {unit}",
        chart=Stacks(key, tuple((time, _parts(times[time], key)) for time in first)),
        size=(_sum(row for time in first for row in times[time]), " endorsements"),
        unplaced=_unplaced(left, unit),
        notes=(
            (
                "The date is the one that the words give (",
                stated,
                " of them), else that of the first article that reports the endorsement. "
                f"The chart goes by the {unit}, since that is how exactly most of them are dated.",
            ),
        ),
        alt=(
            f"A chart of stacked bars, one a {unit}. ",
            *(part for time in first[-6:] for part in (f"{time}: ", _sum(times[time]), ". ")),
        ),
        table=table(
            ("Date", "Known from", "Candidate", "Contest", "Endorsements"),
            (
                (
                    row["date"],
                    "its words" if row["basis"] == "stated" else row["basis"],
                    row["candidate"],
                    row["contest"],
                    row.number("endorsements"),
                )
                for row in rows
            ),
        ),
    )


def _unit(rows: list[Row]) -> tuple[str, int]:
    """The shortest time by which nearly all can be placed, and how long it is written."""
    whole = _sum(rows).length
    for unit, length in _LENGTHS:
        exact = [row for row in rows if len(row["date"]) >= length]
        few = len({row["date"][:length] for row in exact}) <= MOST_BARS
        if few and _sum(exact).length >= ENOUGH * whole:
            return unit, length
    return _LENGTHS[-1]


def _key(matter: Matter, rows: list[Row]) -> tuple[tuple[str, str], ...]:
    """The candidates, as far as there are few enough to tell apart; else one colour for all."""
    who = dict.fromkeys((row["contest"], row["candidate"]) for row in rows)
    names = {candidate for _, candidate in who}
    colours = {matter.colour(*one) for one in who}
    if len(who) > len(COLOURS) or not len(who) == len(names) == len(colours):
        return ((_ALL, COLOURS[0]),)
    return tuple((candidate, matter.colour(contest, candidate)) for contest, candidate in who)


def _parts(rows: list[Row], key: tuple[tuple[str, str], ...]) -> tuple[float, ...]:
    lengths = dict.fromkeys((name for name, _ in key), 0.0)
    for row in rows:
        name = row["candidate"] if row["candidate"] in lengths else _ALL
        lengths[name] += row.number("endorsements").length
    return tuple(lengths.values())


def _sum(rows: Iterable[Row]) -> Number:
    return total(row.number("endorsements") for row in rows)


def _unplaced(left: list[Row], unit: str) -> Words:
    if not left:
        return (NOTHING,)
    return (_sum(left), f", whose {unit} is not known or which are too long ago for the chart")
