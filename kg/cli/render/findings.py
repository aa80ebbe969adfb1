"""A validation report in the forms that people and continuous-integration services read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from xml.sax.saxutils import quoteattr

from kg.cli.render.plain import clean
from kg.cli.render.table import as_csv, json_text
from kg.validate import FileReport, Finding, Report

PRINTED = 1_000
"""How many findings the text form prints before it only counts the rest."""

_GITHUB = {"info": "notice", "warning": "warning", "violation": "error"}
_SARIF = {"info": "note", "warning": "warning", "violation": "error"}
_COLUMNS = ("file", "line", "severity", "shape", "constraint", "focus", "path", "value", "message")


def as_text(report: Report) -> str:
    """A line a finding, then a line a file with its verdict."""
    lines = [_line(finding) for finding in report.findings[:PRINTED]]
    if len(report.findings) > PRINTED:
        lines.append(f"… and {len(report.findings) - PRINTED} more findings; --format json has all")
    lines += [_verdict(file, report) for file in report.files]
    return "".join(line + "\n" for line in lines)


def _line(finding: Finding) -> str:
    place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part)
    about = f" [{finding.focus}]" if finding.focus else ""
    hint = f" ({finding.hint})" if finding.hint else ""
    return clean(f"{place}: {finding.severity}: {finding.message}{about}{hint}")


def _verdict(file: FileReport, report: Report) -> str:
    counts = {"violation": 0, "warning": 0, "info": 0}
    for finding in report.findings:
        if finding.file == file.file:
            counts[finding.severity] += 1
    found = ", ".join(f"{number} {name}" for name, number in counts.items() if number)
    size = f"{file.triples} statements, {file.focus_nodes} things judged"
    verdict = "conforms" if file.conforms else "does not conform"
    return clean(f"{file.file}: {verdict} ({size}; {found or 'nothing found'})")


def as_json(report: Report) -> str:
    """The object that ``kg validate --format json`` promises."""
    return json_text(
        {
            "conforms": report.conforms,
            "files": [asdict(file) for file in report.files],
            "findings": [_object(finding) for finding in report.findings],
        }
    )


def _object(finding: Finding) -> dict[str, object]:
    keys = (
        "file line column pointer row field start end severity shape constraint focus path value "
        "message hint"
    )
    made = asdict(finding)
    return {key: made[key] for key in keys.split()}


def as_rows(report: Report) -> str:
    """One row a finding, as CSV."""
    made = [_object(finding) for finding in report.findings]
    rows = [[_cell(one[column]) for column in _COLUMNS] for one in made]
    return as_csv(_COLUMNS, rows)


def _cell(value: object) -> str | int | None:
    return value if value is None or isinstance(value, int) else str(value)


def as_github(report: Report) -> str:
    """Workflow commands that a GitHub job shows beside the lines."""
    return "".join(f"{_workflow_command(finding)}\n" for finding in report.findings)


def _workflow_command(finding: Finding) -> str:
    places = {"file": finding.file, "line": finding.line, "col": finding.column}
    shown = ",".join(f"{k}={_escaped(str(v), ':,')}" for k, v in places.items() if v is not None)
    return f"::{_GITHUB[finding.severity]} {shown}::{_escaped(clean(finding.message), '')}"


def _escaped(text: str, more: str) -> str:
    for char in "%\r\n" + more:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def as_sarif(report: Report) -> str:
    """SARIF 2.1.0: one run, one result a finding."""
    driver = {
        "name": "kg",
        "rules": [{"id": s} for s in sorted({f.shape for f in report.findings})],
    }
    results = [
        {
            "ruleId": finding.shape,
            "level": _SARIF[finding.severity],
            "message": {"text": finding.message},
            "locations": [{"physicalLocation": _location(finding)}],
        }
        for finding in report.findings
    ]
    return json_text(
        {"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}
    )


def _location(finding: Finding) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": finding.file}}
    if finding.line:
        column = {"startColumn": finding.column} if finding.column else {}
        place["region"] = {"startLine": finding.line, **column}
    return place


def as_junit(report: Report) -> str:
    """JUnit XML: a test case a file, a failure a violation."""
    suites = [_case(file, report) for file in report.files]
    failed = sum(not file.conforms for file in report.files)
    head = f'<testsuite name="kg validate" tests="{len(suites)}" failures="{failed}">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuite>", ""])


def _case(file: FileReport, report: Report) -> str:
    name = quoteattr(clean(file.file))
    violations = [
        f"    <failure message={quoteattr(_line(finding))}/>"
        for finding in report.findings
        if finding.file == file.file and finding.severity == "violation"
    ]
    return "\n".join([f"  <testcase name={name}>", *violations, "  </testcase>"])


RENDERERS: Mapping[str, Callable[[Report], str]] = {
    "text": as_text,
    "json": as_json,
    "csv": as_rows,
    "github": as_github,
    "sarif": as_sarif,
    "junit": as_junit,
}
