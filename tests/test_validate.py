"""Strangers' files are judged safely, completely and at the right line."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import resources
from kg.errors import InputError, InternalError, ResourceError
from kg.iris import Minter
from kg.rdf import dataset_quads, quads
from kg.validate import (
    FileReport,
    Finding,
    Limits,
    Report,
    Submission,
    check_quotes,
    validate_files,
    validate_quads,
    validate_submissions,
)
from kg.validate.checks import all_of, focus_nodes
from kg.validate.engine import judge
from kg.validate.engines.bridge import graph_of, literals_as_written
from kg.validate.engines.fast.loading import facts_of
from kg.validate.reading import read
from kg.validate.render import as_object, as_text
from kg.validate.report import in_order
from kg.validate.rules import Rules, load_rules
from kg.vocab import KGO, OA, PREFIXES
from tests import builders

GOOD = (Path(__file__).parent / "shapes" / "good.ttl").read_text(encoding="utf-8")
X = "http://example.net/"
FOAF_NAME = "<http://xmlns.com/foaf/0.1/name>"
PERSON = f"<{X}p> a <http://xmlns.com/foaf/0.1/Person> ; {FOAF_NAME} "
XSD = "http://www.w3.org/2001/XMLSchema#"
KINDS = ("integer", "decimal", "double", "date", "dateTime", "gYear", "gYearMonth", "boolean")


def graph() -> list[ox.Quad]:
    built = builders.worked()
    made = quads(built.extraction, built.resolution, builders.gazetteer(), Minter())
    return made + dataset_quads(Minter())


def trig() -> str:
    data = ox.serialize(graph(), format=ox.RdfFormat.TRIG, prefixes=dict(PREFIXES))
    return data.decode()


def line_of(text: str, fragment: str) -> int:
    """The line, from 1, on which ``fragment`` first stands."""
    return text.count("\n", 0, text.index(fragment)) + 1


# --- What a file may hold. Each is judged in one run of the worker, for speed.

BAD_PEOPLE = PERSON + '"" .\n'
FILES: dict[str, str | bytes] = {
    "good.ttl": GOOD,
    "good.trig": trig(),
    "good.nq": b"".join(f"{quad} .\n".encode() for quad in graph()),
    "bom.ttl": "\ufeff" + GOOD,
    "no-polarity.ttl": GOOD.replace("    kgo:polarity kgo:Supports ;\n", ""),
    "misspelt.ttl": GOOD.replace("kgo:printedRole", "kgo:printedRoll"),
    "redefined.ttl": GOOD + "\nkgo:Endorsement a kgo:Evidence .\n",
    "subclass.ttl": GOOD + "\nfoaf:Person rdfs:subClassOf kgo:Endorsement .\n",
    "untyped.ttl": GOOD + '\nid:person\\/nobody foaf:name "Nobody" .\n',
    "in-a-graph.trig": f"<{X}g> {{ {BAD_PEOPLE} }}",
    "empty.ttl": "",
    "comment.nt": "# nothing but this\n",
    "foreign.ttl": f"<{X}a> <{X}b> <{X}c> .\n",
    "syntax.ttl": f"<{X}a> <{X}b> 1 .\n<{X}a> <{X}b> .\n",
    "relative.ttl": "<a> <b> <c> .\n",
    "space.nt": f"<{X}a b> <{X}b> <{X}c> .\n",
    "injection.nt": f'<{X}a> <{X}b> "x"^^<{X}\\u003E . \\u003Chttp://evil.example/> .\n',
    "script.ttl": f"\n<{X}a> <{X}b> <javascript:alert(1)> .\n",
    "data.ttl": f'<{X}a> <{X}b> "x"^^<data:text/html,x> .\n',
    "file-graph.nq": f"<{X}a> <{X}b> <{X}c> <file:///etc/passwd> .\n",
    "surrogate.nt": f'<{X}a> <{X}b> "\\uD800" .\n',
    "binary.nt": bytes(range(256)),
    "latin.ttl": f'<{X}a> <{X}b> "ok" ,\n "caf\xe9" .\n'.encode("latin-1"),
    "nested.ttl": f"<{X}a> <{X}b> " + "[" * 300 + f" <{X}b> 1 " + "]" * 300 + " .\n",
    "triple-terms.nt": f"<{X}a> <{X}b> "
    + f"<<( <{X}a> <{X}b> " * 30_000
    + f"<{X}c> "
    + ")>> " * 30_000
    + ".\n",
    "triple-term.nt": f"<{X}a> <{X}b> <<( <{X}a> <{X}b> <{X}c> )>> .\n",
    "number.ttl": GOOD.replace('"1"^^xsd:decimal', '"' + "9" * 5_000 + '"^^xsd:decimal'),
    "exponent.ttl": GOOD.replace('"1"^^xsd:decimal', '"1E999999999"^^xsd:decimal'),
    "no-such-day.ttl": GOOD.replace("2023-03-31", "2023-02-30"),
    "no-such-offset.ttl": GOOD.replace("oa:start 10", 'oa:start "ten"^^xsd:integer'),
    "no-literal.ttl": GOOD.replace("oa:start 10", "oa:start [ ]"),
    "long-name.ttl": PERSON + '"' + "x" * 200_000 + '" .\n',
    "brackets-in-strings.ttl": PERSON + '"' + "([{" * 500 + '" . # ' + "[" * 500 + "\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("files")
    for name, content in FILES.items():
        data = content.encode() if isinstance(content, str) else content
        (made / name).write_bytes(data)
    return made


@pytest.fixture(scope="module")
def judged(folder: Path) -> dict[str, tuple[FileReport, tuple[Finding, ...]]]:
    report = validate_files([folder / name for name in FILES])
    return {
        Path(file.file).name: (file, tuple(f for f in report.findings if f.file == file.file))
        for file in report.files
    }


Judged = dict[str, tuple[FileReport, tuple[Finding, ...]]]


@pytest.mark.parametrize(
    "name", ["good.ttl", "bom.ttl", "long-name.ttl", "brackets-in-strings.ttl"]
)
def test_a_good_file_conforms(judged: Judged, name: str) -> None:
    file, findings = judged[name]
    assert file.conforms
    assert [f for f in findings if f.constraint != "pattern"] == []


@pytest.mark.parametrize("name", ["good.trig", "good.nq"])
def test_our_own_output_conforms_with_its_one_warning(judged: Judged, name: str) -> None:
    file, findings = judged[name]
    assert file.conforms
    assert file.triples == len({quad.triple for quad in graph()})
    assert [f.severity for f in findings] == ["warning"]
    assert findings[0].shape.endswith("#Contest-twoCandidates")


@pytest.mark.parametrize(
    ("name", "constraint", "severity", "line"),
    [
        ("no-polarity.ttl", "minCount", "violation", line_of(GOOD, "    a kgo:Endorsement ;") - 1),
        ("misspelt.ttl", "unknownTerm", "warning", line_of(GOOD, "kgo:printedRole")),
        ("redefined.ttl", "redefinition", "violation", GOOD.count("\n") + 2),
        ("subclass.ttl", "redefinition", "violation", GOOD.count("\n") + 2),
        ("untyped.ttl", "unchecked", "warning", GOOD.count("\n") + 2),
        ("in-a-graph.trig", "minLength", "violation", 1),
        ("empty.ttl", "empty", "violation", None),
        ("comment.nt", "empty", "violation", None),
        ("foreign.ttl", "empty", "violation", None),
        ("foreign.ttl", "unknownTerm", "info", 1),
        ("syntax.ttl", "syntax", "violation", 2),
        ("relative.ttl", "syntax", "violation", 1),
        ("space.nt", "syntax", "violation", 1),
        ("injection.nt", "syntax", "violation", 1),
        ("script.ttl", "iri", "violation", 2),
        ("data.ttl", "iri", "violation", 1),
        ("file-graph.nq", "iri", "violation", 1),
        ("surrogate.nt", "syntax", "violation", 1),
        ("binary.nt", "encoding", "violation", 2),
        ("latin.ttl", "encoding", "violation", 2),
        ("nested.ttl", "nesting", "violation", 1),
        ("triple-terms.nt", "nesting", "violation", 1),
        ("triple-term.nt", "object", "violation", 1),
        ("number.ttl", "object", "violation", line_of(GOOD, "kgo:count")),
        ("exponent.ttl", "object", "violation", line_of(GOOD, "kgo:count")),
        ("no-such-day.ttl", "object", "violation", line_of(GOOD, "2023-03-31")),
        ("no-literal.ttl", "object", "violation", line_of(GOOD, "oa:start")),
        ("no-such-offset.ttl", "object", "violation", line_of(GOOD, "oa:start")),
    ],
)
def test_a_fault_is_found_at_its_line(
    judged: Judged, name: str, constraint: str, severity: str, line: int | None
) -> None:
    file, findings = judged[name]
    found = {(f.constraint, f.severity, f.line) for f in findings}
    assert (constraint, severity, line) in found
    assert file.conforms is not any(f.severity == "violation" for f in findings)


def test_a_misspelt_term_is_answered_with_the_right_one(judged: Judged) -> None:
    [finding] = [f for f in judged["misspelt.ttl"][1] if f.constraint == "unknownTerm"]
    assert finding.hint == "Did you mean kgo:printedRole?"


def test_a_fault_of_syntax_has_a_column_and_stops_the_judging(judged: Judged) -> None:
    file, [finding] = judged["syntax.ttl"]
    assert finding.column is not None
    assert (file.triples, file.focus_nodes) == (1, 0)


def test_every_finding_says_what_to_do(judged: Judged) -> None:
    for _, findings in judged.values():
        assert all(finding.message and finding.hint for finding in findings)


def test_findings_come_in_the_order_of_the_file() -> None:
    text = GOOD.replace("kgo:rule", "kgo:rool").replace("kgo:Ward", "kgo:Wart")
    text = text.replace('foaf:name "Mike Lerry"', 'foaf:name ""')
    submission = Submission("three.ttl", "text/turtle", text.encode())
    one, two = (validate_submissions([submission]) for _ in range(2))
    assert one == two
    lines = [finding.line for finding in one.findings]
    assert lines == sorted(lines, key=lambda line: line or 0)
    assert len(set(lines)) == 3


# --- Files that are refused before anything reads them.


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        validate_files([tmp_path / "missing.ttl"])


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "folder.ttl").mkdir()
    os.mkfifo(tmp_path / "pipe.ttl")
    for name in ("folder.ttl", "pipe.ttl"):
        with pytest.raises(InputError, match="not a regular file"):
            validate_files([tmp_path / name])


def test_an_unknown_format_names_those_that_are_known(tmp_path: Path) -> None:
    (tmp_path / "graph.xyz").write_text("x")
    with pytest.raises(InputError, match=r"'\.xyz' is no format.*\.ttl, \.trig, \.nt, \.nq"):
        validate_files([tmp_path / "graph.xyz"])


def test_a_file_beyond_the_limit(tmp_path: Path) -> None:
    (tmp_path / "large.nt").write_bytes(b"#" * (1 << 20) + b"\n")
    with pytest.raises(InputError, match="larger than 1 MiB"):
        validate_files([tmp_path / "large.nt"], limits=Limits(file_bytes=1 << 20))


# --- The process that reads them.


def test_a_reader_that_takes_too_long_is_stopped(folder: Path) -> None:
    with pytest.raises(InputError, match=r"longer than 0\.05 seconds"):
        validate_files([folder / "good.ttl"], limits=Limits(seconds=0.05))


def test_a_reader_that_runs_out_of_memory_is_a_clean_error(folder: Path) -> None:
    with pytest.raises(InputError, match="more than 20 MiB"):
        validate_files([folder / "good.ttl"], limits=Limits(memory_bytes=20 << 20))


def test_a_single_value_beyond_the_parser_is_a_clean_error() -> None:
    data = (PERSON + '"' + "x" * (17 << 20) + '" .').encode()
    with pytest.raises(InputError, match="single value above 16 MiB"):
        validate_submissions([Submission("value.ttl", "text/turtle", data)])


def test_the_parser_s_own_abort_is_a_clean_error() -> None:
    """Without the check of nesting, the parser overflows its stack and takes the process along."""
    data = FILES["triple-terms.nt"]
    assert isinstance(data, str)
    submission = Submission("deep.nt", "application/n-triples", data.encode())
    with pytest.raises(InputError, match=r"deep\.nt: broke the reader"):
        validate_submissions([submission], limits=Limits(nesting=1_000_000))


def test_a_module_of_the_same_name_beside_the_user_is_not_run(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    assert validate_files([folder / "good.ttl"]).conforms


# --- Other shapes, and rules of ours that are broken.

SHAPES = f"""
@prefix sh: <http://www.w3.org/ns/shacl#> .
<{X}Shape> a sh:NodeShape ; sh:targetNode <{X}a> ;
    sh:property [ sh:path <{X}b> ; sh:maxCount 0 ; sh:message "No b here." ] .
