"""What the saved checks found: in words, as rows, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.cli.render import questions
from kg.cli.render.table import Cell, cell_text
from kg.cli.render.terms import cells
from kg.queries.checks import CheckResult

COLUMNS = ("check", "entity", "property", "value", "details")
_SHARED = 3  # entity, property and value, which every check has first


def as_text(results: Sequence[CheckResult]) -> str:
    """Every check with its findings below it, and what to do when there are any."""
    lines: list[str] = []
    for result in results:
        count = result.total
        left = f", the first {len(result.rows)} shown" if count > len(result.rows) else ""
        lines.append(f"{result.name}: {count or 'no'} finding{'' if count == 1 else 's'}{left}")
        if count:
            lines.append(f"  {result.problem}.")
            lines += [line for row in cells(result.rows) for line in _words(result, row)]
            lines.append(f"  What to do: {result.remedy}.")
    return "".join(line + "\n" for line in lines)


def as_rows(results: Sequence[CheckResult]) -> list[tuple[Cell, ...]]:
    """The findings of all checks under ``COLUMNS``."""
    return [
        (result.name, *row[:_SHARED], _details(result, row))
        for result in results
        for row in cells(result.rows)
    ]


def as_object(result: CheckResult) -> dict[str, object]:
    """A check as JSON, its findings by column; ``total`` counts those left out as well."""
    rows = [dict(zip(result.columns, row, strict=True)) for row in cells(result.rows)]
    return {
        "check": result.name,
        "problem": result.problem,
        "remedy": result.remedy,
        "total": result.total,
        "findings": rows,
    }


def _words(result: CheckResult, row: Sequence[Cell]) -> Iterator[str]:
    """What makes a finding plain to a reader, then the IRI of the thing it is about."""
    if result.columns == questions.COLUMNS:
        yield from questions.in_words(row)
        return
    about = _details(result, row) or cell_text(row[_SHARED - 1])
    yield f"  - {about}; about: {cell_text(row[0])}"


def _details(result: CheckResult, row: Sequence[Cell]) -> str:
    """The columns that a check has of its own, as ``name: value``."""
    own = zip(result.columns[_SHARED:], row[_SHARED:], strict=True)
    return "; ".join(f"{name}: {cell_text(cell)}" for name, cell in own if cell is not None)
