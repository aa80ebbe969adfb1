"""What to decide next, as findings of a check: in columns, and in words with the quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from kg.asking import Term
from kg.cli.render.table import Cell, cell_text
from kg.deciding import Questions, Side
from kg.plain import clean
from kg.queries.checks import CheckResult
from kg.vocab import FOAF

_SIDE = ("name", "about", "quote", "article", "start", "end")
COLUMNS = (
    *("entity", "property", "value"),
    *_SIDE,
    *(f"other_{name}" for name in _SIDE),
    *("reason", "decide"),
)


def as_result(check: CheckResult, asked: Questions) -> CheckResult:
    """The questions as the findings of ``check``, in the place of its own."""
    rows = tuple(
        (
            NamedNode(question.one.iri),
            NamedNode(FOAF.name),
            NamedNode(question.other.iri),
            *_side(question.one),
            *_side(question.other),
            Literal(question.reason),
            Literal(question.command),
        )
        for question in asked.shown
    )
    return replace(check, columns=COLUMNS, rows=rows, total=asked.total)


def in_words(row: Sequence[Cell]) -> Iterator[str]:
    """A finding of ``as_result`` in lines: who, why, both quotations, and what to type."""
    found = dict(zip(COLUMNS, map(cell_text, row), strict=True))
    yield f"  - {found['name']} and {found['other_name']}: {found['reason']}"
    for iri, prefix in ((found["entity"], ""), (found["value"], "other_")):
        yield f"      {iri}  {found[f'{prefix}about']}"
        if found[f"{prefix}quote"]:
            article, start, end = (found[f"{prefix}{name}"] for name in ("article", "start", "end"))
            yield f"        “{found[f'{prefix}quote']}” {article}, {start}-{end}"
    yield f"      {found['decide']}"


def _side(side: Side) -> tuple[Term | None, ...]:
    passage = side.shown[0].passages[0] if side.shown else None
    return (
        Literal(clean(side.name)),
        Literal(side.about),
        Literal(passage.quote) if passage else None,
        NamedNode(passage.article) if passage else None,
        Literal(passage.start) if passage else None,
        Literal(passage.end) if passage else None,
    )
