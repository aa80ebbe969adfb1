"""Names that spell out a number before them: "with three: A, B and C", "two unions - A and B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.frames.coordination.loose import names_within
from kg.frames.coordination.reach import series_end
from kg.words.nouns import Noun, Sentence

_DASHES = frozenset(("-", "–", "—"))
_MARKS = _DASHES | {":"}
_SEVERAL = 2
_MANY = 4  # from here on a list may have one name more or less than its number says


def spelled_names(sentence: Sentence, number: Noun) -> list[Noun]:
    """The people and bodies named behind a mark that are as many as the number says."""
    if number.count is None or number.count < _SEVERAL or number.comparator != "exactly":
        return []
    for mark in _marks(sentence, number.last):
        closing = [at for at in range(mark + 1, len(sentence.folds)) if _closes(sentence, mark, at)]
        end = closing[0] if closing else series_end(sentence, mark + 1)
        names = names_within(sentence, mark + 1, end) if end is not None else []
        slip = int(sentence.folds[mark] == ":" and number.count >= _MANY)
        if names and abs(len(names) - number.count) <= slip:
            return [] if are_counted(sentence, names) else names
    return []


def are_counted(sentence: Sentence, names: Sequence[Noun]) -> bool:
    """Whether a number stands behind more than half of several names: "A (7), B (2) and C (0)".

    They are those whose supporters are counted, and no supporters.
    """
    opened = (name.last for name in names if sentence.folds[name.last : name.last + 1] == ["("])
    behind = (sentence.noun(at + 1) for at in opened)
    counted = sum(noun is not None and noun.count is not None for noun in behind)
    return len(names) > 1 and counted * 2 > len(names)


def _marks(sentence: Sentence, after: int) -> Iterator[int]:
    """The marks that may set names off behind a number: a comma directly behind it, or others."""
    for at in range(after, len(sentence.folds)):
        if sentence.folds[at] in _MARKS or (at == after and sentence.folds[at] == ","):
            yield at


def _closes(sentence: Sentence, mark: int, at: int) -> bool:
    """Whether a second dash closes what the one at ``mark`` has opened."""
    return sentence.folds[mark] in _DASHES and sentence.folds[at] == sentence.folds[mark]
