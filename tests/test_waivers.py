"""Waivers: what they cover, when they end, and what a file of them may say."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.validate import FileReport, Finding, Report, load_waivers, waive
from tests.conftest import RunKg

SHAPE = "https://example.org/kg/shapes#Endorsement-evidence"
FOCUS = "http://example.org/e"
GOOD = f"""
[[waiver]]
shape = "{SHAPE}"
focus = "{FOCUS}"
reason = "It went off the web."
until = 2027-03-31
"""
TODAY = date(2026, 6, 1)


def finding(**parts: object) -> Finding:
    given = {"file": "f.ttl", "severity": "violation", "shape": SHAPE, "constraint": "minCount"}
    return Finding(**{"message": "It lacks evidence.", "focus": FOCUS, **given, **parts})  # type: ignore[arg-type] # as given


def report(*findings: Finding) -> Report:
    return Report((FileReport("f.ttl", not findings, "text/turtle", 3, 1),), findings)


def load(folder: Path, text: str) -> Report:
    path = folder / "waivers.toml"
    path.write_text(text, encoding="utf-8")
    return waive(report(finding()), load_waivers(path), TODAY)


def test_what_is_waived_counts_no_more(tmp_path: Path) -> None:
    made = load(tmp_path, GOOD)
    assert made.conforms
    assert made.findings == ()
    assert [(one.finding, one.reason, one.until) for one in made.waived] == [
        (finding(), "It went off the web.", "2027-03-31")
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"shape": f"{SHAPE}-other"},
        {"focus": f"{FOCUS}/2"},
        {"focus": None},
        {"constraint": "syntax"},
    ],
)
def test_what_is_not_covered_stays(tmp_path: Path, other: dict[str, object]) -> None:
    (tmp_path / "w.toml").write_text(GOOD, encoding="utf-8")
    made = waive(report(finding(**other)), load_waivers(tmp_path / "w.toml"), TODAY)
    assert not made.conforms
    assert finding(**other) in made.findings


@pytest.mark.parametrize("name", ["path", "value", "constraint", "file"])
def test_more_fields_narrow_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "w.toml").write_text(f'{GOOD}{name} = "x"\n', encoding="utf-8")
    waivers = load_waivers(tmp_path / "w.toml")
    assert waive(report(finding()), waivers, TODAY).waived == ()
    assert len(waive(report(finding(**{name: "x"})), waivers, TODAY).waived) == 1


def test_it_holds_to_the_end_of_its_last_day(tmp_path: Path) -> None:
    (tmp_path / "w.toml").write_text(GOOD, encoding="utf-8")
    waivers = load_waivers(tmp_path / "w.toml")
    assert waive(report(finding()), waivers, date(2027, 3, 31)).conforms
    ended = waive(report(finding()), waivers, date(2027, 4, 1))
    assert not ended.conforms
    assert [one.severity for one in ended.findings] == ["violation", "warning"]
    assert "2027-03-31" in ended.findings[1].message


def test_one_that_waives_nothing_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "w.toml").write_text(GOOD, encoding="utf-8")
    made = waive(report(), load_waivers(tmp_path / "w.toml"), TODAY)
    assert made.conforms
    assert [(one.shape, one.severity) for one in made.findings] == [("waiver", "warning")]


MALFORMED = {
    "": "holds no waivers",
    "[[waivers]]": "holds no waivers",
    "waiver = 3": "holds no waivers",
    "waiver = [3]": "waiver 1: is not a table",
    "[[waiver]": "is not TOML",
    GOOD.replace("until", "untill"): "waiver 1: has no use for 'untill'",
    GOOD.replace("2027-03-31", '"2027-03-31"'): "needs a last day",
    GOOD.replace("2027-03-31", "2027-03-31T12:00:00"): "needs a last day",
    GOOD.replace(f'shape = "{SHAPE}"', ""): "needs 'shape'",
    GOOD.replace('reason = "It went off the web."', ""): "needs 'reason'",
    GOOD.replace('"It went off the web."', '" "'): "'reason' is not text",
    GOOD.replace(f'focus = "{FOCUS}"', ""): "waives the rule for everybody",
    GOOD + GOOD.replace("[[waiver]]", "[[waiver]]\nextra = 1"): "waiver 2: has no use for 'extra'",
    "x = " + "[" * 5000: "is not TOML",
}


@pytest.mark.parametrize("text", MALFORMED, ids=list(MALFORMED.values()))
def test_a_malformed_file_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError) as caught:
        load(tmp_path, text)
    assert MALFORMED[text] in str(caught.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_waivers(tmp_path / "absent.toml")


def test_the_command_takes_them(kg: RunKg, tmp_path: Path) -> None:
    data, waivers = tmp_path / "e.ttl", tmp_path / "w.toml"
    data.write_text(f"<{FOCUS}> a <https://example.org/kg/ont#Endorsement> .\n", encoding="utf-8")
    found = json.loads(kg("validate", data, "--format", "json").out)["findings"]
    shapes = [one["shape"] for one in found if one["severity"] == "violation"]
    waivers.write_text("".join(GOOD.replace(SHAPE, shape) for shape in shapes), encoding="utf-8")
    ran = kg("validate", data, "--waivers", waivers, "--format", "json")
    assert ran.code == 0
    assert [one["finding"]["shape"] for one in json.loads(ran.out)["waived"]] == shapes
    assert "4 waived" in kg("validate", data, "--waivers", waivers).out
    assert kg("validate", data, "--waivers", tmp_path / "absent.toml").code == 2
