"""Lines between the items of a list that are none of it: credits, links, "None" under a name."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lists.finding.regions import Line, is_page_line
from kg.lists.segments.fields import NO_ANSWER, Knowledge
from kg.text import Token, tokenise

_FEW = 4  # words that say that there is nobody


def without_page_lines(
    lines: Sequence[Line], knowledge: Knowledge
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the list itself, and those of the page that stand between: "Photo: NAME".

    A block of two lines that says that there is nobody is none of the list, either: "NAME", "None".
    """
    of_page: set[int] = set()
    for at, line in enumerate(lines):
        tokens = tokenise(knowledge.text, line.content)
        if line.marked and any(token.text[0].isalpha() for token in tokens):
            continue
        if is_page_line(tokens, knowledge.lexicon):
            of_page.add(at)
        ends = at + 1 == len(lines) or lines[at + 1].after_blank
        second = at > 0 and not line.after_blank and (at == 1 or lines[at - 1].after_blank)
        if ends and second and _says_nobody(tokens):
            of_page.update((at - 1, at))
    own = tuple(line for at, line in enumerate(lines) if at not in of_page)
    return own, tuple(lines[at] for at in sorted(of_page))


def _says_nobody(tokens: Sequence[Token]) -> bool:
    """Whether a line is a dash, or one of the words for no answer with nothing but support."""
    words = [token.fold for token in tokens if token.text[0].isalpha()]
    joined = "".join(token.fold for token in tokens)
    return not words or joined in NO_ANSWER or (words[0] in NO_ANSWER and len(words) <= _FEW)
