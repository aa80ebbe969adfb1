"""The groups of a page: heads of one form, each with those who stand below it or behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from kg.lists.fields import Knowledge
from kg.lists.regions import Line
from kg.meaning.camps.apart import APART, is_fuller, is_told_apart
from kg.meaning.camps.heads import Head, read_head
from kg.meaning.camps.items import is_above_label, is_class, is_run, items_below, run_of, total_in
from kg.model import Mention, Span
from kg.text import fold

Known = Callable[[str], Mention | None]

_LEAST = 2
_LONGEST = 90
_FORMED = frozenset(":)]")
_MARKUP = ("*", "#", "=", "_", " ")
_BOLD = ("**", "__", "==")
_LEADING = (": ", " - ", " – ", " — ")
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
        found.extend(_blocks(camps, lines, knowledge.text))
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
        if _size(camps) > _size(best) or _adds_heads(camps, best):
            best = camps
    return best


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


def _blocks(camps: Sequence[Camp], lines: Sequence[Line], text: str) -> Iterator[list[Camp]]:
    """The groups parted where a heading or a line with a colon stands between two of them.

    Where a head comes again, the list begins anew.
    """
    block: list[Camp] = []
    for camp in camps:
        between = lines[block[-1].last : camp.at] if block else ()
        again = camp.head.name in {one.head.name for one in block}
        if block and (again or any(_announces(line, text) for line in between)):
            yield block
            block = []
        block.append(camp)
    yield block


def _announces(line: Line, text: str) -> bool:
    short = line.content.end - line.content.start <= _LONGEST
    return text[line.content.end - 1] == ":" or (short and text[line.content.end - 1] not in _ENDS)


def _size(camps: Sequence[Camp]) -> int:
    """How many stand below the heads; those whom a head counts rightly weigh double."""
    return sum(len(camp.lines) * (1 + camp.is_right) for camp in camps)


def find_heads(lines: Sequence[Line], called: Known, knowledge: Knowledge) -> dict[int, Head]:
    """The lines that may be heads, by their place; none unless they name two people.

    ``called`` tells whom a name or a surname means. The cheap questions are asked first.
    """
    found: dict[int, Head] = {}
    for at, line in enumerate(lines):
        if not _may_head(lines, at, called, knowledge):
            continue
        head = read_head(_from_head(lines, at, knowledge.text), called, knowledge)
        below = at + 1 < len(lines) and _is_set_apart(line, lines[at + 1], knowledge.text)
        if head is not None and (head.run or below):
            found[at] = head
    return found if len({head.name for head in found.values()}) >= _LEAST else {}


def _is_set_apart(line: Line, below: Line, text: str) -> bool:
    """Whether a line has no bullet or number, or one that the line below it does not have."""
    kinds = [text[one.whole.start].isdigit() for one in (line, below)]
    return not line.marked or not below.marked or kinds == [True, False]


def _from_head(lines: Sequence[Line], at: int, text: str) -> Span:
    """The line; of one that ran into the sentence before it, and heads a run, the rest behind."""
    where = lines[at].content
    if not _is_glued(lines, at, text):
        return where
    colon = text.find(": ", where.start, where.end)
    start = 1 + max(text.rfind(mark, where.start, colon) for mark in ".?!")
    while text[start].isspace():
        start += 1
    return Span(start, where.end) if start < colon else where


def _is_glued(lines: Sequence[Line], at: int, text: str) -> bool:
    """Whether a sentence and then a colon stand on a line above one that has a colon early."""
    where = lines[at].content
    colon = text.find(": ", where.start, where.end)
    if colon < 0 or at + 1 >= len(lines):
        return False
    below = lines[at + 1].content
    early = text.find(": ", below.start, below.start + _LONGEST) > 0
    return early and any(text.rfind(mark, where.start, colon) >= 0 for mark in ".?!")


def _may_head(lines: Sequence[Line], at: int, called: Known, knowledge: Knowledge) -> bool:
    """Whether anything but a shape of words may set the line apart as a head."""
    line = lines[at]
    text = knowledge.text
    if line.marked:
        alone = at + 1 < len(lines) and _is_set_apart(line, lines[at + 1], text)
        leads = any(text.find(mark, line.content.start, line.content.end) > 0 for mark in _LEADING)
        return leads or (alone and text[line.whole.start].isdigit())
    where = line.whole
    printed = text[where.start : min(where.end, where.start + _LONGEST)]
    if any(mark in printed for mark in _BOLD):
        return True
    if where.end - where.start > _LONGEST or printed[-1] in ".?!":
        return any(mark in printed for mark in _LEADING) or _is_glued(lines, at, text)
    if _is_formed(printed) or text[where.start - 1 : where.start] in _MARKUP:
        return True
    if line.after_blank or is_run(lines, at + 1, text) or is_fuller(lines, at, text):
        return True
    if is_above_label(lines, at, knowledge):
        return True
    lexicon = knowledge.lexicon
    words = fold(printed).replace("'s", " 's").split()
    told = words[0] == "for" or any(
        lexicon.side_words.get(w) == "side" or w in lexicon.support_nouns for w in words
    )
    return told or called(printed) is not None


def _is_formed(printed: str) -> bool:
    """Whether marks, numbers or capitals set a line apart from a name on a list."""
    numbered = any(char.isdigit() for char in printed)
    return numbered or printed[-1] in _FORMED or ":" in printed or printed.isupper()


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
    for at in sorted(heads):
        head = heads[at]
        if not head.marked and head.name == current:
            continue  # candidates may stand among their own
        current = head.name
        if head.run is not None:
            items = run_of(head.run, knowledge)
            where = _from_head(lines, at, knowledge.text)
            yield _camp((at, at + 1), where, lines, head, items, knowledge)
            continue
        found: list[Line] = []
        where = _from_head(lines, at, knowledge.text)
        below = at + 1
        while below < len(lines) and (below not in heads or heads[below].name == head.name):
            if _begins_anew(lines, at, below):
                break
            named = items_below(lines, below, knowledge)
            if named is None:
                break
            total = None if named or head.counts else total_in(lines[below], knowledge)
            if total:
                head = replace(head, counts=(total,))
                where = Span(where.start, lines[below].content.end)
            found.extend(named)
            below += 1
        yield _camp((at, below), where, lines, head, tuple(found), knowledge)


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
