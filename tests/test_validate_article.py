"""Articles: what is read from them is judged, findings at the words."""

from __future__ import annotations

import pytest

from kg.validate import Finding, validate_submissions
from kg.validate.files import Submission
from tests.files import word_document

TEXT = """\
Zoë’s letters on the Labour leadership, 2015

Nina Vale, a councillor in Bury, is backing Liz Kendall for the Labour leadership.

Nina Vale, a councillor in Bury, is backing Yvette Cooper for the Labour leadership.
"""


def judged(data: bytes, media_type: str) -> list[Finding]:
    return list(validate_submissions([Submission("x", media_type, data)]).findings)


def test_a_finding_on_what_was_read_stands_at_its_words() -> None:
    [finding] = judged(TEXT.encode(), "text/plain")
    assert finding.shape.endswith("#Contest-twoCandidates")
    assert finding.start is not None
    assert finding.end is not None
    words = TEXT[finding.start : finding.end]
    assert words.startswith("Nina Vale")
    assert words in finding.message
    assert (finding.line, finding.column) == (3, 1)


def test_the_lines_of_a_page_are_not_those_of_its_text() -> None:
    page = f"<html><body>{''.join(f'<p>{p}</p>' for p in TEXT.splitlines() if p)}</body></html>"
    found = [f for f in judged(page.encode(), "text/html") if f.severity == "warning"]
    assert [(f.line, f.start is None) for f in found] == [(None, False)]


@pytest.mark.parametrize(
    ("data", "media_type", "constraint"),
    [
        (b"", "text/plain", "empty"),
        (b"It rained.", "text/plain", "empty"),
        (b"\xff\xfeI", "text/plain", "syntax"),
        (b"a\0b", "text/plain", "syntax"),
        (b"%PDF-1.4 and no more", "application/pdf", "syntax"),
    ],
)
def test_an_article_that_says_nothing_is_never_valid(
    data: bytes, media_type: str, constraint: str
) -> None:
    [finding] = judged(data, media_type)
    assert (finding.constraint, finding.severity) == (constraint, "violation")


def test_what_was_left_is_told_at_its_place() -> None:
    text = (
        f"{TEXT}\nTheir support for Mr Corbyn is well known, and a councillor backs Liz Kendall.\n"
    )
    left = [f for f in judged(text.encode(), "text/plain") if f.constraint == "leftover"]
    assert left
    assert all(text[f.start : f.end] in f.message for f in left)


def test_a_document_of_word_is_judged_as_well() -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert [f.severity for f in judged(word_document(), kind) if f.severity == "violation"] == []
