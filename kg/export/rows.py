"""The rows of the tables, and their cells, safe to open in a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from kg.export.columns import Column, Entities, Links, Table
from kg.export.knowing import Known, Thing, gather, plain, things
from kg.export.linktables import TABLES, paths
from kg.nquads import HasLines
from kg.vocab import RDF

Row = list[str]
Guard = Callable[[str], str]

_TYPE = f"<{RDF.type}>"
# What a spreadsheet takes for a formula, behind any quotes, so that one quote can be taken away.
_FORMULA = re.compile(r"'*[=+\-@\t\r]").match


def guarded(text: str) -> str:
    """A text that no spreadsheet runs: with a ``'`` before it if it begins like a formula.

    >>> guarded("=1+1"), guarded("'=1"), guarded("O'Byrne")
    ("'=1+1", "''=1", "O'Byrne")
    """
    return f"'{text}" if _FORMULA(text) else text


def unguarded(text: str) -> str:
    """The text that ``guarded`` was given."""
    return text[1:] if text[:1] == "'" and _FORMULA(text[1:]) else text


def as_it_is(text: str) -> str:
    """The text without any guard."""
    return text


def header(table: Table) -> Row:
    """The names of the columns of a table."""
    return [column.name for column in columns(table)]


def columns(table: Table) -> tuple[Column, ...]:
    """The columns of a table; several properties have one that says which."""
    if isinstance(table, Entities) or len(table.properties) == 1:
        return table.columns
    thing, value = table.columns
    return thing, Column("property", "property (IRI)", kind="iri"), value


@dataclass(frozen=True, slots=True)
class Sheets:
    """Which tables have rows for things of a class, and for things with a property."""

    entities: Mapping[str, list[Entities]]
    links: Mapping[str, list[Links]]


def all_rows(graph: HasLines, guard: Guard) -> Iterator[tuple[str, Row]]:
    """Every row of every table, with the name of its table, things in order.

    Raises ``StoreError`` as the lines of the graph do.
    """
    known = gather(graph, paths())
    sheets = _sheets()
    for thing in things(graph):
        types = {token[1:-1] for token in thing[1].get(_TYPE, ()) if token[0] == "<"}
        for name in sorted(types):
            for entities in sheets.entities.get(name, ()):
                if entities.without not in types:
                    yield entities.name, _entity(entities, thing, known, guard)
        for predicate in thing[1]:
            for links in sheets.links.get(predicate[1:-1], ()):
                if not links.of or links.of in types:
                    for row in _linked(links, predicate, thing, guard):
                        yield links.name, row


def _sheets() -> Sheets:
    entities: dict[str, list[Entities]] = {}
    links: dict[str, list[Links]] = {}
    for table in TABLES:
        if isinstance(table, Entities):
            entities.setdefault(table.of, []).append(table)
        else:
            for name in table.properties:
                links.setdefault(name, []).append(table)
    return Sheets(entities, links)


def _entity(table: Entities, thing: Thing, known: Known, guard: Guard) -> Row:
    first, *rest = table.columns
    del first  # the thing itself
    return [plain(thing[0]), *(_cell(column, thing, known, guard) for column in rest)]


def _cell(column: Column, thing: Thing, known: Known, guard: Guard) -> str:
    found = known.follow(thing, column.path)
    if column.kind == "count":
        return str(len(found))
    if not found:
        return ""
    if column.kind == "number":
        return max(map(plain, found), key=_size)
    value = plain(found[0])
    return guard(value) if column.kind == "text" else value


def _size(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal(-1)


def _linked(table: Links, predicate: str, thing: Thing, guard: Guard) -> Iterable[Row]:
    subjects = thing[1].get(f"<{table.through}>", []) if table.through else [thing[0]]
    which = [predicate[1:-1]] if len(table.properties) > 1 else []
    is_text = table.columns[1].kind == "text"
    values = dict.fromkeys(plain(token) for token in thing[1][predicate])
    for subject in subjects:
        for value in values:
            yield [plain(subject), *which, guard(value) if is_text else value]
