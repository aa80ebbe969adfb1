"""Taking a submission out of the graph again, as if it had never come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from kg.errors import UsageError
from kg.nquads import quads_of
from kg.store import writer
from kg.store.layout import Layout, store_errors
from kg.submissions import published, shelf
from kg.submissions.model import Event, Record, moment, plain
from kg.validate import validate_quads


@dataclass(frozen=True, slots=True)
class Retracted:
    """What became of a submission. ``changed`` says whether the graph is another one now."""

    record: Record
    changed: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """Who retracts, and why. ``erase`` says that the bytes are to go as well."""

    by: str = ""
    why: str = ""
    erase: bool = False


def _now() -> datetime:
    return datetime.now(UTC)


def retract(
    folder: Path, asked: Sequence[str], reason: Reason, now: Callable[[], datetime] = _now
) -> tuple[Retracted, ...]:
    """Take the submissions with these IDs, or starts of them, out of the graph, all at once.

    Their records stay and tell of it. The record is changed first: whoever is killed before the
    graph follows leaves that to the next writer, and the graph never gets them back.

    Raises ``UsageError`` for an unknown ID, or when another submission that stays speaks of things
    that only one of these describes; ``StoreError`` as ``submit`` does.
    """
    Layout(folder).served()  # before the folder is made a store
    with writer(folder, "kg retract") as publish, store_errors(folder):
        start = published.served(folder)
        listed = published.in_graph(folder)
        records = published.settle(folder, listed)
        going = {shelf.find_record(records, one).id for one in asked}
        staying = [r for r in records if r.state == "accepted" and r.id not in going]
        if going & listed:
            _refuse_to_strand(folder, start, [r for r in records if r.id in going], staying)
        done = [_retracted(folder, r, reason, now) for r in records if r.id in going]
        held = {record.id for record in staying}
        if held != listed:
            published.publish_with(folder, publish, start, staying)
        if reason.erase:
            for record in done:
                shelf.erase(folder, record)
        return tuple(Retracted(record, record.id in listed) for record in done)


def _retracted(folder: Path, record: Record, reason: Reason, now: Callable[[], datetime]) -> Record:
    by, why, at = plain(reason.by), plain(reason.why), moment(now())
    events = [] if record.state == "retracted" else [Event(at, "retracted", by, why)]
    if reason.erase and not record.erased:
        events.append(Event(at, "erased", by, why))
    if not events:
        return record
    gone = replace(record.now("retracted", *events), graph_sha256="")
    shelf.update(folder, gone)
    return gone


def _refuse_to_strand(
    folder: Path, start: published.Served, going: Iterable[Record], staying: Sequence[Record]
) -> None:
    """Raise ``UsageError`` when the graph would break a rule without the submissions that go.

    Articles never lean on a submission. Another submission may: on what it says of a person, say.
    """
    described: set[object] = {
        quad.subject
        for record in going
        if record.state == "accepted"
        for quad in quads_of([shelf.read_graph(folder, record)])
    }
    leaning = [r for r in staying if _speaks_of(folder, r, described)]
    if not leaning:
        return
    report = validate_quads(published.statements(folder, start, staying))
    if not report.conforms:
        names = ", ".join(record.id for record in leaning)
        raise UsageError(
            f"other submissions rest on what this one says: {names}",
            where=str(folder),
            todo="retract them too, in one command",
        )


def _speaks_of(folder: Path, record: Record, things: set[object]) -> bool:
    return any(
        {quad.subject, quad.object} & things
        for quad in quads_of([shelf.read_graph(folder, record)])
    )
