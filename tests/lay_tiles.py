"""Lays the councils of one day out as hexagons: ``python -m tests.lay_tiles`` (``make tiles``).

Every council gets a tile of one size, as near as that allows to where it is and beside those that
it lies beside. Three steps: circles of one size are pushed apart until none lies on another, and
pulled towards their neighbours on the ground; each then takes a cell of a grid; and at last tiles
change places, or move to an empty cell, for as long as that brings neighbours together. Nothing is
drawn by chance, so the same positions give the same tiles.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.gazetteer import load_gazetteer
from tests.conftest import ROOT

FILE = ROOT / "data" / "reference" / "council-tiles.tsv"
SIZE = 27.0
"""Kilometres from the middle of a tile to the next: so many tiles of that size have the area of
the country."""
ROUNDS = 700
PULL = 0.035
HOME = 0.004
NEIGHBOURS = 14
TOGETHER, ACROSS = 0.7, 0.3
"""What nearness to a neighbour of one's own region counts beside nearness to one's place, and to
one of another region."""
REACH = 37

Point = tuple[float, float]
Cell = tuple[int, int]


def main() -> None:
    """Read the positions out of the table and write its tiles anew."""
    head, places = _read(FILE)
    names = sorted(places)
    points = [places[name] for name in names]
    edges = neighbours(points)
    regions = {slug: council.region for slug, council in load_gazetteer().councils.items()}
    ties: list[dict[int, float]] = [{} for _ in names]
    for one, other in edges:
        same = regions[names[one]] == regions[names[other]]
        ties[one][other] = ties[other][one] = TOGETHER if same else ACROSS
    cells = settle(relax(points, edges), ties)
    low = min(row for _, row in cells)
    left = min(column for column, _ in cells)
    rows = [
        f"{name}\t{places[name][0]:.0f}\t{places[name][1]:.0f}\t{column - left}\t{row - low}\n"
        for name, (column, row) in zip(names, cells, strict=True)
    ]
    FILE.write_text(head + "".join(rows), encoding="utf-8")


def _read(file: Path) -> tuple[str, dict[str, Point]]:
    """The head of the table, and east and north of each council in kilometres."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    start = next(i for i, line in enumerate(lines) if line.startswith("slug\t")) + 1
    found = {}
    for line in lines[start:]:
        slug, east, north, *_ = line.rstrip("\n").split("\t")
        found[slug] = (float(east), float(north))
    return "".join(lines[:start]), found


def neighbours(points: list[Point]) -> list[tuple[int, int]]:
    """The pairs that no third point lies between: the Gabriel graph."""
    found = []
    for one, here in enumerate(points):
        near = sorted(range(len(points)), key=lambda other: math.dist(here, points[other]))
        for other in near[1 : NEIGHBOURS + 1]:
            middle = ((here[0] + points[other][0]) / 2, (here[1] + points[other][1]) / 2)
            radius = math.dist(here, points[other]) / 2
            between = any(
                math.dist(middle, points[third]) < radius
                for third in near[: 2 * NEIGHBOURS]
                if third not in (one, other)
            )
            if not between:
                found.append((min(one, other), max(one, other)))
    return sorted(set(found))


def relax(points: list[Point], edges: list[tuple[int, int]]) -> list[Point]:
    """The points moved until they are ``SIZE`` apart, neighbours as near as that."""
    now = [list(point) for point in points]
    for turn in range(ROUNDS):
        size = SIZE * min(1.0, 0.3 + turn / (0.6 * ROUNDS))
        moves = [[0.0, 0.0] for _ in now]
        _pull(now, edges, size, moves)
        _push(now, size, moves)
        for at, (here, move) in enumerate(zip(now, moves, strict=True)):
            for axis in (0, 1):
                here[axis] += move[axis] + HOME * (points[at][axis] - here[axis])
    return [(x, y) for x, y in now]


def _pull(
    now: list[list[float]], edges: list[tuple[int, int]], size: float, moves: list[list[float]]
) -> None:
    for one, other in edges:
        gap = math.dist(now[one], now[other])
        if gap > size:
            share = PULL * (gap - size) / gap
            for axis in (0, 1):
                step = share * (now[other][axis] - now[one][axis])
                moves[one][axis] += step
                moves[other][axis] -= step


def _push(now: list[list[float]], size: float, moves: list[list[float]]) -> None:
    order = sorted(range(len(now)), key=lambda at: (now[at][0], at))
    for start, one in enumerate(order):
        for other in order[start + 1 :]:
            if now[other][0] - now[one][0] > size:
                break
            gap = math.dist(now[one], now[other])
            if gap < size:
                share = 0.45 * (size - gap) / max(gap, 0.01)
                for axis in (0, 1):
                    step = share * (now[other][axis] - now[one][axis])
                    moves[one][axis] -= step
                    moves[other][axis] += step


def centre(cell: Cell) -> Point:
    """East and north of a cell in kilometres; every other row is half a tile to the right."""
    column, row = cell
    return (SIZE * (column + 0.5 * (row % 2)), SIZE * row * math.sqrt(3) / 2)


def settle(points: list[Point], ties: Sequence[Mapping[int, float]]) -> list[Cell]:
    """A cell for each point, no two the same; ``ties`` say how much each wants to be by which."""
    near = [_cells_near(point) for point in points]
    cells: list[Cell] = []
    for cell_list in near:
        cells.append(next(cell for cell in cell_list if cell not in cells))
    board = _Board(points, ties, cells, {cell: at for at, cell in enumerate(cells)})
    tries = [(at, cell) for at in range(len(points)) for cell in near[at][:REACH]]
    while sum(board.improve(at, cell) for at, cell in tries):
        pass
    return board.cells


@dataclass
class _Board:
    """Where each point is, and which point is in a cell."""

    points: list[Point]
    ties: Sequence[Mapping[int, float]]
    cells: list[Cell]
    taken: dict[Cell, int]

    def improve(self, at: int, cell: Cell) -> bool:
        """Move a point to a cell, or change places with the one in it, if that is any better."""
        old, other = self.cells[at], self.taken.get(cell)
        if other == at:
            return False
        concerned = [at] if other is None else [at, other]
        before = sum(map(self._cost, concerned))
        self._put(at, cell, other, old)
        if sum(map(self._cost, concerned)) < before - 1e-6:
            return True
        self._put(at, old, other, cell)
        return False

    def _put(self, at: int, cell: Cell, other: int | None, old: Cell) -> None:
        self.taken.pop(old, None)
        self.cells[at] = cell
        if other is not None:
            self.cells[other] = old
            self.taken[old] = other
        self.taken[cell] = at

    def _cost(self, at: int) -> float:
        here = centre(self.cells[at])
        apart = sum(
            weight * math.dist(here, centre(self.cells[other])) ** 2
            for other, weight in self.ties[at].items()
        )
        return math.dist(here, self.points[at]) ** 2 + apart


def _cells_near(point: Point) -> list[Cell]:
    """The cells around a point, the nearest first."""
    row = round(point[1] / (SIZE * math.sqrt(3) / 2))
    column = round(point[0] / SIZE)
    around = [(column + right, row + up) for up in range(-6, 7) for right in range(-6, 7)]
    return sorted(around, key=lambda cell: (math.dist(centre(cell), point), cell))


if __name__ == "__main__":
    main()
