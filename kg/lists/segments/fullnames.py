"""The full name behind a surname that a cell prints alone, as the page has it elsewhere."""

from __future__ import annotations

import re

from kg.lexicon import is_known
from kg.lists.segments.fields import Knowledge
from kg.model import Span
from kg.text import fold

_LONGEST = 30
_SURNAME = re.compile(r"[A-Z][^\W\d_]+(?:['’-][A-Z]?[^\W\d_]+)*")


def full_name(where: Span, knowledge: Knowledge) -> str | None:
    """The name of the one person of the page who has the word at ``where`` for a surname."""
    word = knowledge.text[where.start : where.end]
    if len(word) > _LONGEST or _SURNAME.fullmatch(word) is None:
        return None
    named = re.compile(rf"\b([A-Z][^\W\d_]+)[ \u00a0]{re.escape(word)}\b")
    lexicon = knowledge.lexicon
    before = {match.group(1) for match in named.finditer(knowledge.text)}
    given = {one for one in before if fold(one) in lexicon.given_names}
    strange = {
        one
        for one in before
        if not (is_known(lexicon, fold(one)) or fold(one) in lexicon.function_words)
    }
    found = given or strange
    return f"{found.pop()} {word}" if len(found) == 1 else None
