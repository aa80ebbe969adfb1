"""What the readers of all forms take and give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pyoxigraph as ox

from kg.iris import DEFAULT_BASE
from kg.validate.limits import Limits
from kg.validate.positions import Index, Marks, Position, part_of, placed
from kg.validate.report import Finding, Severity
from kg.validate.terms import text_of

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
        place: Position = Position(),  # noqa: B008 - frozen value
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

    def saying(self, quads: tuple[ox.Quad, ...]) -> Reading:
        """The same file with other names for some things; ``quads`` are its statements in order.

        Findings on things under their new names have the places of the old ones.
        """
        if quads == self.quads:
            return self
        written = {text_of(t) for q in self.quads for t in (q.subject, q.object)}
        old = {
            text_of(new): text_of(before)
            for quad, other in zip(self.quads, quads, strict=True)
            for before, new in ((quad.subject, other.subject), (quad.object, other.object))
            if before != new and text_of(new) not in written
        }

        def place(findings: Iterable[Finding]) -> Iterator[Finding]:
            told = tuple(findings)
            as_written = (
                replace(
                    one,
                    focus=one.focus and old.get(one.focus, one.focus),
                    value=one.value and old.get(one.value, one.value),
                )
                for one in told
            )
            for one, found in zip(told, self.place(as_written), strict=True):
                yield replace(found, focus=one.focus, value=one.value)

        return replace(self, quads=quads, place=place)


@dataclass(frozen=True, slots=True)
class Placer:
    """The places of statements by their marks, found out only when there is something to place."""

    quads: Sequence[ox.Quad]
    marks: Callable[[], Sequence[Marks | None]]
    place: Callable[[int], Position]

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
