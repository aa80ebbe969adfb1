"""Tables: a field of every item that is one of the same few names is the column of candidates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from kg.lists.leading.classes import is_for_nobody
from kg.lists.segments.fields import Knowledge, folded_name
from kg.lists.segments.items import Segment
from kg.lists.segments.layout import Reading
from kg.lists.segments.namescores import name_score
from kg.model import Mention
from kg.text import fold

_NAME = 0.6
_LEAST_SHARE = 0.5
_LEAST_ROWS = 3
_SEVERAL = 3
_MOST_COLUMNS = 6
Known = Callable[[str], Mention | None]


def with_columns(
    items: Sequence[Sequence[Sequence[Segment]]], listed: Known, knowledge: Knowledge
) -> Known:
    """``listed``, widened by the names of the columns that hold candidates, if any does.

    A column holds candidates when at least half of its cells are known candidates or names that
    come again in it; cells such as "None" are left aside. Then the other names in it are candidates
    too.
    """
    found: dict[str, Mention] = {}
    given = knowledge.lexicon.given_names
    for column in range(1, _MOST_COLUMNS):
        filled = [way[0][column] for way in items if len(way[0]) > column]
        if len(filled) < max(_LEAST_ROWS, len(items) * _LEAST_SHARE):
            continue
        cells = [cell for cell in filled if not is_for_nobody(cell.tokens, knowledge.lexicon)]
        names = [" ".join(knowledge.text[c.span.start : c.span.end].split()) for c in cells]
        again = Counter(folded_name(name) for name in names)
        telling = [n for n in names if listed(n) or again[folded_name(n)] > 1]
        if len(telling) < len(cells) * _LEAST_SHARE:
            continue
        if not any(listed(n) or fold(n).split()[0] in given for n in telling):
            continue  # what comes again may be anything: "Party Member", "Committee Seat"
        for cell, name in zip(cells, names, strict=True):
            if name_score(knowledge.look(cell.tokens)) >= _NAME:
                found.setdefault(folded_name(name), listed(name) or Mention("person", name))

    def known(name: str) -> Mention | None:
        return listed(name) or found.get(folded_name(name))

    return known


def without_lone(listed: Known, readings: Sequence[Reading | None]) -> Known:
    """``listed``, or nobody where one of several rows alone seems to name a candidate.

    Rows of two name a candidate each: "Supported by the A Party, B" among other labels does not.
    """
    naming = sum(one is not None and one.first("candidate") is not None for one in readings)
    return _nobody if naming == 1 and len(readings) >= _SEVERAL else listed


def _nobody(_: str) -> None:
    """Leads from no name to a candidate."""
