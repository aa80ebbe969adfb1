"""Lines made into items: a line that holds several is cut, a name and its second line joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.lists.finding.regions import Line
from kg.lists.items.gathered import gathered
from kg.lists.segments.fields import Knowledge, score
from kg.lists.segments.namescores import name_score
from kg.lists.segments.roles import past_offices
from kg.lists.segments.runs import opening, run_items
from kg.model import Span
from kg.text import Token, tokenise

_NAME = 0.6
_CELL = re.compile(r"\s*[|·•/\t]\s*|\s{2,}")
_AND = re.compile(r",[^,]*\s(?:and|&)\s")
_LEAST_RUN = 3
_SURE_SHARE = 3
_LEAST_PARTED = 2
_LEAST_SECOND = 2
_MOST_BELOW = 2
_KNOWN_PLACE = 0.8
_SHORTEST_NAME, _LONGEST_NAME = 2, 3


def expanded(lines: tuple[Line, ...], knowledge: Knowledge) -> tuple[Line, ...]:
    """The lines with each that is itself a run of items cut into them: "A (X), B (Y), C (Z)".

    Cells side by side are items, too, when each holds a name and nobody's fields.
    """
    cells = _columns(lines, knowledge)
    return tuple(
        item
        for line in lines
        for item in cells.get(line) or gathered(line, knowledge) or _run(line, knowledge)
    )


def _run(line: Line, knowledge: Knowledge) -> tuple[Line, ...]:
    printed = knowledge.text[line.content.start : line.content.end]
    parted = ";" in printed
    least = _LEAST_PARTED if parted or line.headed else _LEAST_RUN
    marks = printed.count(";") if parted else printed.count(",") + bool(_AND.search(printed))
    if line.in_run or marks < least - 1:
        return (line,)
    items = run_items(line.content, knowledge)
    if len(items) < least:
        return (line,)
    return tuple(
        Line(part, part, line.after_blank, marked=True, in_run=at > 0)
        for at, part in enumerate(items)
    )


def _columns(lines: tuple[Line, ...], knowledge: Knowledge) -> dict[Line, tuple[Line, ...]]:
    """The cells of each line whose cells are all people.

    In every column some must be known as people by more than their shape: the places beside names
    have it too.
    """
    found: dict[Line, tuple[Line, ...]] = {}
    sure: Counter[int] = Counter()
    filled: Counter[int] = Counter()
    for line in lines:
        cells = _cells(line, knowledge)
        kinds = [opening(cell, knowledge) for cell in cells]
        if kinds and all(kind in ("sure", "person") for kind in kinds):
            filled.update(range(len(kinds)))
            sure.update(column for column, kind in enumerate(kinds) if kind == "sure")
            found[line] = tuple(Line(cell, cell, line.after_blank, marked=True) for cell in cells)
    known = all(sure[column] * _SURE_SHARE >= filled[column] for column in filled)
    return found if known else {}


def _cells(line: Line, knowledge: Knowledge) -> list[Span]:
    """The stretches of a line between tabs, bars and wide blanks; none if it has no such mark."""
    start = line.content.start
    printed = knowledge.text[start : line.content.end]
    marks = [match.span() for match in _CELL.finditer(printed)]
    if not marks:
        return []
    starts = [0, *(end for _, end in marks)]
    ends = [*(begin for begin, _ in marks), len(printed)]
    return [Span(start + a, start + b) for a, b in zip(starts, ends, strict=True) if a < b]


def _first_as_name(line: Line, knowledge: Knowledge) -> float:
    segments = knowledge.cut(line.content)[0]
    return name_score(knowledge.look(segments[0].tokens)) if segments else 0.0


def paired(lines: tuple[Line, ...], knowledge: Knowledge) -> tuple[Line, ...]:
    """The lines with those that tell of a name joined to the name above them, if a list has such.

    It has them when one or two of them stand under a name, none elsewhere, and at least half of
    these lines, and two or more, state an office or a place. "And 40 others" tells of nobody.
    """
    starts = [_begins_item(line, knowledge) for line in lines]
    second = [i for i, start in enumerate(starts) if not start]
    if len(second) < _LEAST_SECOND or any(line.marked for line in lines) or not starts[0]:
        return lines
    if any(not any(starts[max(0, i - _MOST_BELOW) : i]) for i in second):
        return lines
    if sum(_tells(lines[i], knowledge) for i in second) * 2 < len(second):
        return lines
    heads = [i for i, start in enumerate(starts) if start]
    ends = [*heads[1:], len(lines)]
    return tuple(_joined(lines[a:b]) for a, b in zip(heads, ends, strict=True))


def _begins_item(line: Line, knowledge: Knowledge) -> bool:
    """Whether a line begins with somebody or only counts people, and tells of nobody above it."""
    if _is_rest(line, knowledge) or _first_as_name(line, knowledge) >= _NAME:
        return True
    tokens = tuple(tokenise(knowledge.text, line.content))
    looked = knowledge.look(tokens)
    at = past_offices(looked)
    return (0 < at < len(tokens) and looked.capital(at)) or _unparted(tokens, knowledge)


def _unparted(tokens: tuple[Token, ...], knowledge: Knowledge) -> bool:
    """Whether a name and a known place stand together without a mark: "Jane Doe Anytown"."""
    return any(
        name_score(knowledge.look(tokens[:at])) >= _NAME
        and score(tokens[at:], knowledge).get("place", 0.0) >= _KNOWN_PLACE
        for at in range(_SHORTEST_NAME, min(_LONGEST_NAME, len(tokens) - 1) + 1)
    )


def _is_rest(line: Line, knowledge: Knowledge) -> bool:
    """Whether a line only counts those who are not named: "and 40 others"."""
    folds = [token.fold for token in tokenise(knowledge.text, line.content)]
    return folds[-1:] in (["others"], ["more"]) and any(word[0].isdigit() for word in folds)


def _tells(line: Line, knowledge: Knowledge) -> bool:
    """Whether a line states an office or is a known place, as the line under a name does."""
    scores = [score(segment.tokens, knowledge) for segment in knowledge.cut(line.content)[0]]
    return any("role" in one or one.get("place", 0.0) >= _KNOWN_PLACE for one in scores)


def _joined(lines: Sequence[Line]) -> Line:
    first, end = lines[0], lines[-1].whole.end
    whole, content = Span(first.whole.start, end), Span(first.content.start, end)
    return Line(whole, content, first.after_blank, first.marked)
