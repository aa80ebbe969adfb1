"""Each folder of tests/cases is one small article and what is to be read out of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.articles import read_document
from kg.extract import extract
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Extraction
from tests import facts

FOLDER = Path(__file__).parent / "cases"
FILES = {"article.txt", "expected.json", "why.txt"}
SIDECAR = {"article.meta.toml"}  # when the article appeared, where that matters
KINDS = {
    "endorsements": {"endorser", "endorser_type", "candidate", "polarity"},
    "claims": {"candidate", "count", "comparator", "unit"},
    "roles": {"person", "role", "former"},
    "candidacies": {"person", "status"},
}


def _names() -> list[str]:
    return sorted(path.parent.name for path in FOLDER.glob("*/expected.json"))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def _read(name: str, lexicon: Lexicon, gazetteer: Gazetteer) -> Extraction:
    return extract(read_document(FOLDER / name / "article.txt"), lexicon, gazetteer)


def test_every_folder_is_a_whole_case() -> None:
    folders = sorted(path for path in FOLDER.iterdir() if path.is_dir())
    assert [path.name for path in folders] == _names()
    for folder in folders:
        assert {path.name for path in folder.iterdir()} - SIDECAR == FILES, folder.name
        assert (folder / "why.txt").read_text(encoding="utf-8").count(". ") >= 1, folder.name


@pytest.mark.parametrize("name", _names())
def test_expectation_is_well_formed(name: str) -> None:
    expected = json.loads((FOLDER / name / "expected.json").read_text(encoding="utf-8"))
    article = facts.fold((FOLDER / name / "article.txt").read_text(encoding="utf-8"))
    assert "endorsements" in expected
    for key, items in expected.items():
        for item in items:
            assert KINDS[key] <= set(item), (key, item)
            for field in ("endorser", "candidate", "person"):
                words = facts.fold(item.get(field, "")).split()
                assert all(word in article for word in words), (key, item)


@pytest.mark.parametrize("name", _names())
def test_case(name: str, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
    expected = json.loads((FOLDER / name / "expected.json").read_text(encoding="utf-8"))
    found = facts.differences(expected, _read(name, lexicon, gazetteer))
    why = (FOLDER / name / "why.txt").read_text(encoding="utf-8")
    assert not found, "\n".join([why.strip(), "- missed, + not expected", *found])


@pytest.mark.parametrize("name", _names())
def test_case_accounts_for_every_character(
    name: str, lexicon: Lexicon, gazetteer: Gazetteer
) -> None:
    extraction = _read(name, lexicon, gazetteer)
    assert facts.unaccounted(extraction) == []
    assert facts.misplaced(extraction) == []
