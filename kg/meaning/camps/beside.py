"""Groups whose candidate stands beside each of them: "Anytown branch – Jane Doe", "A. Roe: Doe".

Rows that one mark parts in two are a table without a frame. The column in which a few people come
again and again is that of the candidates; whoever stands beside one of them, and comes once only,
may support that one. Whether it is so is weighed like any page of groups.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from kg.frames.support import speaks_in_favour
from kg.lists.finding.regions import Line
from kg.lists.heads.apart import bare_name
from kg.lists.heads.headings import named_alone
from kg.lists.leading.classes import is_for_nobody
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.items import Segment
from kg.lists.segments.runs import opening
from kg.meaning.camps.groups import Camp
from kg.meaning.camps.heads import Head, lone_surname
from kg.model import Mention, Span
from kg.text import Token, fold, tokenise

Known = Callable[[str], Mention | None]

_LEAST = 3
_LEAST_AGAIN = 2
_LONGEST = 160
_LONGEST_NAME = 5
_SHARE = 0.8
_UNIQUE = 0.9
_AUXILIARY = frozenset(("is", "are", "has", "have", "had", "was", "were"))
Cut = tuple[int, int]


class Parting(NamedTuple):
    """What may part two columns: where it cuts a row, and the characters that it cannot lack."""

    signs: str
    cut: Callable[[Span, Knowledge], Cut | None]


def _at_mark(signs: str, mark: str) -> Parting:
    """Where the mark begins and ends in a row."""
    pattern = re.compile(mark)

    def cut(where: Span, knowledge: Knowledge) -> Cut | None:
        match = pattern.search(knowledge.text, where.start, where.end)
        return match.span() if match else None

    return Parting(signs, cut)


def _at_verb(where: Span, knowledge: Knowledge) -> Cut | None:
    """Where the verb of support begins, which says what the row is: "A. Roe is backing Doe"."""
    tokens = tokenise(knowledge.text, where)
    at = next((i for i, token in enumerate(tokens) if i and _favours(token, knowledge)), 0)
    first = at - (at > 1 and tokens[at - 1].fold in _AUXILIARY)
    return (tokens[first - 1].end, tokens[at].start) if at and tokens[at].fold != "for" else None


_AT_VERB = Parting(string.ascii_lowercase, _at_verb)

# What may part the two columns, the surest first. A bracket or a comma parts them at its last.
_PARTINGS: tuple[Parting, ...] = (
    _at_mark("\t", r"\t+"),
    _at_mark("|", r"\s*\|\s*"),
    _at_mark("→⇒>", r"\s*(?:→|⇒|[-=]+>)\s*"),
    _at_mark("=", r"\s*=\s*"),
    _at_mark(".", r"\s*(?:\.\s?){3,}\s*"),
    _at_mark("…", r"\s*…+\s*"),
    _at_mark("–—-", r"\s+[–—-]{1,2}\s+"),
    _at_mark("–—", r"\s*[–—]\s*"),
    _at_mark(":", r":\s+"),
    _at_mark("(", r"\s+\((?=[^()\n]{1,60}\)$)"),
    _at_mark(",", r",\s+(?=[^,\n]{1,60}$)"),
    _at_mark(string.whitespace + "\u00a0", r"\s{3,}"),
    _at_mark("f", r"\s+(?=for\s)"),
    _AT_VERB,
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row at line ``at`` of the page, cut in two."""

    at: int
    whole: Span
    cells: tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class _Cell:
    """What may be a candidate's cell: the name, and whether words of support stand before it."""

    name: str
    favours: bool


def find_beside(lines: Sequence[Line], called: Known, knowledge: Knowledge) -> list[list[Camp]]:
    """The blocks of rows that name one of a few candidates each, as groups by candidate.

    ``called`` tells whom a name or a surname means.
    """
    wholes = [(at, part) for at, line in enumerate(lines) for part in _wholes(line, knowledge.text)]
    short = [(at, part) if part.end - part.start <= _LONGEST else None for at, part in wholes]
    found: list[list[Camp]] = []
    if len(short) - short.count(None) < _LEAST:
        return found
    printed = set(knowledge.text)
    for parting in _PARTINGS:
        if printed.isdisjoint(parting.signs):
            continue
        if parting is _AT_VERB:
            short = [
                one if one and not _is_sentence(lines, *one, knowledge) else None for one in short
            ]
        for block in _blocks(short, parting, knowledge):
            camps = _camps(block, called, knowledge)
            if camps and not _are_headed(lines, camps, knowledge):
                found.append(camps)
                taken = {row.at for row in block}
                short = [None if one is None or one[0] in taken else one for one in short]
    return found


def _is_sentence(lines: Sequence[Line], at: int, where: Span, knowledge: Knowledge) -> bool:
    """Whether a row is a line of prose, which is read as such: no bullet, and a full stop."""
    return not lines[at].marked and knowledge.text[where.end - 1] == "."


def _blocks(
    wholes: Sequence[tuple[int, Span] | None], parting: Parting, knowledge: Knowledge
) -> Iterator[list[_Row]]:
    """The runs of three and more rows that are parted in two."""
    rows = [
        _row(*one, cut, knowledge) if one and (cut := parting.cut(one[1], knowledge)) else None
        for one in wholes
    ]
    if len(rows) - rows.count(None) < _LEAST:
        return
    for parted, run in groupby(rows, key=lambda row: row is not None):
        block = [row for row in run if row is not None]
        if parted and len(block) >= _LEAST:
            yield block


