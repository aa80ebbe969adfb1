"""Reads the tables of the gazetteer, strictly: a fault names its file and line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast, get_args

from kg.errors import ResourceError
from kg.gazetteer.folding import fold_place
from kg.gazetteer.gazetteer import Gazetteer
from kg.gazetteer.types import Council, CouncilKind, KindPhrase, Member, NameKind, Parish, Seat
from kg.resources import path as shipped

_T = TypeVar("_T")
_COUNCIL_COLUMNS = (
    "slug", "code", "code_now", "code_now_since", "earlier_codes", "name", "official_name",
    "other_names", "kind", "nation", "region", "county", "start", "end", "successors", "wikidata",
)  # fmt: skip
_KINDS = frozenset(get_args(CouncilKind))


@dataclass(frozen=True, slots=True)
class _Table:
    """One file of reference data, and the way to say where in it a fault lies."""

    file: Path
    columns: tuple[str, ...]

    def fault(self, what: str, line: int | None = None) -> ResourceError:
        """The error to raise for ``what``, in ``line`` (counted from 1) if it is in one."""
        where = str(self.file) if line is None else f"{self.file}:{line}"
        return ResourceError(what, where=where, todo="mend the table, or install kg again")

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Line number and cells of every row, after the comments and the header."""
        try:
            lines = self.file.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise self.fault(f"cannot be read: {error}") from error
        width = len(self.columns)
        header: list[str] = []
        for number, line in enumerate(lines, 1):
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if not header:
                header = cells
                if tuple(cells) != self.columns:
                    raise self.fault(f"the columns are not {', '.join(self.columns)}", number)
            elif len(cells) != width:
                raise self.fault(f"{len(cells)} cells where {width} are expected", number)
            else:
                yield number, cells
        if not header:
            raise self.fault("there is no header")

    def read(self, make: Callable[[list[str]], _T]) -> list[tuple[int, _T]]:
        """Every row made into a value; a ``ValueError`` of ``make`` becomes a fault of its line."""
        made = []
        for number, cells in self.rows():
            try:
                made.append((number, make(cells)))
            except ValueError as error:
                raise self.fault(str(error), number) from error
        return made


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";")) if cell else ()


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _needed(cell: str, column: str) -> str:
    if not cell or cell != cell.strip():
        raise ValueError(f"the {column} is empty or has space around it")
    return cell


def _council(cells: list[str]) -> Council:
    row = dict(zip(_COUNCIL_COLUMNS, cells, strict=True))
    if row["kind"] not in _KINDS:
        raise ValueError(f"{row['kind']!r} is not a kind of council")
    start, end = _day(row["start"]), _day(row["end"])
    if start and end and end < start:
        raise ValueError(f"it ends ({end}) before it starts ({start})")
    return Council(
        slug=_needed(row["slug"], "slug"),
        code=row["code"] or None,
        code_now=row["code_now"] or None,
        code_now_since=_day(row["code_now_since"]),
        earlier_codes=_parts(row["earlier_codes"]),
        name=_needed(row["name"], "name"),
        official_name=_needed(row["official_name"], "official name"),
        other_names=_parts(row["other_names"]),
        kind=cast(CouncilKind, row["kind"]),
        nation=row["nation"],
        region=row["region"],
        county=row["county"] or None,
        start=start,
        end=end,
        successors=_parts(row["successors"]),
        wikidata=row["wikidata"] or None,
    )


def _councils(folder: Path) -> dict[str, Council]:
    table = _Table(folder / "councils.tsv", _COUNCIL_COLUMNS)
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
    return Seat(_needed(code, "code"), _needed(name, "name"), _parts(others), kind, nation, region)


def _member(cells: list[str]) -> Member:
    seat, start, end, name, party = cells
    return Member(
        seat, date.fromisoformat(start), date.fromisoformat(end), _needed(name, "name"), party
    )


def _members(folder: Path, seats: dict[str, Seat]) -> tuple[Member, ...]:
    table = _Table(folder / "members.tsv", ("seat", "from", "to", "name", "party"))
    rows = table.read(_member)
    for number, member in rows:
        if member.seat not in seats:
            raise table.fault(f"{member.seat} is not a seat of constituencies.tsv", number)
    return tuple(member for _, member in rows)


def _wards(
    folder: Path, councils: dict[str, Council]
) -> dict[str, tuple[tuple[str, str, str], ...]]:
    table = _Table(folder / "wards.tsv", ("council", "name", "code"))
    found: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for number, (council, name, code) in table.rows():
        if council not in councils:
            raise table.fault(f"{council} is not a council of councils.tsv", number)
        found[fold_place(name)].append((council, name, code))
    return {folded: tuple(sorted(rows)) for folded, rows in found.items()}


def _parish(cells: list[str]) -> Parish:
    name, officials, kind, council, namesakes = cells
    return Parish(_needed(name, "name"), _parts(officials), kind, council, _parts(namesakes))


def _parishes(folder: Path, councils: dict[str, Council]) -> tuple[Parish, ...]:
    columns = ("name", "official_names", "kind", "council", "namesakes")
    table = _Table(folder / "parishes.tsv", columns)
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
    unknown = set(_parts(fits)) - _KINDS
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))}: not a kind of council")
    return KindPhrase(fold_place(phrase), where == "before", word, frozenset(_parts(fits)))


def _kind_phrases(folder: Path) -> tuple[KindPhrase, ...]:
    """The phrases, longest first, so that the first that fits is the one that is meant."""
    table = _Table(folder / "place-kinds.tsv", ("phrase", "where", "word", "fits"))
    phrases = [phrase for _, phrase in table.read(_kind_phrase)]
    return tuple(sorted(phrases, key=lambda p: (-len(p.phrase), p.phrase, p.before)))


def _abbreviations(folder: Path) -> dict[str, dict[str, str]]:
    table = _Table(folder / "place-abbreviations.tsv", ("printed", "scope", "means"))
    found: dict[str, dict[str, str]] = {"word": {}, "name": {}}
    for number, (printed, scope, means) in table.rows():
        if scope not in found:
            raise table.fault(f"{scope!r} is neither word nor name", number)
        found[scope][fold_place(printed)] = fold_place(means)
    return found


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
    table = _Table(
        where / "constituencies.tsv", ("code", "name", "other_names", "kind", "nation", "region")
    )
    seats = {seat.code: seat for _, seat in table.read(_seat)}
    members = _members(where, seats)
    wards = _wards(where, councils)
    parishes = _parishes(where, councils)
    abbreviations = _abbreviations(where)
    by_name = _index((fold_place(n), c.slug) for c in councils.values() for n in c.names)
    seat_names = {fold_place(n): s.code for s in seats.values() for n in (s.name, *s.other_names)}
    parish_names = _index((fold_place(n), p) for p in parishes for n in (p.name, *p.official_names))
    return Gazetteer(
        councils=councils,
        seats=seats,
        parishes=parishes,
        members=members,
        place_names=_place_names(by_name, seat_names, wards, parish_names),
        kind_phrases=_kind_phrases(where),
        whole_abbreviations=abbreviations["name"],
        word_abbreviations=abbreviations["word"],
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
