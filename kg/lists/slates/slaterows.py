"""One line of a slate: what is contested, and whom the endorser wants to have it.

Either comes first: "Mayor: Jane Doe", "Ward 2 Jane Doe", "Jane Doe (District 4)", "X for Clerk".
What a line says beside that, a reason or the rival it prefers her to, is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from kg.lists.items.contested import is_contested
from kg.lists.segments.fields import NO_ANSWER, Knowledge
from kg.lists.slates.slatelabels import labelled, past_note
from kg.lists.slates.slatemarks import is_against, without_marks
from kg.lists.slates.slatenames import Choice, as_printed, names_in, plain
from kg.model import Span
from kg.text import fold, tokenise

RowKind = Literal["row", "name", "seat", "nobody", "other"]

_LONGEST = 400
_LONGEST_ROW = 30
_TICKET = 2
_NUMBERED = re.compile(r"(.*?\d[a-z]?)\s+(?=[a-z])")
_CAPITALS = re.compile(
    r"([^:\n]*[a-z\d)#])\s+((?:[A-Z][A-Z'’.-]+|[A-Z]\.?)(?:\s+[A-Z][A-Z'’.-]*)+)"
)
_SEAT_COMMA = re.compile(r"([^,:.]{3,60}),\s+(?=[A-Z])")
_PERCENT = re.compile(r"\d\s?%|\bper ?cent\b")
_NAMING = frozenset(("for", "to", "as"))
_BEFORE_SEAT = re.compile(r"\s*(?:,\s*|\(\s*(?:[A-Z]{1,3}-)?|for\s+)([^()\n]*[^()\s])\s*\)?\s*$")
_TAIL = re.compile(r"\s*(?:[,(]|for\s)")
_MEASURE = re.compile(
    r"(?:ballot )?(?:measure|proposition|prop\.?|issue|question|amendment|initiative|referendum)"
    r" \w{1,5}$"
)
_MEASURES = re.compile(
    r"(?i:(?:ballot )?(?:measure|proposition|prop\.?|issue|question|amendment|initiative))"
    r" (?:\d+[A-Z]?|[A-Z]{1,2})\b"
)
_RELATIVE = re.compile(r",\s*(?:who|whose|which)\b")
_BRACKETED = re.compile(r"\([^()]*\)")
_RIVALS = frozenset(("over", "instead", "rather", "and"))
_COMING = frozenset(("of", "from", "in"))
_TALLY = re.compile(r"[\s:-]*\d[\d,]*(?![\w,-]|[.)]\s)")
_CLAUSAL = frozenset(("be", "have", "do", "modal", "pronoun", "relative"))


@dataclass(frozen=True, slots=True)
class SlateRow:
    """A line as a row of a slate.

    ``row`` names what is contested and somebody, ``name`` somebody alone, ``seat`` only what is
    contested, ``nobody`` says that it is left open, ``other`` is none of these. ``label`` is what
    is contested, folded; ``seat_first``: it stands before the name, ``seat_last``: all that stands
    behind the name is what is contested. ``against``: it asks not to vote for those it names.
    """

    kind: RowKind
    choices: tuple[Choice, ...] = ()
    label: str = ""
    seat_first: bool = False
    seat_last: bool = False
    against: bool = False


OTHER = SlateRow("other")
_NOBODY = SlateRow("nobody")


def name_comes_first(lines: list[Span], knowledge: Knowledge) -> bool:
    """Whether the rows of these lines name somebody before what is contested, as most do."""
    ahead = behind = 0
    for line in lines:
        parted = labelled(line, knowledge)
        if parted is None:
            continue
        label, rest = parted
        ahead += _is_sure(label, knowledge)
        behind += _is_sure(rest, knowledge)
    return ahead > behind


def is_of_holders(line: Span, knowledge: Knowledge) -> bool:
    """Whether the line speaks of those who hold posts, or run the page: "Officers", "Editor: X"."""
    lexicon = knowledge.lexicon
    tokens = tokenise(knowledge.text, line)
    label = next((at for at, token in enumerate(tokens) if token.text == ":"), len(tokens))
    words = [token.fold for token in tokens[:label]]
    kinds = {lexicon.holder_words[word] for word in words if word in lexicon.holder_words}
    of_body = words[:1] == ["our"] or any(word in lexicon.organisation_words for word in words)
    return "holder" in kinds or ("body holder" in kinds and (of_body or len(words) == 1))


def read_slate_row(line: Span, name_first: bool, knowledge: Knowledge) -> SlateRow:
    """The line as a row; ``name_first`` tells how most rows of its list are built."""
    if line.end - line.start > _LONGEST or _PERCENT.search(as_printed(line, knowledge)):
        return OTHER
    bare = without_marks(line, knowledge)
    row = _row_of(bare, name_first, knowledge)
    against = row.choices and is_against(line, row.choices[0].span.start, knowledge)
    return replace(row, against=True) if against else row


def _row_of(line: Span, name_first: bool, knowledge: Knowledge) -> SlateRow:
    """The line, without marks beside its seat and names, as a row."""
    if _MEASURES.match(knowledge.text, line.start, line.end):
        return _NOBODY
    parted = labelled(line, knowledge)
    if parted is None:
        row = _seat_and_comma(line, knowledge) or _seat_and_capitals(line, knowledge)
        row = row or _unparted(line, knowledge)
        return OTHER if _is_counted(line, row, knowledge) else row
    label, rest = parted[0], past_note(parted[1], knowledge)
    if _is_open(rest, knowledge) or _MEASURE.match(as_printed(label, knowledge)):
        return _NOBODY
    if _tells(label, knowledge) or _is_day(label, knowledge):
        return OTHER
    ways = [_named_first(label, rest, knowledge), _seat_first(label, rest, knowledge)]
    found = [way for way in (ways if name_first else reversed(ways)) if way.choices]
    row = next(iter(found), None) or _further(label, rest, knowledge) or _unparted(line, knowledge)
    return OTHER if _is_counted(line, row, knowledge) else row


def _is_day(label: Span, knowledge: Knowledge) -> bool:
    """Whether a label only says when: "Monday", "June 8"."""
    tokens = tokenise(knowledge.text, label)
    dated = [knowledge.lexicon.date_words.whole((token.fold,)) is not None for token in tokens]
    return any(dated) and all(
        one or not token.text[0].isalpha() for one, token in zip(dated, tokens, strict=True)
    )


def _further(label: Span, rest: Span, knowledge: Knowledge) -> SlateRow | None:
    """The row of a line whose seat is told in two steps: "State Senate - District 8 - Jane Doe"."""
    if not (is_contested(label, knowledge) and knowledge.text[rest.start : rest.end].strip()):
        return None
    start = rest.end - len(knowledge.text[rest.start : rest.end].lstrip())
    inner = read_slate_row(Span(start, rest.end), False, knowledge)
    if inner.kind == "nobody":
        return inner
    return inner if inner.kind == "row" and inner.seat_first else None


def _tells(label: Span, knowledge: Knowledge) -> bool:
    """Whether a label is the beginning of a sentence: "Members who ran with its help - X, Y"."""
    small = knowledge.lexicon.function_words
    return any(
        small.whole((token.fold,)) == "relative"
        for token in tokenise(knowledge.text, label)
        if token.text[0].islower()
    )


def _named_first(label: Span, rest: Span, knowledge: Knowledge) -> SlateRow:
    choices = tuple(_heading_names(label, knowledge))
    if not choices:
        return OTHER
    first = choices[: 1 if not all(choice.sure for choice in choices) else None]
    seated = knowledge.text[rest.start : rest.end].strip() and is_contested(rest, knowledge)
    return SlateRow("row", first, as_printed(rest, knowledge), seat_last=bool(seated))


def _goes_on(start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether what follows a name makes a sentence of it: "X endorsed Y", "X, who is standing"."""
    if start >= end:
        return False
    tail = _BRACKETED.sub(" ", knowledge.text[start:end]).strip()
    if _RELATIVE.match(tail):
        return True
    return tail[:1].islower() and _tail_word(tail) not in _NAMING | _COMING | _RIVALS


