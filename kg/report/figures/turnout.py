"""How many of the councils that there are have a backer: by region, and by type of council."""

from __future__ import annotations

from kg.report.facts import Answer, Row
from kg.report.figures.councils import contest_of
from kg.report.figures.model import COLOURS, Bar, Bars, Figure, Matter, table
from kg.report.words import Words, plain, total

_KINDS = (
    ("By region", "turnout-by-region", "region"),
    ("By type", "turnout-by-council-type", "type"),
)


def draw(matter: Matter) -> Figure | None:
    """The figure of one contest, or None when it is not known how many councils there were."""
    contest = contest_of(matter.facts)
    if contest is None:
        return None
    kinds = [
        (title, column, _rows(matter.facts[query], contest)) for title, query, column in _KINDS
    ]
    regions = kinds[0][2]
    if not regions:
        return None
    backed = total(row.number("backed") for row in regions)
    return Figure(
        name="turnout",
        title=f"Councils with a named backer, of all that there are: {contest['contest']}",
        chart=Bars(
            tuple(
                (title, tuple(_bar(row, column) for row in rows)) for title, column, rows in kinds
            )
        ),
        size=(backed, " of ", total(row.number("councils") for row in regions), " councils"),
        unplaced=(contest.number("councils") - backed,),
        notes=(
            (
                "A bar is the share of councils that somebody speaks for who is named as backing "
                f"anybody. Councils are those of {regions[0]['as_of']}.",
            ),
        ),
        alt=(
            "Bars, each the share of councils with a backer. ",
            *(part for row in regions[:6] for part in (f"{row['region']}: ", *_of(row), ". ")),
        ),
        table=table(
            ("Councils", "With a backer", "All", "Per cent"),
            (
                (row[column], row.number("backed"), row.number("councils"), row.number("per_cent"))
                for _, column, rows in kinds
                for row in rows
            ),
        ),
    )


def _rows(answer: Answer, contest: Row) -> list[Row]:
    """The rows of a contest, the largest share first."""
    rows = [row for row in answer if row["contest"] == contest["contest"]]
    return sorted(rows, key=lambda row: (-row.number("per_cent").value, row.index))


def _bar(row: Row, by: str) -> Bar:
    share = row.number("per_cent").length
    return Bar(row[by], share, COLOURS[0], plain(_of(row)))


def _of(row: Row) -> Words:
    return (row.number("backed"), " of ", row.number("councils"))
