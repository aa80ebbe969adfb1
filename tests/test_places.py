"""Printed places: the right council, or a refusal; never a wrong council."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import resources
from kg.gazetteer import Council, Gazetteer, load_gazetteer
from kg.model import Place
from kg.reconcile.places import PlaceContext, resolve_place

TABLES = Path(__file__).parent / "places"
ARTICLE = resources.path("data", "articles", "2015-labour-councillor-lists.txt")
SUMMER_2015 = date(2015, 7, 15)
GAZETTEER = load_gazetteer()


def table(name: str) -> list[dict[str, str]]:
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    rows = (line for line in lines if not line.startswith("#"))
    return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


LIST_ARTICLE = table("list-article.tsv")
NEWS_FORMS = table("news-forms.tsv")
THEMES = [
    row
    for theme in (
        "abbreviations",
        "abolished",
        "ambiguous",
        "celtic",
        "misspelt",
        "mixed",
        "not-councils",
        "short",
    )
    for row in table(f"{theme}.tsv")
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return GAZETTEER


def parts(cell: str) -> frozenset[str]:
    return frozenset(cell.split(";")) if cell else frozenset()


def test_the_tables_are_large_enough() -> None:
    assert len(LIST_ARTICLE) == len({row["printed"] for row in LIST_ARTICLE}) > 230
    assert len(NEWS_FORMS) > 150
    assert len(THEMES) > 600
    text = ARTICLE.read_text(encoding="utf-8")
    assert [row["printed"] for row in LIST_ARTICLE if row["printed"] not in text] == []


@pytest.mark.parametrize("row", LIST_ARTICLE, ids=lambda row: row["printed"])
def test_places_of_the_list_article(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    near = PlaceContext(article=frozenset(other["printed"] for other in LIST_ARTICLE))
    place = resolve_place(gazetteer, row["printed"], SUMMER_2015, near)
    assert (place.kind, place.code or "") == (row["kind"], row["code"]), place.why


@pytest.mark.parametrize("row", NEWS_FORMS, ids=lambda row: f"{row['printed']}-{row['as_of']}")
def test_places_as_news_prints_them(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    near = PlaceContext(same_list=parts(row["near"]))
    place = resolve_place(gazetteer, row["printed"], date.fromisoformat(row["as_of"]), near)
    assert (place.kind, place.slug or "") == (row["kind"], row["slug"]), place.why
    assert place.misspelt == (row["misspelt"] == "yes")
    assert place.printed == row["printed"]
    assert place.why.endswith(".")


def resolved(gazetteer: Gazetteer, row: dict[str, str]) -> Place:
    near = PlaceContext(same_list=parts(row["near"]))
    return resolve_place(gazetteer, row["printed"], date.fromisoformat(row["as_of"]), near)


@pytest.mark.parametrize("row", THEMES, ids=lambda row: f"{row['printed']}-{row['as_of']}")
def test_places_by_theme(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    place = resolved(gazetteer, row)
    assert place.kind == row["kind"], place.why
    if row["slug"] or place.kind == "council":
        assert place.slug == row["slug"], place.why
    if row["candidates"]:
        assert frozenset(place.candidates) == parts(row["candidates"]), place.why


@pytest.mark.parametrize("row", table("refused.tsv"), ids=lambda row: row["printed"])
def test_a_name_beyond_kg_is_no_other_council(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    place = resolved(gazetteer, row)
    assert place.kind != "council", "kg knows it now: move the row to its theme"


def misprints(name: str) -> Iterator[str]:
    """``name`` with one slip of the keyboard: a letter left out, doubled, or two swapped."""
    for at in range(1, len(name)):
        yield name[:at] + name[at + 1 :]
        yield name[:at] + name[at] + name[at:]
        yield name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :]


def test_a_misprint_is_never_another_council(gazetteer: Gazetteer) -> None:
    told = found = 0
    for council in gazetteer.councils.values():
        if not (council.is_principal and council.alive_on(SUMMER_2015)):
            continue
        for printed in sorted(misprints(council.official_name))[::7]:
            place = resolve_place(gazetteer, printed, SUMMER_2015)
            told += 1
            if place.kind == "council":
                assert place.slug == council.slug, printed
                found += 1
    assert found > told * 0.9


def test_no_near_miss_is_a_council(gazetteer: Gazetteer) -> None:
    for name, kind in gazetteer.near_misses.items():
        printed = name.title()
        place = resolve_place(gazetteer, printed, SUMMER_2015)
        assert place.kind != "council", (printed, place.slug)
        if kind == "town":
            as_body = resolve_place(gazetteer, f"{printed} Council", SUMMER_2015)
            assert not as_body.misspelt, (printed, as_body.slug)


def lifetimes() -> Iterator[tuple[Council, date]]:
    """Every principal council with days on which it was there, its last one included."""
    for council in GAZETTEER.councils.values():
        days = {SUMMER_2015, date(2021, 6, 1), date(2024, 1, 1), council.end}
        for day in days - {None}:
            if council.is_principal and day and council.alive_on(day):
                yield council, day


def test_official_names_mean_their_councils(gazetteer: Gazetteer) -> None:
    for council, day in lifetimes():
        for printed in (council.official_name, council.official_name.upper(), council.name):
            place = resolve_place(gazetteer, printed, day)
            assert (place.kind, place.slug) == ("council", council.slug), (printed, day)
            assert place.code == council.code_on(day)
            assert place.official_name == council.official_name
            assert not place.misspelt


def test_other_names_mean_their_councils_or_are_refused(gazetteer: Gazetteer) -> None:
    for council in gazetteer.councils.values():
        if council.is_principal and council.alive_on(SUMMER_2015):
            for printed in council.other_names:
                place = resolve_place(gazetteer, printed, SUMMER_2015)
                if place.kind == "ambiguous":
                    assert council.slug in place.candidates
                else:
                    assert (place.kind, place.slug) == ("council", council.slug), printed


def test_no_seat_ward_parish_or_member_becomes_a_council_by_likeness(
    gazetteer: Gazetteer,
) -> None:
    people = [member.name for member in gazetteer.members]
    surnames = [name.split()[-1] for name in people]
    places = [name for name, kinds in gazetteer.place_names.items() if "council" not in kinds]
    for printed in (*people, *surnames, *places[::7]):
        place = resolve_place(gazetteer, printed, SUMMER_2015)
        assert not place.misspelt, (printed, place.slug)
        if place.kind == "council":
            assert printed in surnames, (printed, place.slug)


@pytest.mark.parametrize("member", ["same_list", "article"])
def test_what_is_near_settles_an_ambiguous_name(gazetteer: Gazetteer, member: str) -> None:
    near = PlaceContext(**{member: frozenset({"Newcastle City Council", "Hull"})})
    place = resolve_place(gazetteer, "Newcastle", SUMMER_2015, near)
    assert place.slug == "newcastle-upon-tyne"
    alone = resolve_place(gazetteer, "Newcastle", SUMMER_2015)
    assert alone.kind == "ambiguous"
    assert alone.slug is None
    assert alone.candidates == ("newcastle-under-lyme", "newcastle-upon-tyne")


def test_the_list_speaks_before_the_article(gazetteer: Gazetteer) -> None:
    near = PlaceContext(
        same_list=frozenset({"Newcastle-under-Lyme"}),
        article=frozenset({"Newcastle upon Tyne", "Newcastle-under-Lyme"}),
    )
    assert resolve_place(gazetteer, "Newcastle", SUMMER_2015, near).slug == "newcastle-under-lyme"


def test_two_places_of_different_regions_do_not_make_a_region(gazetteer: Gazetteer) -> None:
    near = PlaceContext(same_list=frozenset({"Gateshead", "Sunderland"}))
    assert resolve_place(gazetteer, "Newcastle", SUMMER_2015, near).kind == "ambiguous"


@pytest.mark.parametrize(
    ("printed", "day", "candidates"),
    [
        ("Sedgemoor", date(2024, 1, 1), ("somerset-council",)),
        ("Cumbria", date(2024, 1, 1), ("cumberland", "westmorland-and-furness")),
        ("Derry", SUMMER_2015, ("derry-city-and-strabane",)),
        ("East Suffolk", SUMMER_2015, ("suffolk-coastal", "waveney")),
        ("Oxfordshire City Council", SUMMER_2015, ("oxford", "oxfordshire")),
        ("Silverdale Parish Council", SUMMER_2015, ("lancaster", "newcastle-under-lyme")),
        ("Bangor", SUMMER_2015, ("ards-and-north-down", "gwynedd")),
    ],
)
def test_a_refusal_names_the_readings(
    gazetteer: Gazetteer, printed: str, day: date, candidates: tuple[str, ...]
) -> None:
    place = resolve_place(gazetteer, printed, day)
    assert place.kind != "council"
    assert (place.slug, place.code) == (None, None)
    assert place.candidates == candidates


def test_why_names_successors(gazetteer: Gazetteer) -> None:
    why = resolve_place(gazetteer, "Cumbria", date(2024, 1, 1)).why
    assert "2023-03-31" in why
    assert "Cumberland Council and Westmorland and Furness Council" in why


WORDS = sorted(
    {word for name in GAZETTEER.place_names for word in name.split()}
    | {phrase.phrase for phrase in GAZETTEER.kind_phrases}
    | set(GAZETTEER.whole_abbreviations)
    | set(GAZETTEER.word_abbreviations)
)
PLACE_LIKE = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)


@settings(deadline=None)
@given(
    st.one_of(st.text(max_size=60), PLACE_LIKE), st.dates(), st.frozensets(PLACE_LIKE, max_size=4)
)
def test_no_text_raises_and_every_answer_is_whole(
    printed: str, day: date, near: frozenset[str]
) -> None:
    place = resolve_place(GAZETTEER, printed, day, PlaceContext(same_list=near))
    assert place.printed == printed
    assert place.as_of == day
    assert place.why
    if place.kind == "council":
        assert place.slug is not None
        council = GAZETTEER.councils[place.slug]
        assert council.is_principal
        assert council.alive_on(day)
        assert place.code == council.code_on(day)
        assert place.candidates == ()
    else:
        assert place.official_name is None
        assert (place.slug is None) or place.kind in ("ward", "parish")


@settings(deadline=None)
@given(st.permutations(["Newcastle City Council", "Gateshead", "Sunderland", "Durham", "Hull"]))
def test_the_order_of_what_is_near_does_not_matter(near: list[str]) -> None:
    place = resolve_place(GAZETTEER, "Newcastle", SUMMER_2015, PlaceContext(frozenset(near)))
    assert place.slug == "newcastle-upon-tyne"


def test_why_names_what_was_there_before(gazetteer: Gazetteer) -> None:
    why = resolve_place(gazetteer, "East Suffolk", SUMMER_2015).why
    assert "began on 2019-04-01" in why
    assert "Suffolk Coastal District Council and Waveney District Council" in why