def _is_counted(line: Span, row: SlateRow, knowledge: Knowledge) -> bool:
    """Whether a number follows the name, as in a result: "Jane Doe 1,469"."""
    return any(
        _TALLY.match(fold(knowledge.text[choice.span.end : line.end])) for choice in row.choices
    )


def _heading_names(label: Span, knowledge: Knowledge) -> list[Choice]:
    """The names of a label, if it is nothing but names and what follows the last: "X (D), Y"."""
    found = names_in(label, knowledge)
    if not found or (is_contested(label, knowledge) and not found[0].sure):
        return []
    tail = (
        as_printed(Span(found[-1].span.end, label.end), knowledge)
        if (found[-1].span.end < label.end)
        else ""
    )
    told = not tail or tail.lstrip()[:1] in tuple(",(") or _tail_word(tail) in _NAMING
    return found if told or found[0].sure else []


def _seat_first(label: Span, rest: Span, knowledge: Knowledge) -> SlateRow:
    if _is_sure(label, knowledge):
        return OTHER
    choices = tuple(names_in(rest, knowledge))
    if not choices or _goes_on(choices[-1].span.end, rest.end, knowledge):
        return OTHER
    return SlateRow("row", choices, as_printed(label, knowledge), True)


def _seat_and_comma(line: Span, knowledge: Knowledge) -> SlateRow | None:
    """The row of a line that begins with what is contested and, behind a comma, with a name."""
    behind = _SEAT_COMMA.match(knowledge.text, line.start, line.end)
    label = Span(line.start, behind.end(1)) if behind else None
    if behind is None or label is None or not is_contested(label, knowledge):
        return None
    stop = knowledge.text.find(". ", behind.end(), line.end)
    rest = Span(behind.end(), stop if stop > 0 else line.end)
    row = OTHER if _is_sure(label, knowledge) else _seat_first(label, rest, knowledge)
    return row if row.kind == "row" else None


