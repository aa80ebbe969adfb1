"""A row of a slate as endorsements: of the slate's endorser, and of others whom the row adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lists.finding.regions import Line
from kg.lists.items.persons import SLATE
from kg.lists.items.seats import year_of
from kg.lists.segments.bodyscores import organisation_score
from kg.lists.segments.fields import Knowledge
from kg.lists.slates.slatenames import Choice
from kg.lists.slates.slaterows import SlateRow
from kg.model import Contest, Endorsement, Evidence, Mention, Polarity, Span
from kg.rules import confidence
from kg.text import tokenise

_BRACKETS = re.compile(r"\(([^()]*)\)")
_BODY = 0.5


def slate_statements(
    line: Line, row: SlateRow, endorsers: Sequence[Mention], contest: Contest, knowledge: Knowledge
) -> Iterator[Endorsement]:
    """That the endorsers support everyone whom the row names, and who else does, or oppose them."""
    year = year_of(line, knowledge)
    contest = replace(contest, year=year) if year else contest
    polarity: Polarity = "opposes" if row.against else "supports"
    for choice in row.choices:
        span = line.whole if len(row.choices) == 1 else choice.span
        candidate = Mention("person", choice.name)
        for who in (*endorsers, *_also(line, choice, knowledge)):
            evidence = Evidence(span, SLATE, confidence(SLATE), printed_name=who.name)
            if who != candidate:
                yield Endorsement(who, candidate, contest, polarity, (evidence,))


def _also(line: Line, choice: Choice, knowledge: Knowledge) -> Iterator[Mention]:
    """The bodies in a bracket directly behind the name: "(also backed by X)"."""
    bracket = _BRACKETS.search(knowledge.text, choice.span.end, line.content.end)
    if bracket is None or knowledge.text[choice.span.end : bracket.start()].strip():
        return
    tokens = tokenise(knowledge.text, Span(bracket.start(1), bracket.end(1)))
    folds = [token.fold for token in tokens]
    if "by" not in folds[:-1]:
        return
    at = folds.index("by")
    cues = knowledge.lexicon.cues
    if not any((cue := cues.at(folds, i)) and cue.value.frame == "act" for i in range(at)):
        return
    for segment in knowledge.cut(Span(tokens[at + 1].start, bracket.end(1)))[0]:
        if organisation_score(knowledge.look(segment.tokens)) >= _BODY:
            yield Mention("organisation", " ".join(token.text for token in segment.tokens))
