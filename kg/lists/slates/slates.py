"""Where on a page the rows of a slate stand, below the line that announces it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.frames.support import speaks_in_favour
from kg.lists.finding.regions import Line
from kg.lists.leading.classes import class_role, is_chamber
from kg.lists.segments.fields import Knowledge
from kg.lists.slates.slateareas import is_area, is_place
from kg.lists.slates.slaterows import SlateRow, is_of_holders, name_comes_first, read_slate_row
from kg.model import Span
from kg.text import Token, tokenise

_CLOSING = (":", ",")  # a heading of something else, the close of a letter
_LEAST = 3
_LEAST_ANNOUNCED = 2
_LEAST_SHARE = 0.5
_LEAST_DISTINCT = 0.75
_MOST_BETWEEN = 3
_MOST_BEFORE = 2
_MOST_INTRODUCTION = 14
_SURE_SHARE = 3
_LONGEST_HEADING = 12
_DISTRICT = re.compile(
    r"\b(?:district|ward|seat|division|position|place|zone|area|precinct|department|post) #?\d"
    r"|\d(?:st|nd|rd|th)\b|\bfor "
)
_COUNT = re.compile(r"[\s:,(\u2013-]*\d[\d,.]*\)?")
_LOOKED_AT = 60  # lines below an announcement that tell how its rows are built


@dataclass(frozen=True, slots=True)
class Announcement:
    """A line that announces a slate; ``strong`` if it points to the lines below it.

    ``candidates``: it says that those supported are candidates. ``headed``: one of several slates
    under the names of those whose they are, which may have a single row. ``bodied``: it is the
    slate of a body for which nobody votes, so that those listed do not endorse it. ``paged``: whose
    it is is only told by the page, which may be that of somebody whom those listed endorse.
    """

    line: int
    strong: bool
    candidates: bool = False
    headed: bool = False
    bodied: bool = False
    paged: bool = False


@dataclass(frozen=True, slots=True)
class Slate:
    """The rows of a slate: line indexes ``first`` up to ``last``, and what each line is."""

    first: int
    last: int
    rows: tuple[tuple[Line, SlateRow], ...]


def find_slate(lines: Sequence[Line], after: Announcement, knowledge: Knowledge) -> Slate | None:
    """The slate that ``after`` announces among the ``lines`` of the page, None if there is none."""
    start = after.line + 1
    shape = name_comes_first(
        [line.content for line in lines[start : start + _LOOKED_AT]], knowledge
    )
    rows: list[tuple[int, SlateRow]] = []
    between: list[int] = []
    for at in range(start, len(lines)):
        if _are_holders(lines, at, shape, knowledge):
            break
        if _is_of_class(lines[at], knowledge):
            return None  # "Elected officials": those below it are who supports somebody
        if _is_note(lines[at], knowledge):
            continue
        row = _row_at(lines, at, shape, knowledge)
        told = any(_is_sentence(lines[line], knowledge) for line in between)
        if not _may_follow(row, rows, after) or _signs(row, rows, told=told):
            between.append(at)
            if _ends(between, lines, rows, after, knowledge):
                break
            continue
        if not rows and between and _is_of_else(lines[between[-1]], knowledge):
            return None
        if between and _comes_again(row, rows) and not is_area(lines[between[-1]], knowledge):
            break  # the same seats again, below a line that is no row: somebody else's slate
        rows.append((at, row))
        between = []
    last = max((i for i, (_, row) in enumerate(rows) if row.kind != "seat"), default=-1)
    rows = rows[: last + 1]
    found = tuple((lines[at], row) for at, row in rows)
    if not rows or not is_slate([row for _, row in rows], after) or _is_tally(found, knowledge):
        return None
    return Slate(rows[0][0], rows[-1][0] + 1, found)


def _row_at(lines: Sequence[Line], at: int, name_first: bool, knowledge: Knowledge) -> SlateRow:
    """A line as a row; the name of a place above another row heads the seats of that place."""
    row = read_slate_row(lines[at].content, name_first, knowledge)
    if row.kind != "other" or at + 1 == len(lines) or not is_place(lines[at], knowledge):
        return row
    below = read_slate_row(lines[at + 1].content, name_first, knowledge)
    return SlateRow("seat") if below.choices else row


def _comes_again(row: SlateRow, rows: Sequence[tuple[int, SlateRow]]) -> bool:
    """Whether what the row says is contested was told before."""
    return bool(row.label) and any(row.label == other.label for _, other in rows)


def _is_note(line: Line, knowledge: Knowledge) -> bool:
    """Whether a line is only a note on the rows beside it: "(as members voted)", "Note: ..."."""
    ends = knowledge.text[line.content.start], knowledge.text[line.content.end - 1]
    if ends in (("(", ")"), ("[", "]")):
        return True
    words = [token.fold for token in _tokens(line, knowledge)[:2]]
    return words[1:] == [":"] and knowledge.lexicon.furniture_words.get(words[0]) == "remark"


def _are_holders(lines: Sequence[Line], at: int, name_first: bool, knowledge: Knowledge) -> bool:
    """Whether a short line heads or names those who hold posts in a body that is not elected."""
    line = lines[at]
    held = is_of_holders(line.content, knowledge) and _is_short(line, knowledge)
    return held and not _is_above_districts(lines, at, name_first, knowledge)


def _is_above_districts(
    lines: Sequence[Line], at: int, name_first: bool, knowledge: Knowledge
) -> bool:
    """Whether the seats of a board are districts, so that it is elected: "At-large: Jane Doe"."""
    if at + 1 == len(lines):
        return False
    row = read_slate_row(lines[at + 1].content, name_first, knowledge)
    district = row.label.startswith("at-large") or row.label[-1:].isdigit()
    return row.kind == "row" and row.seat_first and district


def _is_of_class(line: Line, knowledge: Knowledge) -> bool:
    """Whether the line heads people of one kind; a chamber is a seat to be contested."""
    tokens = _tokens(line, knowledge)
    classed = class_role(tokens, knowledge.lexicon) is not None
    return classed and not is_chamber(tokens, knowledge.lexicon)


def _is_short(line: Line, knowledge: Knowledge) -> bool:
    return len(_tokens(line, knowledge)) <= _LONGEST_HEADING


def _may_follow(row: SlateRow, rows: Sequence[tuple[int, SlateRow]], after: Announcement) -> bool:
    """Whether the row may stand below those before it.

    What only has the shape of a name is one below a seat or another name, or where names are due.
    """
    if row.kind == "other":
        return False
    if row.kind != "name" or any(choice.sure for choice in row.choices):
        return True
    return rows[-1][1].kind in ("seat", "name") if rows else after.strong


def _signs(row: SlateRow, rows: Sequence[tuple[int, SlateRow]], *, told: bool) -> bool:
    """Whether a name stands below sentences that end the slate, as a signature does."""
    return row.kind == "name" and bool(rows) and told


def _is_sentence(line: Line, knowledge: Knowledge) -> bool:
    return knowledge.text[line.content.start : line.content.end].rstrip().endswith((".", "!", "?"))


def _ends(
    between: Sequence[int],
    lines: Sequence[Line],
    rows: Sequence[tuple[int, SlateRow]],
    after: Announcement,
    knowledge: Knowledge,
) -> bool:
    """Whether the lines that are no rows, the last of them just met, end the slate."""
    if not rows:
        return len(between) > (_MOST_BEFORE if after.strong else _MOST_INTRODUCTION)
    if rows[-1][1].kind == "seat" and _leads_to_chosen(lines[between[-1]], knowledge):
        return False
    if len(between) > _MOST_BETWEEN or rows[-1][1].kind not in ("row", "name", "nobody"):
        return True
    tokens = _tokens(lines[between[-1]], knowledge)
    return bool(tokens) and tokens[-1].text in _CLOSING


def _leads_to_chosen(line: Line, knowledge: Knowledge) -> bool:
    """Whether a line below a seat leads on to those chosen for it: "The five candidates:"."""
    tokens = _tokens(line, knowledge)
    leads = bool(tokens) and tokens[-1].text == ":" and len(tokens) <= _LONGEST_HEADING
    return leads and not _is_of_else(line, knowledge)


def _is_of_else(line: Line, knowledge: Knowledge) -> bool:
    """Whether a line above the first rows introduces something else: "Officers of the club:"."""
    tokens = _tokens(line, knowledge)
    if not tokens or tokens[-1].text != ":":
        return False
    folds = [token.fold for token in tokens]
    lexicon = knowledge.lexicon
    told = lexicon.slate_words | lexicon.slate_nouns | {"candidates"}
    return not (speaks_in_favour(folds, lexicon) or told.intersection(folds))


def _tokens(line: Line, knowledge: Knowledge) -> list[Token]:
    return tokenise(knowledge.text, line.content)


def is_slate(rows: Sequence[SlateRow], after: Announcement) -> bool:
    """Whether the rows are enough of a slate.

    Who comes twice is a candidate with several endorsers. Those that nothing but a headline
    announces must be several, and most of them must say what is contested.
    """
    choices = [choice for row in rows for choice in row.choices]
    sure = sum(choice.sure for choice in choices)
    if sure * _SURE_SHARE < len(choices):
        return False
    distinct = len({choice.name for choice in choices})
    if distinct < _LEAST_DISTINCT * len(choices):
        return False
    named = sum(bool(row.choices) for row in rows)
    if after.paged and rows[0].kind == "name":
        return False  # a name above an office: whose post it is
    voted = not after.paged or any(row.kind == "nobody" or len(row.choices) > 1 for row in rows)
    seated = sum(_seated(rows, named_first=after.bodied and voted))
    titled = sum(bool(choice.title) for choice in choices)
    if titled * 2 > len(choices) and seated < _LEAST_SHARE * named:
        return False  # those who hold offices are more often those who support somebody
    if after.strong:
        return len(choices) >= (1 if after.headed else _LEAST_ANNOUNCED)
    contested = sum(bool(_DISTRICT.search(row.label)) for row in rows)
    told = (after.candidates and contested > 0) or contested * 2 >= max(_LEAST, named)
    answered = len(choices) + sum(row.kind == "nobody" for row in rows)
    if len(choices) < _LEAST_ANNOUNCED or answered < _LEAST:
        return False
    return seated >= (0 if told else _LEAST_SHARE * named)


def _is_tally(rows: Sequence[tuple[Line, SlateRow]], knowledge: Knowledge) -> bool:
    """Whether a number, and nothing else, stands behind most of the names: what each of them got.

    In "X, District 5" the number is a seat's.
    """
    named = [(line.content.end, row.choices[-1]) for line, row in rows if row.choices]
    tails = (knowledge.text[choice.span.end : end] for end, choice in named)
    return sum(_COUNT.fullmatch(tail) is not None for tail in tails) * 2 > len(named)


def _seated(rows: Sequence[SlateRow], *, named_first: bool) -> Iterator[bool]:
    """Of each row that names somebody, whether words before its name say for what.

    ``named_first``: or those behind it.
    """
    above = False
    for row in rows:
        above = row.kind == "seat" or (above and bool(row.choices) and not row.seat_first)
        if row.choices:
            yield row.seat_first or above or (named_first and row.seat_last)


def extent(slate: Slate) -> Span:
    """From the first character of the slate's first row to the last of its last."""
    return Span(slate.rows[0][0].whole.start, slate.rows[-1][0].whole.end)