"""


def test_other_shapes_can_be_given(tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "shapes.ttl"
    file.write_text(SHAPES)
    report = validate_files([folder / "foreign.ttl"], [file])
    assert ("maxCount", "No b here.") in {(f.constraint, f.message) for f in report.findings}


@pytest.mark.parametrize(
    ("shapes", "message"),
    [
        ("@prefix sh: .\n", r"shapes\.ttl:1: not valid Turtle"),
        (None, "cannot be read"),
        (SHAPES.replace("sh:maxCount 0", 'sh:maxCount "many"'), "cannot be followed"),
        (SHAPES.replace("sh:maxCount 0", 'sh:pattern "("'), "cannot be followed"),
    ],
    ids=["syntax", "missing", "count", "pattern"],
)
def test_other_shapes_that_are_broken(tmp_path: Path, shapes: str | None, message: str) -> None:
    file = tmp_path / "shapes.ttl"
    if shapes is not None:
        file.write_text(shapes)
    quad = ox.Quad(ox.NamedNode(f"{X}a"), ox.NamedNode(f"{X}b"), ox.Literal("x"))
    with pytest.raises(InputError, match=message):
        validate_quads([quad], [file])


@pytest.fixture
def own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of shapes/ and ontology/ that a test may break, and what graphs are made with."""
    for name in ("shapes", "ontology", "data/reference"):
        (tmp_path / name).mkdir(parents=True)
        for file in filter(Path.is_file, resources.path(name).iterdir()):
            (tmp_path / name / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    return tmp_path


def _break_shape(root: Path) -> None:
    file = root / "shapes" / "claim.ttl"
    file.write_text("\n\nkgs:Oops\n" + file.read_text())


def _lose_shape(root: Path) -> None:
    (root / "shapes" / "claim.ttl").unlink()


def _lose_shapes(root: Path) -> None:
    for file in (root / "shapes").iterdir():
        file.unlink()


def _break_ontology(root: Path) -> None:
    (root / "ontology" / "kg.ttl").write_text("@prefix kgo: <https://example.org/> .\nkgo:a kgo:b")


def _lose_ontology(root: Path) -> None:
    (root / "ontology" / "kg.ttl").unlink()


@pytest.mark.parametrize(
    ("breaks", "message"),
    [
        (_break_shape, r"claim\.ttl:3: not valid Turtle"),
        (_lose_shape, "no shape looks at .*#EndorsementClaim"),
        (_lose_shapes, "there are no shapes"),
        (_break_ontology, r"kg\.ttl:2: not valid Turtle"),
        (_lose_ontology, r"kg\.ttl: cannot be read"),
    ],
)
def test_rules_of_ours_that_are_broken_are_named(
    own_files: Path, breaks: Callable[[Path], None], message: str
) -> None:
    breaks(own_files)
    with pytest.raises(ResourceError, match=message) as caught:
        validate_quads(graph())
    assert caught.value.exit_code == 3


def test_a_constraint_of_ours_that_cannot_be_followed_is_no_verdict(own_files: Path) -> None:
    file = own_files / "shapes" / "claim.ttl"
    file.write_text(file.read_text().replace("sh:maxCount 1", 'sh:maxCount "many"'))
    with pytest.raises(InternalError, match="cannot be followed") as caught:
        validate_quads(graph())
    assert caught.value.exit_code == 3


# --- Our own statements.


def test_our_statements_are_judged_at_once() -> None:
    report = validate_quads(graph())
    assert report.conforms
    assert report.exit_code() == 0
    assert report.exit_code("warning") == 1
    [file] = report.files
    assert file.focus_nodes == len({quad.subject for quad in graph()})
    person = ox.NamedNode("http://xmlns.com/foaf/0.1/Person")
    people = {quad.subject for quad in graph() if quad.object == person}
    assert file.shapes["https://example.org/kg/shapes#Person"] == len(people) > 0
    assert max(file.shapes.values()) < file.focus_nodes


def test_a_shape_that_is_switched_off_looks_at_nothing(tmp_path: Path) -> None:
    text = f"""@prefix sh: <http://www.w3.org/ns/shacl#> .
        <{X}on> a sh:NodeShape ; sh:targetClass <{X}C> ; sh:nodeKind sh:IRI .
        <{X}off> a sh:NodeShape ; sh:targetClass <{X}D> ; sh:deactivated true .
        [] a sh:NodeShape ; sh:targetNode <{X}a> , <{X}b> ; sh:nodeKind sh:IRI ."""
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(text, encoding="utf-8")
    quads = list(ox.parse(f"<{X}a> a <{X}C> , <{X}D> .", format=ox.RdfFormat.TURTLE))
    [file] = validate_quads(quads, [shapes]).files
    assert dict(file.shapes) == {f"{X}on": 1, "_:shape1": 1}
    off = ox.parse(f"<{X}d> a <{X}D> .", format=ox.RdfFormat.TURTLE)
    [nothing] = validate_quads(off, [shapes]).files
    assert (nothing.conforms, nothing.focus_nodes) == (False, 0)


def test_nothing_is_no_verdict() -> None:
    assert not validate_quads([]).conforms
    assert not Report((), ()).conforms
    assert Report((), ()).exit_code() == 1


def test_an_unsafe_statement_is_reported_before_an_engine_sees_it() -> None:
    bad = ox.Quad(ox.NamedNode("javascript:x"), ox.NamedNode(f"{X}b"), ox.Literal("x"))
    report = validate_quads([*graph(), bad])
    assert [f.constraint for f in report.findings] == ["iri"]


@pytest.mark.parametrize(
    ("part", "value"),
    [(OA.start, "1"), (OA.end, "9999"), (OA.exact, "other words"), (OA.end, None)],
)
def test_a_quote_that_is_no_slice_is_our_fault(part: str, value: str | None) -> None:
    made = [q for q in graph() if q.graph_name != ox.DefaultGraph()]
    document = builders.document()
    assert check_quotes(document, made) == len({q for q in made if q.predicate.value == OA.exact})
    at = next(i for i, q in enumerate(made) if q.predicate.value == part)
    old = made.pop(at)
    assert isinstance(old.object, ox.Literal)
    if value is not None:
        literal = ox.Literal(value, datatype=old.object.datatype)
        made.append(ox.Quad(old.subject, old.predicate, literal, old.graph_name))
    with pytest.raises(InternalError, match="passage"):
        check_quotes(document, made)


# --- Whatever a file says, there is a verdict and no fault of ours.

STATEMENTS = list(ox.parse(GOOD, format=ox.RdfFormat.TURTLE))
ODD_OBJECTS = [
    "[ ]",
    f"<{X}a>",
    '"x"',
    '"x"@en',
    *(
        f'"{text}"^^<{XSD}{kind}>'
        for kind in KINDS
        for text in ("", "ten", "NaN", "1E99", "9" * 90)
    ),
]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(STATEMENTS), st.sampled_from(ODD_OBJECTS))
def test_any_object_in_any_place_gets_a_verdict(statement: ox.Quad, odd: str) -> None:
    kept = "".join(f"{quad} .\n" for quad in STATEMENTS if quad != statement)
    data = f"{kept}{statement.subject} {statement.predicate} {odd} .\n".encode()
    reading = read(data, "text/turtle", "odd.ttl", Limits())
    judged = judge(reading.quads, own_rules(), "odd.ttl", reading.faults)
    assert judged.triples in (len(STATEMENTS), len(STATEMENTS) - 1)


