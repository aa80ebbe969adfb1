"""``kg check`` proposes what to decide next; a decision goes into the graph and out again."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from kg.cli import main
from kg.iris import DEFAULT_BASE
from kg.queries import load_query, run
from kg.store import open_store
from kg.store.layout import Layout
from tests.conftest import ROOT, RunKg

ID = f"{DEFAULT_BASE}id/person/"
DOUG, DOUGLAS = f"{ID}doug-james--walsall", f"{ID}douglas-james--walsall"
ARTICLE = """Labour leadership 2015

Seven councillors are backing Yvette Cooper:

Doug James – Councillor, Walsall
Douglas James – Councillor, Walsall
Kate Hill – Councillor, Bury
Katherine Hill – Councillor, Bury
Bob Clay – Councillor, Bury
Uta Clay – Councillor, Bury
Bill Hunt – Councillor, Bury
"""


def write(folder: Path, text: str = ARTICLE) -> Path:
    (folder / "article.txt").write_text(text, encoding="utf-8")
    (folder / "article.meta.toml").write_text('published = "2015-07-17"\n', encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(tmp_path_factory.mktemp("proposals"))
    assert main(["--store", str(folder / "store"), "--quiet", "build", str(folder)]) == 0
    return folder / "store"


def findings(kg: RunKg, *options: str | Path) -> list[dict[str, str]]:
    ran = kg("check", "probable-duplicates", "--format", "json", *options)
    [check] = json.loads(ran.out)
    assert ran.code == (1 if check["total"] else 0)
    found: list[dict[str, str]] = check["findings"]
    return found


def pairs(found: list[dict[str, str]]) -> list[tuple[str, str]]:
    return [(one["entity"], one["value"]) for one in found]


def test_a_decision_goes_into_the_graph_and_out_again(
    kg: RunKg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    articles = ROOT / "data" / "articles"

    def build() -> bytes:
        assert kg("--quiet", "build", articles).code == 0
        return b"".join(open_store(".kg").lines())

    before = build()
    at_walsall = [one for one in findings(kg, "--limit", "0") if "walsall" in one["entity"]]
    assert pairs(at_walsall)[0] == (DOUG, DOUGLAS)
    proposed = at_walsall[0]
    assert (proposed["quote"], proposed["other_quote"]) == (
        "Doug James Walsall",
        "Douglas James Walsall",
    )
    assert (proposed["start"], proposed["end"]) == (10470, 10488)

    typed = shlex.split(proposed["decide"].replace("NAME", "'E. Editor'"))
    assert kg(*typed[1:]).code == 0
    assert (DOUG, DOUGLAS) not in pairs(findings(kg, "--limit", "0"))  # at once, and later

    after = build()
    assert (DOUG, DOUGLAS) not in pairs(findings(kg, "--limit", "0"))
    assert f"<{DOUGLAS}> <http://purl.org/dc/terms/isReplacedBy> <{DOUG}>".encode() in after
    assert f"<{DOUGLAS}> <http://www.w3.org/2002/07/owl#sameAs> <{DOUG}>".encode() in after
    assert f"#endorser> <{DOUGLAS}>".encode() in before
    assert f"#endorser> <{DOUGLAS}>".encode() not in after
    counted = kg("query", "count-by-candidate").out
    assert "Liz Kendall\tLabour leadership 2015\t153\t" in counted
    told = kg("why", DOUGLAS)
    assert told.code == 0
    assert DOUG in told.out
    assert "“Doug James Walsall”" in told.out
    assert "“Douglas James Walsall”" in told.out
    assert kg("decide", "Doug James", "Douglas James", "different", "--by", "me").code == 2

    file = tmp_path / "data" / "decisions" / "decisions.tsv"
    *kept, row = file.read_text(encoding="utf-8").splitlines(keepends=True)
    assert row.startswith("kg:id/person/doug-james--walsall\t")
    file.write_text("".join(kept), encoding="utf-8")
    assert build() == before
    assert (DOUG, DOUGLAS) in pairs(findings(kg, "--limit", "0"))


def test_short_names_are_proposed_and_relatives_are_not(kg: RunKg, store: Path) -> None:
    found = findings(kg, "--store", store)
    named = [{one["name"], one["other_name"]} for one in found]
    assert {"Doug James", "Douglas James"} in named
    assert {"Kate Hill", "Katherine Hill"} in named
    assert {"Bob Clay", "Uta Clay"} not in named
    assert all(one["reason"] and one["quote"] and one["other_quote"] for one in found)


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_what_is_decided_does_not_come_again(
    kg: RunKg, store: Path, tmp_path: Path, verdict: str
) -> None:
    where = ("--store", store, "--decisions", tmp_path / "d")
    assert kg("decide", DOUGLAS, DOUG, verdict, "--by", "me", *where).code == 0
    assert (DOUG, DOUGLAS) not in pairs(findings(kg, *where))
    assert (DOUG, DOUGLAS) in pairs(findings(kg, "--store", store))


def test_the_command_finds_the_same_store_and_rows(kg: RunKg, store: Path, tmp_path: Path) -> None:
    (tmp_path / "my rows").mkdir()
    found = findings(kg, "--store", store, "--decisions", tmp_path / "my rows")
    for one in found:
        assert kg(*shlex.split(one["decide"])[1:]).code == 0
    assert findings(kg, "--store", store, "--decisions", tmp_path / "my rows") == []


def test_few_are_printed_and_all_are_counted(kg: RunKg, store: Path) -> None:
    whole = findings(kg, "--store", store, "--limit", "0")
    assert len(whole) > 1
    ran = kg("--store", store, "check", "probable-duplicates", "--limit", "1", "--format", "json")
    [check] = json.loads(ran.out)
    assert check["findings"] == whole[:1]
    assert check["total"] == len(whole)
    assert f"the first 1 of {len(whole)}; --limit 0 gives all" in ran.err
    assert f"findings: {len(whole)}" in ran.err
    text = kg("--store", store, "check", "probable-duplicates", "--limit", "1", "--format", "text")
    assert text.out.startswith(f"probable-duplicates: {len(whole)} findings, the first 1 shown\n")
    assert text.out.count("kg decide ") == 1


def test_in_words_a_proposal_has_both_quotations_and_the_command(kg: RunKg, store: Path) -> None:
    text = kg("--store", store, "check", "probable-duplicates", "--format", "text").out
    start = ARTICLE.index("Doug James")
    assert "  - Doug James and Douglas James: " in text
    assert f"      {DOUG}  Doug James is Councillor (Walsall " in text
    assert f", {start}-{start + 32}\n" in text
    assert f"      kg decide {DOUG.removeprefix(f'{DEFAULT_BASE}id/')} " in text


def test_a_wrong_row_is_told_before_anything_is_proposed(
    kg: RunKg, store: Path, tmp_path: Path
) -> None:
    where = ("--store", store, "--decisions", tmp_path)
    assert kg("decide", DOUGLAS, DOUG, "same", "--by", "me", *where).code == 0
    file = tmp_path / "decisions.tsv"
    file.write_text(file.read_text(encoding="utf-8").replace("doug-james", "dug-james"), "utf-8")
    ran = kg("check", "probable-duplicates", *where)
    assert (ran.code, ran.out) == (2, "")
    assert "decisions.tsv:7" in ran.err
    assert "doug-james" in ran.err


def test_a_store_without_occurrences_is_asked_by_sparql_alone(kg: RunKg, tmp_path: Path) -> None:
    write(tmp_path)
    assert kg("--store", tmp_path / "store", "--quiet", "build", tmp_path).code == 0
    layout = Layout(tmp_path / "store")
    layout.version(layout.served()).occurrences.unlink()
    found = findings(kg, "--store", tmp_path / "store")
    assert pairs(found) == [(DOUG, DOUGLAS)]
    assert "decide" not in found[0]


def test_the_query_finds_nothing_that_is_not_proposed(kg: RunKg, store: Path) -> None:
    with open_store(str(store)) as graph:
        rows = run(graph, load_query("checks/probable-duplicates")).rows
    plain = {(str(row[0]).strip("<>"), str(row[2]).strip("<>")) for row in rows}
    assert plain
    assert plain <= set(pairs(findings(kg, "--store", store, "--limit", "0")))
