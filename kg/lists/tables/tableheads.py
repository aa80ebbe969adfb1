"""The head of a table: which column names who endorses, and which whom.

"Newspaper | Party endorsed | Notes", "MP | Constituency | Backing", "Candidate | Endorsed by".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kg.lexicon import Lexicon
from kg.model import Span
from kg.text import tokenise

ColumnKind = Literal["endorser", "chosen", "earlier", "backers", "notes", "weak", "race", "other"]
WhoKind = Literal["body", "person", ""]

_LEAST_COLUMNS = 2
_YEAR = 4  # digits
_LONGEST_HEAD = 6
_RULE = re.compile(r"[\s:=–—-]*")
_PARTING = re.compile(r"[|\t]")
_WIDE = re.compile(r"(?<=\S) {2,}(?=\S)")
_LEFT_BY_WIKI = re.compile(r"\[edit\]\s*", re.IGNORECASE)
_NOMINEES = frozenset(("nominee", "nominees"))
_WHO = frozenset(("body", "person", "endorser"))
_TOLD = frozenset(("chosen", "weak", "race"))
_SMALL = frozenset(("the", "of", "by", "for", "and", "or", "in", "who", "'s"))


@dataclass(frozen=True, slots=True)
class TableHead:
    """The columns by their place: who ``endorses`` (and of what ``kind``), the ``chosen``.

    ``turned``: the row belongs to a candidate, and the endorsers stand in the cells. ``sure``: the
    head says by itself that those chosen are supported. ``others``: further columns of endorsers,
    as that of seconders is beside that of proposers.
    """

    endorser: int
    kind: WhoKind
    chosen: tuple[int, ...]
    earlier: tuple[int, ...]
    notes: tuple[int, ...]
    turned: bool
    sure: bool
    others: tuple[int, ...] = ()


def cells_of(text: str, line: Span) -> list[Span]:
    """The cells of a row, empty ones with the span of the mark before them; [] for no row.

    Without a mark wide blanks part them.
    """
    start = line.start
    left = _LEFT_BY_WIKI.match(text, start, line.end)
    start = left.end() if left else start
    marks = [match.start() for match in _PARTING.finditer(text, start, line.end)]
    marks = marks or [match.start() for match in _WIDE.finditer(text, start, line.end)]
    if not marks:
        return []
    bounds = [start - 1, *marks, line.end]
    found = [_cell(text, before + 1, after) for before, after in pairwise(bounds)]
    return found[1:] if marks[0] == start else found


def _cell(text: str, start: int, end: int) -> Span:
    printed = text[start:end]
    bare = printed.strip()
    if not bare:
        return Span(max(0, start - 1), max(1, start))
    first = start + printed.index(bare)
    return Span(first, first + len(bare))


def is_ruled(text: str, line: Span) -> bool:
    """Whether the line is only the rule between the head and the rows: "---|---"."""
    return _RULE.fullmatch(text[line.start : line.end].replace("|", "-")) is not None


def read_head(text: str, cells: Sequence[Span], lexicon: Lexicon) -> TableHead | None:
    """The columns of a head row; None if the cells are not one of a table of endorsements."""
    kinds = _with_earlier(text, cells, [column_kind(text, cell, lexicon) for cell in cells])
    places = {kind: _places(kinds, kind) for kind in ("chosen", "weak", "backers", "endorser")}
    if len(cells) < _LEAST_COLUMNS:
        return None
    extra = _places(kinds, "earlier"), _places(kinds, "notes")
    backed = _backed(text, cells, places)
    if backed is not None:
        first, *others = places["backers"]
        return TableHead(first, "", (backed,), *extra, True, True, tuple(others))
    who = places["endorser"] or places["backers"] or _unnamed(text, cells, kinds)
    chosen = places["chosen"] or places["weak"]
    sure = bool(places["chosen"])
    if not who or not chosen or (not sure and chosen[0] < who[0]):
        return None  # "Candidate | Branch": of the candidates themselves
    kind = who_kind(text, cells[who[0]], lexicon)
    if not sure and kind != "body" and _is_of_party(text, cells[chosen[0]]):
        return None  # "Name | Party": a person's own
    return TableHead(who[0], kind, chosen[:1], *extra, False, sure)


def _with_earlier(
    text: str, cells: Sequence[Span], kinds: Sequence[ColumnKind]
) -> list[ColumnKind]:
    """The kinds; of two columns of choices one with a year is of an earlier contest."""
    chosen = {at: _has_year(text, cells[at]) for at, kind in enumerate(kinds) if kind == "chosen"}
    if len(set(chosen.values())) < _LEAST_COLUMNS:
        return list(kinds)
    return ["earlier" if chosen.get(at) else kind for at, kind in enumerate(kinds)]


def _has_year(text: str, cell: Span) -> bool:
    return any(t.text.isdigit() and len(t.text) == _YEAR for t in tokenise(text, cell))


def _backed(text: str, cells: Sequence[Span], places: Mapping[str, tuple[int, ...]]) -> int | None:
    """The column of those whom the row's backers support: "Candidate", "Nominee", or "Name"."""
    if not places["backers"]:
        return None
    before = places["backers"][0]
    nominees = (at for at in places["chosen"] if _ends_in(text, cells[at], _NOMINEES))
    named = (at for at in places["endorser"] if not places["chosen"] and at < before)
    return next((at for one in (places["weak"], nominees, named) for at in one), None)


