"""What marks a row of a slate beside its seat and its names: how it fared, a verdict, a link.

"WIN - Mayor: Jane Doe", "OPPOSE District 2: Jane Doe", "Judge: Vote NO on Jane Doe", "website >>".
"""

from __future__ import annotations

import re
import string

from kg.lists.segments.fields import Knowledge
from kg.lists.slates.slatelabels import labelled
from kg.model import Span
from kg.text import Token, tokenise

_MARK = re.compile(r"\s*[:\u2013\u2014|-]\s*|\s+")
_BRACKET = re.compile(r"[(\[]\s*([A-Za-z]+)\s*[)\]]\s*")
_ARROWS = string.whitespace + "\u00a0>\u00bb\u2192\u203a\u00b7|"
_NO_ON = re.compile(r"(?i:\b(?:vote\s+)?no\s+(?:on|to|for)\s+)$")


def without_marks(line: Span, knowledge: Knowledge) -> Span:
    """The row without how it fared or a verdict before its seat, and without links behind it."""
    return _without_links(_past_verdict(line, knowledge), knowledge)


def _past_verdict(line: Span, knowledge: Knowledge) -> Span:
    """Past a first word that is none of the seat's: "WON - Clerk: Jane Doe", "(Support) Prop 2"."""
    bracket = _BRACKET.match(knowledge.text, line.start, line.end)
    if bracket and _kind(bracket.group(1), knowledge):
        return Span(bracket.end(), line.end)
    word = next(iter(tokenise(knowledge.text, line)), None)
    kind = _kind(word.text, knowledge) if word else None
    if word is None or kind is None or word.end == line.end:
        return line
    mark = _MARK.match(knowledge.text, word.end, line.end)
    if mark is None or mark.end() == line.end:
        return line
    rest = Span(mark.end(), line.end)
    set_off = word.text.isupper() or bool(mark.group().strip())
    return rest if set_off and labelled(rest, knowledge) else line


def _kind(word: str, knowledge: Knowledge) -> str | None:
    return knowledge.lexicon.slate_verdicts.get(word.lower())


def _without_links(line: Span, knowledge: Knowledge) -> Span:
    """The row before words that lead elsewhere: "Jane Doe website >>", "Jane Doe [Read more]"."""
    end = line.start + len(knowledge.text[line.start : line.end].rstrip(_ARROWS))
    if end == line.start:
        return line  # nothing but arrows
    tokens = tokenise(knowledge.text, Span(line.start, end))
    at = len(tokens)
    while at > 1 and _leads_on(tokens[at - 1], knowledge):
        at -= 1
    linked = [token for token in tokens[at:] if token.text[0].isalpha()]
    if not linked:
        return Span(line.start, end)
    told = len(linked) > 1 or linked[0].text.islower() or tokens[at].text in "(["
    return Span(line.start, tokens[at - 1].end) if told else line


def _leads_on(token: Token, knowledge: Knowledge) -> bool:
    return token.fold in knowledge.lexicon.slate_links or token.text in "()[]|"


def is_against(line: Span, first: int, knowledge: Knowledge) -> bool:
    """Whether what stands on the line before its ``first`` name says that it is opposed."""
    if first == line.start:
        return False
    ahead = Span(line.start, first)
    words = tokenise(knowledge.text, ahead)
    if _NO_ON.search(knowledge.text, ahead.start, ahead.end):
        return True
    verdicts = [word for word in words if word.text[0].isalpha()][:1]
    return any(
        _kind(word.text, knowledge) == "against"
        and (word.text.isupper() or words[1:2] == [] or not words[1].text[0].isalnum())
        for word in verdicts
    )
