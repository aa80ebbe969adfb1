"""The label of a slate's row, which a colon, a dash, a bar or a wide blank parts from the names."""

from __future__ import annotations

import re

from kg.lists.segments.fields import Knowledge
from kg.lists.slates.slatenames import plain
from kg.model import Span
from kg.text import tokenise

_LABEL = re.compile(r":(?=\s|$)|\s+-+\s*|(?<=\w)-\s+|\s*\|\s*|\t+ *| {3,}")
_ASKING = re.compile(
    r"\s*(?:please\s+)?(?:(?:vote\s+)?(?:yes|no)\s+(?:on|to|for)|vote(?:\s+for)?|(?:re-?)?elect)"
    r"\s+(?=[A-Z])",
    re.IGNORECASE,
)
_GIVING = frozenset(("for", "to"))
_MANNERS = frozenset(("dual", "joint", "co", "-", "double", "split", "and", "or", "rank", "ranked"))


def labelled(line: Span, knowledge: Knowledge) -> tuple[Span, Span] | None:
    """The line before and after its first colon, dash, bar or wide blank outside brackets."""
    printed = plain(line, knowledge)
    colon = printed.find(": ")
    colon = len(printed) - 1 if colon < 0 and printed.endswith(":") else colon
    match = _LABEL.match(printed, colon) if colon > 0 else _LABEL.search(printed, 1)
    if match is None or not match.start() or match.end() >= len(printed.rstrip()):
        return None
    label = Span(line.start, line.start + match.start())
    if match[0].isspace() and not knowledge.text[label.end : line.start + match.end()].isspace():
        return None  # brackets are blank in what is looked at
    return label, Span(line.start + match.end(), line.end)


def past_note(rest: Span, knowledge: Knowledge) -> Span:
    """Past words that only say how somebody was chosen: "DUAL ENDORSEMENT - Jane Doe, Ann Roe".

    Or that tell the reader to choose: "Vote for Jane Doe".
    """
    asked = _ASKING.match(knowledge.text, rest.start, rest.end)
    if asked:
        return Span(asked.end(), rest.end)
    told = knowledge.lexicon.slate_nouns | knowledge.lexicon.slate_fillers | _MANNERS
    tokens = tokenise(knowledge.text, rest)
    noted = next((at for at, token in enumerate(tokens) if token.fold not in told), len(tokens))
    if 0 < noted < len(tokens) - 1 and tokens[noted].text in _GIVING:
        return Span(tokens[noted].end, rest.end)  # "Double recommendation for Jane Doe, Ann Roe"
    parted = labelled(rest, knowledge)
    if parted is None:
        return rest
    words = [token.fold for token in tokenise(knowledge.text, parted[0])]
    return parted[1] if words and all(word in told for word in words) else rest
