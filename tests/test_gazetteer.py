"""The gazetteer: its facts hold together, its look-ups answer, and broken tables say where."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import resources
from kg.errors import ResourceError
from kg.gazetteer import Gazetteer, fold_place, load_gazetteer

TABLES = (
    "councils.tsv",
    "constituencies.tsv",
    "members.tsv",
    "wards.tsv",
    "parishes.tsv",
    "counties.tsv",
    "council-kinds.tsv",
    "place-kinds.tsv",
    "place-abbreviations.tsv",
    "place-lookalikes.tsv",
    "place-near-misses.tsv",
)
SUMMER_2015 = date(2015, 7, 31)
COUNCILS_IN_JULY_2015 = {
    "England": 353,
    "Scotland": 32,
    "Wales": 22,
    "Northern Ireland": 11,
}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture
def tables(tmp_path: Path) -> Iterator[Path]:
    """A copy of the shipped tables, to break."""
    for name in TABLES:
        shutil.copy(resources.path("data", "reference", name), tmp_path / name)
    yield tmp_path
    load_gazetteer.cache_clear()


def break_table(folder: Path, name: str, old: str, new: str) -> int:
    """Replace the first ``old`` of a table; the line it stands in, counted from 1."""
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Stoke‐on‐Trent", "stoke on trent"),
        ("Stoke – on — Trent", "stoke on trent"),
        ("Redcar & Cleveland", "redcar and cleveland"),
        ("Redcar&Cleveland", "redcar and cleveland"),
        ("King’s  Lynn", "kings lynn"),
        ("King's Lynn,", "kings lynn"),
        ("St. Helens", "st helens"),
        ("Ynys Môn", "ynys mon"),
        ("Newry, Mourne and Down", "newry mourne and down"),
        ("Richmond (Yorks)", "richmond yorks"),
        ("Airyhall/Broomhill", "airyhall broomhill"),
        ("\u00a0CAMDEN\u2009", "camden"),
        ("snake_case", "snake case"),
        ("—", ""),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold_place(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold_place(text)
    assert fold_place(once) == once
    assert once == " ".join(once.split())


def test_principal_councils_of_2015_are_all_there(gazetteer: Gazetteer) -> None:
    alive = [c for c in gazetteer.councils.values() if c.is_principal and c.alive_on(SUMMER_2015)]
    by_nation = dict.fromkeys(COUNCILS_IN_JULY_2015, 0)
    for council in alive:
        by_nation[council.nation] += 1
        assert council.code, council.slug
    assert by_nation == COUNCILS_IN_JULY_2015
    assert len({council.code for council in alive}) == len(alive)


def test_official_names_name_one_council_at_a_time(gazetteer: Gazetteer) -> None:
    for council in gazetteer.councils.values():
        for day in {SUMMER_2015, council.start, council.end} - {None}:
            if day is None or not council.alive_on(day):
                continue
            found = gazetteer.councils_named(fold_place(council.official_name), day)
            assert [c.slug for c in found] == [council.slug]


def test_an_item_elsewhere_is_one_council(gazetteer: Gazetteer) -> None:
    items = [council.wikidata for council in gazetteer.councils.values() if council.wikidata]
    assert len(items) > 300
    assert len(items) == len(set(items))


def test_successors_begin_when_councils_end(gazetteer: Gazetteer) -> None:
    ended = [council for council in gazetteer.councils.values() if council.end]
    assert len(ended) > 70
    for council in ended:
        assert council.end is not None
        heirs = [gazetteer.councils[slug] for slug in council.successors]
        assert heirs, council.slug
        for heir in heirs:
            assert heir.start is not None
            assert (heir.start - council.end).days == 1
            assert council in gazetteer.predecessors(heir.slug)


def test_successors_are_followed_to_the_day(gazetteer: Gazetteer) -> None:
    council = gazetteer.councils["taunton-deane"]
    slugs = [c.slug for c in gazetteer.successors_on(council, date(2020, 1, 1))]
    assert slugs == ["somerset-west-and-taunton"]
    slugs = [c.slug for c in gazetteer.successors_on(council, date(2024, 1, 1))]
    assert slugs == ["somerset-council"]


def test_codes_change_with_boundaries(gazetteer: Gazetteer) -> None:
    council = gazetteer.councils["glasgow-city"]
    assert council.code_on(date(2015, 7, 1)) == "S12000046"
    assert council.code_on(date(2019, 3, 31)) == "S12000046"
    assert council.code_on(date(2019, 4, 1)) == "S12000049"
    for code in ("S12000043", "S12000046", "S12000049"):
        assert gazetteer.council_by_code(code) is council
    assert gazetteer.council_by_code("S99999999") is None


def test_one_name_two_bodies_by_date(gazetteer: Gazetteer) -> None:
    def slugs(day: date | None) -> list[str]:
        return [c.slug for c in gazetteer.councils_named("dorset", day)]

    assert slugs(date(2019, 3, 31)) == ["dorset-county"]
    assert slugs(date(2019, 4, 1)) == ["dorset-council"]
    assert slugs(None) == ["dorset-council", "dorset-county"]


def test_counties_over_districts_are_counties(gazetteer: Gazetteer) -> None:
    districts = [c for c in gazetteer.councils.values() if c.kind == "district"]
    assert districts
    for district in districts:
        assert district.county is not None, district.slug
        over = gazetteer.councils[district.county]
        # Five county councils took over from their districts in 2009 and went on as unitary ones.
        assert over.kind == "county" or district.successors == (over.slug,)


def test_every_seat_has_a_member_in_2015(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.seats) == 650
    for seat in gazetteer.seats.values():
        member = gazetteer.member_for(seat.code, SUMMER_2015)
        assert member is not None
        assert member == gazetteer.member_for(seat.name, SUMMER_2015)
        assert member in gazetteer.members_named(member.name, SUMMER_2015)
        surname = member.name.split()[-1]
        assert member in gazetteer.members_named(surname, SUMMER_2015)


def test_sittings_of_a_seat_follow_each_other(gazetteer: Gazetteer) -> None:
    by_seat: dict[str, list[tuple[date, date]]] = {}
    for member in gazetteer.members:
        by_seat.setdefault(member.seat, []).append((member.start, member.end))
    for sittings in by_seat.values():
        days = [day for sitting in sorted(sittings) for day in sitting]
        assert all(earlier < later for earlier, later in pairwise(days))


@pytest.mark.parametrize(
    ("seat", "day", "name"),
    [
        ("Streatham", date(2015, 7, 17), "Chuka Umunna"),
        ("Normanton, Pontefract & Castleford", date(2015, 7, 17), "Yvette Cooper"),
        ("Hull West and Hessle", date(2015, 7, 17), "Alan Johnson"),
        ("Streatham", date(2015, 5, 6), None),
        ("Streatham", date(2017, 6, 9), None),
        ("Witney", date(2016, 9, 12), "David Cameron"),
        ("Witney", date(2016, 9, 20), None),
        ("Witney", date(2016, 10, 20), "Robert Courts"),
        ("Camelot", date(2015, 7, 17), None),
    ],
)
def test_who_sat_for_a_seat(gazetteer: Gazetteer, seat: str, day: date, name: str | None) -> None:
    member = gazetteer.member_for(seat, day)
    assert (member.name if member else None) == name


def test_wards_and_parishes(gazetteer: Gazetteer) -> None:
    assert {ward.council for ward in gazetteer.wards_named("airdrie south")} == {
        "north-lanarkshire"
    }
    assert len(gazetteer.wards_named("castle")) > 20
    assert gazetteer.wards_named("no such ward") == ()
    silverdale = gazetteer.parishes_named("silverdale parish council")
    assert {parish.council for parish in silverdale} == {"lancaster", "newcastle-under-lyme"}


def test_place_names_say_of_what_kind(gazetteer: Gazetteer) -> None:
    names = gazetteer.place_names
    assert names["merton"] >= {"council"}
    assert names["redcar and cleveland"] == {"council"}
    assert names["leyton and wanstead"] == {"constituency"}
    assert names["hatfield west"] == {"ward"}
    assert names["maltby"] == {"ward", "parish"}
    assert names["ashfield"] >= {"council", "constituency"}
    assert "" not in names
    assert all(name == fold_place(name) for name in names)


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("councils.tsv", "\tE09000007\t", "\t", "15 cells where 16 are expected"),
        ("councils.tsv", "\tlondon-borough\t", "\tborough\t", "not a kind of council"),
        ("councils.tsv", "2023-03-31", "2023-02-31", "day"),
        ("councils.tsv", "\twestmorland-and-furness\t", "\tatlantis\t", "atlantis"),
        ("councils.tsv", "\nadur\t", "\naberdeenshire\t", "aberdeenshire is there twice"),
        ("constituencies.tsv", "\tStreatham\t", "\t\t", "the name is empty"),
        ("members.tsv", "E14000978", "E14999999", "not a seat"),
        ("wards.tsv", "\nadur\t", "\natlantis\t", "atlantis"),
        ("parishes.tsv", "\trotherham\t", "\tatlantis\t", "atlantis"),
        ("place-kinds.tsv", "\tafter\t", "\tbeside\t", "beside"),
        ("place-kinds.tsv", "london-borough", "borough", "not a kind of council"),
        ("council-kinds.tsv", "\nunitary\t", "\nunity\t", "not a kind of council"),
        ("place-abbreviations.tsv", "\tword\t", "\tletter\t", "letter"),
        ("counties.tsv", "Argyll\t", "Argyll\tatlantis; ", "atlantis"),
        ("place-lookalikes.tsv", "\nHull City\t", "\n\t", "the form is empty"),
        ("place-near-misses.tsv", "\nhockney\t", "\n\t", "the name is empty"),
    ],
)
def test_a_broken_row_is_named(tables: Path, name: str, old: str, new: str, says: str) -> None:
    line = break_table(tables, name, old, new)
    with pytest.raises(ResourceError, match=says) as caught:
        load_gazetteer(tables)
    where = caught.value.where or ""
    assert where.startswith(str(tables / name))
    # A slug broken at the end of a line, or written twice, is noticed in the line after.
    assert int(where.rsplit(":", 1)[1]) in (line, line + 1)


def test_a_kind_of_council_without_a_label_is_named(tables: Path) -> None:
    break_table(tables, "council-kinds.tsv", "\nunitary\tunitary authority", "")
    with pytest.raises(ResourceError, match=r"council-kinds\.tsv:1: no label for unitary"):
        load_gazetteer(tables)


@pytest.mark.parametrize("name", TABLES)
def test_a_missing_or_headless_table_is_named(tables: Path, name: str) -> None:
    (tables / name).write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(ResourceError, match="no header"):
        load_gazetteer(tables)
    (tables / name).write_text("what\tever\n", encoding="utf-8")
    with pytest.raises(ResourceError, match="the columns are not"):
        load_gazetteer(tables)
    (tables / name).unlink()
    with pytest.raises(ResourceError, match="cannot be read") as caught:
        load_gazetteer(tables)
    assert caught.value.where == str(tables / name)


def test_tables_are_tidy() -> None:
    for name in TABLES:
        data = resources.path("data", "reference", name).read_bytes()
        assert b"\r" not in data, name
        assert data.endswith(b"\n"), name
        rows = [r for r in data.decode("utf-8").split("\n")[:-1] if not r.startswith("#")][1:]
        assert rows == sorted(rows), name
        assert len(rows) == len(set(rows)), name
