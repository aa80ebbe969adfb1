"""What the readers of all forms take and give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.iris import DEFAULT_BASE
from kg.validate.limits import Limits
from kg.validate.places import Index, Marks, Place, part_of, placed
from kg.validate.report import Finding, Severity

Placing = Callable[[Iterable[Finding]], Iterable[Finding]]
"""Gives findings on the statements of one file their places in it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a stranger's: its bytes, its name for the findings, what it may ask of us.

    ``base`` is the beginning of the IRIs that are made for forms which have none of their own.
    """

    data: bytes
    media_type: str
    name: str
    limits: Limits
    base: str = DEFAULT_BASE

    def fault(
        self,
        constraint: str,
        message: str,
        hint: str,
        place: Place = Place(),  # noqa: B008 - frozen value
        *,
        shape: str = "file",
        severity: Severity = "violation",
    ) -> Finding:
        """A finding on how the file is written."""
        return place.on(Finding(self.name, severity, shape, constraint, message, hint))


@dataclass(frozen=True, slots=True)
class Reading:
    """The statements of a file, what is wrong with how it is written, and how to place the rest.

    With ``faults`` the statements are not to be judged; ``remarks`` stand beside whatever the
    judging finds.
    """

    quads: tuple[ox.Quad, ...] = ()
    faults: tuple[Finding, ...] = ()
    place: Placing = tuple
    remarks: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Placer:
    """The places of statements by their marks, found out only when there is something to place."""

    quads: Sequence[ox.Quad]
    marks: Callable[[], Sequence[Marks | None]]
    place: Callable[[int], Place]

    def __call__(self, findings: Iterable[Finding]) -> Iterable[Finding]:
        """The findings with their places."""
        waiting = tuple(findings)
        if not waiting:
            return ()
        known = [(q, m) for q, m in zip(self.quads, self.marks(), strict=False) if m is not None]
        index = Index([quad for quad, _ in known], [marks for _, marks in known])
        return placed(waiting, index, self.place)

    def of_statements(self, found: Sequence[tuple[int, Finding]]) -> Iterator[Finding]:
        """Findings on statements given by number, with their places."""
        marks = self.marks() if found else ()
        for number, finding in found:
            where = marks[number] if number < len(marks) else None
            if where is None:
                yield finding
            else:
                yield self.place(where[part_of(finding, self.quads[number])]).on(finding)


def refused(*faults: Finding) -> Reading:
    """A file that was not read."""
    return Reading(faults=faults)
