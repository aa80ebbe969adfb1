"""Folding, tokens, lines and sentences; every result keeps its offsets in the original text.

Folding never changes the length of a text, so an offset in the folded copy is an offset in the
original. All offsets are code points, end exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from kg.model import Span

_DASHES = "-‐‑‒–—―−﹘﹣－"
_APOSTROPHES = "'’‘ʼ`´′"
_QUOTES = '"“”„«»'
_SPACES = "\u00a0\u2007\u2009\u202f\u3000\t"
_FOLD = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_SPACES, " "),
    }
)

# A word keeps inner hyphens and apostrophes, but no verb of support: "Unite-backed" begins with a
# name; "pro-Doe" and "anti-Doe" end with one. A possessive ending is a token of its own; numbers
# keep their separators. Each alternative
# starts with its own class of character, so the pattern never backtracks over what it has read.
_TOKEN = re.compile(
    r"['’‘ʼ][sS]\b"
    r"|(?:[Pp]ro|[Aa]nti)(?=[-‐‑][A-Z][a-z])"
    r"|\d[\d,.]*\d(?:st|nd|rd|th)?|\d(?:st|nd|rd|th)?(?![^\W_])"
    r"|[^\W_]+(?:[-‐‑](?!(?:backed|endorsed|supported)\b)[^\W_]+|['’‘ʼ](?![sS]\b)[^\W_]+)*"
    r"|[^\w\s]|_"
)
_CUT_WHOLE = 200_000
_LINE = re.compile(r"[^\r\n]+")
MAX_SENTENCE = 16_000
"""The longest sentence or line that is read, in code points: a run of four hundred names."""
_SHORT_FORM = 7  # code points of a bracket with a short form of a state
_CITED = r"\[(?:\d{1,3}|[a-z]{1,2}|note \d{1,2}|citation needed)\]"
# What ends a sentence may be cited, "in May.[3] She", and a citation may stand for the full stop.
_SENTENCE_END = re.compile(
    rf"[.!?…]+[\"'”’)\]]*(?:{_CITED}){{0,9}}(?=\s)"
    r"|(?<=[a-z]) ?\[\d{1,3}\](?=\s(?:An?|The|In|On|At|He|She|They|It|This|These)\s)"
)


class Token(NamedTuple):
    """A word, number or mark: code point offsets, the text as printed, and its folded form."""

    start: int
    end: int
    text: str
    fold: str


def fold(text: str) -> str:
    """Lower case, every dash ``-``, every apostrophe ``'``; the same length as ``text``."""
    if text.isascii():
        lowered = text.lower()
        rare = "`" in lowered or "\t" in lowered
        return lowered.replace("`", "'").replace("\t", " ") if rare else lowered
    mapped = text.translate(_FOLD)
    lowered = mapped.lower()
    if len(lowered) == len(mapped):
        return lowered
    return "".join(low if len(low := c.lower()) == 1 else c for c in mapped)


def tokenise(text: str, span: Span | None = None) -> list[Token]:
    """The tokens of ``text``, or of one span of it, in order.

    A text of ordinary length is cut once: its lines, sentences and fields are read several times.
    """
    if span is None:
        return _cut(text, 0, len(text))
    start, end = span.start, span.end
    if len(text) > _CUT_WHOLE:
        return _cut(text, start, end)
    tokens, starts = _whole(text)
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    inside = not first or tokens[first - 1].end <= start
    if inside and (first == last or tokens[last - 1].end <= end):
        return tokens[first:last]
    return _cut(text, start, end)  # the span parts a token


@lru_cache(maxsize=2)
def _whole(text: str) -> tuple[list[Token], list[int]]:
    tokens = _cut(text, 0, len(text))
    return tokens, [token.start for token in tokens]


def _cut(text: str, start: int, end: int) -> list[Token]:
    folded = fold(text[start:end])
    make = tuple.__new__  # half the time of a call of the class; every word of a text is made here
    return [
        make(Token, (at, stop, text[at:stop], folded[at - start : stop - start]))
        for match in _TOKEN.finditer(text, start, end)
        for at, stop in (match.span(),)
    ]


def lines(text: str) -> list[Span]:
    """The lines that are not blank, each without the white space around it."""
    found = []
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped)
            found.append(Span(start, start + len(stripped)))
    return found


def sentences(text: str, span: Span, abbreviations: frozenset[str]) -> list[Span]:
    """The sentences of a stretch of prose.

    A full stop ends a sentence when white space and then a capital, a digit or a quotation mark
    follow, unless the word before it is an initial or one of ``abbreviations`` (folded).
    """
    found = []
    start = span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        if not _begins_sentence(text, match.end(), span.end):
            continue
        stop = match.group().partition("[")[0]
        bracketed = stop == ".)" and text[max(start, match.start() - _SHORT_FORM) : match.start()]
        if bracketed and "(" in bracketed and text[match.end() :].lstrip()[:1].isupper():
            continue  # "the Springfield (Ill.) News"
        if stop == "." and _is_abbreviation(text, start, match.start(), abbreviations):
            continue
        found.append(Span(start, match.end()))
        start = match.end()
        while start < span.end and text[start].isspace():
            start += 1
    if start < span.end:
        found.append(Span(start, span.end))
    return found


def _begins_sentence(text: str, position: int, end: int) -> bool:
    while position < end and text[position].isspace():
        position += 1
    return position >= end or not text[position].islower()


def _is_abbreviation(text: str, start: int, stop: int, abbreviations: frozenset[str]) -> bool:
    begin = stop
    while begin > start and text[begin - 1].isalpha():
        begin -= 1
    word = text[begin:stop]
    return (len(word) == 1 and word.isupper()) or fold(word) in abbreviations


@lru_cache(maxsize=65536)
def near(first: str, second: str) -> bool:
    """Whether two words differ by one slip: a letter more, less, other, or two exchanged.

    Words of fewer than five letters are never near: "Hunt" is not "Hurt".
    """
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    if len(short) < 5 or len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    if short[at + 1 :] == long[at + 1 :]:
        return True
    return short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
