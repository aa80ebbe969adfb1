"""What was missed or unexpected in an article, and what is known of the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.evaluation.matching import Comparison, Matched
from kg.evaluation.model import STATEMENTS, Fault, Said, Statement
from kg.model import Extraction, Span


def find_faults(
    article: str,
    matched: Mapping[Statement, Matched],
    comparison: Comparison,
    extraction: Extraction,
) -> Iterator[Fault]:
    """The faults of an article by statement, those that were missed first."""
    for statement, one in matched.items():
        for label in one.missed:
            why = _left_because(label.words, extraction)
            yield Fault(article, "missed", statement, label.who, label.what, None, why, label.words)
        for said in one.unexpected:
            why = _labelled_as(said, comparison)
            yield Fault(
                article, "unexpected", statement, said.who, said.what, said.rule, why, said.quote
            )


def _left_because(words: str, extraction: Extraction) -> str:
    """Why the words that a label quotes did not become a statement, as the reading accounts for it.

    Empty when they are not found as they are, which a label may change a little.
    """
    start = extraction.document.text.find(words)
    if start < 0:
        return ""
    span = Span(start, start + len(words))
    reasons = [one.reason for one in extraction.leftovers if one.span.overlaps(span)]
    reasons += [f"ignored: {one.rule}" for one in extraction.ignored if one.span.overlaps(span)]
    reasons += [
        f"read by {evidence.rule}"
        for one in extraction.statements
        for evidence in one.evidence
        if evidence.span.overlaps(span)
    ]
    return reasons[0] if reasons else ""


def _labelled_as(said: Said, comparison: Comparison) -> str:
    """The other stance that a label has for the same two."""
    for statement in STATEMENTS:
        if statement not in ("claims", "roles") and comparison.is_labelled(
            replace(said, statement=statement)
        ):
            return f"labelled {statement}"
    return ""