def _seat_and_capitals(line: Span, knowledge: Knowledge) -> SlateRow | None:
    """The row of a line whose name alone is in capitals: "Secretary of State JANE DOE"."""
    found = _CAPITALS.fullmatch(knowledge.text, line.start, line.end)
    if found is None:
        return None
    label, rest = Span(*found.span(1)), Span(*found.span(2))
    choices = tuple(names_in(rest, knowledge)) if is_contested(label, knowledge) else ()
    return SlateRow("row", choices, as_printed(label, knowledge), True) if choices else None


def _unparted(line: Span, knowledge: Knowledge) -> SlateRow:
    """The row of a line without a label: a name and its tail, a seat's number and a name."""
    if _is_open(line, knowledge):
        return _NOBODY
    if _is_clause(line, knowledge):
        return OTHER
    numbered = _NUMBERED.match(as_printed(line, knowledge))
    if numbered:
        at = line.start + numbered.end()
        label, rest = Span(line.start, line.start + numbered.end(1)), Span(at, line.end)
        if is_contested(label, knowledge) and not is_contested(rest, knowledge):
            return _NOBODY if _is_open(rest, knowledge) else _seat_first(label, rest, knowledge)
    choices = tuple(names_in(line, knowledge))
    if not choices:
        return SlateRow("seat") if is_contested(line, knowledge) else OTHER
    if len(choices) > 1 and not _are_joined(choices, knowledge):
        choices = choices[:1]
    tail = knowledge.text[choices[-1].span.end : line.end]
    if not choices[0].sure and not _TAIL.match(tail) and is_contested(line, knowledge):
        return SlateRow("seat")
    lettered = _tail_word(tail).isalpha() and _tail_word(tail) in knowledge.lexicon.postnominals
    if _tail_word(tail).isalpha() and _tail_word(tail) not in _NAMING | _COMING and not lettered:
        return OTHER
    told = any(mark in tail for mark in ",(") or _tail_word(tail) in _NAMING
    seated = told and _ends_in_seat(Span(choices[-1].span.end, line.end), knowledge)
    return SlateRow("row" if told else "name", choices, fold(tail), seat_last=seated)


def _ends_in_seat(tail: Span, knowledge: Knowledge) -> bool:
    """Whether a seat, and nothing else, stands behind a name: "Jane Doe, Mayor"."""
    behind = _BEFORE_SEAT.match(knowledge.text, tail.start, tail.end)
    seat = Span(behind.start(1), behind.end(1)) if behind else None
    return seat is not None and is_contested(seat, knowledge)


def _are_joined(choices: tuple[Choice, ...], knowledge: Knowledge) -> bool:
    """Whether all are sure to be people, or are two on one ticket: "Jane Doe / Ann Roe"."""
    between = knowledge.text[choices[0].span.end : choices[1].span.start]
    ticket = len(choices) == _TICKET and between.strip() == "/"
    known = [choice.sure for choice in choices]
    return all(known) or (ticket and any(known))


def _is_clause(line: Span, knowledge: Knowledge) -> bool:
    """Whether a line before its first dash says something of somebody: "X, who is standing"."""
    printed = plain(line, knowledge)
    dash = printed.find(" - ", 1)
    ahead = Span(line.start, line.start + dash) if dash > 0 else line
    tokens = tokenise(knowledge.text, ahead)
    small = knowledge.lexicon.function_words
    return len(tokens) > _LONGEST_ROW or any(
        token.text[0].islower() and small.whole((token.fold,)) in _CLAUSAL for token in tokens
    )


def _tail_word(tail: str) -> str:
    words = fold(tail).split()
    return words[0] if words else ""


def _is_open(where: Span, knowledge: Knowledge) -> bool:
    """Whether the words say that nobody is chosen: "No endorsement", "none"."""
    words = [token.fold for token in tokenise(knowledge.text, where)]
    return not words or words[0] in NO_ANSWER or words[:2] == ["to", "be"]


def _is_sure(where: Span, knowledge: Knowledge) -> bool:
    found = names_in(where, knowledge)
    return bool(found) and found[0].sure
