"""Slates of bodies of one class, announced together and each under the name of its own.

"Their local Labor Councils have endorsed these candidates" above "Anytown Labor Council".
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.lists.finding.regions import Line
from kg.lists.segments.fields import Knowledge
from kg.lists.slates.slateheads import SlateHead
from kg.model import Mention
from kg.text import fold, tokenise

_LONGEST = 9
_LEAST = 2
_TYING = frozenset(("of", "for"))


def is_class_of_bodies(name: str, lexicon: Lexicon) -> bool:
    """Whether a name in the plural is that of a class of bodies: "Central Labor Councils"."""
    return bool(_singular(name, lexicon))


def class_heads(
    lines: Sequence[Line], after: int, name: str, knowledge: Knowledge
) -> list[SlateHead]:
    """The lines below ``after`` that name bodies of the class ``name``, and where each's ends."""
    tail = _singular(name, knowledge.lexicon)
    heads = [
        at
        for at in range(after + 1, len(lines))
        if tail and not lines[at].marked and _words(lines[at], knowledge)[-_LEAST:] == tail
    ]
    ends = [*heads[1:], len(lines)] if heads else []
    return [
        SlateHead(at, end, Mention("organisation", _printed(lines[at], knowledge)))
        for at, end in zip(heads, ends, strict=True)
    ]


def _singular(name: str, lexicon: Lexicon) -> list[str]:
    """The last two words of a class, as one of it has them; none for what is no class."""
    words = fold(name).split()
    if len(words) < _LEAST or not words[-1].endswith("s") or _TYING.intersection(words):
        return []
    if lexicon.organisations.whole(words) is not None:
        return []
    one = f"{words[-1][:-3]}y" if words[-1].endswith("ies") else words[-1][:-1]
    return [words[-2], one] if one in lexicon.organisation_words else []


def _words(line: Line, knowledge: Knowledge) -> list[str]:
    """The words of a short line in capitals."""
    tokens = tokenise(knowledge.text, line.content)
    words = [token for token in tokens if token.text[0].isalnum()]
    short = 0 < len(words) <= _LONGEST and words[0].text[0].isupper()
    return [token.fold for token in words] if short else []


def _printed(line: Line, knowledge: Knowledge) -> str:
    return knowledge.text[line.content.start : line.content.end].rstrip(": ")
