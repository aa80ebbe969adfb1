"""The groups of a page: heads of one form, each with those who stand below it or behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.meaning.camps.apart import APART, is_told_apart
from kg.meaning.camps.finding import from_head
from kg.meaning.camps.heads import Head
from kg.meaning.camps.items import (
    behind_label,
    is_class,
    is_for_none,
    items_below,
    names_seat,
    one_in_office,
    run_of,
    total_in,
)
from kg.meaning.camps.notes import has_note
from kg.model import Span
from kg.text import fold

_LEAST = 2
_TWICE = 2
_LONGEST = 90
_ENDS = frozenset(".?!\"'”’")


@dataclass(frozen=True, slots=True)
class Camp:
    """One head at line ``at`` of the page and the lines below it that name people or bodies.

    ``lines`` are the items, those of a run cut apart, and ``items`` their words, folded. ``last``
    is the line after the last one. ``apart``: more than a blank line tells the head from an item.
    """

    at: int
    last: int
    where: Span
    head: Head
    lines: tuple[Line, ...]
    items: tuple[str, ...]
    apart: bool = True

    @property
    def is_right(self) -> bool:
        """Whether the number in the head is that of the items; candidates may be left out."""
        counts = self.head.counts
        return bool(counts) and bool(self.items) and abs(counts[0].number - len(self.items)) <= 1


def find_camps(
    lines: Sequence[Line], heads: Mapping[int, Head], named: Set[str], knowledge: Knowledge
) -> list[list[Camp]]:
    """The blocks of groups whose ``heads`` have one form; each begins below words of its own.

    There are none unless two heads of one form name two people. ``named`` are those of whom the
    article says that they stand: their bare names may head groups of bare names.
    """
    found: list[list[Camp]] = []
    while len({head.name for head in heads.values()}) >= _LEAST:
        camps = _best(lines, heads, named, knowledge)
        if not camps:
            break
        found.extend(_blocks(camps, lines, heads.keys(), knowledge))
        taken = {at for camp in camps for at in range(camp.at, camp.last)}
        heads = {at: head for at, head in heads.items() if at not in taken}
    return found


def _best(
    lines: Sequence[Line], heads: Mapping[int, Head], named: Set[str], knowledge: Knowledge
) -> list[Camp]:
    """The groups under the heads of the form that leaves the most people below two or more."""
    best: list[Camp] = []
    for chosen in _forms(heads, lines, named, knowledge):
        camps = list(_camps(lines, chosen, knowledge))
        full = {fold(camp.head.name) for camp in camps if camp.lines}
        if len(full) < _LEAST:
            continue
        if _size(camps) > _size(best) * _weight(camps, best) or _adds_heads(camps, best):
            best = camps
    return best


def _weight(camps: Sequence[Camp], best: Sequence[Camp]) -> int:
    """How much more must stand below bare lines where heads with runs stand among it already."""
    bare = not any(camp.head.marked for camp in camps)
    return _TWICE if bare and best and all(camp.head.run for camp in best) else 1


def _adds_heads(camps: Sequence[Camp], best: Sequence[Camp]) -> bool:
    """Whether the groups only part those of ``best`` further, at heads that are told apart.

    Somebody of whom the article does not say that she stands heads a group all the same.
    """
    known = {camp.at for camp in best}
    added = [camp for camp in camps if camp.at not in known]
    if not added or not known < {camp.at for camp in camps}:
        return False
    parted = all(camp.apart and camp.lines for camp in added)
    return parted and _size(camps) + len(added) * _LEAST >= _size(best)


def _blocks(
    camps: Sequence[Camp], lines: Sequence[Line], heads: Set[int], knowledge: Knowledge
) -> Iterator[list[Camp]]:
    """The groups parted where a heading or a line with a colon stands between two of them.

    Not by the head of somebody whom nobody is named for.

    Where a head comes again, the list begins anew. A heading that only names the next seat
    ("Ward 2") goes on with the same list.
    """
    block: list[Camp] = []
    for camp in camps:
        between = _between(lines, heads, block[-1].last, camp.at) if block else ()
        again = camp.head.name in {one.head.name for one in block}
        if block and (again or any(_announces(line, knowledge) for line in between)):
            yield block
            block = []
        block.append(camp)
    yield block


def _between(lines: Sequence[Line], heads: Set[int], last: int, at: int) -> Sequence[Line]:
    """The lines between two groups, without heads and the notes that run on from the first."""
    while (
        last < at
        and not lines[last].after_blank
        and any(one.after_blank for one in lines[last : at + 1])
    ):
        last += 1
    return [lines[one] for one in range(last, at) if one not in heads]


def _announces(line: Line, knowledge: Knowledge) -> bool:
    first, last = line.content.start, line.content.end - 1
    text = knowledge.text
    short = last - first < _LONGEST
    noted = (text[first], text[last]) == ("(", ")")
    seat = names_seat(line, knowledge)
    if short and (noted or seat):
        return False
    return text[last] == ":" or (short and text[last] not in _ENDS)


def _size(camps: Sequence[Camp]) -> int:
    """How many stand below the heads; those whom a head counts rightly weigh double."""
    return sum(len(camp.lines) * (1 + camp.is_right) for camp in camps)


def _forms(
    heads: Mapping[int, Head], lines: Sequence[Line], named: Set[str], knowledge: Knowledge
) -> Iterator[dict[int, Head]]:
    """The sets of lines that may be heads together: those alike, and names the article knows."""
    known = {at: head for at, head in heads.items() if not head.marked and head.name in named}
    by_form: dict[tuple[object, ...], dict[int, Head]] = {}
    for at, head in heads.items():
        if head.marked:
            form = (head.form, bool(head.counts), head.run is not None)
            by_form.setdefault(form, {})[at] = head
    for alike in by_form.values():
        if len({head.name for head in alike.values()}) >= _LEAST:
            yield known | alike
    if len({head.name for head in known.values()}) >= _LEAST:
        yield known
    for sets_apart in APART:
        apart = {
            at: head
            for at, head in heads.items()
            if not head.marked and sets_apart(lines, at, knowledge)
        }
        if len({head.name for head in apart.values()}) >= _LEAST:
            yield apart | known


def _camps(
    lines: Sequence[Line], heads: Mapping[int, Head], knowledge: Knowledge
) -> Iterator[Camp]:
    """Each head with the items that follow it, up to the next head or what is no item."""
    current = ""
    words = Counter(_first_words(line, knowledge.text) for line in lines)
    again = {one for one, number in words.items() if number > 1}
    for at in sorted(heads):
        head = heads[at]
        if not head.marked and head.name == current:
            continue  # candidates may stand among their own
        current = head.name
        if head.run is not None:
            where = from_head(lines, at, knowledge.text)
            below, further = _further(lines, at, heads.keys(), again, knowledge)
            items = (*run_of(head.run, knowledge), *further)
            yield _camp((at, below), where, lines, head, items, knowledge)
            continue
        found: list[Line] = []
        odd = 0
        where = from_head(lines, at, knowledge.text)
        start = at + has_note(lines, at, head, knowledge)
        below = start + 1
        while below < len(lines) and (below not in heads or heads[below].name == head.name):
            if _begins_anew(lines, start, below) or _is_unlabelled(lines, at, below, knowledge):
                break
            named = items_below(lines, below, knowledge)
            of_page = found and _first_words(lines[below], knowledge.text) in again
            if named is None and _is_bullet(lines, start, below, knowledge):
                named = (lines[below],)
                odd += 1
            if named is None and not of_page:
                break
            named = named or ()
            total = None if named or head.counts else total_in(lines[below], knowledge)
            if total:
                head = replace(head, counts=(total,))
                where = Span(where.start, lines[below].content.end)
            found.extend(named)
            below += 1
        items = tuple(found) if len(found) > odd else ()
        yield _camp((at, below), where, lines, head, items, knowledge)


def _is_bullet(lines: Sequence[Line], head: int, at: int, knowledge: Knowledge) -> bool:
    """Whether a line is one of the bullets below a head without one: they all are the head's.

    What one of them says of nobody is left over when the list is read.
    """
    if lines[head].marked or not (lines[head + 1].marked and lines[at].marked):
        return False
    return not is_for_none(lines[at], knowledge)


def _further(
    lines: Sequence[Line],
    head: int,
    heads: Set[int],
    again: Set[str],
    knowledge: Knowledge,
) -> tuple[int, tuple[Line, ...]]:
    """The labelled runs directly below a head with a run, and the line after them.

    "Jane Doe – Anytown Greens", and below it "Mayors – A, B".
    """
    found: list[Line] = []
    at = head + 1
    while at < len(lines) and not (lines[at].after_blank or at in heads):
        named = behind_label(lines[at], knowledge) or one_in_office(lines[at], knowledge)
        if not named and _first_words(lines[at], knowledge.text) not in again:
            break
        found.extend(named)
        at += 1
    return at, tuple(found)


def _first_words(line: Line, text: str) -> str:
    """A line up to its colon: what comes under several heads is of the page, as "Website:" is."""
    where = line.content
    return text[where.start : min(where.end, where.start + _LONGEST)].partition(":")[0]


def _begins_anew(lines: Sequence[Line], head: int, at: int) -> bool:
    """Whether a line is set apart from the items between it and the head: by a blank, a bullet."""
    first = head + 1
    if at == first:
        return False
    blanks = any(line.after_blank for line in lines[first + 1 : at])
    parted = (
        lines[at].after_blank and not blanks and (at > first + 1 or not lines[first].after_blank)
    )
    return parted or (lines[first].marked and not lines[at].marked)


def _is_unlabelled(lines: Sequence[Line], head: int, at: int, knowledge: Knowledge) -> bool:
    """Whether a line has no label where a labelled run stands directly below the head."""
    if at == head + 1 or behind_label(lines[at], knowledge):
        return False
    return bool(behind_label(lines[head + 1], knowledge))


def _camp(
    reach: tuple[int, int],
    where: Span,
    lines: Sequence[Line],
    head: Head,
    items: tuple[Line, ...],
    knowledge: Knowledge,
) -> Camp:
    at, last = reach
    text = knowledge.text
    named = (one.content for one in items if not is_class(one, knowledge))
    words = tuple(fold(text[span.start : span.end]) for span in named)
    apart = head.marked or (at + 1 < len(lines) and is_told_apart(lines, at, knowledge))
    return Camp(at, last, where, head, items, words, apart)