@cache
def own_rules() -> Rules:
    return load_rules()


# --- The parts.

ODD_LITERALS = [
    ("0.80", "decimal"),
    ("+1", "integer"),
    ("01", "integer"),
    ("1", "boolean"),
    ("2020-02-30", "date"),
    ("1E999999999", "decimal"),
    ("2015-07-17+00:00", "date"),
    (" x ", "string"),
]


@pytest.mark.parametrize(("text", "datatype"), ODD_LITERALS)
def test_a_literal_crosses_as_it_is_written(text: str, datatype: str) -> None:
    quad = ox.Quad(
        ox.NamedNode(f"{X}a"),
        ox.NamedNode(f"{X}b"),
        ox.Literal(text, datatype=ox.NamedNode(XSD + datatype)),
    )
    before = rdflib.NORMALIZE_LITERALS
    with literals_as_written():
        [(_, _, crossed)] = graph_of([quad])
        assert rdflib.NORMALIZE_LITERALS is False
    assert (str(crossed), str(crossed.datatype)) == (text, XSD + datatype)  # type: ignore[attr-defined] # a literal
    assert rdflib.NORMALIZE_LITERALS is before


def test_the_setting_is_restored_after_an_error() -> None:
    before = rdflib.NORMALIZE_LITERALS
    with pytest.raises(ValueError, match="stop"), literals_as_written():
        raise ValueError("stop")
    assert rdflib.NORMALIZE_LITERALS is before


