"""Lists whose lines ran together when the page was copied: one line with the same mark again.

The mark tells where items begin: a bullet, numbers that count up, or a quotation and the dash that
leads to whoever said it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Span
from kg.text import fold

_BULLET = re.compile(r"[•·▪●◦‣■□➢►»*](?=\s*[^\W\d_])")
_HYPHEN = re.compile(r"-(?=[^\W\d_])")
_NUMBER = re.compile(r"(\d{1,3})[.):]\s+(?=[^\W\d_])")
_OPENS_NUMBER = "(#"
# A quotation is short enough to be one item's; the dash leads to a name.
_QUOTED = re.compile(r'"[^"\n]{3,300}"\s*-+\s*(?=[^\W\d_])')
_MARKUP = "=#*[]_"
_HEADING = re.compile(
    r"(?:\[(?:edit)?\]\s*)?(?P<open>={1,6}|#{1,6}\s|\*\*|__)?\s*(?P<words>[^\n]*?)"
    r"\s*(?:={1,6}|#{1,6}|\*\*|__)?\s*(?:\[(?:edit)?\])?"
)
_COLON_DASH = re.compile(r":\s?[-–—]+$")
_LONGEST_END = 6
_LED = re.compile(r":\s+[^\s:]")
_LEAST = 3
_LEAST_AT_START = 2
_SHORTEST = 24


def unfolded(text: str, spans: Sequence[Span]) -> list[Span]:
    """The lines with each that holds the items of a list, marks and all, cut before its marks."""
    return [
        _without_dash(text, part)
        for span in spans
        if (bare := _without_markup(text, span)) is not None
        for part in _parts(text, bare)
    ]


def _without_markup(text: str, span: Span) -> Span | None:
    """The line without the marks of headings: "== Name ==", "## Name", "Name[edit]", "**Name**".

    None if nothing else stands on it.
    """
    if text[span.start] not in _MARKUP and text[span.end - 1] not in _MARKUP:
        return span
    match = _HEADING.fullmatch(text, span.start, span.end)
    if match is None:
        return span
    start, end = match.span("words")
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None


def _without_dash(text: str, span: Span) -> Span:
    """The line without the dash behind the colon that ends it: "They are:-"."""
    ended = _COLON_DASH.search(text, max(span.start, span.end - _LONGEST_END), span.end)
    return Span(span.start, ended.start() + 1) if ended else span


def _parts(text: str, span: Span) -> Iterator[Span]:
    starts = _starts(text, span) if span.end - span.start >= _SHORTEST else []
    if not starts:
        yield span
        return
    at = span.start
    for start in [*starts, span.end]:
        end = start
        while end > at and text[end - 1].isspace():
            end -= 1
        if end > at:
            yield Span(at, end)
        at = start


def _starts(text: str, span: Span) -> list[int]:
    """Where the items of a line begin; empty if it holds no list."""
    printed = text[span.start : span.end]
    for found in (_bullets(printed), _numbers(printed), _quotations(printed)):
        if found:
            return [span.start + at for at in found]
    return []


def _bullets(printed: str) -> list[int]:
    """The marks of the sign that comes most often, a hyphen only where the line begins with it."""
    by_sign: dict[str, list[int]] = {}
    for match in _BULLET.finditer(printed):
        if _begins_word(printed, match.start()):
            by_sign.setdefault(match.group(), []).append(match.start())
    if printed[0] == "-":
        hyphens = (match.start() for match in _HYPHEN.finditer(printed))
        by_sign["-"] = [at for at in hyphens if _begins_word(printed, at)]
    starts = max(by_sign.values(), key=len, default=[])
    if not starts or _LED.search(printed, 0, starts[0]):  # the signs part what a colon leads to
        return []
    return starts if len(starts) >= _least(starts) else []


def _begins_word(printed: str, at: int) -> bool:
    return at == 0 or printed[at - 1].isspace()


def _least(starts: Sequence[int]) -> int:
    return _LEAST_AT_START if starts and starts[0] == 0 else _LEAST


def _numbers(printed: str) -> list[int]:
    """The numbers that count up by one from the first."""
    starts: list[int] = []
    for match in _NUMBER.finditer(printed):
        at = match.start()
        at -= at > 0 and printed[at - 1] in _OPENS_NUMBER
        if _begins_word(printed, at) and int(match.group(1)) == len(starts) + 1:
            starts.append(at)
    return starts if len(starts) >= _least(starts) else []


def _quotations(printed: str) -> list[int]:
    if printed.count('"') + printed.count("“") < _LEAST:
        return []
    starts = [match.start() for match in _QUOTED.finditer(fold(printed))]
    return starts if len(starts) >= _LEAST else []
