"""A report for people and for their own programs: text, JSON, CSV."""

from __future__ import annotations

from kg.cli.render.table import as_csv, json_text
from kg.plain import clean_lines
from kg.validate import Report, render

_COLUMNS = (
    "file",
    "line",
    "column",
    "pointer",
    "row",
    "field",
    "start",
    "end",
    "severity",
    "shape",
    "constraint",
    "focus",
    "path",
    "value",
    "message",
    "hint",
    "already",
)


def as_text(report: Report, frame: render.Frame = render.no_frame) -> str:
    """The report in words, a block a finding, made safe to print.

    ``frame`` gives the lines of the file to show with a finding.
    """
    return clean_lines(render.as_text(report, frame=frame))


def as_json(report: Report) -> str:
    """The object that ``kg validate --format json`` promises."""
    return json_text(render.as_object(report))


def as_rows(report: Report) -> str:
    """One row a finding, waived ones last with the reason in ``waived``, as CSV."""
    rows = [[*(getattr(one, name) for name in _COLUMNS), None] for one in report.findings]
    rows += [
        [*(getattr(one.finding, name) for name in _COLUMNS), one.reason] for one in report.waived
    ]
    return as_csv((*_COLUMNS, "waived"), rows)
