"""A validation report in the forms that people and continuous-integration services read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.sax.saxutils import quoteattr

from kg.cli.render.plain import clean, clean_lines
from kg.cli.render.table import as_csv, json_text
from kg.validate import FileReport, Finding, Report, render

_GITHUB = {"info": "notice", "warning": "warning", "violation": "error"}
_SARIF = {"info": "note", "warning": "warning", "violation": "error"}
_COLUMNS = ("file", "line", "severity", "shape", "constraint", "focus", "path", "value", "message")


def as_text(report: Report) -> str:
    """The report in words, a block a finding, made safe to print."""
    return clean_lines(render.as_text(report))


def as_json(report: Report) -> str:
    """The object that ``kg validate --format json`` promises."""
    return json_text(render.as_object(report))


def as_rows(report: Report) -> str:
    """One row a finding, as CSV."""
    rows = [
        (f.file, f.line, f.severity, f.shape, f.constraint, f.focus, f.path, f.value, f.message)
        for f in report.findings
    ]
    return as_csv(_COLUMNS, rows)


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
        f"    <failure message={quoteattr(_brief(finding))}/>"
        for finding in report.findings
        if finding.file == file.file and finding.severity == "violation"
    ]
    return "\n".join([f"  <testcase name={name}>", *violations, "  </testcase>"])


def _brief(finding: Finding) -> str:
    place = f"line {finding.line}: " if finding.line else ""
    return clean(f"{place}{finding.message}")


RENDERERS: Mapping[str, Callable[[Report], str]] = {
    "text": as_text,
    "json": as_json,
    "csv": as_rows,
    "github": as_github,
    "sarif": as_sarif,
    "junit": as_junit,
}
