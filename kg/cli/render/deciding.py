"""A match decision before and after it is written: both sides with their words, what follows."""

from __future__ import annotations

from collections.abc import Iterator

from kg.cli.render.explanation import passage_lines
from kg.deciding import Prepared, Side
from kg.deciding.model import WORDS
from kg.decisions import NewDecision
from kg.plain import clean
from kg.why import Statement

NEXT = "kg build"
"""What makes the graph follow the rows."""


def as_text(prepared: Prepared, *, colour: bool = False) -> str:
    """Both sides, the row in words, and what would follow."""
    lines = [
        *_side(prepared.one, colour=colour),
        "",
        *_side(prepared.other, colour=colour),
        "",
        f"{_row(prepared.row)}:",
        *(f"  - {clean(sentence)}" for sentence in prepared.follows),
    ]
    return "".join(f"{line}\n" for line in lines)


def written_text(where: str | None) -> str:
    """Where the row stands, what to do next, and how to take it back; None: it was not written."""
    if where is None:
        return "Nothing was written.\n"
    return (
        f"Written to {clean(where)}. Next: `{NEXT}` makes the graph follow it.\n"
        "Deleting the row, and building again, undoes it.\n"
    )


def side_line(side: Side) -> str:
    """One side on one line: its IRI, its name, and who that is."""
    about = f": {clean(side.about)}" if side.about else ""
    return f"{clean(side.iri)}  {clean(side.name)} ({WORDS[side.kind]}){about}"


def as_object(prepared: Prepared, where: str | None) -> dict[str, object]:
    """The same as JSON; ``written`` is the place of the row, or null."""
    row = prepared.row
    return {
        "decision": {
            "subject": row.subject,
            "object": row.object,
            "verdict": row.verdict,
            "by": row.by,
            "date": row.day.isoformat(),
            "why": row.comment,
        },
        "sides": [side_object(prepared.one), side_object(prepared.other)],
        "follows": list(prepared.follows),
        "written": where,
        "next": NEXT if where else None,
    }


def side_object(side: Side) -> dict[str, object]:
    """One side as JSON, with the statements that are shown and their words."""
    return {
        "iri": side.iri,
        "kind": side.kind,
        "name": side.name,
        "now": list(side.now),
        "statements": side.statements,
        "shown": [_statement_object(statement) for statement in side.shown],
    }


def _statement_object(statement: Statement) -> dict[str, object]:
    return {
        "statement": statement.iri,
        "sentence": statement.sentence,
        "passages": [
            {"quote": one.quote, "article": one.article, "start": one.start, "end": one.end}
            for one in statement.passages
        ],
    }


def _row(row: NewDecision) -> str:
    why = f", “{clean(row.comment)}”" if row.comment else ""
    return f"{row.verdict}, by {clean(row.by)}, {row.day.isoformat()}{why}"


def _side(side: Side, *, colour: bool) -> Iterator[str]:
    name = clean(side.name)
    shown = f"\x1b[1m{name}\x1b[0m" if colour else name
    yield f"{shown} ({WORDS[side.kind]})"
    if side.kind == "outside":
        yield "  lies outside the graph: open it to see what it is"
        return
    yield f"  {clean(side.iri)}"
    yield from (f"  now {clean(iri)}" for iri in side.now if iri != side.iri)
    for statement in side.shown:
        yield f"  {clean(statement.sentence)}"
        yield from passage_lines(statement.passages[0])
        if len(statement.passages) > 1:
            yield f"      and {len(statement.passages) - 1} more"
    more = side.statements - len(side.shown)
    if more:
        yield f"  and {more} more statements: kg why {clean(side.iri)}"
