"""Where backers sit: a map of the councils, and the regions that those lie in."""

from __future__ import annotations

from dataclasses import dataclass

from kg.report.atlas import TILES_OF, Atlas
from kg.report.facts import Answer, Facts, Row
from kg.report.figures.model import (
    COLOURS,
    NOBODY,
    OTHER,
    TIED,
    Figure,
    Hexagon,
    Hexagons,
    Matter,
    Stacks,
    table,
)
from kg.report.words import NOTHING, Number, Words, count, listed, total

MOST_NAMED = 8
ANOTHER = "another candidate"
FEWEST = 3
"""How many councils must have a backer for a map to say more than a sentence does."""


@dataclass(frozen=True, slots=True)
class Support:
    """Who backs whom on one council."""

    council: str
    code: str
    rows: tuple[Row, ...]

    @property
    def backers(self) -> Number:
        """How many, those who back several candidates once for each."""
        return total(row.number("backers") for row in self.rows)

    def leader(self) -> str | None:
        """The candidate with most of them, None when two have as many."""
        first = max(row.number("backers").value for row in self.rows)
        best = [r["candidate"] for r in self.rows if r.number("backers").value == first]
        return best[0] if len(best) == 1 else None


def contest_of(facts: Facts) -> Row | None:
    """The contest with most backers who speak for a council, None when nobody does."""
    rows = sorted(facts["contests"], key=lambda row: -row.number("with_council").value)
    return rows[0] if rows and rows[0].number("with_council") else None


