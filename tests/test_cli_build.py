"""``kg build``: its summary, its exit codes, and what a terminal sees."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kg import pipeline
from kg.cli.render import summary
from kg.pipeline import ArticleSummary, Backing, BuildResult, ListedClaim
from kg.store import Published
from kg.validate import Finding, Report
from kg.validate.report import file_report
from tests.conftest import ROOT, RunKg

TEXT = "Chuka Umunna is backing Liz Kendall in the leadership race.\n"

ARTICLE = ArticleSummary(
    name="lists.txt",
    iri="https://example.org/kg/id/article/0",
    title=None,
    backings=(Backing("Ann Holt", "supports", 233), Backing("Bob Carr", "opposes", 1)),
    claims=2,
    roles=3,
    candidacies=1,
    unresolved=("Nether Wallop",),
    leftovers=4,
    listed_claims=(
        ListedClaim("Ann Holt", Decimal(230), "exactly", "councillors", 233),
        ListedClaim("Bob Carr", Decimal(1), "over", "councillors", 2),
    ),
    statements=99,
)
WARNING = Finding("graph", "warning", "shape", "sparql", "one person, two\ncandidates\x1b[2J")


def _result(*findings: Finding, published: Published | None = None) -> BuildResult:
    report = Report((file_report("graph", "application/n-quads", findings, 9, 9),), findings)
    return BuildResult((ARTICLE,), (), report, (), published)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "articles" / "one.txt"
    file.parent.mkdir()
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_the_summary_tells_what_each_article_gave() -> None:
    text = summary.as_text(_result(WARNING, published=Published("v", 9, changed=True)), ".kg")
    assert text.splitlines() == [
        "lists.txt",
        "  endorsements  234: Ann Holt 233, Bob Carr 1 (opposes)",
        "  claims        2",
        "  roles         3",
        "  candidacies   1",
        "  unresolved    1: Nether Wallop",
        "  leftovers     4",
        "  stated 230 councillors, listed 233: Ann Holt  <- these differ",
        "  stated over 1 councillors, listed 2: Bob Carr",
        "",
        "warning: one person, two",
        "candidates[2J",
        "0 statements conform to the shapes and are published to .kg",
    ]


def test_the_summary_tells_what_became_of_the_graph() -> None:
    again = summary.as_text(_result(published=Published("v", 9, changed=False)), ".kg")
    assert again.endswith("are already served by .kg\n")
    assert summary.as_text(_result(), "memory:").endswith("memory: keeps nothing\n")
    violation = replace(WARNING, severity="violation")
    assert "nothing was published" in summary.as_text(_result(violation), ".kg")


def test_the_summary_is_json_too() -> None:
    made = json.loads(summary.as_json(_result(WARNING, published=Published("v", 9, True)), ".kg"))
    assert made["articles"][0]["endorsements"] == 234
    claims = made["articles"][0]["listed_claims"]
    assert [(one["stated"], one["listed"], one["agrees"]) for one in claims] == [
        (230, 233, False),
        (1, 2, True),
    ]
    assert (made["conforms"], made["version"], made["changed"]) == (True, "v", True)
    assert made["findings"][0]["severity"] == "warning"


def test_a_folder_of_articles_is_built_and_can_be_asked(
    kg: RunKg, article: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    ran = kg("--store", store, "build", article.parent)
    assert ran.code == 0
    assert ran.err == ""
    assert ran.out.startswith("one.txt\n  endorsements  1: Liz Kendall 1\n")
    assert f"published to {store}" in ran.out
    assert "already served" in kg("build", article, "--store", store).out
    assert "Chuka Umunna" in kg("--store", store, "why", "Umunna").out


def test_two_processes_build_what_one_builds(kg: RunKg, article: Path, tmp_path: Path) -> None:
    article.with_name("two.txt").write_text("Ann Holt is backing Bob Carr.\n", encoding="utf-8")
    for jobs in ("1", "2"):
        assert kg("--store", tmp_path / jobs, "build", article.parent, "--jobs", jobs).code == 0
    exports = [kg("--store", tmp_path / jobs, "export").out for jobs in ("1", "2")]
    assert exports[0] == exports[1]


def test_one_text_under_two_names_is_read_once_and_that_is_said(
    kg: RunKg, article: Path, tmp_path: Path
) -> None:
    article.with_name("two.txt").write_text(TEXT, encoding="utf-8")
    ran = kg("--store", tmp_path / "store", "build", article.parent, "--json")
    assert [one["name"] for one in json.loads(ran.out)["articles"]] == ["one.txt"]
    assert ran.err == "kg: two.txt has the same text as one.txt and was read once\n"
    assert kg("--quiet", "--store", "memory:", "build", article.parent).err == ""


def test_memory_keeps_nothing(kg: RunKg, article: Path) -> None:
    ran = kg("--store", "memory:", "build", article)
    assert ran.code == 0
    assert ran.out.endswith("memory: keeps nothing\n")


@pytest.mark.parametrize("place", ["absent", "empty"])
def test_without_articles_nothing_is_published(kg: RunKg, tmp_path: Path, place: str) -> None:
    (tmp_path / "empty").mkdir()
    ran = kg("--store", tmp_path / "store", "build", tmp_path / place)
    assert (ran.code, ran.out) == (2, "")
    assert place in ran.err
    assert not (tmp_path / "store" / "CURRENT").exists()


def test_an_endpoint_is_no_place_to_build_into(kg: RunKg, article: Path) -> None:
    ran = kg("--store", "http://127.0.0.1:9/", "build", article)
    assert ran.code == 2
    assert "built into a folder" in ran.err


def test_a_graph_that_breaks_a_shape_is_code_1(
    kg: RunKg, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = _result(replace(WARNING, severity="violation", message="no evidence"))
    monkeypatch.setattr(pipeline, "build", lambda *_, **__: broken)
    ran = kg("--store", "memory:", "build", article)
    assert ran.code == 1
    assert "violation: no evidence" in ran.out
    assert "nothing was published" in ran.out


def _on_a_terminal(*arguments: str | Path, **env: str) -> str:
    """What a terminal gets from kg, 90 columns wide."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "90", **env},
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            seen += os.read(ours, 65536)
        except OSError:  # how a terminal says that nobody writes to it any more
            break
    os.close(ours)
    assert process.wait(timeout=60) == 0
    return seen.decode()


def test_a_terminal_sees_progress_a_table_and_no_control_of_the_data(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text(f"{TEXT}Ann \x1b[31mHolt backs nobody.\n", encoding="utf-8")
    store = tmp_path / "store"
    built = _on_a_terminal("--store", store, "build", file)
    assert "reading" in built
    assert "1/1" in built
    assert "reading" not in _on_a_terminal("--quiet", "--store", store, "build", file)
    shown = _on_a_terminal("--store", store, "query", "count-by-candidate")
    assert "\t" not in shown
    assert re.search(r"Liz Kendall +leadership", shown)
    assert "\x1b[1m" in shown
    assert "\x1b" not in _on_a_terminal("--store", store, "query", "articles", NO_COLOR="1")
    coloured = _on_a_terminal("extract", file, "--format", "text")
    assert "\x1b[32m" in coloured
    assert "\x1b[31m" not in coloured
