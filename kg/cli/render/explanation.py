"""An explanation in words: what is known of a thing, what articles say of it, and where."""

from __future__ import annotations

from collections.abc import Iterator

from kg.plain import clean
from kg.why import Explanation, Judgement, Move, Passage, Statement, Thing


def as_text(explanation: Explanation, *, colour: bool = False) -> str:
    """A block a thing: its name, what is known, and each statement with its passages."""
    blocks = ["\n".join(_move(move)) for move in explanation.moves]
    blocks += ["\n".join(_thing(thing, colour=colour)) for thing in explanation.things]
    return "\n\n".join(blocks) + "\n"


def _thing(thing: Thing, *, colour: bool) -> Iterator[str]:
    yield f"{_strong(thing.name, colour=colour)} ({clean(thing.kind)})"
    yield f"  {clean(thing.iri)}"
    yield from _fields(thing.known)
    for move in thing.former:
        if move.old != thing.iri:
            yield f"  formerly {clean(move.old)}{_unless_decided(move)}"
    for decision in thing.decisions:
        yield from _decision(decision)
    for statement in thing.statements:
        yield ""
        yield from _statement(statement, colour=colour)
    if not thing.statements:
        yield "  No article says anything about it."


def _move(move: Move) -> Iterator[str]:
    """Where an IRI that gave way leads to, and who decided so."""
    if len(move.new) == 1:
        yield f"{clean(move.old)} is now {clean(move.new[0])}{_unless_decided(move)}"
    else:
        yield f"{clean(move.old)} was split into"
        yield from (f"  {clean(part)}" for part in move.new)
    for decision in move.decisions:
        yield from _decision(decision)


def _unless_decided(move: Move) -> str:
    """Why an IRI gave way, where no decision that is shown says so."""
    return f": {clean(move.why)}" if move.why and not move.decisions else ""


def _decision(decision: Judgement) -> Iterator[str]:
    comment = f": {clean(decision.comment)}" if decision.comment else ""
    yield f"  decided: {decision.verdict}, by {clean(decision.by)}, {clean(decision.day)}{comment}"
    yield f"    {clean(decision.one)}"
    yield f"    {clean(decision.other)}"


def _statement(statement: Statement, *, colour: bool) -> Iterator[str]:
    sure = "" if statement.confidence is None else f" (confidence {statement.confidence:g})"
    yield f"  {_strong(statement.sentence, colour=colour)}{sure}"
    yield f"    {clean(statement.iri)}"
    for passage in statement.passages:
        yield from passage_lines(passage)
    for date in statement.dates:
        yield f"    on {clean(date.when)}:"
        yield from (f"  {line}" for line in passage_lines(date.passage))
    for decision in statement.decisions:
        yield f"    matched: {clean(decision)}"


def passage_lines(passage: Passage) -> Iterator[str]:
    """The words of a passage, and where they stand."""
    yield f"    “{clean(passage.quote)}”"
    where = clean(passage.title or passage.article)
    printed = "".join(f", {name} printed “{clean(value)}”" for name, value in passage.printed)
    misspelt = ", misspelt" if passage.misspelt else ""
    found = f"rule {clean(passage.rule)}" if passage.rule else "found by a person"
    yield f"      {where}, {passage.start}-{passage.end}, {found}{printed}{misspelt}"


def _fields(fields: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield from (f"  {clean(name)}: {clean(value)}" for name, value in fields)


def _strong(text: str, *, colour: bool) -> str:
    return f"\x1b[1m{clean(text)}\x1b[0m" if colour else clean(text)
