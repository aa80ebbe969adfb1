"""The lines that differ, by the thing that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.diff.facts import NOTHING, REDIRECT, Facts
from kg.diff.lines import Line
from kg.nquads import split


@dataclass(slots=True)
class Touched:
    """A thing with the statements about it that only the old or only the new graph has.

    Each statement is a property, a value and a graph, as written.
    """

    withdrawn: list[tuple[str, str, str]] = field(default_factory=list)
    added: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sorted:
    """All that is touched: what came, what went, and what is there before and after.

    What gave way to another thing, or no longer does, is in ``went`` or ``came``: a redirect is
    not there.
    """

    every: dict[str, Touched]
    came: dict[str, str]
    went: dict[str, str]
    stayed: dict[str, str]
    """Each term with its kind."""

    def of_kind(self, where: dict[str, str], *kinds: str) -> Iterator[str]:
        """Those of ``where`` that are of one of these kinds."""
        return (node for node, kind in where.items() if kind in kinds)


def gather(lines: Iterable[Line]) -> dict[str, Touched]:
    """The lines by their subject, in the order of the lines."""
    found: dict[str, Touched] = {}
    for added, text in lines:
        subject, predicate, item, graph = split(text)
        touched = found.setdefault(subject, Touched())
        (touched.added if added else touched.withdrawn).append((predicate[1:-1], item, graph))
    return found


def sort(every: dict[str, Touched], old: Facts, new: Facts) -> Sorted:
    """What is touched, by what became of it."""
    made = Sorted(every, {}, {}, {})
    absent = (NOTHING, REDIRECT)
    for node in every:
        before, after = old.kind(node), new.kind(node)
        if before in absent and after not in absent:
            made.came[node] = after
        elif after in absent and before not in absent:
            made.went[node] = before
        elif after not in absent:
            made.stayed[node] = after
    return made
