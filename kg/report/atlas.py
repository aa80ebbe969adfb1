"""Where councils stand on the map, as the reference tables have it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.gazetteer import Council, load_gazetteer
from kg.gazetteer.tables import Table
from kg.resources import path

TILES_OF = "July 2015"
_COLUMNS = ("slug", "east", "north", "column", "row")


@dataclass(frozen=True, slots=True)
class Tile:
    """Where the hexagon of a council stands: columns from the left, rows from the bottom.

    In odd rows tiles stand half a tile further to the right.
    """

    column: int
    row: int


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """The tiles of the councils of ``TILES_OF``, by slug."""

    tiles: Mapping[str, Tile]

    def council(self, code: str) -> Council | None:
        """The council whose area has or had the code."""
        return load_gazetteer().council_by_code(code) if code else None


def load_atlas() -> Atlas:
    """The atlas of the tables that kg ships. Raises ``ResourceError`` when one is malformed."""
    councils = load_gazetteer().councils
    table = Table(path("data", "reference", "council-tiles.tsv"), _COLUMNS)
    tiles: dict[str, Tile] = {}
    taken: set[Tile] = set()
    for line, (slug, _, _, column, row) in table.rows():
        tile = Tile(int(column), int(row)) if column.isdigit() and row.isdigit() else None
        if tile is None or tile in taken or slug not in councils or slug in tiles:
            raise table.fault("not a council of councils.tsv with a tile of its own", line)
        taken.add(tile)
        tiles[slug] = tile
    return Atlas(tiles)
