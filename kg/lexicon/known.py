"""Tables of what is known before an article is read: contests with their days, given names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kg.lexicon.types import KnownContest
from kg.tables import forms, rows


def known_contests(folder: Path | None) -> Iterator[KnownContest]:
    """The contests of ``contests.tsv`` with the days on which they were under way."""
    columns = ("body", "office", "year", "from", "to", "called")
    for body, office, year, first, last, called in rows("contests.tsv", columns, folder):
        yield KnownContest(
            body,
            office,
            int(year),
            date.fromisoformat(first),
            date.fromisoformat(last),
            called or office,
        )


def short_names(folder: Path | None) -> dict[str, frozenset[str]]:
    """The full given names that a short or familiar one may stand for, in small letters."""
    full: dict[str, set[str]] = {}
    for name, cell in rows("nicknames.tsv", ("name", "forms"), folder):
        for form in forms(cell):
            full.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in full.items()}
