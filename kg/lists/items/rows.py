"""Lines that hold a heading and the run of those it heads: "NAME (5) A, B and C", "NAME: A, B"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kg.lists.finding.regions import Line
from kg.lists.leading.classes import is_for_nobody
from kg.lists.segments.fields import Knowledge, score
from kg.lists.segments.items import Segment
from kg.lists.segments.namescores import name_score
from kg.lists.segments.runs import run_items
from kg.model import Span
from kg.text import tokenise

# A name, its number, and the run of those it heads, which may stand in brackets.
_COUNTED = re.compile(
    r"([^(),\n]{3,60}\(\d{1,4}\))[\s*†:–(-]*"
    r"(?:(?:himself|herself)(?:,| and)\s+)?([^\s(),][^\n]*)"
)
# A name, perhaps a party in brackets, a colon or a dash, and the run of those it heads.
_LED = re.compile(r"([^(),:\n|]{3,60}?)\s*(?:\([^()\d:,\n]{1,40}\)\s*)?(?::|\s[-–—])\s+(\S[^\n|]*)")
_NAME = 0.6
_LEAST_ROWS = 2
_SOMEBODY = frozenset(("name", "organisation"))
_FIELDS = _SOMEBODY | {"role", "place"}
Stands = Callable[[str], bool]


def counted_row(line: Line, text: str) -> list[Line]:
    """A line "NAME (5) A, B and C" as a heading and the line of those it heads."""
    match = _COUNTED.match(text, line.content.start, line.content.end)
    if match is None or line.marked:
        return [line]
    return _parted(line, match, _run_end(text, match))


def led_rows(lines: Sequence[Line], stands: Stands, knowledge: Knowledge) -> list[Line]:
    """The lines with each "NAME: A, B and C" as a heading and the line of those it heads.

    They are so read when all rows begin with a person and go on with people or bodies, and when
    what heads them is told from a place or an office: half of the names are of those who stand
    (``stands``), or every run is of bodies, or half of the names
    begin with a given name and stand before a colon.
    """
    matches = [_LED.match(knowledge.text, li.content.start, li.content.end) for li in lines]
    rows = [(line, match) for line, match in zip(lines, matches, strict=True) if match]
    if len(rows) < max(_LEAST_ROWS, len(lines)):
        return list(lines)
    headed = [row for row in rows if not _is_for_nobody(row[1], knowledge)]
    heads = [knowledge.text[match.start(1) : match.end(1)] for _, match in headed]
    runs = [_run(match, knowledge) for _, match in headed]
    if not any(len(run) > 1 for run in runs):
        return list(lines)
    if not _are_heads(heads, headed, runs, stands, knowledge):
        return list(lines)
    return [part for line, match in rows for part in _cut(line, match, knowledge)]


def _are_heads(
    heads: Sequence[str],
    rows: Sequence[tuple[Line, re.Match[str]]],
    runs: Sequence[Sequence[Segment]],
    stands: Stands,
    knowledge: Knowledge,
) -> bool:
    firsts = [knowledge.cut(Span(match.start(1), match.end(1)))[0] for _, match in rows]
    looked = [knowledge.look(segments[0].tokens) for segments in firsts if len(segments) == 1]
    if len(looked) < len(rows):
        return False
    standing = [stands(head) for head in heads]
    pairs = zip(looked, standing, strict=True)
    if any(name_score(one) < _NAME and not stands_for_it for one, stands_for_it in pairs):
        return False
    if sum(standing) * 2 >= len(heads):
        return True
    kinds = [_kind(segment, knowledge) for run in runs for segment in run]
    if all(kind in ("organisation", "other") for kind in kinds):
        return "organisation" in kinds
    colons = all(":" in knowledge.text[match.end(1) : match.start(2)] for _, match in rows)
    given = sum(one.folds[0] in one.lexicon.given_names for one in looked)
    if not colons or given * 2 < len(looked):
        return False
    firsts_of_runs = (_kind(run[0], knowledge) for run in runs if run)
    return _FIELDS.issuperset(kinds) and all(kind in _SOMEBODY for kind in firsts_of_runs)


def _is_for_nobody(match: re.Match[str], knowledge: Knowledge) -> bool:
    """Whether a row is of those who are for nobody: "Undecided: A and B"."""
    head = Span(match.start(1), match.end(1))
    return is_for_nobody(tokenise(knowledge.text, head), knowledge.lexicon)


def _kind(segment: Segment, knowledge: Knowledge) -> str:
    scores = score(segment.tokens, knowledge)
    return max(scores, key=lambda kind: (scores[kind], kind))


def _cut(line: Line, match: re.Match[str], knowledge: Knowledge) -> list[Line]:
    """The heading of a row and each of those it heads."""
    head, rest = _parted(line, match, match.end(2))
    items = run_items(rest.content, knowledge) or [rest.content]
    return [head, *(Line(li, li, marked=True, in_run=at > 0) for at, li in enumerate(items))]


def _run(match: re.Match[str], knowledge: Knowledge) -> Sequence[Segment]:
    return knowledge.cut(Span(match.start(2), match.end(2)))[0]


def _parted(line: Line, match: re.Match[str], end: int) -> list[Line]:
    head = Span(line.whole.start, match.end(1))
    rest = Span(match.start(2), max(match.start(2) + 1, end))
    return [
        Line(head, Span(line.content.start, match.end(1)), line.after_blank),
        Line(rest, rest, marked=True, headed=True),
    ]


def _run_end(text: str, match: re.Match[str]) -> int:
    """Where the run ends: before the bracket that closes all of it, and before footnote marks."""
    end = match.end(2)
    while end > match.start(2) and text[end - 1] in "*†. ":
        end -= 1
    run = text[match.start(2) : end]
    return end - 1 if run.endswith(")") and run.count(")") > run.count("(") else end


def parted(lines: Sequence[Line], text: str) -> Iterator[Line]:
    """The lines with each that holds a number's heading and its run cut in two."""
    for line in lines:
        yield from counted_row(line, text)
