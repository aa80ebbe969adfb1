"""The account of an article's characters: fact, ignored by a rule, or left over with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Document, Extraction, Ignored, Leftover, Span, Statement

_PROSE = "prose.no-statement"
_SPACE = "layout"


def account(
    document: Document,
    statements: tuple[Statement, ...],
    leftovers: Sequence[Leftover],
    prose: Sequence[Span],
    lists: Sequence[Span],
) -> Extraction:
    """The extraction in which every character that is not white space is accounted for.

    What no statement and no leftover covers is ignored by a rule: prose without a statement, and
    the marks and spaces between.
    """
    facts = sorted({e.span for s in statements for e in s.evidence})
    kept = _uncovered(leftovers, facts)
    covered = _merge([*facts, *(lo.span for lo in kept)])
    ignored = []
    for gap in _gaps(covered, len(document.text)):
        ignored.extend(_ignored(document.text, gap, prose))
    return Extraction(document, statements, tuple(kept), tuple(ignored), tuple(sorted(lists)))


def _uncovered(leftovers: Sequence[Leftover], facts: Sequence[Span]) -> list[Leftover]:
    """The leftovers whose words no statement uses, one for each span, in order."""
    unique: dict[Span, Leftover] = {}
    for leftover in sorted(leftovers, key=lambda lo: (lo.span, lo.reason)):
        if not any(leftover.span.overlaps(fact) for fact in facts):
            unique.setdefault(leftover.span, leftover)
    return list(unique.values())


def _merge(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _gaps(covered: Sequence[Span], length: int) -> list[Span]:
    found = []
    at = 0
    for span in covered:
        if span.start > at:
            found.append(Span(at, span.start))
        at = span.end
    if at < length:
        found.append(Span(at, length))
    return found


def _ignored(text: str, gap: Span, prose: Sequence[Span]) -> list[Ignored]:
    """The parts of a gap that are not blank, by the rule that sets them aside."""
    found = []
    at = gap.start
    for sentence in prose:
        if not sentence.overlaps(gap):
            continue
        part = Span(max(at, sentence.start), min(gap.end, sentence.end))
        if part.start > at and text[at : part.start].strip():
            found.append(Ignored(Span(at, part.start), _SPACE))
        if text[part.start : part.end].strip():
            found.append(Ignored(part, _PROSE))
        at = part.end
    if at < gap.end and text[at : gap.end].strip():
        found.append(Ignored(Span(at, gap.end), _SPACE))
    return found
