"""Lines that give people's words with their names, "Jane Doe: '...'": they say it themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.frames.support import speaks_of_support
from kg.lexicon import Lexicon
from kg.lists.finding.regions import Line, Region
from kg.text import tokenise

_LABELLED = re.compile(r'(?:[A-Z][^:"“”\n]{1,30}:\s{0,3})?[A-Z][^:"“”\n]{2,70}:\s{0,3}["“]')
_SIGNED = re.compile(r'["“][^"“”\n]{2,2000}["”]\s?[–—-]{1,2}\s?[A-Z]')

_ASKING = frozenset(("who", "whom", "which", "what"))
_TELLING = frozenset(("say", "said", "says", "tell", "told", "us", "know", "reveal", "decide"))
_ENDS = frozenset((".", "!", "?", ":"))
_WHOSE = frozenset(("his", "her", "him", "my", "me", "our", "us"))
_ANSWER = re.compile(r"[A-Z][^:\n]{2,70}:\s?\S")


def without_dialogue(
    text: str, regions: Sequence[Region], lines: Sequence[Line], lexicon: Lexicon
) -> list[Region]:
    """The regions of ``text`` that are no answers, each under the name of who gives it.

    Under a heading that says whom all of them support, they are a list after all.
    """
    return [
        region
        for region in regions
        if not _is_dialogue(text, region) or _is_stated(text, region, lines, lexicon)
    ]


def _is_dialogue(text: str, region: Region) -> bool:
    return sum(_is_said(text, line) for line in region.lines) * 2 > len(region.lines)


def _is_said(text: str, line: Line) -> bool:
    """Whether a line gives somebody's words with the name."""
    return any(
        how.match(text, line.content.start, line.content.end) is not None
        for how in (_LABELLED, _SIGNED)
    )


def _is_stated(text: str, region: Region, lines: Sequence[Line], lexicon: Lexicon) -> bool:
    """Whether the line above speaks of support for somebody and asks nobody for it."""
    first = next(at for at in range(region.first, region.last) if _is_said(text, lines[at]))
    if not first:
        return False
    above = lines[first - 1].content  # the heading may be taken for the first item
    if _ANSWER.match(text, above.start, above.end):
        return False
    tokens = list(tokenise(text, above))
    words = [token.fold for token in tokens]
    named = not _WHOSE.isdisjoint(words) or any(
        token.text[0].isupper() and before.text not in _ENDS for before, token in pairwise(tokens)
    )
    return named and not _asks(words) and speaks_of_support(words, lexicon)


def _asks(words: Sequence[str]) -> bool:
    """Whether a line asks, or tells that somebody was asked: not "MPs who back Y"."""
    asking = [at for at, word in enumerate(words) if word in _ASKING]
    told = any(not at or words[at - 1] in _TELLING for at in asking)
    return "?" in words or told or (bool(asking) and "asked" in words)
