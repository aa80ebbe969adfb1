"""Councils found by names that are one slip away: two letters exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kg.gazetteer import Gazetteer
from kg.text import near

Gapped = tuple[str, ...]


def near_place(gazetteer: Gazetteer, words: tuple[str, ...]) -> bool:
    """Whether a council is called so but for one slip in one word.

    It only says where a place begins; what the place is, is decided in ``kg.reconcile``.
    """
    if len(words) == 1:
        return any(near(words[0], name) for name in _alike(words[0], _single(gazetteer)))
    index, longest = _by_gap(gazetteer)
    return len(words) <= longest and any(
        near(word, other)
        for at, word in enumerate(words)
        for other in index.get((*words[:at], "", *words[at + 1 :]), ())
    )


def _alike(word: str, single: dict[tuple[str, int], list[str]]) -> Iterator[str]:
    """The councils of one word that one slip can make of ``word``, as far as size tells."""
    for size in range(len(word) - 1, len(word) + 2):
        yield from single.get((word[:1], size), ())


@lru_cache(maxsize=2)
def _single(gazetteer: Gazetteer) -> dict[tuple[str, int], list[str]]:
    """The councils of one word, by first letter and length: a slip at the head is not expected."""
    index: dict[tuple[str, int], list[str]] = {}
    for name, kinds in gazetteer.place_names.items():
        if "council" in kinds and " " not in name:
            index.setdefault((name[:1], len(name)), []).append(name)
    return index


@lru_cache(maxsize=2)
def _by_gap(gazetteer: Gazetteer) -> tuple[dict[Gapped, list[str]], int]:
    """The names of councils with each word left out in turn, and the words left out.

    With them the number of words that the longest has.
    """
    index: dict[Gapped, list[str]] = {}
    for name, kinds in gazetteer.place_names.items():
        words = tuple(name.split())
        if "council" not in kinds or len(words) < 2:
            continue
        for at, word in enumerate(words):
            index.setdefault((*words[:at], "", *words[at + 1 :]), []).append(word)
    return index, max(map(len, index), default=0)
