"""What a validation found: plain data, the same however it was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Severity = Literal["info", "warning", "violation"]

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "violation")
"""From the mildest to the worst."""

UNREADABLE = frozenset(
    {"syntax", "encoding", "nesting", "limits", "doctype", "context", "duplicateKey"}
)
"""Constraints whose breach means that a file could not be read to its end."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or worth a look, and where.

    ``line`` and ``column`` count from 1, columns in code points. ``pointer`` is the JSON pointer of
    a value; ``row`` and ``field`` are the row that a spreadsheet shows (the header is row 1) and
    the name of the column; ``start`` and ``end`` are offsets into the text of an article, in code
    points. ``shape`` is the IRI of the shape that was broken, or the name of a check that is no
    shape. ``focus``, ``path`` and ``value`` are IRIs, ``_:`` labels or the text of a literal.
    ``already`` is what the graph said of it before, and where it says so, when an addition was
    judged. ``value_type`` is what kind of term ``value`` is: ``iri``, ``blank``, the IRI of the
    datatype or ``@`` and the language of a literal; None when it is not a term of the statements.
    """

    file: str
    severity: Severity
    shape: str
    constraint: str
    message: str
    hint: str | None = None
    focus: str | None = None
    path: str | None = None
    value: str | None = None
    line: int | None = None
    column: int | None = None
    pointer: str | None = None
    row: int | None = None
    field: str | None = None
    start: int | None = None
    end: int | None = None
    already: str | None = None
    value_type: str | None = None


@dataclass(frozen=True, slots=True)
class FileReport:
    """How one file, or the graph of a build, fared.

    ``triples`` counts statements, each once whichever graphs hold it; ``focus_nodes`` the things
    that a shape looked at. ``shapes`` has how many each shape looked at, by its IRI; shapes that
    looked at none are not in it, and nothing is when the file could not be judged.
    """

    file: str
    conforms: bool
    media_type: str
    triples: int
    focus_nodes: int
    shapes: Mapping[str, int] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that somebody has accepted, why, and until when (``YYYY-MM-DD``, included)."""

    finding: Finding
    reason: str
    until: str


@dataclass(frozen=True, slots=True)
class Report:
    """The files in the order given, and the findings sorted by file, line and weight.

    ``waived`` are findings that count no more, in the same order; ``notes`` are about the judging
    and not about what was judged.
    """

    files: tuple[FileReport, ...]
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether something was judged and nothing is a violation."""
        return bool(self.files) and all(file.conforms for file in self.files)

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """The findings that are as grave as ``severity``, or graver."""
        least = SEVERITIES.index(severity)
        return tuple(f for f in self.findings if SEVERITIES.index(f.severity) >= least)

    def exit_code(self, fail_on: Severity = "violation") -> int:
        """0 when nothing is as grave as ``fail_on``, 2 when a file could not be read, else 1."""
        if any(finding.constraint in UNREADABLE for finding in self.findings):
            return 2
        return 1 if self.at_least(fail_on) or not self.files else 0


def file_report(
    file: str,
    media_type: str,
    findings: Iterable[Finding],
    triples: int,
    focus_nodes: int,
    shapes: Mapping[str, int] = MappingProxyType({}),
) -> FileReport:
    """The verdict on one file from its findings: it conforms unless one is a violation."""
    conforms = not any(finding.severity == "violation" for finding in findings)
    return FileReport(file, conforms, media_type, triples, focus_nodes, dict(shapes))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, by place, the gravest first, then by what they are about."""
    return tuple(sorted(set(findings), key=_order))


def _order(finding: Finding) -> tuple[object, ...]:
    return (
        finding.line or finding.row or finding.start or 0,
        -SEVERITIES.index(finding.severity),
        finding.focus or "",
        finding.path or "",
        finding.shape,
        finding.constraint,
        finding.value or "",
        finding.message,
        finding.column or 0,
    )
