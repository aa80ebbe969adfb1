"""The account of an article's characters: fact, ignored by a rule, or left over with a reason."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.model import Document, Extraction, Ignored, Leftover, RoleHeld, Span, Statement

_PROSE = "prose.no-statement"
_HEADING = "list.heading"
_LAYOUT = "layout"
_DOUBTED = "is a rule that was wrong too often to be believed"


def sift(
    statements: Iterable[Statement], trusted: Callable[[str], bool]
) -> tuple[list[Statement], list[Leftover]]:
    """The statements that trusted rules read, and the passages of the others as leftovers.

    Each statement is of one reading: what several say is joined afterwards, by ``merge``.
    """
    kept: list[Statement] = []
    left: list[Leftover] = []
    for statement in statements:
        if all(trusted(e.rule) for e in statement.evidence):
            kept.append(statement)
        else:
            left.extend(Leftover(e.span, f"{e.rule} {_DOUBTED}") for e in statement.evidence)
    return kept, left


def account(
    document: Document,
    statements: tuple[Statement, ...],
    leftovers: Sequence[Leftover],
    prose: Sequence[Span],
    lists: Sequence[Span],
) -> Extraction:
    """The extraction in which every character that is not white space is accounted for.

    ``prose`` are the sentences, in order. What no statement and no leftover covers is ignored by a
    rule: sentences without a statement, headings inside lists, and the marks between.
    """
    facts = _merge(span for statement in statements for span in _spans(statement))
    kept = _unused(leftovers, _merge(_used(statements)))
    covered = _merge([*facts, *(lo.span for lo in kept)])
    regions = _merge(lists)
    ignored = [
        Ignored(part, rule)
        for gap in _gaps(covered, len(document.text))
        for part, rule in _parts(gap, prose, regions)
        if document.quote(part).strip()
    ]
    return Extraction(document, statements, tuple(kept), tuple(ignored), tuple(sorted(set(lists))))


def _used(statements: Iterable[Statement]) -> Iterator[Span]:
    """The words that say more than who holds which post.

    A line of a list whose meaning is not told may still tell an office: it stays left over too.
    """
    for statement in statements:
        if not isinstance(statement, RoleHeld):
            yield from _spans(statement)


def _spans(statement: Statement) -> Iterator[Span]:
    """The words that make a statement, and those that date it."""
    yield from (evidence.span for evidence in statement.evidence)
    if not isinstance(statement, RoleHeld):
        yield from (dated.span for dated in statement.dates)


def _unused(leftovers: Sequence[Leftover], facts: Sequence[Span]) -> list[Leftover]:
    """The leftovers whose words no statement uses, one for each span, in order."""
    unique: dict[Span, Leftover] = {}
    for leftover in sorted(leftovers, key=lambda lo: (*_place(lo.span), lo.reason)):
        if not _touching(leftover.span, facts):
            unique.setdefault(leftover.span, leftover)
    return list(unique.values())


def _place(span: Span) -> tuple[int, int]:
    """What spans are sorted by: quicker than asking each two of them."""
    return span.start, span.end


def _touching(span: Span, among: Sequence[Span]) -> Sequence[Span]:
    """Those of ``among`` (sorted, apart from each other) that share a character with ``span``."""
    first = bisect_right(among, span.start, key=lambda other: other.end)
    last = bisect_left(among, span.end, key=lambda other: other.start)
    return among[first:last]


def _merge(spans: Iterator[Span] | Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans, key=_place):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _gaps(covered: Sequence[Span], length: int) -> Iterator[Span]:
    at = 0
    for span in covered:
        if span.start > at:
            yield Span(at, span.start)
        at = span.end
    if at < length:
        yield Span(at, length)


def _parts(gap: Span, prose: Sequence[Span], regions: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """The parts of a gap, each with the rule that sets it aside."""
    at = gap.start
    for sentence in _touching(gap, prose):
        start, end = max(gap.start, sentence.start), min(gap.end, sentence.end)
        if start > at:
            yield Span(at, start), _between(Span(at, start), regions)
        yield Span(start, end), _PROSE
        at = end
    if at < gap.end:
        yield Span(at, gap.end), _between(Span(at, gap.end), regions)


def _between(part: Span, regions: Sequence[Span]) -> str:
    return _HEADING if _touching(part, regions) else _LAYOUT
