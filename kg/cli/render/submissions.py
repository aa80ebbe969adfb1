"""Submissions for people and for programs: a list, one with its report, what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.cli.render.table import Cell, json_text
from kg.plain import clean, clean_lines
from kg.validate import render

if TYPE_CHECKING:
    from kg.submissions import Event, Record, Retracted, Taken
    from kg.validate import Report

COLUMNS = (
    "id",
    "state",
    "when",
    "by",
    "file",
    "media_type",
    "triples",
    "violations",
    "warnings",
    "note",
)
_STATES = {
    "received": "received: publishing was interrupted; submit it again",
    "accepted": "accepted: in the graph",
    "quarantined": "quarantined: not in the graph",
    "retracted": "retracted: no longer in the graph",
}


def as_rows(records: Iterable[Record]) -> list[tuple[Cell, ...]]:
    """A row a submission under ``COLUMNS``, the one handed in last at the end."""
    chosen = sorted(records, key=lambda record: (record.when, record.id))
    return [tuple(getattr(record, name) for name in COLUMNS) for record in chosen]


def one_as_text(record: Record, report: Report | None) -> str:
    """A submission, what became of it, and what was found."""
    lines = [
        f"{record.file} ({record.media_type}, {record.size} bytes)",
        f"  id       {record.id}",
        f"  sha256   {record.sha256}",
        f"  state    {_STATES[record.state]}",
        *(_told(event) for event in record.events),
    ]
    found = render.as_text(report) if report else "The file and its report have been erased.\n"
    return clean_lines("\n".join([*map(clean, lines), "", found]))


def _told(event: Event) -> str:
    by = f" by {event.by}" if event.by else ""
    note = f": {event.note}" if event.note else ""
    return f"  {event.at}  {event.what}{by}{note}"


def one_as_json(record: Record, report: Report | None) -> str:
    """The same as an object."""
    return json_text({**asdict(record), "report": report and render.as_object(report)})


def taken_as_text(taken: Taken) -> str:
    """What was found in a file, and what became of it."""
    report = render.as_text(taken.report) if taken.report and taken.report.findings else ""
    return clean_lines(f"{report}{_outcome(taken)}\n")


def _outcome(taken: Taken) -> str:
    record = taken.record
    if taken.outcome == "unchanged":
        return (
            f"{taken.name}: nothing to do: the same file was accepted as {record.id}, "
            f"handed in by {record.by} at {record.when}"
        )
    if taken.outcome == "quarantined":
        return f"{taken.name}: kept in quarantine as {record.id}; nothing of it is in the graph"
    return f"{taken.name}: accepted as {record.id}, {record.triples} statements"


def taken_as_json(done: Sequence[Taken]) -> str:
    """The same as an array, an object a file."""
    return json_text(
        [
            {
                "file": taken.name,
                "id": taken.record.id,
                "outcome": taken.outcome,
                "triples": taken.record.triples,
                "report": taken.report and render.as_object(taken.report),
            }
            for taken in done
        ]
    )


def retracted_as_text(done: Iterable[Retracted]) -> str:
    """A line a submission: what has changed."""
    return "".join(f"{clean(line)}\n" for line in _retracted(done))


def _retracted(done: Iterable[Retracted]) -> Iterator[str]:
    for one in done:
        what = "taken out of the graph" if one.changed else "was not in the graph"
        rest = "its file is erased, its record stays" if one.record.erased else "its record stays"
        yield f"{one.record.id} ({one.record.file}): {what}; {rest}"


def retracted_as_json(done: Iterable[Retracted]) -> str:
    """The same as an array."""
    return json_text(
        [{"id": one.record.id, "file": one.record.file, "changed": one.changed} for one in done]
    )