def support_in(facts: Facts, contest: str) -> list[Support]:
    """The councils of a contest's backers, in order of name."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in facts["councils-by-contest"]:
        if row["contest"] == contest:
            found.setdefault((row["council"], row["code"]), []).append(row)
    return [Support(council, code, tuple(rows)) for (council, code), rows in found.items()]


def draw_map(matter: Matter) -> Figure | None:
    """The map of one contest, or None when there are hardly any tiles to colour."""
    contest = contest_of(matter.facts)
    if contest is None:
        return None
    every = support_in(matter.facts, contest["contest"])
    placed, off = _placed(every, matter.atlas)
    if len(placed) < FEWEST:
        return None
    key = _key(matter, contest["contest"])
    return Figure(
        name="map",
        title=f"Who has most backers on each council: {contest['contest']}",
        chart=Hexagons(key, _tiles(placed, key, matter.atlas)),
        size=(
            *count(total(one.backers for one in placed.values()), "backer", "backers"),
            f" on {len(placed)} of {len(matter.atlas.tiles)} councils of {TILES_OF}",
        ),
        unplaced=_unplaced(contest, off),
        notes=(
            (
                "Every hexagon is one council, as near to its place as tiles of one size allow; "
                "the number is how many backers speak for it. Colours stand for candidates, not "
                "for parties. A council without colour has no backer in these articles, which says "
                "nothing about what its members think.",
            ),
            *_others(matter.facts, contest),
        ),
        alt=_map_in_words(placed, key),
        table=table(
            ("Council", "Code", "Candidate", "Backers"),
            (
                (row["council"], row["code"], row["candidate"], row.number("backers"))
                for row in sorted(
                    (row for one in every for row in one.rows),
                    key=lambda row: (-row.number("backers").value, row.index),
                )
            ),
        ),
    )


def _placed(every: list[Support], atlas: Atlas) -> tuple[dict[str, Support], list[Support]]:
    """The councils that have a tile, by slug, and those that have none."""
    placed: dict[str, Support] = {}
    off: list[Support] = []
    for one in every:
        council = atlas.council(one.code)
        if council is not None and council.slug in atlas.tiles and council.slug not in placed:
            placed[council.slug] = one
        else:
            off.append(one)
    return placed, off


def _key(matter: Matter, contest: str) -> tuple[tuple[str, str], ...]:
    """What the colours of the map stand for: candidates, then what is none."""
    rows = [row for row in matter.facts["count-by-candidate"] if row["contest"] == contest]
    coloured = [r["candidate"] for r in rows if (contest, r["candidate"]) in matter.colours]
    key = [(name, matter.colour(contest, name)) for name in dict.fromkeys(coloured)]
    if len(rows) > len(COLOURS):
        key.append((ANOTHER, OTHER))
    return (*key, ("a tie", TIED), ("nobody named", NOBODY))


def _tiles(
    placed: dict[str, Support], key: tuple[tuple[str, str], ...], atlas: Atlas
) -> tuple[Hexagon, ...]:
    parts = {name: at for at, (name, _) in enumerate(key)}
    tied, nobody = len(key) - 2, len(key) - 1
    made = []
    for slug, tile in atlas.tiles.items():
        support = placed.get(slug)
        if support is None:
            made.append(Hexagon(tile.column, tile.row, "", nobody))
            continue
        leader = support.leader()
        part = tied if leader is None else parts.get(leader, tied - 1)
        made.append(Hexagon(tile.column, tile.row, str(support.backers), part))
    return tuple(made)


def _without(contest: Row) -> Number:
    return contest.number("backers") - contest.number("with_council")


def _of(answer: Answer, contest: Row) -> list[Row]:
    """The rows of one contest."""
    return [row for row in answer if row["contest"] == contest["contest"]]


def _unplaced(contest: Row, off: list[Support]) -> Words:
    """Backers without a council, and those of councils without a tile."""
    said: list[str | Number] = [_without(contest), " who speak for no council"]
    if off:
        most = sorted(off, key=lambda one: (-one.backers.value, one.council))
        named = [f"{one.council} ({one.backers})" for one in most[:MOST_NAMED]]
        if len(most) > MOST_NAMED:
            named.append(f"{len(most) - MOST_NAMED} more")
        said += [
            ", and ",
            total(one.backers for one in off),
            f" of {len(off)} councils without a tile, such as counties, which lie over several: ",
            listed(named),
        ]
    return tuple(said)


def _others(facts: Facts, contest: Row) -> tuple[Words, ...]:
    others = [row for row in facts["contests"] if row is not contest and row.number("with_council")]
    if not others:
        return ()
    backers = total(row.number("with_council") for row in others)
    return ((f"{len(others)} other contests are not drawn: ", backers, " backers with a council."),)


def _map_in_words(placed: dict[str, Support], key: tuple[tuple[str, str], ...]) -> Words:
    leads: dict[str, int] = {}
    for one in placed.values():
        leader = one.leader() or "nobody alone"
        leads[leader] = leads.get(leader, 0) + 1
    order = [name for name, _ in key if name in leads]
    order += [name for name in sorted(leads) if name not in order]
    said = "; ".join(f"{name} on {leads[name]}" for name in order)
    return (f"A map of hexagons, one a council. Most backers: {said}.",)


def draw_regions(matter: Matter) -> Figure | None:
    """Backers by region, or None when no region is known of any."""
    contest = contest_of(matter.facts)
    if contest is None:
        return None
    key = _key(matter, contest["contest"])[:-2]
    regions: dict[str, dict[str, Number]] = {}
    for row in _of(matter.facts["support-by-region"], contest):
        name = row["candidate"] if row["candidate"] in dict(key) else ANOTHER
        by = regions.setdefault(row["region"], {})
        by[name] = by.get(name, NOTHING) + row.number("backers")
    if not regions:
        return None
    ordered = sorted(regions.items(), key=lambda r: (-total(r[1].values()).value, r[0]))
    return Figure(
        name="regions",
        title=f"Where the backers sit: {contest['contest']}",
        chart=Stacks(
            key,
            tuple(
                (region, tuple(by.get(name, NOTHING).length for name, _ in key))
                for region, by in ordered
            ),
        ),
        size=count(total(n for _, by in ordered for n in by.values()), "backer", "backers"),
        unplaced=(_without(contest), " who speak for no council"),
        notes=(
            (
                "Regions of England, and the other nations of the United Kingdom, by the council "
                "that a backer speaks for. Who speaks for councils of two regions, or backs two "
                "candidates, is counted for each.",
            ),
        ),
        alt=(
            "A chart of stacked bars, one a region. ",
            *(
                part
                for region, by in ordered[:4]
                for part in (f"{region}: ", total(by.values()), ". ")
            ),
        ),
        table=table(
            ("Region", *(name for name, _ in key), "Together"),
            (
                (region, *(by.get(name, NOTHING) for name, _ in key), total(by.values()))
                for region, by in ordered
            ),
        ),
    )
