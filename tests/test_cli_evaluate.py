"""``kg evaluate``: its tables, its JSON, its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import RunKg

TEXT = "Ann Holt is backing Bob Carr in the leadership race.\n"
HEAD = "what\twho\twhom or what\twords\n"
BACKS = "supports\tAnn Holt\tBob Carr\tAnn Holt is backing Bob Carr\n"
MISSED = "opposes\tLiz Ames\tBob Carr\tthe \x1b[31m race\n"


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """Two articles of which one says more than is read, in a folder."""
    folder = tmp_path / "labelled"
    for name, rows in (("one", BACKS), ("two", BACKS + MISSED)):
        (folder / name).mkdir(parents=True)
        text = TEXT if name == "one" else TEXT + "It is the \x1b[31m race.\n"
        (folder / name / "article.txt").write_text(text, encoding="utf-8")
        (folder / name / "labels.tsv").write_text(HEAD + rows, encoding="utf-8")
        (folder / name / "article.meta.toml").write_text('kind = "prose"\n', encoding="utf-8")
    return folder


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    file = tmp_path / "floors.toml"
    file.write_text("[all.supports]\nf1 = 1.0\n[all.opposes]\nrecall = 0.5\n", encoding="utf-8")
    return file


def test_scores_are_a_table(kg: RunKg, labelled: Path) -> None:
    ran = kg("evaluate", labelled)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "articles\tstatements\tright\tunexpected\tmissed\tprecision\trecall\tf1",
        "all\tsupports\t2\t0\t0\t1.000\t1.000\t1.000",
        "all\tsupports-people\t2\t0\t0\t1.000\t1.000\t1.000",
        "all\topposes\t0\t0\t1\t0.000\t0.000\t0.000",
        "all\tother\t0\t0\t1\t0.000\t0.000\t0.000",
        "prose\tsupports\t2\t0\t0\t1.000\t1.000\t1.000",
        "prose\tother\t0\t0\t1\t0.000\t0.000\t0.000",
    ]


def test_errors_are_a_table_with_the_words(kg: RunKg, labelled: Path) -> None:
    ran = kg("evaluate", labelled, "--errors")
    assert ran.out.splitlines() == [
        "article\tfault\tstatement\twho\twhat\trule\treason\tquote",
        "two\tmissed\topposes\tLiz Ames\tBob Carr\t\tignored: prose.no-statement\tthe [31m race",
    ]


def test_rules_are_a_table(kg: RunKg, labelled: Path) -> None:
    head, *rows = kg("evaluate", labelled, "--rules").out.splitlines()
    assert head == "rule\tfired\tright\tshare"
    assert "prose.active\t2\t2\t1.000" in rows


def test_a_score_under_its_floor_is_exit_code_1(kg: RunKg, labelled: Path, floors: Path) -> None:
    ran = kg("--quiet", "evaluate", labelled, "--floors", floors)
    assert ran.code == 1
    assert ran.err == "kg: all opposes: recall 0.000 is under its floor 0.500\n"
    floors.write_text("[all.supports]\nf1 = 1.0\n", encoding="utf-8")
    assert kg("evaluate", labelled, "--floors", floors).code == 0


def test_json_has_everything(kg: RunKg, labelled: Path, floors: Path, tmp_path: Path) -> None:
    file = tmp_path / "made.json"
    ran = kg("evaluate", labelled, "--json", "--floors", floors, "-o", file)
    assert (ran.code, ran.out) == (1, "")
    made = json.loads(file.read_text(encoding="utf-8"))
    assert list(made) == ["articles", "scores", "below", "errors", "rules"]
    assert made["articles"] == 2
    assert made["scores"][0] == {
        "articles": "all",
        "statements": "supports",
        "right": 2,
        "unexpected": 0,
        "missed": 0,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
    }
    assert made["below"] == [
        {
            "articles": "all",
            "statements": "opposes",
            "figure": "recall",
            "limit": 0.5,
            "value": 0.0,
        }
    ]
    assert made["errors"][0]["who"] == "Liz Ames"
    assert {"rule": "prose.active", "fired": 2, "right": 2} in made["rules"]


def test_two_processes_find_what_one_finds(kg: RunKg, labelled: Path) -> None:
    one, two = (kg("evaluate", labelled, "--json", "--jobs", jobs) for jobs in ("1", "2"))
    assert one == two


def test_wrong_use_is_exit_code_2(kg: RunKg, labelled: Path, tmp_path: Path) -> None:
    assert kg("evaluate", labelled, "--errors", "--rules").code == 2
    assert kg("evaluate", tmp_path / "none").code == 2
    assert kg("evaluate", labelled, "--floors", tmp_path / "none.toml").code == 2
    (labelled / "two" / "labels.tsv").write_text(HEAD + "claim\tBob Carr\tx\tBob Carr\n", "utf-8")
    ran = kg("evaluate", labelled)
    assert (ran.code, ran.out) == (2, "")
    assert "labels.tsv:2: a claim has a number" in ran.err
