"""The examples of submissions: the good ones conform, the bad ones have the findings expected."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.validate import Report, validate_files
from tests.update_submissions import examples, expected, found

GOOD, BAD = examples("good"), examples("bad")


@pytest.fixture(scope="module")
def judged() -> Report:
    return validate_files([*GOOD, *BAD])


@pytest.mark.parametrize("path", GOOD, ids=lambda p: p.name)
def test_a_good_one_conforms(judged: Report, path: Path) -> None:
    assert [summary for summary in found(judged, path) if summary["severity"] != "info"] == []


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.name)
def test_a_bad_one_has_the_findings_expected(judged: Report, path: Path) -> None:
    wanted = json.loads(expected(path).read_text(encoding="utf-8"))
    assert wanted
    assert found(judged, path) == wanted


def test_every_finding_says_what_to_do(judged: Report) -> None:
    assert all(finding.hint for finding in judged.findings)


def test_there_is_a_good_and_a_bad_one_in_every_form() -> None:
    forms = {".ttl", ".trig", ".nt", ".nq", ".jsonld", ".rdf", ".csv", ".txt"}
    assert {path.suffix for path in GOOD} >= forms
    assert {path.suffix for path in BAD} >= forms
