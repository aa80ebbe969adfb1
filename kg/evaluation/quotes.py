"""The words that a label quotes, found in the text of its article."""

from __future__ import annotations

import re
from functools import cached_property

from kg.text import fold

_SPACE = re.compile(r"\s+")


class QuotedText:
    """The text of an article, to look quotes up in."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, quote: str) -> bool:
        """Whether the text has these words.

        White space, case and the forms of dashes, apostrophes and quotation marks may differ:
        programs change those as people type.
        """
        return quote in self._text or _plain(quote) in self._folded

    @cached_property
    def _folded(self) -> str:
        return _plain(self._text)


def _plain(text: str) -> str:
    return _SPACE.sub(" ", fold(text)).strip()
