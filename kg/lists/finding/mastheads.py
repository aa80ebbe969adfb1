"""The short lines at the head of a page: whose it is, its day, its title. They are no list."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.lists.finding.regions import Line, Region
from kg.text import tokenise

_FIRST = 1  # the line at which the head of a page begins at the latest
_MOST = 4
_LONG = 80  # characters of a line that is certainly prose
_TELLING = frozenset(("by", "editorial", "blog", "column", "letters", "viewpoint", "leader"))
_MAKERS = frozenset(("reporter", "broadcast"))


def without_masthead(
    text: str, regions: Sequence[Region], lines: Sequence[Line], lexicon: Lexicon
) -> list[Region]:
    """The regions of ``text`` without the head of the page: a few lines, and prose below.

    One of them at least is a day, a byline or the name of a kind of article.
    """
    return [region for region in regions if not _is_masthead(text, region, lines, lexicon)]


def _is_masthead(text: str, region: Region, lines: Sequence[Line], lexicon: Lexicon) -> bool:
    if region.first > _FIRST or region.last - region.first > _MOST or region.last >= len(lines):
        return False
    below = lines[region.last].content
    marked = sum(line.marked for line in region.lines)  # "12 January" seems to have a number
    if marked > 1 or below.end - below.start < _LONG:
        return False
    return any(_tells(text, line, lexicon) for line in region.lines)


def _tells(text: str, line: Line, lexicon: Lexicon) -> bool:
    """Whether a line is a day, or has a word of pages."""
    words = [token.fold for token in tokenise(text, line.content)]
    dated = any(lexicon.content_words.get(word) in ("month", "time") for word in words)
    opens = bool(words) and lexicon.furniture_words.get(words[0]) == "opens"
    dated = dated and any(word.isdigit() for word in words)
    authored = any(lexicon.author_words.get(word) == "role" for word in words)
    return dated or opens or authored or not (_TELLING | _MAKERS).isdisjoint(words)
