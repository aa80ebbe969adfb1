"""``kg decide``: both sides with their words, one row, or a refusal before anything is written."""

from __future__ import annotations

import io
import json
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from kg.decisions import read_decisions
from kg.iris import DEFAULT_BASE
from kg.store.layout import Layout
from tests.conftest import Ran, RunKg

ONE = """Labour leadership 2015

Four councillors are backing Yvette Cooper:

Doug James – Councillor, Walsall
Ann Lee – Councillor, Bury
Ann Lee – Councillor, Sedgemoor
Karl Reed – Councillor, Sedgemoor
"""
OTHER = """Labour leadership 2015

Three councillors are backing Liz Kendall:

Douglas James – Councillor, Walsall
Zed Nott – Councillor, Bury
Cath Reed – Councillor, Sedgemoor
"""
ID = f"{DEFAULT_BASE}id/"
DOUG, DOUGLAS = f"{ID}person/doug-james--walsall", f"{ID}person/douglas-james--walsall"
ZED, KARL, CATH = (
    f"{ID}person/{key}"
    for key in ("zed-nott--bury", "karl-reed--sedgemoor", "cath-reed--sedgemoor")
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles and the store of their graph."""
    from kg.cli import main

    folder = tmp_path_factory.mktemp("decide")
    for name, text in (("one", ONE), ("other", OTHER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / f"{name}.meta.toml").write_text('published = "2015-07-17"\n', encoding="utf-8")
    assert main(["--store", str(folder / "store"), "--quiet", "build", str(folder)]) == 0
    return folder


class Decide:
    """Runs ``kg decide`` on the store, with a folder of decisions that begins missing."""

    def __init__(self, kg: RunKg, built: Path, rows: Path) -> None:
        self.kg, self.built, self.rows = kg, built, rows
        self.file = rows / "decisions.tsv"

    def __call__(self, *arguments: str, by: str | None = "E. Editor") -> Ran:
        signed = () if by is None else ("--by", by)
        where = ("--store", self.built / "store", "--decisions", self.rows)
        return self.kg("decide", *arguments, *signed, *where)

    def read(self) -> list[tuple[str, str, str]]:
        if not self.rows.exists():
            return []
        found = read_decisions(self.rows, DEFAULT_BASE)
        return [(row.subject, row.object, row.verdict) for row in found]


@pytest.fixture
def decide(kg: RunKg, built: Path, tmp_path: Path) -> Decide:
    return Decide(kg, built, tmp_path / "data" / "decisions")


def test_both_sides_are_shown_with_their_words_and_the_row_is_written(decide: Decide) -> None:
    ran = decide("Doug James", "Douglas James", "same", "--why", "One seat, one surname")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:2] == ["Doug James (person)", f"  {DOUG}"]
    assert "    “Doug James – Councillor, Walsall”" in lines
    assert "    “Douglas James – Councillor, Walsall”" in lines
    start = ONE.index("Doug James")
    assert any(f", {start}-{start + 32}, rule " in line for line in lines)
    assert any(line.startswith("same, by E. Editor, ") for line in lines)
    assert any("“One seat, one surname”" in line for line in lines)
    assert f"Written to {decide.file}:7. Next: `kg build`" in ran.out
    assert "Deleting the row" in lines[-1]
    [row] = read_decisions(decide.rows, DEFAULT_BASE)
    assert (row.subject, row.object, row.verdict) == (DOUG, DOUGLAS, "same")
    assert (row.by, row.comment) == ("E. Editor", "One seat, one surname")
    assert abs((row.day - date.today()).days) <= 1  # noqa: DTZ011 - either side of midnight
    assert "\tDoug James\t" in decide.file.read_text(encoding="utf-8")


def test_a_second_row_goes_below_the_first(decide: Decide) -> None:
    assert decide("Doug James", "Douglas James", "different").code == 0
    before = decide.file.read_text(encoding="utf-8")
    assert decide("Karl Reed", "Cath Reed", "unsure").code == 0
    assert decide.file.read_text(encoding="utf-8").startswith(before)
    assert decide.read() == [(DOUG, DOUGLAS, "different"), (KARL, CATH, "unsure")]


def test_nothing_is_written_on_a_dry_run(decide: Decide) -> None:
    ran = decide("Doug James", "Douglas James", "same", "--dry-run")
    assert ran.code == 0
    assert ran.out.endswith("Nothing was written.\n")
    assert not decide.rows.exists()


def test_what_is_printed_can_be_json(decide: Decide) -> None:
    ran = decide("Doug James", "Douglas James", "same", "--json", "--date", "2020-02-29")
    made = json.loads(ran.out)
    assert made["decision"] == {
        "subject": DOUG,
        "object": DOUGLAS,
        "verdict": "same",
        "by": "E. Editor",
        "date": "2020-02-29",
        "why": "",
    }
    assert [side["iri"] for side in made["sides"]] == [DOUG, DOUGLAS]
    quote = made["sides"][0]["shown"][0]["passages"][0]
    assert ONE[quote["start"] : quote["end"]] == quote["quote"]
    assert made["written"] == f"{decide.file}:7"
    assert made["next"] == "kg build"
    assert read_decisions(decide.rows, DEFAULT_BASE)[0].day == date(2020, 2, 29)
    dry = json.loads(decide("Zed Nott", "Cath Reed", "unsure", "--json", "--dry-run").out)
    assert (dry["written"], dry["next"]) == (None, None)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("Doug James", "Douglas James", "sme"), "did you mean 'same'?"),
        (("Doug Jams", "Douglas James", "same"), "did you mean Doug James"),
        (("Doug James", "doug  JAMES", "same"), "are one thing: "),
        (("Doug James", "Labour leadership 2015", "same"), "is a person, "),
        (("Doug James", "Walsall", "same"), "decisions are about people, bodies and contests"),
        (("Doug James", f"{ID}person/doug-jame--walsall", "same"), f"did you mean {DOUG}?"),
        (("Doug James", f"{ID}council/walsall", "same"), "no article names"),
        (("Doug James", "https://www.wikidata.org/wi ki", "same"), "nothing is known about"),
        (("Doug James", "https:///x", "same"), "has no host"),
        (("Doug James", "ftp://example.org/x", "same"), "no absolute http"),
        (("https://example.com/x", "Doug James", "same"), "is not of this graph"),
        (("Doug James", "Douglas James", "same", "--date", "1 May"), "a day such as"),
        (
            ("Doug James", "Douglas James", "same", "--why", "a\tb"),
            "--why has the character U+0009",
        ),
        (("Doug James", "Douglas James", "same", "--why", "a\x1b[31m"), "U+001B"),
        (("Doug James", "Douglas James", "same", "--why", "\u202egnp"), "U+202E"),
        (("Doug James", "Douglas James", "same", "--why", "x" * 501), "more than 500"),
        (("", "Douglas James", "same"), "nothing is known about ''"),
    ],
)
def test_what_cannot_be_decided_is_refused(
    decide: Decide, arguments: tuple[str, ...], complaint: str
) -> None:
    ran = decide(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert complaint in ran.err
    assert len(ran.err.splitlines()) == 1
    assert not decide.rows.exists()


@pytest.mark.parametrize("by", ["", "  ", "a\nb", "\x07", None])
def test_somebody_has_to_sign(decide: Decide, by: str | None) -> None:
    ran = decide("Doug James", "Douglas James", "same", by=by)
    assert ran.code == 2
    assert "--by" in ran.err
    assert not decide.rows.exists()


def test_a_name_that_several_have_is_listed_with_a_line_on_each(decide: Decide) -> None:
    ran = decide("Ann Lee", "Doug James", "same")
    assert (ran.code, ran.out) == (2, "")
    lines = ran.err.splitlines()
    assert lines[0].startswith(f"{ID}person/ann-lee--bury  Ann Lee (person): Ann Lee is Councillor")
    assert lines[1].startswith(f"{ID}person/ann-lee--sedgemoor  Ann Lee (person): ")
    assert "may be any of 2" in lines[2]
    assert not decide.rows.exists()
    assert decide("person/ann-lee--bury", "Ann Lee", "different").code == 2
    assert decide("person/ann-lee--bury", "kg:id/person/ann-lee--sedgemoor", "different").code == 0


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_a_pair_is_decided_once(decide: Decide, verdict: str) -> None:
    assert decide("Doug James", "Douglas James", "same", "--why", "Seen").code == 0
    ran = decide("Douglas James", "Doug James", verdict)
    assert (ran.code, ran.out) == (2, "")
    assert "decisions.tsv:7: " in ran.err
    assert "same, by E. Editor, " in ran.err
    assert f"the new row says {verdict}" in ran.err
    assert "delete that row first" in ran.err
    assert len(decide.read()) == 1


def test_a_row_that_a_chain_contradicts_is_refused_with_the_chain(decide: Decide) -> None:
    assert decide("Doug James", "Douglas James", "same").code == 0
    assert decide("Douglas James", "Zed Nott", "same").code == 0
    ran = decide("Doug James", "Zed Nott", "different")
    assert (ran.code, ran.out) == (2, "")
    assert "different for " in ran.err
    assert "decisions.tsv:7" in ran.err
    assert "decisions.tsv:8" in ran.err
    assert "the new row" in ran.err
    assert "~new" not in ran.err
    assert len(decide.read()) == 2


def test_a_row_that_would_join_what_a_row_sets_apart_is_refused(decide: Decide) -> None:
    assert decide("Doug James", "Zed Nott", "different").code == 0
    assert decide("Doug James", "Douglas James", "same").code == 0
    ran = decide("Douglas James", "Zed Nott", "same")
    assert ran.code == 2
    assert "decisions.tsv:7" in ran.err
    assert "the new row" in ran.err
    assert len(decide.read()) == 2


def test_a_row_that_would_close_a_circle_is_refused(decide: Decide) -> None:
    assert decide("Doug James", "Douglas James", "same").code == 0
    assert decide("Douglas James", "Zed Nott", "same").code == 0
    ran = decide("Zed Nott", "Doug James", "same")
    assert ran.code == 2
    assert "joined already" in ran.err
    assert len(decide.read()) == 2


def test_a_mistake_that_is_there_already_is_told_with_its_line(decide: Decide) -> None:
    assert decide("Doug James", "Douglas James", "same").code == 0
    text = decide.file.read_text(encoding="utf-8")
    decide.file.write_text(text.replace("skos:exactMatch", "skos:exactMtch"), encoding="utf-8")
    ran = decide("Karl Reed", "Cath Reed", "same")
    assert (ran.code, ran.out) == (2, "")
    assert "decisions.tsv:7" in ran.err


@pytest.mark.parametrize(
    "item",
    [
        "http://www.wikidata.org/entity/Q42",
        "https://www.wikidata.org/wiki/Q42",
        "https://m.wikidata.org/wiki/Q42",
        "wd:Q42",
    ],
)
def test_a_link_out_is_a_decision_too(decide: Decide, item: str) -> None:
    ran = decide("Doug James", item, "same")
    assert ran.code == 0
    assert "http://www.wikidata.org/entity/Q42 (thing elsewhere)" in ran.out
    assert "by schema:sameAs" in ran.out
    assert decide.read() == [(DOUG, "http://www.wikidata.org/entity/Q42", "same")]


def test_a_link_to_anywhere_gets_the_prefix_that_it_needs(decide: Decide) -> None:
    address = "https://dbpedia.org/resource/Doug"
    assert decide("Doug James", address, "unsure").code == 0
    assert decide.read() == [(DOUG, address, "unsure")]
    assert "dbpedia:Doug" in decide.file.read_text(encoding="utf-8")


def test_what_one_article_says_can_be_decided_about_alone(decide: Decide) -> None:
    made = json.loads(decide("Doug James", "Douglas James", "same", "--json", "--dry-run").out)
    article = made["sides"][0]["shown"][0]["passages"][0]["article"].rpartition("/")[2]
    ran = decide(f"{DOUG}--doc-{article}", DOUG, "different", "--json")
    assert ran.code == 0
    side = json.loads(ran.out)["sides"][0]
    assert (side["now"], side["statements"]) == ([DOUG], 2)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("answer", "options", "written"),
    [
        ("y\n", (), True),
        ("YES\n", (), True),
        ("n\n", (), False),
        ("", (), False),
        ("", ("--yes",), True),
    ],
)
def test_on_a_terminal_somebody_is_asked(
    decide: Decide,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    options: tuple[str, ...],
    *,
    written: bool,
) -> None:
    out = _Terminal()
    monkeypatch.setattr(sys, "stdin", _Terminal(answer))
    monkeypatch.setattr(sys, "stdout", out)
    ran = decide("Doug James", "Douglas James", "same", *options)
    assert ran.code == 0
    assert ("Write this decision? [y/N]" in ran.err) is (not options)
    assert ("Written to" in out.getvalue()) is written
    assert bool(decide.read()) is written


def test_a_folder_that_cannot_be_written_is_the_users_to_mend(decide: Decide) -> None:
    decide.rows.parent.mkdir()
    decide.rows.write_text("a file", encoding="utf-8")
    ran = decide("Doug James", "Douglas James", "same")
    assert ran.code == 2
    assert str(decide.rows) in ran.err


def test_a_store_without_occurrences_says_to_build_again(decide: Decide, tmp_path: Path) -> None:
    shutil.copytree(decide.built / "store", tmp_path / "store")
    layout = Layout(tmp_path / "store")
    layout.version(layout.served()).occurrences.write_bytes(b"")
    ran = decide.kg(
        "--store", tmp_path / "store", "decide", "Doug James", "Zed Nott", "same", "--by", "me"
    )
    assert (ran.code, ran.out) == (2, "")
    assert "run `kg build`" in ran.err
