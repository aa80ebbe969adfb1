"""Writes the findings expected of the bad examples anew: ``python -m tests.update_submissions``.

To be read before they are kept: what is expected is what a person would say is wrong, and where.
"""

from __future__ import annotations

import json
from pathlib import Path

from kg.validate import Finding, Report, validate_files

FOLDER = Path(__file__).parent.parent / "data" / "submissions"
EXPECTED = ".expected.json"
FIELDS = (
    "severity",
    "constraint",
    "message",
    "line",
    "column",
    "pointer",
    "row",
    "field",
    "start",
    "end",
)


def examples(kind: str) -> list[Path]:
    """The submissions in ``good`` or ``bad``, in the order of their names."""
    return sorted(p for p in (FOLDER / kind).iterdir() if not p.name.endswith(EXPECTED))


def expected(path: Path) -> Path:
    """Where the findings expected of a submission are written."""
    return path.with_name(path.name + EXPECTED)


def summary(finding: Finding) -> dict[str, object]:
    """What is told of a finding: its weight, its words, its place."""
    told = {name: getattr(finding, name) for name in FIELDS}
    return {name: value for name, value in told.items() if value is not None}


def found(report: Report, path: Path) -> list[dict[str, object]]:
    """The findings on one file of a report."""
    return [summary(finding) for finding in report.findings if finding.file == str(path)]


def main() -> None:
    bad = examples("bad")
    report = validate_files(bad)
    for path in bad:
        text = json.dumps(found(report, path), indent=2, ensure_ascii=False) + "\n"
        expected(path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