def test_blank_nodes_languages_and_graphs_cross_too() -> None:
    text = f'<{X}g> {{ _:a <{X}b> "hi"@en . }} _:a <{X}b> "hi"@en .'
    with literals_as_written():
        crossed = graph_of(ox.parse(text, format=ox.RdfFormat.TRIG))
    [(subject, _, value)] = crossed
    assert isinstance(subject, rdflib.BNode)
    assert value == rdflib.Literal("hi", lang="en")


@given(st.lists(st.text("ab\n\r \"'#<>[](){}\\«é", max_size=30), max_size=30))
def test_any_text_is_read_to_a_verdict(parts: list[str]) -> None:
    data = "".join(parts).encode()
    found = read(data, "text/turtle", "any.ttl", Limits())
    assert found.faults or not found.quads


def test_subclasses_are_focus_nodes_of_their_class() -> None:
    quad = next(ox.parse(f"<{X}a> a <{KGO.LeadershipElection}> .", format=ox.RdfFormat.TURTLE))
    rules = load_rules()
    found = focus_nodes(facts_of([quad], rules.hierarchy), rules)
    assert all_of(found) == {f"<{X}a>"}
    contest = "https://example.org/kg/shapes#Contest"
    assert (found[contest], found["https://example.org/kg/shapes#Person"]) == ({f"<{X}a>"}, set())


