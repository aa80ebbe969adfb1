"""On a terminal the line of a finding is shown, safe to print, with a caret below the column."""

from __future__ import annotations

import pytest

from kg.cli.render.findings import as_text
from kg.cli.render.findings.frames import frames
from kg.validate import FileReport, Finding, Report, Submission


def shown(data: bytes, line: int | None, column: int | None) -> list[str]:
    finding = Finding("f", "violation", "s", "c", "m", line=line, column=column)
    return list(frames([Submission("f", "text/turtle", data)])(finding))


@pytest.mark.parametrize(
    ("text", "line", "column", "expected"),
    [
        ("a b c", 1, 3, ["  1 | a b c", "    |   ^"]),
        ("x\nZoë said\nz", 2, 5, ["  2 | Zoë said", "    |     ^"]),
        ("x\r\na b\r\n", 2, 3, ["  2 | a b", "    |   ^"]),
        ("x\n\tb", 2, 2, ["  2 |  b", "    |  ^"]),
        ("x\ny", 2, None, ["  2 | y"]),
        ("a\x1b[31mb c", 1, 8, ["  1 | a[31mb c", "    |       ^"]),
        ("a\u202eb c", 1, 3, ["  1 | a\\u202eb c", "    |        ^"]),
        ("\ufeffa b", 1, 3, ["  1 | a b", "    |   ^"]),
        ("a", 1, 2, ["  1 | a", "    |  ^"]),
        ("a\n", 2, 1, ["  2 |", "    | ^"]),
        ("a", None, None, []),
    ],
)
def test_the_caret_is_below_the_column(
    text: str, line: int | None, column: int | None, expected: list[str]
) -> None:
    assert [row.rstrip() for row in shown(text.encode(), line, column)] == expected


def test_a_long_line_is_cut_around_the_column() -> None:
    text = "x" * 1000 + "HERE" + "y" * 1000
    first, caret = shown(text.encode(), 1, 1001)
    assert len(first) < 120
    assert first.count("…") == 2
    assert first[caret.index("^") :].startswith("HERE")


def test_bytes_that_are_no_text_are_shown_as_such() -> None:
    first, caret = shown(b"caf\xe9 x", 1, 6)
    assert first[caret.index("^")] == "x"


def test_the_frame_stands_below_the_message() -> None:
    finding = Finding("f", "violation", "s", "c", "Bad.", "Mend it.", line=1, column=3)
    report = Report((FileReport("f", False, "text/turtle", 1, 1),), (finding,))
    text = as_text(report, frames([Submission("f", "text/turtle", b"a b")]))
    assert text.startswith("f:1:3: violation: Bad.\n  1 | a b\n    |   ^\n  rule ")
    assert "|" not in as_text(report)


def test_a_finding_on_another_file_has_no_frame() -> None:
    assert frames([])(Finding("f", "info", "s", "c", "m", line=1)) == ()
