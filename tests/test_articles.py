"""The three articles, whole, against what a person read in them.

``golden/NAME.json`` was written from the text and never from the reader's output. In the list
article ``lines`` holds each of its 522 lines: who, in which office, of which printed place, for
whom, and where the line stands. ``role_from`` says whether the line prints the office or the list
implies it. ``nothing`` quotes passages that must give no endorsement and no claim.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kg.articles import read_document
from kg.extract import extract
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Extraction
from kg.reconcile import reconcile
from tests import facts

GOLDEN = Path(__file__).parent / "golden"
ARTICLES = Path(__file__).parent.parent / "data" / "articles"
NAMES = sorted(path.stem for path in GOLDEN.glob("*.json"))
LISTS = "2015-labour-councillor-lists"
HUFFPOST = "2015-07-17-huffpost-local-parties"
CODES = Path(__file__).parent / "places" / "list-article.tsv"
ENOUGH_CODES = 0.985
SIZES = {"Jeremy Corbyn": 233, "Liz Kendall": 150, "Yvette Cooper": 139}


def _golden(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture(scope="module")
def read(lexicon: Lexicon, gazetteer: Gazetteer) -> dict[str, Extraction]:
    return {
        name: extract(read_document(ARTICLES / f"{name}.txt"), lexicon, gazetteer) for name in NAMES
    }


def test_every_article_has_its_golden() -> None:
    assert sorted(path.stem for path in ARTICLES.glob("*.txt")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_golden_is_of_this_text(name: str, read: dict[str, Extraction]) -> None:
    document, golden = read[name].document, _golden(name)
    assert document.sha256 == golden["sha256"]
    for line in golden.get("lines", []):
        assert document.text[line["start"] : line["end"]] == line["quote"]
    for quote in golden["nothing"]:
        assert document.text.count(quote) == 1, quote


@pytest.mark.parametrize("name", NAMES)
def test_prose(name: str, read: dict[str, Extraction]) -> None:
    golden = _golden(name)
    expected = {key: golden[key] for key in facts.READERS if key in golden}
    found = facts.differences(expected, read[name])
    assert not found, "\n".join(["- missed, + not expected", *found])


@pytest.mark.parametrize("name", NAMES)
def test_traps_say_nothing(name: str, read: dict[str, Extraction]) -> None:
    extraction = read[name]
    stated = [*extraction.endorsements, *extraction.claims]
    for quote in _golden(name)["nothing"]:
        start = extraction.document.text.index(quote)
        caught = [
            extraction.document.quote(evidence.span)
            for statement in stated
            for evidence in statement.evidence
            if evidence.span.start < start + len(quote) and start < evidence.span.end
        ]
        assert caught == [], quote


@pytest.mark.parametrize("name", NAMES)
def test_every_character_is_accounted_for(name: str, read: dict[str, Extraction]) -> None:
    assert facts.unaccounted(read[name]) == []
    assert facts.misplaced(read[name]) == []


def test_every_line_of_the_lists(read: dict[str, Extraction]) -> None:
    lines = [
        {key: line[key] for key in line if key not in ("line", "quote", "role_from")}
        for line in _golden(LISTS)["lines"]
    ]
    missing, extra = facts.pair(lines, list(facts.endorsements(read[LISTS])))
    found = [f"- {facts.shown(item)}" for item in missing]
    found += [f"+ {facts.shown(item)}" for item in extra]
    assert not found, "\n".join(found)


def test_list_sizes(read: dict[str, Extraction]) -> None:
    assert Counter(line["candidate"] for line in _golden(LISTS)["lines"]) == SIZES
    found = Counter(item.candidate.name for item in read[LISTS].endorsements)
    assert found == SIZES


def _codes() -> dict[str, tuple[str, str]]:
    """Kind and council code of each printed place, "" where a refusal is due."""
    rows = [row.split("\t") for row in CODES.read_text(encoding="utf-8").splitlines()]
    return {row[0]: (row[1], row[2]) for row in rows if len(row) > 2 and row[0] != "printed"}


def test_council_codes_of_the_lists(
    read: dict[str, Extraction], lexicon: Lexicon, gazetteer: Gazetteer
) -> None:
    extraction, codes = read[LISTS], _codes()
    resolution = reconcile(extraction, gazetteer, lexicon)
    right, wrong = 0, []
    for item in extraction.endorsements:
        assert item.place is not None
        place = resolution.places[item.place]
        kind, code = codes[item.place.name]
        if (place.code or "") == code:
            right += 1
        elif place.code:
            wrong.append((item.endorser.name, item.place.name, kind, code, place.code))
    assert wrong == []
    assert right >= ENOUGH_CODES * sum(SIZES.values()), f"{right} of {sum(SIZES.values())}"


def test_roles_of_the_lists_are_those_printed(read: dict[str, Extraction]) -> None:
    lines = _golden(LISTS)["lines"]
    allowed = [
        {"person": line["endorser"], "role": line["role"], "former": False} for line in lines
    ]
    printed = [
        {"person": line["endorser"], "role": line["role"], "former": False}
        for line in lines
        if line["role_from"] == "line" and line["role"] != "Councillor"
    ]
    found = list(facts.roles(read[LISTS]))
    assert facts.pair(printed, found)[0] == []
    assert [one for one in found if not any(facts.matches(row, one) for row in allowed)] == []


def test_each_stated_total_introduces_its_list(read: dict[str, Extraction]) -> None:
    lines = _golden(LISTS)["lines"]
    introduced = {
        claim.candidate.name: claim.enumerates
        for claim in read[LISTS].claims
        if claim.enumerates is not None
    }
    assert set(introduced) == set(SIZES)
    for candidate, region in introduced.items():
        inside = {
            line["candidate"]
            for line in lines
            if region.start < line["end"] and line["start"] < region.end
        }
        covered = [
            line for line in lines if region.start <= line["start"] and line["end"] <= region.end
        ]
        assert inside == {candidate}
        assert len(covered) == SIZES[candidate]


def test_one_contest_and_an_earlier_one(read: dict[str, Extraction]) -> None:
    labels = {item.contest.label for item in read[LISTS].endorsements}
    assert labels == {item.contest.label for item in read[HUFFPOST].endorsements}
    (label,) = labels
    earlier = {
        item.contest.label for item in read[LISTS].claims if item.candidate.name == "David Miliband"
    }
    assert label not in earlier


def test_a_misspelt_candidate_is_nobody_new(read: dict[str, Extraction]) -> None:
    extraction = read[HUFFPOST]
    assert "Corybn" in extraction.document.text
    names = {fact["endorser"] for fact in facts.endorsements(extraction)}
    for key, field in (("endorsements", "candidate"), ("claims", "candidate")):
        names |= {fact[field] for fact in facts.READERS[key](extraction)}
    for key in ("roles", "candidacies"):
        names |= {fact["person"] for fact in facts.READERS[key](extraction)}
    assert not [name for name in names if "corybn" in name.casefold()]