def _ends_in(text: str, cell: Span, words: Set[str]) -> bool:
    return tokenise(text, cell)[-1].fold in words


def _is_of_party(text: str, cell: Span) -> bool:
    return "party" in (token.fold for token in tokenise(text, cell))


def _places(kinds: Sequence[ColumnKind], kind: str) -> tuple[int, ...]:
    return tuple(at for at, one in enumerate(kinds) if one == kind)


def _unnamed(text: str, cells: Sequence[Span], kinds: Sequence[ColumnKind]) -> tuple[int, ...]:
    """The first column, if its head is left empty."""
    return (0,) if kinds[0] == "other" and not text[cells[0].start].isalnum() else ()


def is_head_cell(text: str, cell: Span, lexicon: Lexicon) -> bool:
    """Whether the words are nothing but those that head columns: "Party endorsed", "Date"."""
    folds = [token.fold for token in tokenise(text, cell)]
    known = any(fold in lexicon.column_words for fold in folds)
    return known and len(folds) <= _LONGEST_HEAD and not _names(folds, lexicon)


def column_kind(text: str, cell: Span, lexicon: Lexicon) -> ColumnKind:
    """What a column holds by the words of its head."""
    folds = [token.fold for token in tokenise(text, cell)]
    words = [lexicon.column_words.get(fold) for fold in folds]
    if not 0 < len(folds) <= _LONGEST_HEAD or "other" in words or _names(folds, lexicon):
        return "other"
    chosen = "chosen" in words
    if "earlier" in words:
        return "earlier" if len(words) == 1 or not _TOLD.isdisjoint(words) else "other"
    if "backers" in words or (chosen and folds[-1] == "by"):
        return "backers"
    if chosen:
        return "chosen"
    for kind in ("notes", "weak", "race"):
        if kind in words:
            return kind
    return "endorser" if not _WHO.isdisjoint(words) else "other"


def _names(folds: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a word of the cell is of no head, but of a name: "Labour Party", "Daily Star"."""
    return not all(
        fold in lexicon.column_words
        or fold in lexicon.slate_fillers
        or fold in _SMALL
        or fold.isdigit()
        or not fold[0].isalnum()
        for fold in folds
    )


def who_kind(text: str, cell: Span, lexicon: Lexicon) -> WhoKind:
    """Whether those in a column of endorsers are bodies or people, as far as its head says."""
    words = [lexicon.column_words.get(token.fold) for token in tokenise(text, cell)]
    kinds = {word for word in words if word in ("body", "person")}
    return "body" if kinds == {"body"} else "person" if kinds == {"person"} else ""
