"""Several slates on one page, each under the name of whose it is, over the same seats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.lists.finding.regions import Line
from kg.lists.items.contested import is_contested
from kg.lists.segments.bodyscores import organisation_score
from kg.lists.segments.fields import Knowledge
from kg.lists.slates.slatenames import names_in
from kg.lists.slates.slaterows import SlateRow, read_slate_row
from kg.model import Mention, Span
from kg.text import fold, tokenise

_LABELLED = re.compile(r"([^:\n]{2,60}?)(?::\s|\s-\s|\s\|\s)")
_LABEL_END = 63  # the longest label and its mark
_LEAST_HEADS = 2
_LEAST_ROWS = 2
_LEAST_SHARED = 2
_LONGEST = 9
_BODY = 0.65
_LONGEST_SHAPE = 5


@dataclass(frozen=True, slots=True)
class SlateHead:
    """A line that is the name of an endorser, above rows; ``last`` is the line where they end."""

    line: int
    last: int
    endorser: Mention


def slate_heads(lines: Sequence[Line], knowledge: Knowledge) -> list[SlateHead]:
    """The heads of slates that stand one below the other, over seats that come again.

    A body heads the seats it has chosen somebody for; a person only where the seats have numbers,
    for under a candidate there may stand who endorses her: "Mayor: X".
    """
    if not _come_again(lines, knowledge):
        return []
    found = list(_heads(lines, knowledge))
    known = sum(sure for _, _, sure in found)
    if len(found) < _LEAST_HEADS or known * 2 < len(found):
        return []
    ends = [line for line, _, _ in found[1:]] + [len(lines)]
    labels = [
        _labels(lines[line + 1 : end], knowledge)
        for (line, _, _), end in zip(found, ends, strict=True)
    ]
    seen = Counter(label for group in labels for label in set(group))
    shared = {label for label, times in seen.items() if times > 1}
    numbered = all(any(char.isdigit() for char in label) for label in shared)
    people = any(endorser.kind == "person" for _, endorser, _ in found)
    if len(shared) < _LEAST_SHARED or (people and not numbered):
        return []
    return [
        SlateHead(line, end, endorser) for (line, endorser, _), end in zip(found, ends, strict=True)
    ]


def _come_again(lines: Sequence[Line], knowledge: Knowledge) -> bool:
    """Whether several lines begin with the same words before a mark; a cheap look at the page."""
    heads = (knowledge.text[li.content.start : li.content.end][:_LABEL_END] for li in lines)
    labels = Counter(match.group(1) for head in heads if (match := _LABELLED.match(fold(head))))
    return sum(times > 1 for times in labels.values()) >= _LEAST_SHARED


def _heads(lines: Sequence[Line], knowledge: Knowledge) -> Iterator[tuple[int, Mention, bool]]:
    """The lines that may head rows, whose they are, and whether by more than the shape."""
    rows = cache(lambda at: _is_row(lines[at], knowledge))  # each line is asked about once
    for at in range(len(lines) - 1):
        if lines[at].marked or not rows(at + 1):
            continue
        endorser = _named(lines[at], knowledge)
        if endorser is not None:
            yield at, endorser, True
            continue
        below = range(at + 1, at + 1 + _LEAST_ROWS)
        if below.stop <= len(lines) and all(map(rows, below)) and _is_shaped(lines[at], knowledge):
            yield at, Mention("organisation", _printed(lines[at], knowledge)), False


def _is_row(line: Line, knowledge: Knowledge) -> bool:
    row = read_slate_row(line.content, False, knowledge)
    return row.kind == "nobody" or bool(_label(line, row, knowledge))


def _label(line: Line, row: SlateRow, knowledge: Knowledge) -> str:
    """What the row says before its name that is contested, folded; "" if nothing."""
    size = len(row.label.rstrip())
    if row.kind != "row" or not size or row.choices[0].span.start < line.content.start + size:
        return ""
    label = Span(line.content.start, line.content.start + size)
    return row.label.strip() if is_contested(label, knowledge) else ""


def _labels(lines: Sequence[Line], knowledge: Knowledge) -> list[str]:
    """What is contested in the rows, folded."""
    rows = [(line, read_slate_row(line.content, False, knowledge)) for line in lines]
    return [label for line, row in rows if (label := _label(line, row, knowledge))]


def _named(line: Line, knowledge: Knowledge) -> Mention | None:
    """The body, or the person with an office, that is all of the line."""
    tokens = tuple(tokenise(knowledge.text, line.content))
    if tokens and tokens[-1].text == ":":
        tokens = tokens[:-1]
    if not 0 < len(tokens) <= _LONGEST:
        return None
    looked = knowledge.look(tokens)
    people = names_in(line.content, knowledge)
    if len(people) == 1 and people[0].title and people[0].span.end == tokens[-1].end:
        return Mention("person", people[0].name)
    party = knowledge.lexicon.parties.whole([token.fold for token in tokens])
    if party or organisation_score(looked) < _BODY:
        return None
    numbered = tokens[-1].text[0].isdigit()
    if is_contested(line.content, knowledge) and not numbered:
        return None
    return Mention("organisation", _printed(line, knowledge))


def _is_shaped(line: Line, knowledge: Knowledge) -> bool:
    """Whether the line is a few words in capitals that name no seat, as a body's name is."""
    tokens = tokenise(knowledge.text, line.content)
    return (
        1 < len(tokens) <= _LONGEST_SHAPE
        and all(token.text[0].isupper() for token in tokens)
        and not is_contested(line.content, knowledge)
        and not names_in(line.content, knowledge)
    )


def _printed(line: Line, knowledge: Knowledge) -> str:
    """The name as printed, without an article before it and a colon behind it."""
    printed = knowledge.text[line.content.start : line.content.end].rstrip(": ")
    return printed[len("the ") :] if fold(printed).startswith("the ") else printed
