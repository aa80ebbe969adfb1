"""Names on a line of their own beside quotations: those below their own words, or above them."""

from __future__ import annotations

from collections.abc import Sequence

from kg.frames.clause.clauses import VERBAL
from kg.passages import Passage
from kg.prose.reference.speech import paragraph_of
from kg.words.nouns import Noun

_SHORT = 16
_BLOCKS = 60  # paragraphs of a page over which names and quotations alternate
_BEHIND = frozenset((",", "-", "–", "—", "(", "|", ":"))


def signing_line(passages: Sequence[Passage], at: int) -> tuple[int, Noun] | None:
    """Whose words the quotation of passage ``at`` is, by a name on a line beside it.

    The quotation is all of its paragraph. Where names stand above and below it, the first block of
    the page tells which of the two they do.
    """
    paragraph = paragraph_of(passages, at)
    if not is_all_quoted(passages, paragraph):
        return None
    above = _named_above(passages, paragraph[0])
    below = paragraph[-1] + 1
    under = _name_line(passages[below]) if below < len(passages) else None
    if above is not None and (under is None or _heads(passages, above)):
        noun = _name_line(passages[above])
        return (above, noun) if noun is not None else None
    return (below, under) if under is not None else None


def is_one_of_several(passages: Sequence[Passage], name: int) -> bool:
    """Whether a line with a name stands in a row of such: quotations on both sides of it.

    Or it begins with a dash, as signatures do.
    """
    if passages[name].sentence.folds[0] in _BEHIND:
        return True
    last = len(passages) - 1
    above = name > 0 and is_all_quoted(passages, paragraph_of(passages, name - 1))
    below = any(
        is_all_quoted(passages, paragraph_of(passages, at))
        for at in range(name + 1, min(name + 3, last) + 1)
        if passages[at].quoted
    )
    return above and below


def _named_above(passages: Sequence[Passage], first: int) -> int | None:
    """The line with a name above a quotation, or above the line with its bearer's office."""
    for at in (first - 1, first - 2):
        if at < 0:
            return None
        if _name_line(passages[at]) is not None:
            return at
        if not _is_short(passages[at]):
            return None
    return None


def _heads(passages: Sequence[Passage], name: int) -> bool:
    """Whether the names of a page stand above what their bearers say: the topmost block does."""
    at: int = name
    for _ in range(_BLOCKS):
        quoted = at > 0 and is_all_quoted(passages, paragraph_of(passages, at - 1))
        if not quoted:
            return True
        above = _named_above(passages, paragraph_of(passages, at - 1)[0])
        if above is None:
            return False
        at = above
    return True


def _name_line(passage: Passage) -> Noun | None:
    """The person of a short line that begins with the name, or with a dash, and tells nothing."""
    sentence = passage.sentence
    noun = sentence.noun(0) or sentence.noun(1)
    if noun is None or noun.kind != "person" or not _is_short(passage) or " " not in noun.name:
        return None
    ended = noun.last == len(sentence.tokens) or sentence.folds[noun.last] in _BEHIND
    return noun if ended and (noun.first == 0 or sentence.folds[0] in _BEHIND) else None


def _is_short(passage: Passage) -> bool:
    """Whether a line is short, without a verb and without a quotation."""
    sentence = passage.sentence
    plain = VERBAL.isdisjoint(sentence.kinds) and not passage.quoted
    return plain and len(sentence.tokens) <= _SHORT


def is_all_quoted(passages: Sequence[Passage], paragraph: range) -> bool:
    """Whether nothing but quotation stands in a paragraph."""
    return all(
        passages[index].in_quotation(token)
        for index in paragraph
        for token, word in enumerate(passages[index].sentence.folds)
        if word[0].isalnum()
    )
