"""Finding lists: runs of lines that are built alike and are no sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.frames.support import speaks_of_support
from kg.lexicon import Lexicon
from kg.lists.finding.phrases import with_phrases
from kg.lists.finding.selfsaid import labels_run, says_itself
from kg.lists.finding.shouted import is_shouted_title
from kg.lists.finding.void import is_void, leads_on
from kg.lists.leading.classes import are_people
from kg.lists.segments.itemwords import closes_letter, is_prose, is_run_of_names, outside
from kg.model import Span
from kg.text import MAX_SENTENCE, Token, tokenise

_LEAST = 3
_LEAST_UNDER_HEADING = 2
_MAX_TOKENS = 26
_MAX_WORDS_OF_PROSE = 2
_LONG_LINE = 160
_BARS = 2
_MAX_NAME = 5
_SINGLE = ("'", "‘", "’")
_QUOTES = ('"', "“")
_MARKS = frozenset((*_SINGLE, *_QUOTES))
_BEFORE_QUOTATION = ("-", ":", ",")
_CLOSING = ('"', "”")
GROUP_START = re.compile(r"([^(),.:;\n]{3,60})\(\d{1,4}\)")
# Bullets, numbers, and the word that copying from a wiki leaves at the start of a section.
_MARKER = re.compile(
    r"(?:edit(?=\s*[-–•*])\s*)?"
    r"(?:>{2,}|[-–—•*·▪▫●○◦‣⁃∙⦁■□◆◇➢➤►▶▸▹▷→➔➜★☆»›+✓✔☑✅]|[(#]?\d{1,3}[.):]|#?\d{1,3}\s(?=\s*[A-Z])|o\s(?=[A-Z])"
    r"|\(?[a-z][).]\s)\s*"
    r"|edit(?=[A-Z])"
)
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]?$")
_TOWARDS = ("for", "against")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its span without white space and marker, and whether a blank line precedes it.

    ``in_run``: the item directly before it stands in the same run, so that it may share its office.
    ``headed``: what stands before it on its line heads it, so that it may be a run of two.
    """

    whole: Span
    content: Span
    after_blank: bool = False
    marked: bool = False
    in_run: bool = False
    headed: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """A run of lines that are items: indexes ``first`` up to ``last`` of the document's lines.

    ``bodies``: the words before it say that those on it are bodies.
    """

    first: int
    last: int
    lines: tuple[Line, ...]
    bodies: bool = False

    @property
    def span(self) -> Span:
        """From the first character of the first line to the last of the last."""
        return Span(self.lines[0].whole.start, self.lines[-1].whole.end)


def page_lines(text: str, spans: Sequence[Span]) -> list[Line]:
    """The lines of a page, from their spans in ``text``; those of a run count as marked."""
    found = [_line(text, span, spans[i - 1] if i else None) for i, span in enumerate(spans)]
    runs = {i for i, line in enumerate(found) if line.in_run}
    runs |= {i - 1 for i in runs}
    return [replace(line, marked=True) if i in runs else line for i, line in enumerate(found)]


def find_regions(
    text: str, lines: Sequence[Line], lexicon: Lexicon, apart: frozenset[int] = frozenset()
) -> list[Region]:
    """The lists among the lines of ``text``: three or more lines that look like items.

    Two are enough under a heading. One line that does not look like an item does not end a list
    when items follow it directly. The lines with their index in ``apart`` are no items.
    """
    tokens = [_tokens(text, line.content) for line in lines]
    headings = [_is_heading(*pair, lexicon) for pair in zip(lines, tokens, strict=True)]
    fits = [
        not headings[i] and i not in apart and _is_item(text, line, tokens[i], lexicon)
        for i, line in enumerate(lines)
    ]
    blanks = [line.after_blank for line in lines]
    fits = list(with_phrases(fits, headings, blanks, tokens, lexicon))
    void = [is_void(text, line.whole) for line in lines]
    needed = [1 if is_page_line(words, lexicon) else 2 for words in tokens]
    found: list[Region] = []
    start = 0
    while start < len(lines):
        if not fits[start]:
            start += 1
            continue
        end = start + 1
        while end < len(lines) and (
            fits[end]
            or leads_on(void, fits, end)
            or (end not in apart and _odd_one(fits, headings, lines, end, needed[end]))
        ):
            end += 1
        end = _before_title(lines, headings, start, end)
        start += _has_title(text, lines[start:end], lexicon)
        least = _LEAST_UNDER_HEADING if start and headings[start - 1] else _LEAST
        if sum(fits[start:end]) >= least:
            cut = _table_end([_is_row(words) for words in tokens[start:end]]) + start
            parts = ((start, cut), (cut, end))
            own = [tuple(lines[i] for i in range(*part) if not void[i]) for part in parts]
            found.extend(Region(*part, of) for part, of in zip(parts, own, strict=True) if of)
        start = end
    return found


