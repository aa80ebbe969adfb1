"""The saved checks, and the short forms of names that help one of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg import rdf
from kg.decisions import MANUAL, Decision
from kg.errors import ResourceError
from kg.identity import Identity
from kg.iris import Minter
from kg.nicknames import load_nicknames
from kg.queries import list_checks, load_query
from kg.queries.checks import CheckResult, run_check, run_checks
from kg.store import Store, memory_store
from tests import builders, shipped
from tests.shipped import quads_of_built, values

MINTER, DAY = Minter(), date(2020, 1, 1)


def found(name: str, *columns: str, store: Store | None = None) -> list[tuple[str | None, ...]]:
    result = run_check(store or shipped.worked(), load_query(f"checks/{name}"))
    picked = [result.columns.index(column) for column in columns]
    return values([tuple(row[i] for i in picked) for row in result.rows])


def test_every_check_is_run_in_order() -> None:
    results = run_checks(shipped.worked())
    assert [f"checks/{r.name}" for r in results] == [check.name for check in list_checks()]
    assert all(isinstance(r, CheckResult) and r.problem and r.remedy for r in results)
    assert run_checks(shipped.worked()) == results
    assert [
        r.name for r in run_checks(shipped.worked(), [load_query("checks/double-backers")])
    ] == ["double-backers"]


def test_a_sound_graph_gives_nothing() -> None:
    assert not any(result.rows for result in run_checks(memory_store()))
    sound = memory_store(quads_of_built(builders.small("Ann Other")))
    assert {r.name for r in run_checks(sound) if r.rows} == set()


def test_whoever_backs_two_is_shown_with_both_quotes() -> None:
    rows = found("double-backers", "name", "candidate", "quote")
    assert rows == [
        ("Ann Other", "Liz Kendall", "Ann Other of Bury supports Liz Kendall."),
        ("Ann Other", "Yvette Cooper", "Ann Other of Bury supports Yvette Cooper."),
        ("David Jones", "Liz Kendall", "David Jones, Bury"),
        ("David Jones", "Yvette Cooper", "David Jones – Councillor, Bury"),
    ]


def test_opposing_one_and_supporting_another_is_no_contradiction() -> None:
    assert "Jacqui Smith" not in {row[0] for row in found("double-backers", "name")}


def test_a_stated_number_is_held_against_its_list() -> None:
    assert found("stated-against-listed", "stated", "listed", "candidate") == [
        ("4", "5", "Yvette Cooper")
    ]


def test_a_misspelt_and_an_unknown_place_are_shown() -> None:
    assert found("misspelt-places", "value", "taken_for", "name") == [
        ("Sedgemoore District Council", "Sedgemoor District Council", "Mike Lerry")
    ]
    assert found("unresolved-places", "place", "kind", "name") == [
        ("Nether Wallop on Sea", "unknown", "Ben Carr")
    ]


def two(one: str, other: str, council: str = "bury") -> Store:
    return memory_store(quads_of_built(builders.small(one), builders.small(other, council)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Doug James", "Douglas James"),
        ("J James", "John James"),
        ("J. James", "John James"),
        ("Ann Lee", "Anna Lee"),
    ],
)
def test_first_names_that_begin_alike_are_probably_one_person(one: str, other: str) -> None:
    store = two(one, other)
    assert len(found("probable-duplicates", "name", store=store)) == 1
    pair = found("probable-duplicates", "name", "other_name", store=store)[0]
    assert set(pair) == {one, other}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bob Clay", "Uta Clay"),
        ("Doug James", "Douglas Janes"),
        ("Liz Hill", "Betty Hill"),
        ("Amanda Brown", "Tim Brown"),
        ("Jean Hill", "Joan Hill"),
    ],
)
def test_relatives_and_others_are_not(one: str, other: str) -> None:
    assert found("probable-duplicates", "name", store=two(one, other)) == []


def test_what_a_row_is_about_is_not_asked_again() -> None:
    pair = [MINTER.person(f"{key}--bury") for key in ("doug-james", "douglas-james")]
    built = quads_of_built(builders.small("Doug James"), builders.small("Douglas James"))
    for subject, object_ in (pair, pair[::-1]):
        row = Decision(subject, object_, "different", MANUAL, "me", DAY, "", "a:1")
        decided = rdf.identity_quads(Identity(), [row], MINTER)
        assert found("probable-duplicates", "name", store=memory_store([*built, *decided])) == []
    other = Decision(pair[0], MINTER.person("x--y"), "unsure", MANUAL, "me", DAY, "", "a:1")
    decided = rdf.identity_quads(Identity(), [other], MINTER)
    assert found("probable-duplicates", "name", store=memory_store([*built, *decided])) != []


def test_the_same_names_at_two_councils_are_not() -> None:
    apart = two("Doug James", "Douglas James", "sedgemoor")
    assert found("probable-duplicates", "name", store=apart) == []


def test_related_names_know_no_order_and_no_case() -> None:
    known = load_nicknames()
    for one, other in (("Doug", "Douglas"), ("kate", "KATHERINE"), ("Tony", "Anthony")):
        assert known.related(one, other)
        assert known.related(other, one)
    assert not known.related("Tony", "Tina")
    assert not known.related("", "")


@pytest.mark.parametrize("row", ["Kate\tkatherine", "kate\t", "\tkatherine", "kate\tKath"])
def test_a_malformed_table_is_our_fault(tmp_path: Path, row: str) -> None:
    (tmp_path / "nicknames.tsv").write_text(f"name\tforms\n{row}\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"nicknames\.tsv"):
        load_nicknames(tmp_path)
