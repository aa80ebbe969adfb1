"""Who is named as backing whom, as bars: one a candidate, grouped by contest."""

from __future__ import annotations

from itertools import islice

from kg.report.facts import Row
from kg.report.figures.model import Bar, Bars, Figure, Matter, table
from kg.report.words import NOTHING, Number, Words, count, total

NAME = "endorsements"
MOST_BARS = 24


def draw(matter: Matter) -> Figure | None:
    """The figure, or None when nobody backs anybody."""
    rows = matter.facts["count-by-candidate"].rows
    if not rows:
        return None
    shown = sorted(rows[:MOST_BARS], key=lambda row: row.index)
    groups: dict[str, list[Bar]] = {}
    for row in shown:
        number = row.number("total")
        colour = matter.colour(row["contest"], row["candidate"])
        bar = Bar(row["candidate"], number.length, colour, str(number))
        groups.setdefault(row["contest"], []).append(bar)
    left = rows[MOST_BARS:]
    return Figure(
        name=NAME,
        title="Named endorsements, by candidate",
        chart=Bars(tuple((contest, tuple(bars)) for contest, bars in groups.items())),
        size=count(matter.facts.total("endorsements"), "endorsement", "endorsements"),
        unplaced=_unplaced(left),
        notes=(
            (
                "People and bodies that an article names as backing a candidate, each counted once"
                " however many passages say so. Numbers that somebody only states are not in here.",
            ),
        ),
        alt=("A bar chart. ", *_best(rows)),
        table=table(
            ("Candidate", "Contest", "People", "Bodies", "Together"),
            (
                (
                    row["candidate"],
                    row["contest"],
                    row.number("people"),
                    row.number("bodies"),
                    row.number("total"),
                )
                for row in rows
            ),
        ),
    )


def _unplaced(left: tuple[Row, ...]) -> Words:
    if not left:
        return (NOTHING,)
    backers: Number = total(row.number("total") for row in left)
    return (backers, f", of the {len(left)} candidates with the fewest, who are in the table")


def _best(rows: tuple[Row, ...]) -> Words:
    """The first few candidates in words."""
    said: list[str | Number] = []
    for row in islice(rows, 5):
        said += [f"{row['candidate']} ({row['contest']}): ", row.number("total"), ". "]
    return tuple(said)
