"""The people and bodies that one line below a head names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.frames.support import speaks_in_favour
from kg.lists.finding.regions import Line
from kg.lists.heads.headcounts import HeadCount, unit_in
from kg.lists.heads.stances import stance_of
from kg.lists.items.contested import is_contested
from kg.lists.leading.classes import class_role, is_for_nobody
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.itemwords import is_prose, outside
from kg.lists.segments.roles import read_offices
from kg.lists.segments.runs import opening, run_items
from kg.meaning.camps.totals import TOTALS
from kg.model import Span
from kg.text import Token, fold, sentences, tokenise

_LONGEST_RUN = 6_000
_LONGEST_ITEM = 160
_LONGEST_LABEL = 40
_PAIR = 2
_MOST_ODD = 2
_LEAST_OF_CLAUSE = 2
_SOMEBODY = frozenset(("sure", "person", "body"))
_LABELLED = re.compile(r"([^:(\n]{2,40}?(?:\s?\(\d+\))?)(?::|\s[-–—])\s+(?=\S)")


def is_run(lines: Sequence[Line], at: int, text: str) -> bool:
    """Whether the line may be a run of several names."""
    if at >= len(lines):
        return False
    where = lines[at].content
    return any(text.find(mark, where.start, where.end) >= 0 for mark in (",", ";"))


def is_above_label(lines: Sequence[Line], at: int, knowledge: Knowledge) -> bool:
    """Whether a class, a total or a word for supporters stands below line ``at``."""
    if at + 1 >= len(lines):
        return False
    below = lines[at + 1].content
    printed = knowledge.text[below.start : min(below.end, below.start + _LONGEST_LABEL)]
    words = fold(printed).replace(":", " ").split()
    lexicon = knowledge.lexicon
    if below.end - below.start > _LONGEST_LABEL or not words:
        return False
    told = words[0] in TOTALS or words[-1] in lexicon.class_words
    if not told and not any(word in lexicon.support_nouns for word in words):
        return False
    tokens = tokenise(knowledge.text, below)
    if _is_total(tokens, knowledge) or _is_class(tokens, knowledge):
        return True
    return _is_label(tokens, knowledge)


def items_below(lines: Sequence[Line], at: int, knowledge: Knowledge) -> tuple[Line, ...] | None:
    """The people or bodies of line ``at``: of a run several, of another line one.

    A label or a total names nobody and yet belongs to the group; None for what does not.
    """
    line = lines[at]
    labelled = behind_label(line, knowledge)
    if labelled:
        return labelled
    if is_run(lines, at, knowledge.text):
        several = run_of(line.content, knowledge)
        if len(several) > _PAIR or _are_pair(several, knowledge):
            return several
    if line.content.end - line.content.start > _LONGEST_ITEM:
        return None
    tokens = tokenise(knowledge.text, line.content)
    if not tokens or _is_sentence(tokens, knowledge) or _is_for_nobody(tokens, knowledge):
        return None
    if _is_total(tokens, knowledge):
        return ()
    if opening(line.content, knowledge) in _SOMEBODY:
        return (line,)
    if class_role(tokens, knowledge.lexicon) is not None:
        return (line,)
    return () if _is_label(tokens, knowledge) else None


def _is_sentence(tokens: Sequence[Token], knowledge: Knowledge) -> bool:
    """Whether a full stop ends the words of a clause: "She has sat in the house since 2010."."""
    if tokens[-1].text != ".":
        return False
    return sum(is_prose(token, knowledge.lexicon) for token in outside(tokens)) >= _LEAST_OF_CLAUSE


def _are_pair(items: Sequence[Line], knowledge: Knowledge) -> bool:
    """Whether two parts of a line are two people, and not one and the place that one is from."""
    return len(items) == _PAIR and opening(items[1].content, knowledge) == "sure"


def is_class(line: Line, knowledge: Knowledge) -> bool:
    """Whether the line is the heading of a class: "Peers (2)"."""
    if line.content.end - line.content.start > _LONGEST_LABEL:
        return False
    return _is_class(tokenise(knowledge.text, line.content), knowledge)


def names_seat(line: Line, knowledge: Knowledge) -> bool:
    """Whether the line names what is contested, "Ward 2", and no class of those who hold seats."""
    return is_contested(line.content, knowledge) and not is_class(line, knowledge)


def run_of(run: Span, knowledge: Knowledge) -> tuple[Line, ...]:
    """The items of a run, as lines of a list."""
    if run.end - run.start > _LONGEST_RUN:
        return ()
    items = run_items(run, knowledge)
    if ". " in knowledge.text[run.start : run.end]:
        items = max(list(_sentences_of(run, knowledge)), items, key=len)
    items = items or _among_known(run, knowledge)
    return tuple(Line(one, one, marked=True, in_run=at > 0) for at, one in enumerate(items))


def _among_known(run: Span, knowledge: Knowledge) -> list[Span]:
    """The parts between commas, all shaped like names, if one of them is known to be somebody."""
    printed = knowledge.text[run.start : run.end]
    found: list[Span] = []
    start = run.start
    for part in printed.rstrip(" .").split(","):
        inner = part.strip()
        first = start + len(part) - len(part.lstrip())
        start += len(part) + 1
        if inner:
            found.append(Span(first, first + len(inner)))
    kinds = [opening(one, knowledge) for one in found]
    known = sum(kind in ("sure", "body") for kind in kinds)
    bodies = kinds.count("body")
    odd = [one for one, kind in zip(found, kinds, strict=True) if kind not in _SOMEBODY]
    if odd and bodies <= _MOST_ODD * len(odd):
        return []
    # Among bodies one word with a capital is one, too: "Cosmopolitan".
    return found if known and all(_is_word(one, knowledge) for one in odd) else []


def _is_word(where: Span, knowledge: Knowledge) -> bool:
    printed = knowledge.text[where.start : where.end]
    return printed[0].isupper() and printed.isalpha()


def _sentences_of(run: Span, knowledge: Knowledge) -> Iterator[Span]:
    """The items of a run in which full stops part them as well: "A. B. C, D". One may be alone.

    What follows somebody in a sentence of its own is no item, nor is anything behind it.
    """
    for part in sentences(knowledge.text, run, knowledge.lexicon.abbreviations):
        items = run_items(part, knowledge)
        if not items:
            return
        yield from items


def behind_label(line: Line, knowledge: Knowledge) -> tuple[Line, ...]:
    """The label of a class and those in the run behind it: "MPs (3): A, B and C"."""
    match = _LABELLED.match(knowledge.text, line.content.start, line.content.end)
    if match is None:
        return ()
    label = Span(*match.span(1))
    tokens = tokenise(knowledge.text, label)
    if not tokens or not (_is_class(tokens, knowledge) or _is_label(tokens, knowledge)):
        return ()
    items = run_of(Span(match.end(), line.content.end), knowledge)
    if not items or not _is_class(tokens, knowledge):
        return items
    return (Line(label, label, line.after_blank), *items)


def one_in_office(line: Line, knowledge: Knowledge) -> tuple[Line, ...]:
    """The line, if an office stands before its colon or dash and somebody behind it."""
    match = _LABELLED.match(knowledge.text, line.content.start, line.content.end)
    if match is None:
        return ()
    label = tuple(tokenise(knowledge.text, Span(*match.span(1))))
    behind = opening(Span(match.end(), line.content.end), knowledge)
    named = behind in ("sure", "person")
    return (line,) if named and label and read_offices(knowledge.look(label)) else ()


def _is_class(tokens: Sequence[Token], knowledge: Knowledge) -> bool:
    return class_role(tokens, knowledge.lexicon) is not None


def _is_label(tokens: Sequence[Token], knowledge: Knowledge) -> bool:
    """Whether a few words only say that those behind or below them are supporters."""
    folds = [token.fold for token in tokens]
    return len(folds) <= _LONGEST_LABEL // 8 and speaks_in_favour(folds, knowledge.lexicon)


def is_for_none(line: Line, knowledge: Knowledge) -> bool:
    """Whether a line is a heading of those who are for nobody."""
    tokens = tokenise(knowledge.text, line.content)
    return bool(tokens) and _is_for_nobody(tokens, knowledge)


def _is_for_nobody(tokens: Sequence[Token], knowledge: Knowledge) -> bool:
    """Whether a heading is of those who are for nobody, or of whoever is left."""
    if is_for_nobody(tokens, knowledge.lexicon) or tokens[0].fold in ("others", "other"):
        return True
    return stance_of(tokens, knowledge.lexicon) == "none"


def total_in(line: Line, knowledge: Knowledge) -> HeadCount | None:
    """The number of a line that only says how many there are, and what it counts."""
    tokens = tokenise(knowledge.text, line.content)
    numbers = [token.text for token in tokens if token.text.isdigit()]
    if len(numbers) != 1 or not _is_total(tokens, knowledge):
        return None
    words = " ".join(token.text for token in tokens if token.text.isalpha())
    return HeadCount(int(numbers[0]), unit_in(words, knowledge.lexicon))


def _is_total(tokens: Sequence[Token], knowledge: Knowledge) -> bool:
    """Whether a line only says how many there are: "Total: 4", "4 MPs"."""
    lexicon = knowledge.lexicon
    numbered = any(token.text[0].isdigit() for token in tokens)
    words = [token.fold for token in tokens if token.text[0].isalpha()]
    return numbered and all(
        word in TOTALS or word in lexicon.units or word in lexicon.support_nouns for word in words
    )
