"""Numbers that articles state: beside the list that they introduce, and alone."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kg.report.facts import Facts, Row
from kg.report.figures.model import OTHER, Bar, Bars, Figure, Matter, table
from kg.report.words import NOTHING, Number, Words

MOST_BARS, MOST_UNITS, MOST_OF_A_UNIT = 24, 5, 6
_DIFFERS, _AGREES = "#c2543a", "#9aa7b4"
_WORD = {"exactly": "", "indefinite": "some "}


def draw_listed(matter: Matter) -> Figure | None:
    """Stated against listed, or None when no number introduces a list."""
    every = [row for row in matter.facts["claims-and-lists"] if row.number("listed")]
    if not every:
        return None
    differ = _differing(matter.facts)
    bars = tuple(_bar(row, row["claim"] in differ) for row in every[:MOST_BARS])
    return Figure(
        name="stated",
        title="What articles state, and what they list",
        chart=Bars((("", bars),)),
        size=(matter.facts["claims-and-lists"].size, " claims, ", f"{len(every)} with a list"),
        unplaced=_left(len(every[MOST_BARS:])),
        notes=(
            (
                "A bar is as long as the list, the line across it is the number stated above it. "
                "Where the two contradict each other the bar is red.",
            ),
        ),
        alt=("A chart of bars, each with a line across it. ", *_in_words(every[:5])),
        table=table(
            ("Candidate", "Contest", "Stated", "Unit", "Listed", "In these words"),
            (
                (
                    row["candidate"],
                    row["contest"],
                    row.number("stated"),
                    f"{row['comparator']}, {row['unit']}",
                    row.number("listed"),
                    row["quote"],
                )
                for row in every
            ),
        ),
    )


def _bar(row: Row, differs: bool) -> Bar:
    return Bar(
        row["candidate"],
        row.number("listed").length,
        _DIFFERS if differs else _AGREES,
        f"{said(row)} stated, {row.number('listed')} listed",
        row.number("stated").length,
    )


def _differing(facts: Facts) -> set[str]:
    """The claims that the check finds to contradict their list."""
    check = facts.check("stated-against-listed")
    return {row["entity"] for row in check.answer} if check else set()


def _in_words(rows: Iterable[Row]) -> Words:
    spoken: list[str | Number] = []
    for row in rows:
        spoken += [f"{row['candidate']}: stated ", row.number("stated"), ", listed "]
        spoken += [row.number("listed"), ". "]
    return tuple(spoken)


def draw_claims(matter: Matter) -> Figure | None:
    """Numbers stated without a list, by what they count, or None when there is none."""
    every = [row for row in matter.facts["claims-and-lists"] if not row.number("listed")]
    if not every:
        return None
    units: dict[str, list[Row]] = {}
    for row in every:
        units.setdefault(row["unit"], []).append(row)
    ordered = sorted(units.items(), key=lambda unit: (-len(unit[1]), unit[0]))
    best = [(unit, sorted(rows, key=_largest_first)) for unit, rows in ordered]
    shown = [row for _, rows in best[:MOST_UNITS] for row in rows[:MOST_OF_A_UNIT]]
    groups: dict[str, list[Bar]] = {}
    for row in shown:
        colour = matter.colours.get((row["contest"], row["candidate"]), OTHER)
        length = _share_of_most(row, units[row["unit"]])
        groups.setdefault(row["unit"], []).append(Bar(label(row), length, colour, said(row)))
    return Figure(
        name="claims",
        title="Numbers of supporters that are stated without names",
        chart=Bars(tuple((unit, tuple(bars)) for unit, bars in groups.items())),
        size=(f"{len(every)} of ", matter.facts["claims-and-lists"].size, " claims"),
        unplaced=_left(len(every) - len(shown)),
        notes=(
            (
                "Each unit has a scale of its own. Somebody states these numbers; nobody is named, "
                "so they create no endorsements and add to none.",
            ),
        ),
        alt=(
            "Bars, a group for each unit. ",
            *(
                part
                for row in shown[:6]
                for part in (f"{label(row)}: {said(row)} {row['unit']}. ",)
            ),
        ),
        table=table(
            ("Candidate", "Contest", "How meant", "Number", "Unit", "Said by", "In these words"),
            (
                (
                    row["candidate"],
                    row["contest"],
                    row["comparator"],
                    row.number("stated"),
                    row["unit"],
                    row["said_by"] or "the article",
                    row["quote"],
                )
                for _, rows in best
                for row in rows
            ),
        ),
    )


def label(row: Row) -> str:
    """The candidate, with the year of the contest where its name ends in one."""
    year = row["contest"].rpartition(" ")[2]
    return f"{row['candidate']}, {year}" if year.isdigit() else row["candidate"]


def said(row: Row) -> str:
    """The number as it is meant: "over 1,000"."""
    return f"{_WORD.get(row['comparator'], row['comparator'] + ' ')}{row.number('stated')}"


def _largest_first(row: Row) -> tuple[Decimal, int]:
    return -row.number("stated").value, row.index


def _share_of_most(row: Row, unit: Iterable[Row]) -> float:
    most = max(other.number("stated").value for other in unit)
    return float(100 * row.number("stated").value / most) if most else 0.0


def _left(claims: int) -> Words:
    return (f"{claims} claims, which kg query claims-and-lists gives",) if claims else (NOTHING,)
