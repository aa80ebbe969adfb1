"""Headings of a slate that name an area whose seats follow: "Del Rey Oaks" above "Mayor: X"."""

from __future__ import annotations

from kg.lists.finding.regions import Line
from kg.lists.segments.bodyscores import organisation_score
from kg.lists.segments.fields import Knowledge
from kg.text import tokenise

_LONGEST = 4
_BODY = 0.5


def is_area(line: Line, knowledge: Knowledge) -> bool:
    """Whether a line is a few capitalised words that may be a place's name, and no body's."""
    tokens = tuple(tokenise(knowledge.text, line.content))
    if tokens and tokens[-1].text == ":":
        tokens = tokens[:-1]
    if not 0 < len(tokens) <= _LONGEST or tokens[0].fold in knowledge.lexicon.given_names:
        return False
    lexicon = knowledge.lexicon
    told = lexicon.slate_nouns | lexicon.slate_picks | lexicon.other_lists | {"'s", "'"}
    if any(token.fold in told or not token.text[0].isupper() for token in tokens):
        return False
    return organisation_score(knowledge.look(tokens)) < _BODY


def is_place(line: Line, knowledge: Knowledge) -> bool:
    """Whether a line is nothing but the name of a known place: "East Midlands"."""
    tokens = tuple(tokenise(knowledge.text, line.content))
    if not 0 < len(tokens) <= _LONGEST:
        return False
    return knowledge.look(tokens).is_place(0, len(tokens))
