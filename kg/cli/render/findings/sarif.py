"""A report as SARIF 2.1.0, the form in which code hosts and editors take the results of checks.

Read: the OASIS specification, sections 3.13 to 3.52. One run, a rule a shape, a result a finding.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from urllib.parse import quote

from kg import __version__
from kg.cli.render.table import json_text
from kg.validate import Finding, Report

_LEVEL = {"info": "note", "warning": "warning", "violation": "error"}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def as_sarif(report: Report) -> str:
    """The whole report; a waived finding is a result that is suppressed, with the reason."""
    results: list[tuple[Finding, str | None]] = [(finding, None) for finding in report.findings]
    results += [(one.finding, one.reason) for one in report.waived]
    rules = sorted({finding.shape for finding, _ in results})
    number = {name: index for index, name in enumerate(rules)}
    driver = {
        "name": "kg",
        "semanticVersion": __version__,
        "rules": [_rule(name, [finding for finding, _ in results]) for name in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": _uri(file.file)}, "mimeType": file.media_type}
            for file in report.files
        ],
        "results": [_result(finding, number[finding.shape], reason) for finding, reason in results],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str, findings: Sequence[Finding]) -> dict[str, object]:
    """A rule and what it asks for, in the words of its first finding."""
    first = next(finding for finding in findings if finding.shape == name)
    made: dict[str, object] = {
        "id": name,
        "shortDescription": {"text": first.message or name},
        "defaultConfiguration": {"level": _LEVEL[first.severity]},
    }
    if first.hint:
        made["help"] = {"text": first.hint}
    return made


def _result(finding: Finding, rule: int, waived: str | None) -> dict[str, object]:
    made: dict[str, object] = {
        "ruleId": finding.shape,
        "ruleIndex": rule,
        "level": _LEVEL[finding.severity],
        "message": {"text": _words(finding)},
        "locations": [_location(finding)],
        "partialFingerprints": {"finding/v1": _fingerprint(finding)},
        "properties": _properties(finding),
    }
    if waived is not None:
        made["suppressions"] = [{"kind": "external", "justification": waived}]
    return made


def _words(finding: Finding) -> str:
    already = finding.already and f"There already: {finding.already}"
    parts = (finding.message or finding.constraint, already, finding.hint)
    return " ".join(part for part in parts if part)


def _location(finding: Finding) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": _uri(finding.file)}}
    region = _region(finding)
    if region:
        physical["region"] = region
    made: dict[str, object] = {"physicalLocation": physical}
    logical = [
        {"fullyQualifiedName": name, "kind": kind}
        for kind, name in (("value", finding.pointer), ("resource", finding.focus))
        if name
    ]
    if logical:
        made["logicalLocations"] = logical
    return made


def _region(finding: Finding) -> dict[str, object]:
    """By line and column where they are known, else by the offsets of an article."""
    made: dict[str, object] = {}
    line = finding.line or finding.row
    if line:
        made["startLine"] = line
        if finding.column:
            made["startColumn"] = finding.column
    elif finding.start is not None and finding.end is not None:
        made["charOffset"] = finding.start
        made["charLength"] = finding.end - finding.start
    return made


def _uri(name: str) -> str:
    """A file's name as a relative or absolute reference: spaces and the like escaped."""
    return quote(name.replace("\\", "/"), safe="/~:@!$&'()*+,;=", errors="replace")


def _fingerprint(finding: Finding) -> str:
    """Equal for the same fault in the same file, wherever in the file it has moved to."""
    parts = (finding.file, finding.shape, finding.constraint, finding.focus, finding.path)
    text = "\0".join(part or "" for part in (*parts, finding.value))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def _properties(finding: Finding) -> dict[str, object]:
    names = ("constraint", "path", "value", "pointer", "row", "field", "start", "end")
    found = {name: getattr(finding, name) for name in names}
    return {name: value for name, value in found.items() if value is not None}
