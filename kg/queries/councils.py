"""What a council is called beyond the names that the graph has: old names, codes, misspellings."""

from __future__ import annotations

from datetime import UTC, date, datetime

from pyoxigraph import Literal, QuerySolutions

from kg.asking import Queryable, engine_errors
from kg.errors import UsageError
from kg.gazetteer import Gazetteer, fold_place, load_gazetteer
from kg.queries.parameters import shortened
from kg.vocab import SCHEMA

_DAYS = f"SELECT DISTINCT ?day WHERE {{ ?article <{SCHEMA.datePublished}> ?day }}"


def councils_meant(store: Queryable, asked: str, beside: str) -> list[str]:
    """The IRIs of the councils that ``asked`` may mean by the gazetteer, sorted.

    A code or a name of any time is looked up first, then a misspelt or short one, on the days of
    the articles and today. ``beside`` is the IRI of some council of the graph, which tells how
    councils are named there; whether the graph has this one, too, is another question.

    Raises ``UsageError`` with what was near when it is no council.
    """
    gazetteer = load_gazetteer()
    start = beside.rpartition("/")[0]
    return [f"{start}/{slug}" for slug in sorted(_slugs(gazetteer, store, asked))]


def _slugs(gazetteer: Gazetteer, store: Queryable, asked: str) -> set[str]:
    by_code = gazetteer.council_by_code(asked.upper())
    if by_code:
        return {by_code.slug}
    named = {c.slug for c in gazetteer.councils_named(fold_place(asked)) if c.is_principal}
    return named or _resolved(gazetteer, asked, _days(store))


def _resolved(gazetteer: Gazetteer, asked: str, days: list[date]) -> set[str]:
    """The council that a printed name resolves to on the first day on which it does."""
    from kg.reconcile.places import PlaceContext, resolve_place
    from kg.reconcile.proposals import with_proposals

    places = [resolve_place(gazetteer, asked, day, PlaceContext()) for day in days]
    for place in places:
        if place.kind == "council" and place.slug:
            return {place.slug}
    for place in places:
        if place.kind == "ambiguous":
            return set(place.candidates)
    raise UsageError(
        f"{shortened(asked)!a} is no council",
        todo=with_proposals(gazetteer, places[0]).why or "kg reconcile tells what it is",
    )


def _days(store: Queryable) -> list[date]:
    """The days of the articles, the newest first, then today."""
    with engine_errors():  # an answer is worked out as it is read
        answer = store.query(_DAYS)
        stated = [
            value.value
            for row in (answer if isinstance(answer, QuerySolutions) else ())
            for value in row
            if isinstance(value, Literal)
        ]
    whole = [date.fromisoformat(value) for value in stated if len(value) == len("2015-07-17")]
    return [*sorted(set(whole), reverse=True), datetime.now(UTC).date()]
