"""Finding the longest known phrase at a place in a row of words, by dictionary look-up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")
_GAP = 3


class Match(NamedTuple, Generic[Value]):
    """A phrase found: how many words it takes, and its value."""

    length: int
    value: Value


class PhraseIndex(Generic[Value]):
    """Phrases of folded words, ``*`` standing for up to three words; the longest match wins.

    Immutable once built. A phrase given twice keeps its first value.
    """

    __slots__ = ("_by_first",)

    def __init__(self, entries: Iterable[tuple[Sequence[str], Value]]) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for words, value in entries:
            by_first.setdefault(words[0], []).append((tuple(words[1:]), value))
        self._by_first = {
            first: sorted(rest, key=lambda entry: -len(entry[0]))
            for first, rest in by_first.items()
        }

    def __contains__(self, first: str) -> bool:
        """Whether any phrase begins with this word: the cheap question to ask first."""
        return first in self._by_first

    def firsts(self) -> Iterable[str]:
        """The words that phrases begin with."""
        return self._by_first.keys()

    def at(self, words: Sequence[str], index: int) -> Match[Value] | None:
        """The longest phrase that begins at ``index``."""
        entries = self._by_first.get(words[index])
        if entries is None:
            return None
        for rest, value in entries:
            end = _match(rest, words, index + 1)
            if end is not None:
                return Match(end - index, value)
        return None

    def whole(self, words: Sequence[str]) -> Value | None:
        """The value of the phrase that is exactly ``words``."""
        found = self.at(words, 0) if words else None
        return found.value if found and found.length == len(words) else None


def _match(pattern: tuple[str, ...], words: Sequence[str], index: int) -> int | None:
    for at, part in enumerate(pattern):
        if part == "*":
            return _match_gap(pattern[at + 1 :], words, index)
        if index >= len(words) or words[index] != part:
            return None
        index += 1
    return index


def _match_gap(rest: tuple[str, ...], words: Sequence[str], index: int) -> int | None:
    for skipped in range(_GAP + 1):
        end = _match(rest, words, index + skipped)
        if end is not None:
            return end
    return None
