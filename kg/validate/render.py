"""A report as text or as the object of ``--format json``.

Both hold words of strangers' files as they are: whoever prints them removes control characters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict

from kg.validate.report import SEVERITIES, FileReport, Finding, Report

Frame = Callable[[Finding], Sequence[str]]
"""The lines that show a finding in its file; none when it cannot be shown."""

SHOWN = 1000
"""How many findings are written out when nothing else is asked; the totals count them all."""

_LONGEST = 200


def as_object(report: Report, shown: int = SHOWN) -> dict[str, object]:
    """The report as the interface promises it, with ``total`` when findings were left out."""
    made: dict[str, object] = {
        "conforms": report.conforms,
        "files": [asdict(file) for file in report.files],
        "findings": [asdict(finding) for finding in report.findings[:shown]],
    }
    if len(report.findings) > shown:
        made["total"] = len(report.findings)
    if report.waived:
        made["waived"] = [asdict(one) for one in report.waived[:shown]]
    return made


def no_frame(_finding: Finding) -> Sequence[str]:
    """Nothing: for output that is no terminal."""
    return ()


def as_text(report: Report, shown: int = SHOWN, frame: Frame = no_frame) -> str:
    """The report for people: a block a finding, then a line a file."""
    blocks = [_block(finding, frame(finding)) for finding in report.findings[:shown]]
    if len(report.findings) > shown:
        blocks.append(f"… and {len(report.findings) - shown} more findings\n")
    return "\n".join((*blocks, "".join(_verdict(file, report) for file in report.files)))


def place(finding: Finding) -> str:
    """Where in its file a finding is, in words: "line 3, column 5"; "" when that is not known."""
    named = (
        ("line", finding.line),
        ("column", finding.column if finding.line else None),
        ("row", finding.row),
        ("field", finding.field),
        ("pointer", finding.pointer),
        ("offset", finding.start),
    )
    return ", ".join(f"{name} {value}" for name, value in named if value is not None)


def _block(finding: Finding, frame: Sequence[str]) -> str:
    head = ":".join(
        str(part) for part in (finding.file, finding.line, finding.column) if part is not None
    )
    lines = [f"{head}: {finding.severity}: {_one_line(finding.message)}", *frame]
    for name, value in (
        ("where", _beside_line(finding)),
        ("about", finding.focus),
        ("property", finding.path),
        ("value", finding.value),
        ("there", finding.already),
        ("rule", f"{finding.shape} ({finding.constraint})"),
        ("to do", finding.hint),
    ):
        if value is not None:
            lines.append(f"  {name:<9}{_one_line(value)}")
    return "\n".join(lines) + "\n"


def _beside_line(finding: Finding) -> str | None:
    """The place in the terms of forms that are not counted in lines."""
    if finding.row is not None:
        return f"row {finding.row}" + (f", column {finding.field}" if finding.field else "")
    if finding.start is not None:
        return f"characters {finding.start} to {finding.end}"
    return finding.pointer


def _verdict(file: FileReport, report: Report) -> str:
    counts = Counter(f.severity for f in report.findings if f.file == file.file)
    found = [_number(counts[name], name) for name in reversed(SEVERITIES) if counts[name]]
    waived = sum(one.finding.file == file.file for one in report.waived)
    found += [f"{waived} waived"] if waived else []
    verdict = "conforms" if file.conforms else "does not conform"
    return (
        f"{file.file}: {verdict}: {', '.join(found) or 'no findings'}"
        f" ({_number(file.triples, 'statement')}, {_number(file.focus_nodes, 'thing')} looked at)\n"
    )


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 or what == "info" else f"{count} {what}s"


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
