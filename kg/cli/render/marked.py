"""A whole article with every stretch of it marked: fact, ignored and why, or unexplained and why.

The strips follow one another without gap or overlap, so nothing can be left out of the account.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kg.model import Extraction, Span, Statement
from kg.plain import clean, clean_lines

StripKind = Literal["fact", "ignored", "unexplained", "space"]

# Which mark shows where several cover a character.
_RANK: dict[StripKind, int] = {"fact": 3, "unexplained": 2, "ignored": 1, "space": 0}
_COLOUR: dict[StripKind, str] = {"fact": "32", "ignored": "2", "unexplained": "33", "space": ""}
_NO_ACCOUNT = "no rule covers it"


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of the article under one mark; ``note`` says what it gave or why nothing."""

    span: Span
    kind: StripKind
    note: str = ""


def strips(extraction: Extraction) -> list[Strip]:
    """The article cut into marked stretches, in order, that together are all of it."""
    text = extraction.document.text
    marks = sorted(_marks(extraction), key=lambda m: (-_RANK[m.kind], m.span))
    cuts = sorted({0, len(text)} | {edge for m in marks for edge in (m.span.start, m.span.end)})
    owner: dict[int, Strip] = {}
    position = {cut: index for index, cut in enumerate(cuts)}
    for mark in marks:
        for index in range(position[mark.span.start], position[mark.span.end]):
            owner.setdefault(cuts[index], mark)
    pieces = [_piece(text, Span(start, end), owner.get(start)) for start, end in pairwise(cuts)]
    return list(_joined(pieces))


def _marks(extraction: Extraction) -> Iterator[Strip]:
    notes: dict[Span, list[str]] = {}
    for statement in extraction.statements:
        for evidence in statement.evidence:
            notes.setdefault(evidence.span, []).append(f"{_words(statement)} [{evidence.rule}]")
    for span, lines in _dates(extraction):
        if not any(said.covers(span) for said in notes):
            notes[span] = lines
    for span, lines in notes.items():
        yield Strip(span, "fact", "; ".join((*lines, *_beside(extraction, span))))
    for left in extraction.leftovers:
        yield Strip(left.span, "unexplained", left.reason)
    for skipped in extraction.ignored:
        yield Strip(skipped.span, "ignored", skipped.rule)


def _beside(extraction: Extraction, span: Span) -> Iterator[str]:
    """Why words that tell who holds a post say nothing else."""
    past = bisect_left(extraction.leftovers, span.end, key=lambda left: left.span.start)
    for index in range(past - 1, -1, -1):
        left = extraction.leftovers[index]
        if not left.span.overlaps(span):
            return
        yield f"otherwise left over: {left.reason}"


def _dates(extraction: Extraction) -> Iterator[tuple[Span, list[str]]]:
    """The words that say when, each with what they date."""
    found: dict[Span, list[str]] = {}
    for statement in extraction.statements:
        for dated in () if statement.kind == "role" else statement.dates:
            found.setdefault(dated.span, []).append(f"{_words(statement)} [{dated.rule}]")
    yield from found.items()


def _piece(text: str, span: Span, mark: Strip | None) -> Strip:
    if mark is not None:
        return Strip(span, mark.kind, mark.note)
    if not text[span.start : span.end].strip():
        return Strip(span, "space")
    return Strip(span, "unexplained", _NO_ACCOUNT)


def _joined(pieces: Iterable[Strip]) -> Iterator[Strip]:
    """Neighbours under the same mark as one strip."""
    held: Strip | None = None
    for piece in pieces:
        if held is not None and (held.kind, held.note) == (piece.kind, piece.note):
            held = Strip(Span(held.span.start, piece.span.end), held.kind, held.note)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _words(statement: Statement) -> str:
    """A statement in a few words, with its dates."""
    when = () if statement.kind == "role" else statement.dates
    return _said(statement) + "".join(f" ({dated.when})" for dated in when)


def _said(statement: Statement) -> str:
    match statement.kind:
        case "endorsement":
            return f"{statement.endorser.name} {statement.polarity} {statement.candidate.name}"
        case "claim":
            number = f"{statement.comparator} {statement.count} {statement.unit}"
            return f"{number} for {statement.candidate.name}"
        case "role":
            status = "" if statement.status == "current" else f"{statement.status} "
            return f"{statement.person.name} is {status}{statement.role}"
        case "candidacy":
            verb = "stands for" if statement.status == "current" else "withdrew from"
            return f"{statement.person.name} {verb} {statement.contest.label}"


def as_text(extraction: Extraction, *, colour: bool = False) -> str:
    """The article with a bracket around every strip and a tally at the end.

    ``⟦fact: words⟧``, ``⟦ignored: rule⟧`` and ``⟦unexplained: reason⟧`` follow the text they are
    about, which stands between ``⟨`` and ``⟩``.
    """
    text = extraction.document.text
    parts = [_shown(text, strip, colour=colour) for strip in strips(extraction)]
    return f"{''.join(parts).rstrip()}\n\n{tally(extraction)}\n"


def _shown(text: str, strip: Strip, *, colour: bool) -> str:
    body = clean_lines(text[strip.span.start : strip.span.end])
    if strip.kind == "space":
        return body
    words = body.strip()
    lead, tail = body[: body.index(words)], body[body.index(words) + len(words) :]
    shown = f"⟨{words}⟩ ⟦{strip.kind}: {clean(strip.note)}⟧"
    if colour:
        shown = f"\x1b[{_COLOUR[strip.kind]}m{shown}\x1b[0m"
    return lead + shown + tail


def tally(extraction: Extraction) -> str:
    """How many characters of the article, white space aside, are of each kind."""
    text = extraction.document.text
    counts = {"fact": 0, "ignored": 0, "unexplained": 0}
    for strip in strips(extraction):
        if strip.kind != "space":
            piece = text[strip.span.start : strip.span.end]
            counts[strip.kind] += len("".join(piece.split()))
    parts = ", ".join(f"{number} {kind}" for kind, number in counts.items())
    return f"{extraction.document.name}: {parts} (characters, white space aside)"
