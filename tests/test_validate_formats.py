"""Every form of a report: well-formed, complete, and unharmed by what a stranger's file holds."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, SH, XSD

from kg.cli.render.findings import RENDERERS
from kg.validate import Engine, FileReport, Finding, Report, Waived, validate_quads
from kg.validate.render import SHOWN
from kg.validate.report import SEVERITIES

SHAPE = "https://example.org/kg/shapes#Endorsement-endorser"

LINE = Finding(
    "a b.ttl",
    "violation",
    SHAPE,
    "minCount",
    "It lacks an endorser.",
    "Give it one.",
    focus="http://example.org/e",
    path="https://example.org/kg/ont#endorser",
    value="0.80",
    line=3,
    column=7,
)
ROW = Finding("t.csv", "warning", "row", "cell", "No such day.", row=4, field="date")
OFFSET = Finding("a.txt", "info", SHAPE, "class", "Look.", start=10, end=25)
POINTER = Finding("j.jsonld", "violation", SHAPE, "class", "Wrong.", pointer="/@graph/0/a~1b")
NOWHERE = Finding("a b.ttl", "violation", "vocabulary", "unknown term", "Who?", focus="_:b0")

FILES = tuple(
    FileReport(name, name == "a.txt", "text/turtle", 3, 1)
    for name in ("a b.ttl", "t.csv", "a.txt", "j.jsonld")
)
REPORT = Report(
    FILES,
    (LINE, NOWHERE, ROW, OFFSET, POINTER),
    (Waived(LINE, "Known & <accepted>", "2027-03-31"),),
)
EMPTY = Report((FileReport("good.ttl", True, "text/turtle", 3, 1),), ())

NASTY = (
    "\x1b]0;owned\x07",
    "a\r\n::error file=x::b",
    "]]></testcase><script>",
    '" . <http://evil.example/s> <http://evil.example/p> "',
    "=cmd|' /C calc'!A0",
    "\ud800 \ufffe \u202e",
    "http://x/> <http://evil.example/s> <http://evil.example/p> <http://x/",
    "% , : \\",
)


def sarif(report: Report) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(RENDERERS["sarif"](report))
    return made


# What the schema of SARIF 2.1.0 allows in the objects that we write: name → required.
SARIF_OBJECTS: dict[str, dict[str, bool]] = {
    "log": {"$schema": False, "version": True, "runs": True},
    "run": {"tool": True, "columnKind": False, "artifacts": False, "results": False},
    "tool": {"driver": True},
    "driver": {"name": True, "semanticVersion": False, "rules": False},
    "rule": {"id": True, "shortDescription": False, "defaultConfiguration": False, "help": False},
    "message": {"text": True},
    "artifact": {"location": False, "mimeType": False},
    "result": {
        "ruleId": False,
        "ruleIndex": False,
        "level": False,
        "message": True,
        "locations": False,
        "partialFingerprints": False,
        "properties": False,
        "suppressions": False,
    },
    "location": {"physicalLocation": False, "logicalLocations": False},
    "physicalLocation": {"artifactLocation": False, "region": False},
    "artifactLocation": {"uri": False},
    "region": {"startLine": False, "startColumn": False, "charOffset": False, "charLength": False},
    "logicalLocation": {"fullyQualifiedName": False, "kind": False},
    "suppression": {"kind": True, "justification": False},
}


def assert_of_kind(kind: str, made: dict[str, Any]) -> None:
    allowed = SARIF_OBJECTS[kind]
    assert set(made) <= set(allowed), kind
    assert {name for name, required in allowed.items() if required} <= set(made), kind


def assert_sarif(log: dict[str, Any]) -> None:
    assert_of_kind("log", log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert_of_kind("run", run)
    assert_of_kind("tool", run["tool"])
    driver = run["tool"]["driver"]
    assert_of_kind("driver", driver)
    for rule in driver["rules"]:
        assert_of_kind("rule", rule)
        assert_of_kind("message", rule["shortDescription"])
        assert_of_kind("message", rule.get("help", {"text": ""}))
        assert rule["defaultConfiguration"]["level"] in {"none", "note", "warning", "error"}
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(ids) == len(set(ids))
    for artifact in run["artifacts"]:
        assert_of_kind("artifact", artifact)
        assert_uri(artifact["location"])
    for result in run["results"]:
        assert_of_kind("result", result)
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert_of_kind("message", result["message"])
        for suppression in result.get("suppressions", ()):
            assert_of_kind("suppression", suppression)
            assert suppression["kind"] in {"inSource", "external"}
        for location in result["locations"]:
            assert_location(location)


def assert_location(location: dict[str, Any]) -> None:
    assert_of_kind("location", location)
    for logical in location.get("logicalLocations", ()):
        assert_of_kind("logicalLocation", logical)
    physical = location["physicalLocation"]
    assert_of_kind("physicalLocation", physical)
    assert_uri(physical["artifactLocation"])
    region = physical.get("region", {})
    assert_of_kind("region", region)
    assert min(region.get("startLine", 1), region.get("startColumn", 1)) >= 1
    assert min(region.get("charOffset", 0), region.get("charLength", 0)) >= 0


def assert_uri(location: dict[str, Any]) -> None:
    assert_of_kind("artifactLocation", location)
    assert re.fullmatch(r"[A-Za-z0-9/~:@!$&'()*+,;=%._-]*", location["uri"])


def test_sarif_is_what_its_schema_allows() -> None:
    assert_sarif(sarif(REPORT))
    assert_sarif(sarif(EMPTY))


def test_sarif_says_where() -> None:
    results = sarif(REPORT)["runs"][0]["results"]
    regions = [r["locations"][0]["physicalLocation"].get("region") for r in results]
    assert regions == [
        {"startLine": 3, "startColumn": 7},
        None,
        {"startLine": 4},
        {"charOffset": 10, "charLength": 15},
        None,
        {"startLine": 3, "startColumn": 7},
    ]
    assert [bool(r.get("suppressions")) for r in results] == [False] * 5 + [True]
    pointers = [
        place["fullyQualifiedName"]
        for place in results[4]["locations"][0]["logicalLocations"]
        if place["kind"] == "value"
    ]
    assert pointers == ["/@graph/0/a~1b"]


def test_a_finding_keeps_its_fingerprint_when_it_moves() -> None:
    moved = Finding(**{name: getattr(LINE, name) for name in LINE.__slots__} | {"line": 99})
    first, second = (
        sarif(Report(FILES, (one,)))["runs"][0]["results"][0]["partialFingerprints"]
        for one in (LINE, moved)
    )
    assert first == second


def test_github_shows_the_gravest_first_and_the_total() -> None:
    many = tuple(
        Finding("f", severity, "s", "c", f"no {number}", line=number + 1)
        for number in range(SHOWN)
        for severity in SEVERITIES
    )
    lines = RENDERERS["github"](Report(FILES, many)).splitlines()
    assert len(lines) == SHOWN + 1
    assert all(line.startswith("::error ") for line in lines[:-1])
    assert str(2 * SHOWN) in lines[-1]


def test_github_says_where() -> None:
    lines = RENDERERS["github"](REPORT).splitlines()
    assert lines[0].startswith("::error file=a b.ttl,line=3,col=7,title=Endorsement-endorser::It")
    assert "::warning file=t.csv,line=4,title=row::No such day.%0AIn the column date." in lines


def test_junit_has_a_case_a_file() -> None:
    root = ET.fromstring(RENDERERS["junit"](REPORT))  # noqa: S314 - our own text
    cases = {case.get("name"): case for case in root.iter("testcase")}
    assert list(cases) == [file.file for file in FILES]
    assert len(cases["a b.ttl"].findall("failure")) == 2
    assert "Known & <accepted>" in str(cases["a b.ttl"].findtext("system-out"))
    assert (root.get("tests"), root.get("failures")) == ("4", "3")


def test_csv_has_a_row_a_finding() -> None:
    rows = list(csv.DictReader(io.StringIO(RENDERERS["csv"](REPORT))))
    assert [row["waived"] for row in rows] == [""] * 5 + ["Known & <accepted>"]
    assert (rows[2]["row"], rows[2]["field"], rows[3]["start"]) == ("4", "date", "10")


def graph(report: Report) -> rdflib.Graph:
    return rdflib.Graph().parse(data=RENDERERS["turtle"](report), format="turtle")


def test_turtle_is_a_validation_report() -> None:
    made = graph(REPORT)
    (report,) = made.subjects(RDF.type, SH.ValidationReport)
    assert made.value(report, SH.conforms).toPython() is False  # type: ignore[union-attr] # there
    results = list(made.objects(report, SH.result))
    assert len(results) == len(REPORT.findings)
    for result in results:
        for needed in (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent):
            assert len(list(made.objects(result, needed))) == 1
    assert (None, SH.sourceConstraintComponent, SH.MinCountConstraintComponent) in made
    assert graph(EMPTY).value(None, SH.conforms) is None
    assert [str(value) for value in graph(EMPTY).objects(None, SH.conforms)] == ["true"]


def test_turtle_of_the_reference_engine_says_the_same() -> None:
    """pySHACL's own report on the same graph has the same results but for kg's own checks."""
    import pyshacl

    from kg import resources

    data = "<http://example.org/e> a <https://example.org/kg/ont#Endorsement> ."
    shapes = rdflib.Graph()
    for path in sorted(resources.path("shapes").glob("*.ttl")):
        shapes.parse(path, format="turtle")
    shapes.parse(resources.path("ontology", "kg.ttl"), format="turtle")
    plain = rdflib.Graph().parse(data=data, format="turtle")
    _, theirs, _ = pyshacl.validate(plain, shacl_graph=shapes, inference="none")
    assert isinstance(theirs, rdflib.Graph)
    ours = graph(validate_quads(ox.parse(data, ox.RdfFormat.TURTLE)))
    assert _results(ours) == _results(theirs)


@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
def test_a_value_in_turtle_is_the_term_that_it_was(engine: Engine) -> None:
    values = (
        '"http://example.org/no-iri"@en',
        '"2015"^^<http://www.w3.org/2001/XMLSchema#gYear>',
        "<http://example.org/iri>",
        "_:b",
        "7",
    )
    data = f"""@prefix foaf: <http://xmlns.com/foaf/0.1/> .
        <http://example.org/p> a foaf:Person ;
            <http://www.w3.org/2004/02/skos/core#altLabel> {" , ".join(values[:2])} , 7 ;
            <http://schema.org/sameAs> <http://example.org/iri> ;
            <https://schema.org/sameAs> "no thing" , _:b ."""
    made = graph(validate_quads(ox.parse(data, ox.RdfFormat.TURTLE), engine=engine))
    told = {value.n3() for value in made.objects(None, SH.value)}
    assert {values[0], values[1], f'"7"^^<{XSD.integer}>', '"no thing"'} <= told
    assert any(isinstance(value, rdflib.BNode) for value in made.objects(None, SH.value))


