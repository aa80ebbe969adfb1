"""Tables with a column for each of several: marks under candidates, names under endorsers.

"Group | Jane Doe | John Roe" above rows of check marks; "Race | The Bugle | Anytown Greens" above
rows of the names that each of them chose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.lists.finding.regions import Line
from kg.lists.segments.bodyscores import organisation_score
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.fullnames import full_name
from kg.lists.segments.namescores import name_score
from kg.lists.tables.tableheads import TableHead, column_kind
from kg.lists.tables.tablerows import LEAST_ROWS, Told, chosen_in, endorser_of, is_open
from kg.model import Mention, Span
from kg.text import tokenise

_YES = frozenset("✓✔☑✅●•*xX×☒Yy")
_SURE = frozenset("✓✔☑✅●")
_CROSSES = frozenset("xX×☒")
_LEAST = 2
_BODY = 0.5
_NAME = 0.6
_LONGEST = 6
_ANY = TableHead(0, "", (), (), (), turned=False, sure=True)

Row = tuple[Line, Sequence[Span]]


def read_matrix(
    head: Sequence[Span], rows: Sequence[Row], knowledge: Knowledge
) -> tuple[tuple[Told, ...], int]:
    """What the rows under a head of several names say, and how many rows are of the matrix.

    Nothing and none if the head is of no matrix.
    """
    first = next((at for at, row in enumerate(rows) if at and row[0].after_blank), len(rows))
    rows = rows[:first]
    told = tuple(_marked(head, rows, knowledge)) or tuple(_by_endorser(head, rows, knowledge))
    distinct = {one.line for one in told}
    return (told, len(rows)) if len(distinct) >= LEAST_ROWS else ((), 0)


def _marked(head: Sequence[Span], rows: Sequence[Row], knowledge: Knowledge) -> Iterator[Told]:
    """Rows of endorsers with a mark under each candidate whom they support."""
    width = max((len(row) for _, row in rows), default=0)
    lost = width == len(head) + 1  # the empty first cell of the head
    candidates = [_candidate(cell, knowledge) for cell in (head if lost else head[1:])]
    if len(candidates) < _LEAST or None in candidates:
        return
    if not (lost or _is_of_endorsers(head[0], knowledge)):
        return  # "Question | Jane Doe | John Roe"
    marks = [[_mark(cell, knowledge) for cell in row[1:]] for _, row in rows]
    if any(mark is None for row in marks for mark in row):
        return
    if sum(_is_somebody(row[0], knowledge) for _, row in rows) * 2 < len(rows):
        return
    crossed = any(mark in _SURE for row in marks for mark in row if mark)
    for (line, row), found in zip(rows, marks, strict=True):
        who = endorser_of(row[0], _ANY, knowledge)
        for candidate, mark in zip(candidates, found, strict=False):
            if who and candidate and mark and not (crossed and mark in _CROSSES):
                yield Told(line, who, candidate)


def _is_of_endorsers(cell: Span, knowledge: Knowledge) -> bool:
    """Whether the first cell of a head is empty, or says that endorsers stand below it."""
    if not knowledge.text[cell.start].isalnum():
        return True
    return column_kind(knowledge.text, cell, knowledge.lexicon) == "endorser"


def _is_somebody(cell: Span, knowledge: Knowledge) -> bool:
    """Whether a cell has the name of a body or of a person."""
    tokens = tuple(tokenise(knowledge.text, cell))
    looked = knowledge.look(tokens) if tokens else None
    return looked is not None and (
        organisation_score(looked) >= _BODY or name_score(looked) >= _NAME
    )


def _candidate(cell: Span, knowledge: Knowledge) -> Mention | None:
    """The person whom the head of a column names, if need be by a surname."""
    tokens = tuple(tokenise(knowledge.text, cell))
    if not 0 < len(tokens) <= _LONGEST or not tokens[0].text[0].isupper():
        return None
    if len(tokens) == 1:
        name = full_name(cell, knowledge)
        return Mention("person", name) if name else None
    looked = knowledge.look(tokens)
    person = name_score(looked) >= _NAME and organisation_score(looked) < _BODY
    return Mention("person", looked.slice(0, len(tokens))) if person else None


def _mark(cell: Span, knowledge: Knowledge) -> str | None:
    """The mark of a cell, "" for one that says no or is empty; None for a cell of words."""
    printed = knowledge.text[cell.start : cell.end].strip(" \t|")
    if not printed or printed.casefold() in ("no", "n", "none", "-", "–", "—", "✗", "✘", "❌"):
        return ""
    if printed.casefold() in ("yes", "endorsed"):
        return "✓"
    return printed if len(printed) == 1 and printed in _YES else None


def _by_endorser(head: Sequence[Span], rows: Sequence[Row], knowledge: Knowledge) -> Iterator[Told]:
    """Rows of what is contested, with whom each of the endorsers in the head chose."""
    if column_kind(knowledge.text, head[0], knowledge.lexicon) != "race":
        return
    endorsers = [_endorser(cell, knowledge) for cell in head[1:]]
    if len(endorsers) < _LEAST or None in endorsers:
        return
    for line, row in rows:
        for who, cell in zip(endorsers, row[1:], strict=False):
            if who is None or is_open(cell, knowledge):
                continue
            for candidate in chosen_in(cell, knowledge):
                if candidate.kind == "person":
                    yield Told(line, who, candidate)


def _endorser(cell: Span, knowledge: Knowledge) -> Mention | None:
    """The body whose column it is; no party, under which its own candidates stand."""
    tokens = tuple(tokenise(knowledge.text, cell))
    looked = knowledge.look(tokens) if tokens else None
    if looked is None or organisation_score(looked) < _BODY:
        return None
    if knowledge.lexicon.parties.whole(looked.folds) is not None:
        return None
    return endorser_of(cell, _ANY, knowledge)
