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


class _Node(NamedTuple, Generic[Value]):
    """The phrases that begin with one word: the word alone, and the longer ones by length.

    ``seconds`` are their second words; ``gapped`` says that one goes on with ``*``.
    """

    single: tuple[Value, ...]
    longer: tuple[tuple[tuple[str, ...], Value], ...]
    seconds: frozenset[str]
    gapped: bool


class PhraseIndex(Generic[Value]):
    """Phrases of folded words, ``*`` standing for up to three words; the longest match wins.

    Immutable once built. A phrase given twice keeps its first value.
    """

    __slots__ = ("_by_first",)

    def __init__(self, entries: Iterable[tuple[Sequence[str], Value]]) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for words, value in entries:
            by_first.setdefault(words[0], []).append((tuple(words[1:]), value))
        self._by_first = {first: _node(rest) for first, rest in by_first.items()}

    def __contains__(self, first: str) -> bool:
        """Whether any phrase begins with this word: the cheap question to ask first."""
        return first in self._by_first

    def absent(self, words: Iterable[str]) -> bool:
        """Whether no phrase can begin at any of ``words``: cheaper than asking one by one."""
        return self._by_first.keys().isdisjoint(words)

    def at(self, words: Sequence[str], index: int) -> Match[Value] | None:
        """The longest phrase that begins at ``index``."""
        node = self._by_first.get(words[index])
        if node is None:
            return None
        after = index + 1
        if after < len(words) and (node.gapped or words[after] in node.seconds):
            for rest, value in node.longer:
                end = _match(rest, words, after)
                if end is not None:
                    return Match(end - index, value)
        return Match(1, node.single[0]) if node.single else None

    def whole(self, words: Sequence[str]) -> Value | None:
        """The value of the phrase that is exactly ``words``."""
        found = self.at(words, 0) if words else None
        return found.value if found and found.length == len(words) else None


def _node(phrases: list[tuple[tuple[str, ...], Value]]) -> _Node[Value]:
    longer = sorted((one for one in phrases if one[0]), key=lambda one: _told(one[0]), reverse=True)
    return _Node(
        tuple(value for rest, value in phrases if not rest)[:1],
        tuple(longer),
        frozenset(rest[0] for rest, _ in longer),
        any(rest[0] == "*" for rest, _ in longer),
    )


def _told(rest: tuple[str, ...]) -> tuple[int, int]:
    """By how many words a phrase is told from others: a gap may stand for none."""
    return len(rest) - rest.count("*"), len(rest)


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
