"""A report for services that run checks: remarks on lines for GitHub, JUnit XML for others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from kg.plain import clean
from kg.validate import FileReport, Finding, Report
from kg.validate.render import SHOWN, place

_COMMANDS = {"info": "notice", "warning": "warning", "violation": "error"}


def as_github(report: Report) -> str:
    """Workflow commands that a GitHub job shows beside the lines, the gravest first.

    GitHub shows only the first ten of a kind in a step. Nothing here sets off another command:
    line breaks are escaped as GitHub asks, whatever a file's name or a value holds.
    """
    gravest_first = [*report.at_least("violation"), *report.at_least("warning"), *report.findings]
    findings = list(dict.fromkeys(gravest_first))
    lines = [_command(finding) for finding in findings[:SHOWN]]
    if len(findings) > SHOWN:
        lines.append(f"::notice::… and {len(findings) - SHOWN} more findings")
    return "".join(f"{line}\n" for line in lines)


def _command(finding: Finding) -> str:
    properties = {
        "file": finding.file,
        # The line of a table's row is the row itself, as long as no cell holds a line break.
        "line": finding.line or finding.row,
        "col": finding.column,
        "title": _title(finding),
    }
    shown = ",".join(
        f"{name}={_escaped(clean(str(value)), ':,')}"
        for name, value in properties.items()
        if value is not None
    )
    return f"::{_COMMANDS[finding.severity]} {shown}::{_escaped(_in_words(finding), '')}"


def _title(finding: Finding) -> str:
    return finding.shape.rpartition("#")[2] or finding.shape


def _in_words(finding: Finding) -> str:
    """What is wrong, where that is no line, what is there and what to do, a line each."""
    parts = [finding.message]
    if finding.pointer is not None:
        parts.append(f"At {finding.pointer or 'the top'}.")
    if finding.field is not None:
        parts.append(f"In the column {finding.field}.")
    if finding.already:
        parts.append(f"There already: {finding.already}")
    if finding.hint:
        parts.append(finding.hint)
    return "\n".join(clean(part) for part in parts)


def _escaped(text: str, more: str) -> str:
    for char in "%\r\n" + more:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def as_junit(report: Report) -> str:
    """JUnit XML: a suite, in it a test case a file, with a failure a violation.

    Milder findings and waived ones are in the output of the case; a file that could not be read
    to its end has an error.
    """
    by_file = defaultdict(list)
    for finding in report.findings:
        by_file[finding.file].append(finding)
    failed = sum(not file.conforms for file in report.files)
    counts = f'tests="{len(report.files)}" failures="{failed}" errors="0" skipped="0"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="kg validate" {counts}>']
    lines.append(f'  <testsuite name="kg validate" {counts}>')
    for file in report.files:
        lines += _case(file, by_file[file.file], report)
    lines += ["  </testsuite>", "</testsuites>", ""]
    return "\n".join(lines)


def _case(file: FileReport, findings: list[Finding], report: Report) -> Iterator[str]:
    name = _attribute(file.file)
    yield f"    <testcase classname={_attribute(file.media_type)} name={name}>"
    milder = []
    for finding in findings:
        if finding.severity == "violation":
            kind, words = _attribute(finding.constraint), _attribute(_brief(finding))
            yield f"      <failure type={kind} message={words}/>"
        else:
            milder.append(f"{finding.severity}: {_brief(finding)}")
    milder += [
        f"waived ({clean(one.reason)}): {_brief(one.finding)}"
        for one in report.waived
        if one.finding.file == file.file
    ]
    if milder:
        yield f"      <system-out>{_text(chr(10).join(milder))}</system-out>"
    yield "    </testcase>"


def _brief(finding: Finding) -> str:
    where = place(finding)
    return clean(f"{where}: {finding.message}" if where else finding.message)


def _attribute(text: str) -> str:
    return quoteattr(_allowed(clean(text)))


def _text(text: str) -> str:
    return _allowed(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _allowed(text: str) -> str:
    """``text`` without the two characters that XML forbids although they are no controls."""
    return text.replace("\ufffe", "").replace("\uffff", "")
