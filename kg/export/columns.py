"""What a table of ``kg export --format csv`` is made of: columns, and what leads to their cells."""

from __future__ import annotations

from dataclasses import dataclass

from kg.export.knowing import Path


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it is called, what it means, and the path that leads to its value.

    ``kind`` is ``iri``, ``text``, ``number``, ``whole``, ``truth``, ``day`` or ``when`` (a day, a
    month or a year), or ``count``: how many values there are. ``table`` is where the IRIs of the
    column have their rows, if every row has one and they all do: CSVW takes an empty cell for a
    key that leads nowhere. The first column of a table has no path: it is the
    thing itself.
    """

    name: str
    title: str
    path: Path = ()
    kind: str = "text"
    table: str = ""


@dataclass(frozen=True, slots=True)
class Entities:
    """A table with a row for each thing of one class, but for those of the class ``without``."""

    name: str
    title: str
    of: str
    columns: tuple[Column, ...]
    without: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """A table with a row for each value of properties: of what, and which value.

    ``of`` is the class of the things, "" for all things. ``columns`` are the thing and the value;
    with more than one property a column between them says which. ``through`` says that the value
    belongs to the objects of another property instead of the thing itself.
    """

    name: str
    title: str
    of: str
    properties: tuple[str, ...]
    columns: tuple[Column, Column]
    through: str = ""


Table = Entities | Links
