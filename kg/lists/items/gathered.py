"""Items that gather several: "Anytown teachers including A and B", "Reps. (A, B and 3 others)".

A group that has no name of its own stands before those who are named of it; the parts of a body in
brackets behind it are no endorsers beside it; and whoever else there is, is not named.
"""

from __future__ import annotations

import re

from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.runs import opening, run_items
from kg.model import Span
from kg.text import tokenise

_BRACKETED = re.compile(r"([^()]{3,90}?)\s*\(([^()]{5,300})\)[.;,]?$")
_NAMING = re.compile(r"([^:]{3,90}?),?\s(?:including|such as|among them|notably)\s+(\S.{4,300})$")
_REST = re.compile(
    r",?\s(?:and|&|plus)\s(?:(?:about|over|nearly|some)\s)?"
    r"(?:\d+|many|several|some|various|dozens of|hundreds of|other|others|more)\b[^,;()]{0,80}$"
)
# Somebody, and what that one says in single marks, to the end of the line.
_SAYING = re.compile(r"([^'‘’\n]{2,60}?)\s+[–—-]\s+['‘][^\n]*['’]\.?$")
_SOMEBODY = ("sure", "person", "body")
_LEAST = 2


def gathered(line: Line, knowledge: Knowledge) -> tuple[Line, ...]:
    """Those whom a line names that gathers several; none if it does not."""
    text, where = knowledge.text, line.content
    said = _SAYING.match(text, where.start, where.end)
    if said and opening(Span(*said.span(1)), knowledge) in _SOMEBODY:
        speaker = Span(*said.span(1))
        return (Line(speaker, speaker, line.after_blank, line.marked),)
    for form in (_NAMING, _BRACKETED):
        match = form.match(text, where.start, where.end)
        if match is None:
            continue
        head = Span(*match.span(1))
        named = _named(_without_rest(Span(*match.span(2)), text), knowledge)
        kind = opening(head, knowledge)
        if kind == "body" and form is _BRACKETED and _are_bodies(named, knowledge):
            return (Line(head, head, line.after_blank, line.marked),)
        small = text[text.rfind(" ", head.start, head.end) + 1].islower()
        if named and (small or kind not in _SOMEBODY) and _is_group(head, knowledge):
            return tuple(
                Line(one, one, line.after_blank, marked=True, in_run=at > 0)
                for at, one in enumerate(named)
            )
    short = _without_rest(where, text)
    if short != where and opening(short, knowledge) in _SOMEBODY:
        return (Line(short, short, line.after_blank, line.marked),)
    return ()


def _named(run: Span, knowledge: Knowledge) -> list[Span]:
    """Those of a run, each one somebody; a lone one counts, too."""
    items = run_items(run, knowledge)
    if not items and opening(run, knowledge) == "sure":
        items = [run]
    return items if all(opening(one, knowledge) in _SOMEBODY for one in items) else []


def _are_bodies(named: list[Span], knowledge: Knowledge) -> bool:
    return len(named) >= _LEAST and all(opening(one, knowledge) == "body" for one in named)


def _is_group(head: Span, knowledge: Knowledge) -> bool:
    """Whether the words end in the plural of what people are: "elected officials", "teachers".

    A place may stand behind it: "leaders from Northeast Anytown".
    """
    lexicon = knowledge.lexicon
    return any(
        lexicon.class_words.get(token.fold) == "class"
        or token.fold in lexicon.organisation_words
        or lexicon.units.whole((token.fold,))
        for token in tokenise(knowledge.text, head)
        if token.fold.endswith("s")
    )


def _without_rest(where: Span, text: str) -> Span:
    """A run without those at its end who are not named: "A, B and 10 ward leaders"."""
    match = _REST.search(text, where.start, where.end)
    return Span(where.start, match.start()) if match and match.start() > where.start else where
