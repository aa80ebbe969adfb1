"""Which thing that went became which thing that came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
Keys = Callable[[T], Iterable[Hashable]]
"""What a thing may be recognised by in the other graph."""


def pairs(
    went: Iterable[T], came: Iterable[T], ways: Sequence[Keys[T]]
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """The pairs that one of ``ways`` recognises, and what is left of either side, in their order.

    A key decides where exactly one thing on each side has it; an earlier way goes first.
    """
    found: list[tuple[T, T]] = []
    gone, new = list(went), list(came)
    for keys in ways:
        gone_by, new_by = _by_key(gone, keys), _by_key(new, keys)
        taken_gone: set[int] = set()
        taken_new: set[int] = set()
        for key, here in gone_by.items():
            there = new_by.get(key, ())
            if len(here) != 1 or len(there) != 1:
                continue
            (one,), (other,) = here, there
            if one not in taken_gone and other not in taken_new:
                found.append((gone[one], new[other]))
                taken_gone.add(one)
                taken_new.add(other)
        gone = [thing for number, thing in enumerate(gone) if number not in taken_gone]
        new = [thing for number, thing in enumerate(new) if number not in taken_new]
    return found, gone, new


def _by_key(things: Sequence[T], keys: Keys[T]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for number, thing in enumerate(things):
        for key in dict.fromkeys(keys(thing)):
            found[key].append(number)
    return found
