"""The words of a line that may be an item: which are a clause's, and which a name's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.lexicon import Lexicon, is_known
from kg.text import Token

_PARTING = (",", ";")
_APART = frozenset("()@")
_LEAST_MARKS = 5
_SMALL_SHARE = 12
_WORDS_PER_MARK = 6
_LINKS = frozenset(
    ("of", "for", "and", "&", "the", "in", "on", "upon", "with", "from", "to", "at", "by", "under")
)


def is_run_of_names(tokens: Sequence[Token]) -> bool:
    """Whether a long line is nothing but names one after the other, parted by marks."""
    marks = sum(token.text in _PARTING for token in tokens)
    if marks < _LEAST_MARKS:
        return False
    words = [token for token in outside(tokens) if token.text[0].isalpha()]
    small = sum(token.text[0].islower() and token.fold not in _LINKS for token in words)
    return small * _SMALL_SHARE <= len(words) <= marks * _WORDS_PER_MARK


def outside(tokens: Sequence[Token]) -> Iterable[Token]:
    """The tokens outside brackets that are no name on a network: both say nothing of a clause."""
    plain = _APART.isdisjoint(token.text for token in tokens)
    return tokens if plain else _outside(tokens)


def _outside(tokens: Sequence[Token]) -> Iterator[Token]:
    inside = 0
    handle = False
    for token in tokens:
        inside = max(0, inside + (token.text == "(") - (token.text == ")"))
        if not inside and not handle:
            yield token
        handle = token.text == "@"


def is_prose(token: Token, lexicon: Lexicon) -> bool:
    """A word in lower case that is no part of an office, a number, or a link in a name."""
    if not token.text[0].islower() or token.fold in _LINKS or token.fold in lexicon.particles:
        return False
    if token.fold in lexicon.function_words:
        return True
    return not is_known(lexicon, token.fold) and token.fold not in lexicon.offices


def closes_letter(folds: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the line only closes a letter above its signatures: "Yours sincerely,"."""
    return all(w == "," or lexicon.author_words.get(w) == "closing" for w in folds)
