"""The line of a file that a finding is about, with a caret below the column."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache

from kg.plain import clean
from kg.validate import Finding, Submission, render

_BEFORE, _WIDTH = 50, 90


def frames(submissions: Iterable[Submission]) -> render.Frame:
    """What shows findings on ``submissions`` in their files, for a terminal."""
    data = {one.name: one.data for one in submissions}

    @cache
    def ends(name: str) -> list[int]:
        return [at for at, byte in enumerate(data[name]) if byte == 0x0A]

    def frame(finding: Finding) -> Sequence[str]:
        if finding.line is None or finding.file not in data:
            return ()
        at = ends(finding.file)
        start = at[finding.line - 2] + 1 if 1 < finding.line <= len(at) + 1 else 0
        after = bisect_left(at, start)
        end = at[after] if after < len(at) else len(data[finding.file])
        text = data[finding.file][start:end].decode("utf-8", "replace")
        return _frame(text.removeprefix("\ufeff"), finding.line, finding.column)

    return frame


def _frame(text: str, line: int, column: int | None) -> list[str]:
    """A line cut to what fits around the column, made safe before the caret is put below it."""
    caret = (column or 1) - 1
    first = max(0, caret - _BEFORE) if len(text) > _WIDTH else 0
    before = ("…" if first else "") + clean(text[first:caret])
    after = clean(text[caret : first + _WIDTH]) + ("…" if len(text) > first + _WIDTH else "")
    gutter = f"  {line} | "
    shown = [gutter + before + after.rstrip()]
    if column is not None:
        shown.append(" " * (len(gutter) - 2) + "| " + " " * len(before) + "^")
    return shown
