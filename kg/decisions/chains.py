"""Things joined into sets, and the chain of links that joins two of them. A thing is its IRI."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Label = TypeVar("Label")


class Sets:
    """Disjoint sets of IRIs; each begins alone.

    Joining and finding take next to no time each (path halving, union by size).
    """

    def __init__(self) -> None:
        self._above: dict[str, str] = {}
        self._size: dict[str, int] = {}

    def copy(self) -> Sets:
        """The same sets, to be joined further without touching these."""
        other = Sets()
        other._above, other._size = dict(self._above), dict(self._size)
        return other

    def find(self, thing: str) -> str:
        """One and the same member for all of a set; which one it is means nothing."""
        above = self._above
        while (upper := above.get(thing, thing)) != thing:
            above[thing] = thing = above.get(upper, upper)
        return thing

    def joined(self, one: str, other: str) -> bool:
        """Whether the two are in one set."""
        return self.find(one) == self.find(other)

    def join(self, one: str, other: str) -> bool:
        """Make one set of two; False when they were one before."""
        small, large = self.find(one), self.find(other)
        if small == large:
            return False
        if self._size.get(small, 1) > self._size.get(large, 1):
            small, large = large, small
        self._above[small] = large
        self._size[large] = self._size.get(large, 1) + self._size.pop(small, 1)
        return True


@dataclass(frozen=True, slots=True)
class Step(Generic[Label]):
    """A link as it is walked: from one thing to another, and what the link is."""

    one: str
    other: str
    label: Label


@dataclass(frozen=True, slots=True)
class Links(Generic[Label]):
    """Links between things, to be walked both ways."""

    beside: dict[str, list[tuple[str, Label]]] = field(default_factory=dict)

    def add(self, one: str, other: str, label: Label) -> None:
        """Link the two."""
        self.beside.setdefault(one, []).append((other, label))
        self.beside.setdefault(other, []).append((one, label))

    def from_(self, start: str) -> dict[str, Step[Label]]:
        """The last step of a shortest way from ``start`` to each thing that it is linked with.

        Of several the first by IRI, so the order in which links were added changes nothing.
        """
        last: dict[str, Step[Label]] = {}
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            for there, label in sorted(self.beside.get(here, ()), key=lambda link: link[0]):
                if there != start and there not in last:
                    last[there] = Step(here, there, label)
                    waiting.append(there)
        return last


def chain(last: dict[str, Step[Label]], goal: str) -> list[Step[Label]]:
    """The steps that lead to ``goal``, in order; none when nothing does. ``last``: ``from_``'s."""
    steps: list[Step[Label]] = []
    while goal in last:
        steps.append(last[goal])
        goal = last[goal].one
    return steps[::-1]


def links(steps: Iterable[Step[Label]]) -> Links[Label]:
    """All of these steps, to be walked both ways."""
    made: Links[Label] = Links()
    for step in steps:
        made.add(step.one, step.other, step.label)
    return made