def _results(made: rdflib.Graph) -> set[tuple[str, ...]]:
    names = (
        SH.focusNode,
        SH.resultPath,
        SH.value,
        SH.sourceConstraintComponent,
        SH.sourceShape,
        SH.resultSeverity,
    )
    return {
        tuple(str(made.value(result, name)) for name in names)
        for result in made.objects(None, SH.result)
    }


def _nasty(text: str) -> Report:
    finding = Finding(
        text, "violation", text, text, text, text, focus=text, path=text, value=text, line=1
    )
    file = FileReport(text, False, "text/turtle", 1, 1)
    return Report((file,), (finding,), (Waived(finding, text, "2027-01-01"),))


def assert_harmless(text: str) -> None:
    report = _nasty(text)
    made = {name: render(report) for name, render in RENDERERS.items()}
    for name, shown in made.items():
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", shown), name
        shown.encode("utf-8")
    assert made["github"].count("\n") == 1
    assert len(list(ET.fromstring(made["junit"]).iter("failure"))) == 1  # noqa: S314 - our own
    assert len(list(csv.reader(io.StringIO(made["csv"])))) == 3
    assert_sarif(json.loads(made["sarif"]))
    statements = list(ox.parse(made["turtle"], ox.RdfFormat.TURTLE))
    assert not [quad for quad in statements if isinstance(quad.subject, ox.NamedNode)]
    assert len(graph(report)) == len(statements)


@pytest.mark.parametrize("text", NASTY)
def test_nothing_in_a_file_breaks_a_form(text: str) -> None:
    assert_harmless(text)


@given(st.text(max_size=40))
def test_no_text_breaks_a_form(text: str) -> None:
    assert_harmless(text)