def _before_title(lines: Sequence[Line], headings: Sequence[bool], start: int, end: int) -> int:
    """Where a list with bullets ends: before a line without one that stands above a heading.

    Or that a blank line parts from the list, and nothing that may be an item follows.
    """
    apart = lines[end - 1].after_blank and not lines[end - 2].after_blank
    titled = end < len(lines) and (headings[end] or apart) and end - start > _LEAST
    plain = titled and not lines[end - 1].marked
    return end - 1 if plain and all(line.marked for line in lines[end - _LEAST : end - 1]) else end


def _has_title(text: str, lines: Sequence[Line], lexicon: Lexicon) -> bool:
    """Whether the first line stands apart from those below it, and it alone is in capitals."""
    if len(lines) <= _LEAST or lines[0].marked or not lines[1].after_blank or lines[2].after_blank:
        return False
    return is_shouted_title((text[one.content.start : one.content.end] for one in lines), lexicon)


def _table_end(rows: Sequence[bool]) -> int:
    """Where a table ends that stands at the head of a list of other lines; 0 if none does."""
    last = max((i for i, row in enumerate(rows) if row), default=-1) + 1
    return last if sum(rows) >= _LEAST and len(rows) - last >= _LEAST else 0


def _tokens(text: str, content: Span) -> list[Token]:
    """The tokens of a line; none of one that is too long for any item."""
    return tokenise(text, content) if content.end - content.start <= MAX_SENTENCE else []


def _line(text: str, span: Span, previous: Span | None) -> Line:
    gap = text[previous.end : span.start] if previous else ""
    marker = _MARKER.match(text, span.start, span.end)
    start = marker.end() if marker and marker.end() < span.end else span.start
    marked = start > span.start and not text[start - 1].isalpha()
    in_run = bool(gap.strip()) and "\n" not in gap
    return Line(span, Span(start, span.end), gap.count("\n") > 1, marked, in_run)


def _odd_one(
    fits: Sequence[bool], headings: Sequence[bool], lines: Sequence[Line], index: int, needed: int
) -> bool:
    """A strange line in the midst of a list: an item before it, ``needed`` after, in one block."""
    following = fits[index + 1 : index + 1 + needed]
    return (
        len(following) == needed
        and all(following)
        and fits[index - 1]
        and not headings[index]
        and lines[index].whole.end - lines[index].whole.start < _LONG_LINE
        and not lines[index].after_blank
        and not lines[index + 1].after_blank
    )


