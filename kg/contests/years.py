"""In which year a contest is: printed beside it, known by its days, or that of the article."""

from __future__ import annotations

from collections import Counter
from datetime import date

from kg.lexicon import KnownContest, Lexicon
from kg.when import Published

_AHEAD = 6  # years between which a contest that is still to come is spoken of


def year_of(
    headed: int | None,
    printed: Counter[int],
    known: KnownContest | None,
    published: Published | None,
) -> int | None:
    """The year of a contest, None when nothing tells it.

    The year with which the article begins (``headed``) is believed, and one ``printed`` further
    down unless it is over when the article appears: then an earlier contest is looked back to.
    Else it is the year of the ``known`` contest that was under way, or the article's own.
    """
    if headed or published is None:
        return headed
    ahead = range(published.year, published.year + _AHEAD)
    told = _most(Counter({year: n for year, n in printed.items() if year in ahead}))
    return told or (known.year if known else published.year)


def _most(years: Counter[int]) -> int | None:
    return min(years, key=lambda year: (-years[year], year), default=None)


def under_way(day: date, office: str, body: str | None, lexicon: Lexicon) -> KnownContest | None:
    """The known contest for the office that was under way on ``day``."""
    return next(
        (
            known
            for known in lexicon.contests
            if (known.body, known.office) == (body, office) and known.first <= day <= known.last
        ),
        None,
    )
