"""Words as the look-ups hold them."""

from __future__ import annotations

from kg.lexicon.types import Lexicon
from kg.text import fold, tokenise


def words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase as the tokeniser makes them; ``*`` stays itself."""
    return tuple(token.fold for token in tokenise(phrase))


def folded(text: str) -> tuple[str, ...]:
    """The folded words of any text, for look-ups."""
    return words(fold(text))


def gap_key(form: tuple[str, ...], at: int) -> tuple[str, ...]:
    """The form without its word at ``at``; an only word leaves its first letter, slips aside."""
    if len(form) == 1:
        return "", form[0][:1]
    return (*form[:at], "", *form[at + 1 :])


def is_known(lexicon: Lexicon, word: str) -> bool:
    """Whether a folded word is one that kg knows as something other than a name."""
    return (
        word in lexicon.function_words
        or word in lexicon.office_words
        or word in lexicon.numbers
        or lexicon.units.whole((word,)) is not None
    )