def _is_heading(line: Line, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a line says what the lines below it are: a cue, "for X", or a colon at its end."""
    if not tokens or line.marked or len(tokens) > _MAX_TOKENS or _is_row(tokens):
        return False
    if tokens[-1].text == ":":
        return True
    if _quotation(tokens) < len(tokens):
        return False
    if tokens[-1].text == ".":
        return False
    if len(tokens) == 1:
        return tokens[0].fold in lexicon.support_nouns and tokens[0].fold.endswith("s")
    bracket = next((i for i, token in enumerate(tokens) if token.text == "("), len(tokens))
    folds = [token.fold for token in tokens[: bracket or len(tokens)]]
    return speaks_of_support(folds, lexicon) or _towards_someone(tokens, folds, lexicon)


def _towards_someone(tokens: Sequence[Token], folds: list[str], lexicon: Lexicon) -> bool:
    """Whether the line is for or against somebody: "Councillors for X", "Against X"."""
    for index in range(len(folds) - 1):
        if folds[index] not in _TOWARDS or not tokens[index + 1].text[0].isupper():
            continue
        before = folds[index - 1] if index else ""
        # "MP for X" is an office; only several can be for somebody.
        if index == 0 or (before.endswith("s") and lexicon.units.whole((before,))):
            return True
        if folds[index] == "for" and are_people(tokens[:index], lexicon):
            return True
    return False


def _is_item(text: str, line: Line, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a line is built like an item: short, begins with a capital, and is no sentence."""
    if _is_row(tokens):
        return True
    if _begins_group(text, line):
        return not labels_run(tokens, lexicon)
    tokens = _behind_quotation(tokens)
    quote = _quotation(tokens)
    if 1 < quote < len(tokens):
        return _introduces(tokens[:quote], lexicon)
    if not tokens or is_page_line(tokens, lexicon) or labels_run(tokens, lexicon):
        return False
    if closes_letter([token.fold for token in tokens], lexicon):
        return False
    if says_itself(tokens, lexicon):
        return False
    if len(tokens) > _MAX_TOKENS:
        return is_run_of_names(tokens)
    if not any(token.text[0].isupper() or token.text == "@" for token in tokens[:3]):
        return False
    prose = sum(is_prose(token, lexicon) for token in outside(tokens))
    printed = text[line.content.start : line.content.end]
    if _SENTENCE_END.search(printed) and not _ends_in_abbreviation(tokens, lexicon):
        plain = prose <= _MAX_WORDS_OF_PROSE if line.marked else not prose
        return plain and prose * 3 <= len(tokens) and tokens[-1].text == "."
    return prose <= _MAX_WORDS_OF_PROSE and prose * 3 <= len(tokens)


def _quotation(tokens: Sequence[Token]) -> int:
    """The token at which the first quotation of a line begins; behind the last if none does."""
    places = [at for at, token in enumerate(tokens) if token.text in _MARKS]
    return next((at for at in places if _opens_quotation(tokens, at)), len(tokens))


def _opens_quotation(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quotation begins there; a single mark opens one behind a dash or a colon."""
    if tokens[at].text in _QUOTES:
        return True
    return at > 0 and tokens[at].text in _SINGLE and tokens[at - 1].fold in _BEFORE_QUOTATION


def _introduces(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the words before a quotation are an item's and no clause: "Jane Doe, nurse: ..."."""
    strange = [token for token in tokens if is_prose(token, lexicon)]
    if any(token.fold in lexicon.function_words for token in strange):
        return False
    marked = tokens[-1].fold in _BEFORE_QUOTATION
    return not strange or (marked and len(strange) <= _MAX_WORDS_OF_PROSE)


def is_page_line(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the line is a byline, the date of an update or a credit: "By NAME", "Photo: NAME"."""
    return len(tokens) > 1 and lexicon.furniture_words.get(tokens[0].fold) in ("opens", "link")


def _behind_quotation(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without the quotation they begin with, if a dash leads from it to the speaker."""
    if not tokens or tokens[0].text not in _QUOTES:
        return tokens
    close = next((i for i, token in enumerate(tokens) if i and token.fold in _CLOSING), None)
    if close is None or close + 2 >= len(tokens) or tokens[close + 1].fold != "-":
        return tokens
    return tokens[close + 2 :]


def _begins_group(text: str, line: Line) -> bool:
    """Whether the line is a name with a number and a run of others: "NAME (5) A, B and C"."""
    match = GROUP_START.match(text, line.content.start, line.content.end)
    if match is None:
        return False
    words = match.group(1).split()
    return 1 < len(words) <= _MAX_NAME and all(word[0].isupper() for word in words)


def _is_row(tokens: Sequence[Token]) -> bool:
    """Whether the line is a row of a table, its cells parted by bars, with words in it."""
    bars = [token.text for token in tokens].count("|")
    return bars >= _BARS and any(token.text[0].isalpha() for token in tokens)


def _ends_in_abbreviation(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    return len(tokens) > 1 and (
        tokens[-2].fold in lexicon.abbreviations
        or (len(tokens[-2].fold) == 1 and not tokens[-2].fold.isdigit())
    )