def _wholes(line: Line, text: str) -> Iterator[Span]:
    """The rows of a line: itself, or the parts of a run, between semicolons or else commas."""
    where = line.content
    for mark in ";,":
        if text.count(mark, where.start, where.end) >= _LEAST - 1:
            start = _behind_label(where, mark, text)
            where = Span(start, where.end)
            for part in text[where.start : where.end].split(mark):
                if part.strip():
                    yield Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))
                start += len(part) + 1
            return
    yield where


def _behind_label(where: Span, mark: str, text: str) -> int:
    """Where a run begins: behind the label before its first part, if one stands there alone."""
    first = text.find(mark, where.start, where.end)
    colon = text.find(": ", where.start, first)
    again = text.find(": ", first, where.end)
    return colon + 2 if colon >= 0 and again < 0 else where.start


def _row(at: int, where: Span, cut: Cut, knowledge: Knowledge) -> _Row | None:
    end = where.end
    while end > cut[1] and knowledge.text[end - 1] in " .;,)":
        end -= 1
    if cut[0] == where.start or cut[1] >= end:
        return None
    return _Row(at, where, (Span(where.start, cut[0]), Span(cut[1], end)))


def _camps(block: Sequence[_Row], called: Known, knowledge: Knowledge) -> list[Camp]:
    """The groups of a block, if one of its columns is the candidates'; else none."""
    for column in (1, 0):
        cells = [_cell(row.cells[column], called, knowledge) for row in block]
        others = [row.cells[1 - column] for row in block]
        if _are_candidates(cells) and _are_choosers(others, knowledge):
            return list(_by_candidate(block, cells, others, knowledge.text))
    return []


def _are_headed(lines: Sequence[Line], camps: Sequence[Camp], knowledge: Knowledge) -> bool:
    """Whether somebody else's name stands alone above the rows: those below are that one's."""
    above = named_alone(lines[camps[0].at - 1], knowledge) if camps[0].at else None
    return above is not None and all(camp.head.name != above for camp in camps)


def _cell(where: Span, called: Known, knowledge: Knowledge) -> _Cell | None:
    """Whom a cell names, and nobody else; an empty name of one that says "none"."""
    tokens = tokenise(knowledge.text, where)
    if is_for_nobody(tokens, knowledge.lexicon):
        return _Cell("", favours=False)
    first = 0
    while first < len(tokens) and _favours(tokens[first], knowledge):
        first += 1
    named = tuple(tokens[first:])
    if not 0 < len(named) <= _LONGEST_NAME or not named[0].text[0].isupper():
        return None
    span = Span(named[0].start, named[-1].end)
    printed = " ".join(knowledge.text[span.start : span.end].split())
    known = called(printed)
    name = known.name if known else bare_name(Segment(span, named), knowledge)
    if name is None or " " not in name:
        name = name if known else lone_surname(named, knowledge)
    return _Cell(name, favours=first > 0) if name else None


def _favours(token: Token, knowledge: Knowledge) -> bool:
    lexicon = knowledge.lexicon
    if token.fold == "for":
        return token.text.islower()
    if token.fold not in lexicon.cues and token.fold not in lexicon.support_nouns:
        return False
    return token.text.islower() and speaks_in_favour((token.fold,), lexicon)


def _are_candidates(cells: Sequence[_Cell | None]) -> bool:
    """Whether nearly all cells name one of a few people, most of whom come again."""
    names = [cell.name for cell in cells if cell and cell.name]
    if len(names) < _LEAST or sum(cell is not None for cell in cells) < _SHARE * len(cells):
        return False
    again = Counter(names)
    repeated = sum(number for number in again.values() if number >= _LEAST_AGAIN)
    return len(again) > 1 and repeated * 2 > len(names) and len(again) * 2 <= len(names) + 1


def _are_choosers(cells: Sequence[Span], knowledge: Knowledge) -> bool:
    """Whether nearly all cells are somebody, or a place, and differ from one another."""
    named = {fold(knowledge.text[one.start : one.end]) for one in cells}
    if len(named) < _UNIQUE * len(cells):
        return False
    fit = sum(opening(one, knowledge) != "none" for one in cells)
    return fit >= _SHARE * len(cells)


def _by_candidate(
    block: Sequence[_Row], cells: Sequence[_Cell | None], others: Sequence[Span], text: str
) -> Iterator[Camp]:
    """One group a candidate, in the order in which they are first named."""
    named = [
        (cell, row, other)
        for cell, row, other in zip(cells, block, others, strict=True)
        if cell is not None and cell.name
    ]
    for name in dict.fromkeys(cell.name for cell, _, _ in named):
        own = [(row, other) for cell, row, other in named if cell.name == name]
        favours = any(cell.favours for cell, _, _ in named)
        lines = tuple(Line(row.whole, other, marked=True) for row, other in own)
        words = tuple(fold(text[other.start : other.end]) for _, other in own)
        head = Head(name, ("beside",), favours=favours)
        yield Camp(block[0].at, block[-1].at + 1, lines[0].whole, head, lines, words)
