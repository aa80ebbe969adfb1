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


_Rest = tuple[tuple[str, ...], Value]
"""The words of a phrase behind its first one, and its value."""


class _Node(NamedTuple, Generic[Value]):
    """The phrases that begin with one word: the word alone, and the longer ones by length.

    ``by_second`` are those that may go on with a word, ``gapped`` those that may with any.
    """

    single: Match[Value] | None
    by_second: dict[str, list[_Rest[Value]]]
    gapped: list[_Rest[Value]]


class PhraseIndex(dict[str, _Node[Value]]):
    """Phrases of folded words, ``*`` standing for up to three words; the longest match wins.

    It maps the first words to what may follow them, so that ``word in index``, whether any phrase
    begins with the word, is the cheap question to ask first. Immutable once built. A phrase given
    twice keeps its first value.
    """

    __slots__ = ()

    def __init__(self, entries: Iterable[tuple[Sequence[str], Value]]) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for words, value in entries:
            by_first.setdefault(words[0], []).append((tuple(words[1:]), value))
        super().__init__((first, _node(rest)) for first, rest in by_first.items())

    def absent(self, words: Iterable[str]) -> bool:
        """Whether no phrase can begin at any of ``words``: cheaper than asking one by one."""
        return self.keys().isdisjoint(words)

    def openings(self, words: Sequence[str]) -> list[int]:
        """The indexes of the words with which a phrase may begin, for most rows of words none."""
        firsts = self.keys()
        if firsts.isdisjoint(words):
            return []
        return [index for index, word in enumerate(words) if word in firsts]

    def found(self, words: Sequence[str]) -> Sequence[tuple[int, Match[Value]]]:
        """Every index at which a phrase begins, with the longest there; they may overlap."""
        if self.keys().isdisjoint(words):
            return ()  # most rows of words
        found = []
        for index, word in enumerate(words):
            if word in self:
                node = self[word]
                match = self.at(words, index) if node.by_second else node.single
                if match is not None:
                    found.append((index, match))
        return found

    def at(self, words: Sequence[str], index: int) -> Match[Value] | None:
        """The longest phrase that begins at ``index``."""
        node = self.get(words[index])
        if node is None:
            return None
        after = index + 1
        if node.by_second and after < len(words):
            for rest, value in node.by_second.get(words[after], node.gapped):
                end = _match(rest, words, after)
                if end is not None:
                    return Match(end - index, value)
        return node.single

    def whole(self, words: Sequence[str]) -> Value | None:
        """The value of the phrase that is exactly ``words``."""
        node = self.get(words[0]) if words else None
        if node is None:
            return None  # most words
        found = self.at(words, 0) if len(words) > 1 else node.single
        return found.value if found and found.length == len(words) else None


def _node(phrases: list[_Rest[Value]]) -> _Node[Value]:
    single = next((Match(1, value) for rest, value in phrases if not rest), None)
    longer = sorted((one for one in phrases if one[0]), key=lambda one: _told(one[0]), reverse=True)
    seconds = {word for rest, _ in longer for word in rest[:2]}
    by_second = {
        word: [one for one in longer if one[0][0] == word or one[0][0] == "*"] for word in seconds
    }
    return _Node(single, by_second, by_second.get("*", []))


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
    if not rest:
        return index
    for at in range(index, min(index + _GAP + 1, len(words))):
        end = _match(rest, words, at) if words[at] == rest[0] else None
        if end is not None:
            return end
    return None
