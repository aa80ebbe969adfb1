"""Items that say in brackets whom somebody supports: "Jane Doe, senator (endorsed Roe)".

Lists of those who declined to stand, or have withdrawn, print it so, whatever the list is of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.lists.segments.fullnames import full_name
from kg.lists.segments.namescores import name_score
from kg.lists.slates.slatenames import names_in
from kg.model import Contest, Endorsement, Evidence, Mention, Span
from kg.rules import confidence
from kg.text import tokenise

_RULE = "list.bracketed"
_BRACKET = re.compile(r"\(([^()\n]{3,120})\)")
_PART = re.compile(r"[^;,]+")
_NAME = 0.6
_MOST = 4
_TOLD = frozenset(("past", "participle", "ing"))

Known = Callable[[str], Mention | None]


def bracketed_statements(
    line: Line, contest: Contest, known: Known, knowledge: Knowledge
) -> Iterator[Endorsement]:
    """Whom the one person of a line supports by what stands in brackets behind the name."""
    text = knowledge.text
    if text.find("(", line.content.start, line.content.end) < 0:
        return
    named = [
        (part, candidate)
        for bracket in _BRACKET.finditer(text, line.content.start, line.content.end)
        for part in _PART.finditer(text, bracket.start(1), bracket.end(1))
        if (candidate := _supported(Span(*part.span()), known, knowledge))
    ]
    people = names_in(line.content, knowledge) if named else []
    for part, candidate in named:
        if not people or part.start() < people[0].span.end or candidate.name == people[0].name:
            continue
        who = Mention("person", people[0].name, title=people[0].title)
        evidence = Evidence(line.whole, _RULE, confidence(_RULE), printed_name=who.name)
        yield Endorsement(who, candidate, contest, "supports", (evidence,))


def _supported(part: Span, known: Known, knowledge: Knowledge) -> Mention | None:
    """Whom a part of a bracket says is supported, and nothing else: "endorsed Jane Doe"."""
    tokens = tuple(tokenise(knowledge.text, part))
    folds = [token.fold for token in tokens]
    cue = knowledge.lexicon.cues.at(folds, 0) if folds else None
    if cue is None or cue.value.frame != "act" or cue.value.form not in _TOLD:
        return None
    name = tokens[cue.length :]
    if not 0 < len(name) <= _MOST or not name[0].text[0].isupper():
        return None
    where = Span(name[0].start, name[-1].end)
    found = known(knowledge.text[where.start : where.end])
    if found is not None:
        return found if found.kind == "person" else None
    if len(name) == 1:
        whole = full_name(where, knowledge)
        return Mention("person", whole) if whole else None
    looked = knowledge.look(name)
    sure = name_score(looked) >= _NAME
    return Mention("person", looked.slice(0, len(name))) if sure else None
