"""Wordy lines in the midst of a list: no items by their shape, and yet no sentences.

"Elected officials and community leaders from the Northeast (Rep. Jane Doe and A. Roe)" stands
between items, line under line, and says nothing that only a sentence says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.frames.support import speaks_of_support
from kg.lexicon import Lexicon
from kg.text import Token

_LEAST = 3
_MOST = 3
_MAX_TOKENS = 45
_SAYING = frozenset(
    ("be", "have", "do", "modal", "pronoun", "negation", "refusal", "denial", "relative", "speech")
)


def with_phrases(
    fits: Sequence[bool],
    headings: Sequence[bool],
    blanks: Sequence[bool],
    tokens: Sequence[Sequence[Token]],
    lexicon: Lexicon,
) -> Iterator[bool]:
    """Which lines are items, those phrases among them that stand in one block with three others.

    Items stand before them and behind them, at most three lines away. ``blanks``: which lines
    follow a blank one.
    """
    for at, fit in enumerate(fits):
        if fit or headings[at] or not at:
            yield fit
            continue
        yield _is_inside(at, fits, blanks) and _is_phrase(tokens[at], lexicon)


def _is_inside(at: int, fits: Sequence[bool], blanks: Sequence[bool]) -> bool:
    """Whether items stand close on both sides of a line, and no blank line between."""
    first = max(0, at - _MOST)
    last = min(len(fits), at + _MOST + 1)
    before = next((i for i in range(at, first, -1) if blanks[i]), first)
    behind = next((i for i in range(at + 1, last) if blanks[i]), last)
    above, below = fits[before:at], fits[at + 1 : behind]
    return any(above) and any(below) and sum(above) + sum(below) >= _LEAST


def _is_phrase(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    if not 1 < len(tokens) <= _MAX_TOKENS or not tokens[0].text[0].isupper():
        return False
    folds = [token.fold for token in tokens]
    if speaks_of_support(folds, lexicon) or tokens[-1].text in "?!:":
        return False
    return all(
        lexicon.function_words.whole((token.fold,)) not in _SAYING
        for token in tokens
        if token.text[0].islower()
    )
