"""Lists whose headings count right: "Jane Doe (7)" above seven names is a tally by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lists.finding.regions import Line, Region
from kg.lists.heads.apart import bare_name
from kg.lists.items.rows import counted_row
from kg.lists.segments.fields import Knowledge
from kg.model import Span

_HEADED = re.compile(
    r"([^(),:;\n\d]{3,60}?)\s*(?:\((\d{1,3})\)|[–—-]\s+(\d{1,3})|:\s+(\d{1,3}))\s*:?"
)
_LEAST = 5  # so many counted right are no chance
_OFF = 1  # the candidate may be counted and not listed
_SHARE = 0.8


def counts_agree(region: Region, knowledge: Knowledge) -> bool:
    """Whether people head the list's parts with numbers, and most numbers are those of the names.

    Such a list says by itself that the names below stand with the one above, but not in what.
    """
    text = knowledge.text
    lines = [part for line in region.lines for part in counted_row(line, text)]
    numbers = [_number(line, knowledge) for line in lines]
    heads = [(at, number) for at, number in enumerate(numbers) if number is not None]
    if not heads or heads[0][0]:
        return False
    ends = [at for at, _ in heads[1:]] + [len(lines)]
    right = total = 0
    for (at, number), end in zip(heads, ends, strict=True):
        listed = _listed(text, lines[at + 1 : end])
        if abs(listed - number) <= _OFF:
            right += 1
            total += listed
    return right >= _SHARE * len(heads) and total >= _LEAST


def _number(line: Line, knowledge: Knowledge) -> int | None:
    """The number of a line that is a person's name and a number."""
    if line.marked:
        return None
    where = line.content
    match = _HEADED.fullmatch(knowledge.text, where.start, where.end)
    if match is None:
        return None
    segments = knowledge.cut(Span(match.start(1), match.end(1)))[0]
    number = next(group for group in match.groups()[1:] if group)
    return int(number) if segments and bare_name(segments[0], knowledge) else None


def _listed(text: str, lines: Sequence[Line]) -> int:
    """How many are listed: a line is one, or a run parted by commas."""
    if len(lines) != 1:
        return len(lines)
    run = lines[0].content
    return text.count(",", run.start, run.end) + 1
