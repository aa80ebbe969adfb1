"""The commands on a small hand-built graph: what they print, where, and their exit codes."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from kg import rdf
from kg.gazetteer import load_gazetteer
from kg.identity.lines import as_lines
from kg.identity.occurring import occurrences
from kg.iris import Minter
from kg.queries import names
from kg.store import publish
from tests import builders
from tests.conftest import RunKg
from tests.shipped import quads_of_built

NAME = "https://example.org/kg/id/person/david-jones--bury"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "store"
    gazetteer, minter = load_gazetteer(), Minter()
    quads = rdf.dataset_quads(minter)
    for built in (builders.worked(), builders.small()):
        quads += rdf.quads(built.extraction, built.resolution, gazetteer, minter)
    publish(folder, quads)
    return folder


def test_a_saved_query_is_answered_in_every_format_of_rows(kg: RunKg, store: Path) -> None:
    asked = ("--store", store, "query", "count-by-candidate", "--format")
    tsv = kg(*asked, "tsv").out
    assert tsv.splitlines()[0] == "candidate\tcontest\tpeople\tbodies\ttotal"
    assert "Yvette Cooper\tLabour leadership 2015\t4\t1\t5" in tsv.splitlines()
    assert kg("--store", store, "query", "count-by-candidate").out == tsv
    rows = list(csv.reader(io.StringIO(kg(*asked, "csv").out)))
    assert ["\t".join(row) for row in rows] == tsv.splitlines()
    objects = json.loads(kg(*asked, "json").out)
    assert [json.loads(line) for line in kg(*asked, "jsonl").out.splitlines()] == objects
    cooper = next(one for one in objects if one["candidate"] == "Yvette Cooper")
    assert (cooper["people"], cooper["bodies"], cooper["total"]) == (4, 1, 5)
    assert "| Yvette Cooper | Labour leadership 2015 | 4 | 1 | 5 |" in kg(*asked, "md").out
    assert "<td>Yvette Cooper</td>" in kg(*asked, "html").out
    assert "Yvette Cooper" in kg(*asked, "table").out


def test_a_parameter_is_data_and_never_part_of_the_query(kg: RunKg, store: Path) -> None:
    asked = ("--store", store, "query", "endorsers-of-candidate", "--format", "json", "-p")
    named = json.loads(kg(*asked, "candidate=Liz Kendall").out)
    assert {"David Jones", "Zoë O’Byrne"} <= {one["name"] for one in named}
    evil = 'x" } SERVICE <http://127.0.0.1:9/> { ?s ?p "y'
    unknown = kg(*asked, f"candidate={evil}")
    assert (unknown.code, unknown.out) == (2, "")
    assert f"the graph has no candidate {evil!r}" in unknown.err
    roles = kg("--store", store, "query", "backers-with-office", "-p", f"role={evil}", "--json")
    assert (roles.code, json.loads(roles.out)) == (0, [])
    assert roles.err == "kg: the answer is empty\n"


def test_a_name_that_nobody_has_is_answered_with_those_near_to_it(kg: RunKg, store: Path) -> None:
    ran = kg("--store", store, "query", "endorsers-of-candidate", "-p", "candidate=Liz Kendal")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "kg: the graph has no candidate 'Liz Kendal' (did you mean Liz Kendall?)\n"


def test_check_runs_every_check_and_knows_short_names(kg: RunKg, tmp_path: Path) -> None:
    hills = (builders.small("Bill Hill"), builders.small("William Hill"))
    known = [one for hill in hills for one in occurrences(hill.extraction, hill.resolution)]
    publish(tmp_path / "hills", quads_of_built(*hills), occurrences=as_lines(known))
    ran = kg("--store", tmp_path / "hills", "check", "--format", "json")
    results = {check["check"]: check for check in json.loads(ran.out)}
    assert list(results) == [name.removeprefix("checks/") for name in names() if "/" in name]
    (pair,) = results["probable-duplicates"]["findings"]
    assert {pair["name"], pair["other_name"]} == {"Bill Hill", "William Hill"}


def test_statements_are_written_as_rdf(kg: RunKg, store: Path) -> None:
    nt = kg("--store", store, "query", "backs", "--format", "nt").out
    assert f"<{NAME}> <https://example.org/kg/ont#backs> " in nt
    assert "@prefix" in kg("--store", store, "query", "backs").out
    assert '"@id"' in kg("--store", store, "query", "backs", "--format", "jsonld").out
    refused = kg("--store", store, "query", "articles", "--format", "ttl")
    assert refused.code == 2
    assert "ttl is for statements" in refused.err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["query", "artcles"], "did you mean articles?"),
        (["query", "endorsers-of-candidate", "-p", "candidte=x"], "did you mean candidate?"),
        (["query", "articles", "-p", "a=1", "-p", "a=2"], "given twice"),
        (["query", "--show"], "no query is named"),
        (["query", "-p", "a=1"], "no query is named"),
        (["check", "double-bakers"], "did you mean 'double-backers'?"),
        (["why", "Davd Jones"], "did you mean David Jones"),
        (["export", "--format", "trix"], "there is no format 'trix'"),
        (["sparql", "nothing-here.rq"], "cannot be read"),
        (["sparql", "SELECT * WHERE {"], "line 1, column 16"),
        (["sparql", "INSERT DATA { <a:a> <a:b> <a:c> }"], "kg:"),
        (["sparql", "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"], "SERVICE"),
    ],
)
def test_what_cannot_be_answered_is_one_line_and_code_2(
    kg: RunKg, store: Path, arguments: list[str], complaint: str
) -> None:
    ran = kg("--store", store, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert complaint in ran.err


def test_queries_are_listed_and_shown_without_a_store(kg: RunKg, tmp_path: Path) -> None:
    listed = kg("--store", tmp_path, "query")
    assert listed.code == 0
    assert "endorsers-of-candidate\tcandidate=person/liz-kendall--leicester-west\t" in listed.out
    shown = kg("--store", tmp_path, "query", "articles", "--show")
    assert shown.out.startswith("#+ summary: ")


def test_checks_find_and_exit_with_1(kg: RunKg, store: Path) -> None:
    ran = kg("--store", store, "check")
    assert ran.code == 1
    assert ran.out.splitlines()[0] == "check\tentity\tproperty\tvalue\tdetails"
    assert f"double-backers\t{NAME}\t" in ran.out
    text = kg("--store", store, "check", "stated-against-listed", "--format", "text").out
    assert "stated: 4; listed: 5" in text
    assert "What to do: " in text
    made = json.loads(kg("--store", store, "check", "double-backers", "--format", "json").out)
    assert [check["check"] for check in made] == ["double-backers"]
    assert {one["name"] for one in made[0]["findings"]} == {"David Jones"}
    assert all(check["problem"] and check["remedy"] for check in made)


def test_a_check_without_findings_exits_with_0(kg: RunKg, store: Path) -> None:
    ran = kg("--store", store, "check", "probable-duplicates")
    assert (ran.code, len(ran.out.splitlines())) == (0, 1)


def test_why_gives_the_words_and_their_place(kg: RunKg, store: Path) -> None:
    ran = kg("--store", store, "why", "david jones")
    assert ran.code == 0
    assert "“David Jones – Councillor, Bury”" in ran.out
    start = builders.TEXT.index("David Jones – Councillor, Bury")
    assert f", {start}-{start + 30}, rule list.dashed" in ran.out
    assert kg("--store", store, "why", NAME).out == ran.out
    made = json.loads(kg("--store", store, "why", NAME, "--format", "json").out)
    assert made["things"][0]["iri"] == NAME


def test_export_to_a_file_is_export_to_stdout(kg: RunKg, store: Path, tmp_path: Path) -> None:
    target = tmp_path / "graph.nq"
    shown = kg("--store", store, "export", "--format", "nquads")
    assert shown.code == 0
    assert kg("--store", store, "export", "--format", "nquads", "-o", target).out == ""
    assert target.read_text(encoding="utf-8") == shown.out
    assert f"<{NAME}>" in shown.out


def test_an_ad_hoc_query_is_answered_and_cut_off(
    kg: RunKg, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = "SELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s ?p ?o"
    ran = kg("--store", store, "sparql", query, "--rows", "3")
    assert len(ran.out.splitlines()) == 4
    assert "cut off after 3" in ran.err
    file = tmp_path / "all.rq"
    file.write_text(query, encoding="utf-8")
    assert kg("--store", store, "sparql", file, "--rows", "3") == ran
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(query.encode())))
    assert kg("--store", store, "sparql", "-", "--rows", "3") == ran
    assert kg("--store", store, "sparql", "ASK { ?s ?p ?o }").out == "answer\ntrue\n"


def test_validation_has_its_codes_and_formats(
    kg: RunKg, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = tmp_path / "good.nq", tmp_path / "bad.ttl"
    kg("--store", store, "export", "--format", "nquads", "-o", good)
    assert kg("validate", good).code == 0
    assert kg("validate", good, "--fail-on", "warning").code == 1
    text = "\n<http://example.org/e> a <https://example.org/kg/ont#Endorsement> .\n"
    bad.write_text(text, encoding="utf-8")
    ran = kg("validate", bad)
    assert ran.code == 1
    assert f"{bad}:2:1: violation: " in ran.out
    made = json.loads(kg("validate", bad, "--format", "json").out)
    assert made["conforms"] is False
    assert made["findings"][0]["line"] == 2
    remarks = kg("validate", bad, "--format", "github").out
    assert f"::error file={bad},line=2,col=1,title=" in remarks
    sarif = json.loads(kg("validate", bad, "--format", "sarif").out)
    results = sarif["runs"][0]["results"]
    region = results[0]["locations"][0]["physicalLocation"]["region"]
    assert (results[0]["level"], region) == ("error", {"startLine": 2, "startColumn": 1})
    suite = ET.fromstring(kg("validate", bad, "--format", "junit").out)  # noqa: S314 - our own text
    assert (suite.get("failures"), len(list(suite.iter("failure")))) == (
        "1",
        sum(one["severity"] == "violation" for one in made["findings"]),
    )
    rows = list(csv.reader(io.StringIO(kg("validate", bad, "--format", "csv").out)))
    assert len(rows) == 1 + len(made["findings"])
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"<a> <b>")))
    assert kg("validate", "-").code == 2
    assert kg("validate", tmp_path / "absent.ttl").code == 2


def test_a_sound_store_is_said_to_be_so_and_a_damaged_one_too(
    kg: RunKg, store: Path, tmp_path: Path
) -> None:
    sound = kg("--store", store, "store", "verify")
    assert (sound.code, ": sound, " in sound.out) == (0, True)
    assert json.loads(kg("--store", store, "store", "verify", "--json").out)["sound"] is True
    other = tmp_path / "other"
    publish(other, rdf.dataset_quads(Minter()))
    graph = next(other.glob("versions/*/graph.nq"))
    graph.write_bytes(graph.read_bytes().replace(b"Endorsements", b"Endorsementz", 1))
    damaged = kg("--store", other, "store", "verify")
    assert damaged.code == 1
    assert "graph.nq has changed" in damaged.out
    assert kg("--store", tmp_path / "none", "store", "verify").code == 2


def test_names_of_places_resolve_or_are_refused(kg: RunKg, monkeypatch: pytest.MonkeyPatch) -> None:
    day = ("--as-of", "2015-07-17")
    one = kg("reconcile", "Weymouth & Portland", *day, "--format", "json")
    assert one.code == 0
    made = json.loads(one.out)
    assert list(made) == [
        "name",
        "as_of",
        "kind",
        "code",
        "iri",
        "official_name",
        "why",
        "candidates",
    ]
    assert (made["kind"], made["code"], made["as_of"]) == ("council", "E07000053", "2015-07-17")
    two = kg("reconcile", "Bury", "Nowhere at all", *day, "--format", "json")
    assert two.code == 1
    assert [item["kind"] for item in json.loads(two.out)] == ["council", "unknown"]
    gone = json.loads(
        kg("reconcile", "Weymouth & Portland", "--as-of", "2021-01-01", "--format", "json").out
    )
    assert gone["kind"] == "abolished"
    assert [reading["code"] for reading in gone["candidates"]] == ["E06000059"]
    monkeypatch.setattr("sys.stdin", io.StringIO("Bury\n\nLeeds\n"))
    lines = kg("reconcile", "-", *day).out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["name", "Bury", "Leeds"]
    assert kg("reconcile", " ", *day).code == 2


def test_an_unknown_name_comes_with_proposals_and_no_answer(kg: RunKg) -> None:
    day = ("--as-of", "2015-07-17", "--format", "json")
    made = json.loads(kg("reconcile", "Midlesbruh", *day).out)
    assert (made["kind"], made["code"], made["iri"]) == ("unknown", None, None)
    assert [reading["code"] for reading in made["candidates"]] == ["E06000002"]
    assert "Did you mean Middlesbrough" in made["why"]
    nothing = json.loads(kg("reconcile", "Jeremy Corbyn", *day).out)
    assert nothing["candidates"] == []


def test_codes_of_readings_are_those_of_the_day(kg: RunKg) -> None:
    strathclyde = ("reconcile", "Strathclyde Regional Council", "--format", "json", "--as-of")

    def codes(day: str) -> set[str]:
        made = json.loads(kg(*strathclyde, day).out)
        assert made["kind"] == "abolished"
        return {reading["code"] for reading in made["candidates"]}

    assert {"S12000046", "S12000044"} <= codes("2019-03-31")
    assert {"S12000049", "S12000050"} <= codes("2019-04-01")


def test_names_of_one_list_settle_each_other(kg: RunKg) -> None:
    names = ("Newcastle", "Gateshead", "Sunderland", "South Tyneside")
    day = ("--as-of", "2015-07-17")
    assert kg("reconcile", *names, *day).code == 1
    together = kg("reconcile", *names, *day, "--together")
    assert together.code == 0
    assert "Newcastle City Council" in together.out


def test_an_article_on_stdin_is_read(kg: RunKg, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Chuka Umunna is backing Liz Kendall in the leadership race.\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    ran = kg("extract", "-")
    assert ran.code == 0
    made = json.loads(ran.out)
    assert [one["endorser"] for one in made[0]["endorsements"]] == ["Chuka Umunna"]


def test_extract_gives_an_object_a_document_in_the_order_given(kg: RunKg, tmp_path: Path) -> None:
    files = [tmp_path / "b.txt", tmp_path / "a.txt"]
    for number, file in enumerate(files):
        file.write_text(f"Ann Holt is backing Bob Carr {number}.\n", encoding="utf-8")
    keys = [one["document"]["sha256"] for one in json.loads(kg("extract", *files).out)]
    assert len(set(keys)) == 2
    lines = kg("extract", *files, "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["document"]["sha256"] for line in lines] == keys
    assert "⟦" in kg("extract", files[0], "--format", "text").out
    assert "@prefix" in kg("extract", files[0], "--format", "turtle").out
    assert "{" in kg("extract", files[0], "--format", "trig").out


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(b"", "is empty"), (b" \n", "is empty"), (b"a\0b", "is binary"), (b"caf\xe9", "is not UTF-8")],
)
def test_a_file_that_is_no_article_is_refused(
    kg: RunKg, tmp_path: Path, content: bytes, complaint: str
) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(content)
    ran = kg("extract", file)
    assert (ran.code, ran.out) == (2, "")
    assert complaint in ran.err
    assert str(file) in ran.err
    missing = kg("extract", tmp_path / "absent.txt")
    assert missing.code == 2
    assert "absent.txt" in missing.err
