"""One item of a list cut into segments at its separators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Span
from kg.text import Token, fold, tokenise

# A hyphen separates when white space stands on at least one side of it; on the folded text every
# dash is a hyphen. Tabs and ends of lines separate too.
_SEPARATOR = re.compile(
    r"\s+-+\s*|-+\s+|\s*[,;|]\s*|\s*:\s+|\s*\(\s*|\s*\)\s*|\s*[\t\n]\s*|\s+(?=@)|\s+/\s+"
    r"|\s*(?:>{2,}|=+>|-+>|→|➔|➡)\s*"
)
_WIDE = re.compile(r"(?<=\S) {2,}(?=\S)")
_ROLE_GLUED = re.compile(r"(?<=\w)-(?=[a-z]{4,}(?:\s|$))")
# The short form of the union or federation of which the body before it is a part.
_AFFILIATED = re.compile(r",(?=\s[A-Z]{3,6}(?:-[A-Z]{2,6})?\s*$)")
_CITATION = re.compile(r"\[[^\]\n]{1,12}\]")
# Words quoted beside a name, three or more of them: a nickname in quotation marks is shorter.
_QUOTATION = re.compile(r'"\s*[^"\s]+\s+[^"\s]+\s+[^"]*"?')
_QUOTED_LAST = re.compile(r"(?<=[:,-])\s*'\s*\S+\s+\S+\s.*|(?<=:)\s*\".*", re.DOTALL)
_TRAILING = " .*†‡§\u2028-"
_BRACKETS = re.compile(r"\(([^()]*)\)")


# Three words run together, so that whole cells of a table have lost the marks between them.
_GLUED = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]{2,}){2}")
_GLUED_SHARE = 3


def are_glued(text: str, items: Sequence[Span]) -> bool:
    """Whether the cells of a table ran together without a blank in at least a third of its rows."""
    glued = sum(_GLUED.search(text, item.start, item.end) is not None for item in items)
    return glued * _GLUED_SHARE >= len(items) > 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an item between separators, with its tokens (at least one).

    The tokens stand in the order in which they are read: those of "Doe, Jane" are turned round.
    """

    span: Span
    tokens: tuple[Token, ...]


def cuts(text: str, content: Span) -> list[list[Segment]]:
    """The ways to cut the item ``content`` into segments.

    Usually one. There are more when a bracket holds a comma, which may part fields or belong to
    one ("(City, District)"), when a body may go on behind a comma, when a hyphen ties a word in
    small letters to a name, and when several spaces in a row may part fields or be a slip.
    Citations such as ``[12]`` and words quoted beside a name are left out.
    """
    raw = text[content.start : content.end]
    printed = fold(raw)
    if "\t" in raw:  # folding takes it for a blank
        printed = "".join(
            mark if mark == "\t" else char for mark, char in zip(raw, printed, strict=True)
        )
    if "[" in printed:
        printed = _CITATION.sub(_blotted, printed)
    if '"' in printed:
        printed = _QUOTATION.sub(_blotted, printed)
    if ": " in printed and ("'" in printed or '"' in printed):
        printed = _QUOTED_LAST.sub(_blotted, printed)
    ways = [_segments(text, content, printed)]
    commas = "(" in printed and "," in printed
    kept = _BRACKETS.sub(_without_commas, printed) if commas else printed
    if kept != printed:
        ways.append(_segments(text, content, kept))
    parted = _ROLE_GLUED.sub("|", raw) if "-" in raw else raw
    if parted != raw:  # "Jane Doe-campaign manager"
        ways.append(_segments(text, content, fold(parted)))
    whole = _AFFILIATED.sub("/", raw) if "," in raw else raw
    if whole != raw:  # "Anytown Labor Council, ABC-DEF"
        ways.append(_segments(text, content, fold(whole)))
    wide = _WIDE.sub(_blotted, printed) if "  " in printed else printed
    if wide != printed:
        ways.append(_segments(text, content, wide))
    return ways


def _blotted(match: re.Match[str]) -> str:
    return "|" * len(match.group())


def _without_commas(match: re.Match[str]) -> str:
    return f"({match.group(1).replace(',', '/')})"


def _segments(text: str, content: Span, printed: str) -> list[Segment]:
    bounds = []
    start = 0
    for match in _SEPARATOR.finditer(printed):
        bounds.append((start, match.start()))
        start = match.end()
    bounds.append((start, len(printed)))
    made = []
    for first, last in bounds:
        stripped = printed[first:last].rstrip(_TRAILING).lstrip(" .*†‡§\u2028")
        if not stripped:
            continue
        begin = content.start + first + printed[first:last].index(stripped)
        span = Span(begin, begin + len(stripped))
        tokens = tuple(tokenise(text, span))
        if tokens:
            made.append(Segment(span, tokens))
    return made
