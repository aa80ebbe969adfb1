"""Rows that name a candidate and, behind "by", who speaks for that one: "Jane Doe, by Ann Roe".

Pages of personal endorsements are laid out so, and tables of contents of such pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.lists.finding.regions import Line
from kg.lists.segments.bodyscores import organisation_score
from kg.lists.segments.fields import Knowledge
from kg.lists.slates.slatenames import names_in
from kg.model import Contest, Endorsement, Evidence, Mention, Span
from kg.rules import confidence
from kg.text import tokenise

_RULE = "list.by-name"
_BY = re.compile(
    r"\s*(?:[,:;|(\u2013\u2014-]\s*)?(?:an?\s+)?([a-z]+\s+)?by\s*:?\s+(?=(?:the\s+)?[A-Z])"
)
_SEAT = re.compile(r",\s*[^,:;]{3,40}(?=[,:;–—-]\s*(?:[a-z]+\s+)?by\s)")
_HOUSEHOLD = re.compile(
    r"\s+(?:and|&)\s+(?:his\s+|her\s+|the\s+)?(?:[Ff]amily|[Ff]riends|[Oo]thers)$"
)
_LEAST = 2
_LONGEST = 160
_MOST_APART = 12  # lines between two rows
_BODY = 0.5


@dataclass(frozen=True, slots=True)
class ByRow:
    """A row: the candidate, and who speaks for the candidate (nobody, if the candidate does)."""

    line: int
    candidate: Mention
    endorsers: tuple[Mention, ...]


def by_rows(lines: Sequence[Line], knowledge: Knowledge) -> list[ByRow]:
    """The rows among the lines of a page, if there are several, each about another candidate."""
    found: list[ByRow] = []
    for at, line in enumerate(lines):
        span = line.content
        if span.end - span.start > _LONGEST or " by " not in knowledge.text[span.start : span.end]:
            continue
        row = _row(at, span, knowledge)
        if row is not None and not (found and at - found[-1].line > _MOST_APART):
            found.append(row)
    distinct = {row.candidate for row in found}
    told = [row for row in found if row.endorsers]
    return found if len(distinct) == len(found) and len(told) >= _LEAST else []


def by_statements(
    rows: Sequence[ByRow], lines: Sequence[Line], contest: Contest
) -> Iterator[Endorsement]:
    """That each endorser supports the candidate of the row."""
    for row in rows:
        for who in row.endorsers:
            span = lines[row.line].whole
            evidence = Evidence(span, _RULE, confidence(_RULE), printed_name=who.name)
            yield Endorsement(who, row.candidate, contest, "supports", (evidence,))


def _row(at: int, span: Span, knowledge: Knowledge) -> ByRow | None:
    """The line as a row: a whole name, "by", and a name or a body to its end."""
    people = names_in(span, knowledge)
    if len(people) != 1:
        return None
    at_end = _past_bracket(people[0].span.end, knowledge.text)
    seat = _SEAT.match(knowledge.text, at_end, span.end)
    match = _BY.match(knowledge.text, seat.end() if seat else at_end, span.end)
    if match is None or not _tells(match.group(1), knowledge):
        return None
    behind = Span(match.end(), span.end)
    candidate = Mention("person", people[0].name)
    endorsers = tuple(_named(behind, knowledge))
    own = any(who.name == candidate.name for who in endorsers)
    return ByRow(at, candidate, () if own else endorsers) if endorsers else None


def _past_bracket(at: int, text: str) -> int:
    """Past a bracket behind a name that tells the party or seat, and not by whom."""
    close = text.find(")", at) if text[at : at + 2] == " (" else -1
    return close + 1 if close > 0 and " by " not in text[at:close] else at


def _tells(word: str | None, knowledge: Knowledge) -> bool:
    """Whether a word before "by" is one of support or of writing: "endorsed", "submitted"."""
    if word is None:
        return True
    fold = word.strip()
    lexicon = knowledge.lexicon
    cue = lexicon.cues.whole((fold,)) or lexicon.support_nouns.whole((fold,))
    return cue is not None or fold in ("written", "submitted", "letter", "statement", "words")


def _named(where: Span, knowledge: Knowledge) -> Iterator[Mention]:
    """Those named to the end of the line: people, or a body."""
    household = _HOUSEHOLD.search(knowledge.text[where.start : where.end])
    if household:
        where = Span(where.start, where.start + household.start())
    people = names_in(where, knowledge)
    if people:
        yield from (Mention("person", one.name) for one in people)
        return
    tokens = tuple(tokenise(knowledge.text, where))
    while tokens and tokens[-1].text in ".)":
        tokens = tokens[:-1]
    looked = knowledge.look(tokens)
    if tokens and organisation_score(looked) >= _BODY:
        yield Mention("organisation", looked.slice(int(looked.folds[0] == "the"), len(tokens)))
