"""What a comparison comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

What = Literal["added", "withdrawn", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference in a sentence.

    ``iris`` are the things that it is about, ``sources`` the articles or submissions that say so
    or did, as IRIs, and ``where`` is what people call those. A sentence may stand for several
    differences of one kind: ``times``.
    """

    what: What
    text: str
    iris: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    where: str = ""
    times: int = 1


@dataclass(frozen=True, slots=True)
class Group:
    """The differences of one kind, in a fixed order."""

    name: str
    changes: tuple[Change, ...]

    def total(self, what: What) -> int:
        """How many differences of this sort there are."""
        return sum(change.times for change in self.changes if change.what == what)


@dataclass(frozen=True, slots=True)
class Difference:
    """The statements that only one graph has, counted, and all of them told in groups."""

    added: int
    withdrawn: int
    groups: tuple[Group, ...]

    @property
    def none(self) -> bool:
        """Whether the graphs are the same."""
        return not (self.added or self.withdrawn)