# --- What is shown.


def sample(count: int = 2) -> Report:
    findings = tuple(
        Finding("a.ttl", "violation", "s", "minCount", f"Bad\nthing {n}.", "Mend it.", line=n + 1)
        for n in range(count)
    )
    return Report((FileReport("a.ttl", False, "text/turtle", 3, 1),), findings)


def test_the_json_object_has_the_promised_fields() -> None:
    shown = json.loads(json.dumps(as_object(sample())))
    assert set(shown) == {"conforms", "files", "findings"}
    assert set(shown["files"][0]) == {
        "file",
        "conforms",
        "media_type",
        "triples",
        "focus_nodes",
        "shapes",
    }
    assert set(shown["findings"][0]) == {field.name for field in fields(Finding)}


def test_the_text_names_the_place_the_fault_and_the_remedy() -> None:
    text = as_text(sample())
    assert "a.ttl:1: violation: Bad thing 0.\n" in text
    assert "to do    Mend it.\n" in text
    assert text.endswith(
        "a.ttl: does not conform: 2 violations (3 statements, 1 thing looked at)\n"
    )


def test_a_long_report_is_cut_and_says_so() -> None:
    assert as_object(sample(5), shown=3)["total"] == 5
    assert "… and 2 more findings" in as_text(sample(5), shown=3)
    assert "5 violations" in as_text(sample(5), shown=3)


def test_order_and_repetition_of_findings_do_not_matter() -> None:
    findings = sample(4).findings
    assert in_order((*reversed(findings), *findings)) == findings


@pytest.mark.parametrize(
    ("constraint", "severity", "code"),
    [("syntax", "violation", 2), ("minCount", "violation", 1), ("minCount", "warning", 0)],
)
def test_the_exit_code_follows_the_gravest(constraint: str, severity: str, code: int) -> None:
    finding = replace(sample(1).findings[0], constraint=constraint, severity=severity)  # type: ignore[arg-type] # from the table above
    assert replace(sample(), findings=(finding,)).exit_code() == code
