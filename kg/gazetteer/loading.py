"""Reads the tables of the gazetteer, strictly: a fault names its file and line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast, get_args

from kg.gazetteer.folding import fold_place
from kg.gazetteer.gazetteer import Gazetteer
from kg.gazetteer.tables import Table, day, needed, parts
from kg.gazetteer.types import Council, CouncilKind, KindPhrase, Member, NameKind, Parish, Seat
from kg.resources import path as shipped

_T = TypeVar("_T")
_COUNCIL_COLUMNS = (
    "slug", "code", "code_now", "code_now_since", "earlier_codes", "name", "official_name",
    "other_names", "kind", "nation", "region", "county", "start", "end", "successors", "wikidata",
)  # fmt: skip
_KINDS = frozenset(get_args(CouncilKind))


def _council(cells: list[str]) -> Council:
    row = dict(zip(_COUNCIL_COLUMNS, cells, strict=True))
    if row["kind"] not in _KINDS:
        raise ValueError(f"{row['kind']!r} is not a kind of council")
    start, end = day(row["start"]), day(row["end"])
    if start and end and end < start:
        raise ValueError(f"it ends ({end}) before it starts ({start})")
    return Council(
        slug=needed(row["slug"], "slug"),
        code=row["code"] or None,
        code_now=row["code_now"] or None,
        code_now_since=day(row["code_now_since"]),
        earlier_codes=parts(row["earlier_codes"]),
        name=needed(row["name"], "name"),
        official_name=needed(row["official_name"], "official name"),
        other_names=parts(row["other_names"]),
        kind=cast(CouncilKind, row["kind"]),
        nation=row["nation"],
        region=row["region"],
        county=row["county"] or None,
        start=start,
        end=end,
        successors=parts(row["successors"]),
        wikidata=row["wikidata"] or None,
    )


def _councils(folder: Path) -> dict[str, Council]:
    table = Table(folder / "councils.tsv", _COUNCIL_COLUMNS)
    rows = table.read(_council)
    found: dict[str, Council] = {}
    for number, council in rows:
        if council.slug in found:
            raise table.fault(f"{council.slug} is there twice", number)
        found[council.slug] = council
    for number, council in rows:
        for slug in (*council.successors, *filter(None, [council.county])):
            if slug not in found:
                raise table.fault(f"{slug} is not a council of this table", number)
    return found


def _seat(cells: list[str]) -> Seat:
    code, name, others, kind, nation, region = cells
    return Seat(needed(code, "code"), needed(name, "name"), parts(others), kind, nation, region)


def _member(cells: list[str]) -> Member:
    seat, start, end, name, party = cells
    return Member(
        seat, date.fromisoformat(start), date.fromisoformat(end), needed(name, "name"), party
    )


def _seat_names(seats: Iterable[Seat]) -> dict[str, str]:
    """Folded name → code; what a name has "the" before is a name without it, too."""
    named = {
        fold_place(name): seat.code for seat in seats for name in (seat.name, *seat.other_names)
    }
    return {name.removeprefix("the "): code for name, code in named.items()} | named


def _members(folder: Path, seats: dict[str, Seat]) -> tuple[Member, ...]:
    table = Table(folder / "members.tsv", ("seat", "from", "to", "name", "party"))
    rows = table.read(_member)
    for number, member in rows:
        if member.seat not in seats:
            raise table.fault(f"{member.seat} is not a seat of constituencies.tsv", number)
    return tuple(member for _, member in rows)


def _wards(
    folder: Path, councils: dict[str, Council]
) -> dict[str, tuple[tuple[str, str, str], ...]]:
    table = Table(folder / "wards.tsv", ("council", "name", "code"))
    found: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for number, (council, name, code) in table.rows():
        if council not in councils:
            raise table.fault(f"{council} is not a council of councils.tsv", number)
        found[fold_place(name)].append((council, name, code))
    return {folded: tuple(sorted(rows)) for folded, rows in found.items()}


def _parish(cells: list[str]) -> Parish:
    name, officials, kind, council, namesakes = cells
    return Parish(needed(name, "name"), parts(officials), kind, council, parts(namesakes))


def _parishes(folder: Path, councils: dict[str, Council]) -> tuple[Parish, ...]:
    columns = ("name", "official_names", "kind", "council", "namesakes")
    table = Table(folder / "parishes.tsv", columns)
    rows = table.read(_parish)
    for number, parish in rows:
        for slug in (parish.council, *parish.namesakes):
            if slug not in councils:
                raise table.fault(f"{slug} is not a council of councils.tsv", number)
    return tuple(parish for _, parish in rows)


def _kind_phrase(cells: list[str]) -> KindPhrase:
    phrase, where, word, fits = cells
    if where not in ("before", "after"):
        raise ValueError(f"{where!r} is neither before nor after")
    unknown = set(parts(fits)) - _KINDS
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))}: not a kind of council")
    return KindPhrase(fold_place(phrase), where == "before", word, frozenset(parts(fits)))


def _kind_phrases(folder: Path) -> tuple[KindPhrase, ...]:
    """The phrases, longest first, so that the first that fits is the one that is meant."""
    table = Table(folder / "place-kinds.tsv", ("phrase", "where", "word", "fits"))
    phrases = [phrase for _, phrase in table.read(_kind_phrase)]
    return tuple(sorted(phrases, key=lambda p: (-len(p.phrase), p.phrase, p.before)))


def _kind_labels(folder: Path) -> dict[CouncilKind, str]:
    """What each kind is called. Every kind has a label."""
    table = Table(folder / "council-kinds.tsv", ("kind", "label"))
    found: dict[CouncilKind, str] = {}
    for number, (kind, label) in table.rows():
        if kind not in _KINDS or not label:
            raise table.fault(f"{kind!r} is not a kind of council, or has no label", number)
        found[cast(CouncilKind, kind)] = label
    if _KINDS - found.keys():
        raise table.fault(f"no label for {', '.join(sorted(_KINDS - found.keys()))}", 1)
    return found


def _abbreviations(folder: Path) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """What stands for a whole name, and what for a word in one."""
    table = Table(folder / "place-abbreviations.tsv", ("printed", "scope", "means"))
    whole: dict[str, tuple[str, ...]] = {}
    words: dict[str, str] = {}
    for number, (printed, scope, means) in table.rows():
        if scope == "name":
            whole[fold_place(printed)] = tuple(fold_place(part) for part in parts(means))
        elif scope == "word":
            words[fold_place(printed)] = fold_place(means)
        else:
            raise table.fault(f"{scope!r} is neither word nor name", number)
    return whole, words


def _areas(folder: Path, councils: dict[str, Council]) -> dict[str, frozenset[str]]:
    """Slugs of the councils in each nation, region and county."""
    table = Table(folder / "counties.tsv", ("name", "councils"))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for number, (name, slugs) in table.rows():
        for slug in parts(slugs):
            if slug not in councils:
                raise table.fault(f"{slug} is not a council of councils.tsv", number)
        found[fold_place(name)].update(parts(slugs))
    for council in councils.values():
        for name in (council.nation, council.region):
            found[fold_place(name)].add(council.slug)
    return {name: frozenset(slugs) for name, slugs in found.items()}


def _lookalikes(folder: Path) -> dict[str, str]:
    table = Table(folder / "place-lookalikes.tsv", ("printed", "what"))
    return dict(row for _, row in table.read(lambda cells: (needed(cells[0], "form"), cells[1])))


def _near_misses(folder: Path) -> dict[str, str]:
    table = Table(folder / "place-near-misses.tsv", ("name", "kind"))
    return dict(row for _, row in table.read(lambda cells: (needed(cells[0], "name"), cells[1])))


def _index(pairs: Iterable[tuple[str, _T]]) -> dict[str, tuple[_T, ...]]:
    """Values by key, in the order given, none twice under one key."""
    found: defaultdict[str, dict[_T, None]] = defaultdict(dict)
    for key, value in pairs:
        found[key][value] = None
    return {key: tuple(values) for key, values in found.items()}


def _place_names(
    councils: Iterable[str], seats: Iterable[str], wards: Iterable[str], parishes: Iterable[str]
) -> dict[str, frozenset[NameKind]]:
    found: dict[str, frozenset[NameKind]] = dict.fromkeys(wards, frozenset({"ward"}))
    names: tuple[tuple[NameKind, Iterable[str]], ...] = (
        ("constituency", seats),
        ("parish", parishes),
        ("council", councils),
    )
    for kind, folded_names in names:
        for folded in folded_names:
            found[folded] = found.get(folded, frozenset()) | {kind}
    return found


def _member_names(members: tuple[Member, ...]) -> Iterator[tuple[str, Member]]:
    """Each member by the full name and by its last words: Smith, Duncan Smith."""
    for member in members:
        words = member.name.split()
        for start in range(len(words)):
            yield fold_place(" ".join(words[start:])), member


@lru_cache(maxsize=4)
def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The gazetteer of ``folder`` (default: the tables that kg ships), read once.

    Raises ``ResourceError``, with file and line, when a table is missing or malformed.
    """
    where = folder or shipped("data", "reference")
    councils = _councils(where)
    table = Table(
        where / "constituencies.tsv", ("code", "name", "other_names", "kind", "nation", "region")
    )
    seats = {seat.code: seat for _, seat in table.read(_seat)}
    members = _members(where, seats)
    wards = _wards(where, councils)
    parishes = _parishes(where, councils)
    whole, words = _abbreviations(where)
    by_name = _index((fold_place(n), c.slug) for c in councils.values() for n in c.names)
    seat_names = _seat_names(seats.values())
    parish_names = _index((fold_place(n), p) for p in parishes for n in (p.name, *p.official_names))
    return Gazetteer(
        councils=councils,
        seats=seats,
        parishes=parishes,
        members=members,
        place_names=_place_names(by_name, seat_names, wards, parish_names),
        kind_phrases=_kind_phrases(where),
        whole_abbreviations=whole,
        word_abbreviations=words,
        areas=_areas(where, councils),
        lookalikes=_lookalikes(where),
        near_misses=_near_misses(where),
        kind_labels=_kind_labels(where),
        _councils_by_name=by_name,
        _councils_by_code={
            code: c.slug
            for c in councils.values()
            for code in (c.code, c.code_now, *c.earlier_codes)
            if code
        },
        _seats_by_name=seat_names,
        _members_by_seat=_index((m.seat, m) for m in members),
        _members_by_name=_index(_member_names(members)),
        _wards_by_name=wards,
        _parishes_by_name=parish_names,
        _predecessors=_index((heir, c.slug) for c in councils.values() for heir in c.successors),
    )
