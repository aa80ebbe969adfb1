"""Taking submissions in: judged against the graph that is there, then added, or kept apart."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Literal

from kg.errors import InputError, UsageError
from kg.store import Publish, writer
from kg.store.layout import Layout, store_errors
from kg.submissions import published, shelf
from kg.submissions.model import ID_DIGITS, Event, Record, moment, plain
from kg.submissions.statements import graph_text, iri
from kg.validate import (
    Against,
    FileReport,
    Finding,
    Judged,
    Limits,
    Report,
    Severity,
    Submission,
    judge_submission,
)
from kg.validate.render import as_object

Outcome = Literal["accepted", "quarantined", "unchanged"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file. ``report`` is None when it had been accepted before."""

    name: str
    outcome: Outcome
    record: Record
    report: Report | None


@dataclass(frozen=True, slots=True)
class Handing:
    """Who hands in, with which remark, and how strictly and within which bounds it is judged.

    ``day`` is when it was handed in, ``YYYY-MM-DD``; "" is the day on which it is accepted.
    """

    by: str
    note: str = ""
    day: str = ""
    fail_on: Severity = "violation"
    limits: Limits = field(default_factory=Limits)


def _now() -> datetime:
    return datetime.now(UTC)


def submit(
    folder: Path,
    files: Sequence[Submission],
    handing: Handing,
    now: Callable[[], datetime] = _now,
) -> Iterator[Taken]:
    """Take each file in, whole or not at all, and tell what became of it before the next.

    A file that is good is in the published graph when it is told; one that is not is kept with its
    report. ``now`` is the clock, in UTC. The store is held until the last file is done.

    Raises ``UsageError`` when nobody hands in, and ``StoreError`` when nothing has been published
    in ``folder``, another process is writing, or the disk fails; files told before are taken.
    """
    if not plain(handing.by):
        raise UsageError("who hands this in?", todo="give a name: --by WHO")
    Layout(folder).served()  # before the folder is made a store
    with writer(folder, "kg submit") as publish, store_errors(folder):
        for file in files:
            yield _take(folder, publish, file, handing, now)


def _take(
    folder: Path,
    publish: Publish,
    file: Submission,
    handing: Handing,
    now: Callable[[], datetime],
) -> Taken:
    start = published.served(folder)
    listed = published.in_graph(folder)
    records = {record.id: record for record in published.settle(folder, listed)}
    sha256 = hashlib.sha256(file.data).hexdigest()
    before = _same_bytes(records.get(sha256[:ID_DIGITS]), sha256, file.name)
    accepted = [record for record in records.values() if record.state == "accepted"]
    if before and before.state == "accepted":
        if before.id not in listed:  # its writer was killed, or the store went back a version
            published.publish_with(folder, publish, start, accepted)
        return Taken(file.name, "unchanged", before, None)
    judged = _judged(file, start, sha256, handing.limits)
    at = moment(now())
    record = _counted(_record(file, sha256, handing, start.base, before, at), judged)
    original = {"original": file.data, "report": _kept_report(judged.report, record.file)}
    if judged.statements is None or judged.report.exit_code(handing.fail_on):
        record = record.now("quarantined", Event(at, "quarantined"))
        _keep(folder, before, record, original)
        return Taken(file.name, "quarantined", record, judged.report)
    record, graph = _with_graph(record, judged.statements, handing.day or at[:10])
    _keep(folder, before, record, {**original, "graph": graph})
    published.publish_with(folder, publish, start, [*accepted, record])
    record = record.now("accepted", Event(moment(now()), "accepted"))
    shelf.update(folder, record)
    return Taken(file.name, "accepted", record, judged.report)


def _same_bytes(before: Record | None, sha256: str, name: str) -> Record | None:
    if before and before.sha256 != sha256:
        raise InputError(
            f"another file with a hash that begins with {before.id} is there",
            where=name,
            todo="change the file, if only by a comment",
        )
    return before


def _judged(file: Submission, start: published.Served, sha256: str, limits: Limits) -> Judged:
    """The judgement; a file that breaks the reader has a finding and not an error."""
    against = Against(start.base, start.version.graph, start.version.index, start.version.articles)
    under = f"{iri(start.base, sha256[:ID_DIGITS])}#"
    try:
        return judge_submission(file, against, under, limits)
    except InputError as error:
        finding = Finding(file.name, "violation", "file", "limits", f"It {error.what}.", error.todo)
        report = FileReport(file.name, False, file.media_type, 0, 0)
        return Judged(Report((report,), (finding,)), None)


def _record(
    file: Submission, sha256: str, handing: Handing, base: str, before: Record | None, at: str
) -> Record:
    by, note = plain(handing.by), plain(handing.note)
    return Record(
        id=sha256[:ID_DIGITS],
        sha256=sha256,
        file=_last_part(file.name),
        media_type=file.media_type,
        size=len(file.data),
        by=by,
        note=note,
        base=base,
        state="received",
        triples=0,
        violations=0,
        warnings=0,
        graph_sha256="",
        events=(*(before.events if before else ()), Event(at, "submitted", by, note)),
    )


def _counted(record: Record, judged: Judged) -> Record:
    found = Counter(finding.severity for finding in judged.report.findings)
    return replace(
        record,
        triples=sum(file.triples for file in judged.report.files),
        violations=found["violation"],
        warnings=found["warning"],
    )


def _with_graph(record: Record, statements: bytes, day: str) -> tuple[Record, bytes]:
    """The record of a submission that is good, and what is added to the graph for it."""
    graph = graph_text(record, statements, day)
    return replace(record, graph_sha256=hashlib.sha256(graph).hexdigest()), graph


def _keep(folder: Path, before: Record | None, record: Record, files: Mapping[str, bytes]) -> None:
    if before is None:
        shelf.put(folder, record, files)
    else:
        shelf.update(folder, record, files)


def _kept_report(report: Report, name: str) -> bytes:
    """The report as it is kept, with the file called ``name``: paths of clients stay theirs."""
    told = Report(
        tuple(replace(file, file=name) for file in report.files),
        tuple(replace(finding, file=name) for finding in report.findings),
    )
    return f"{json.dumps(as_object(told), indent=2)}\n".encode()


def _last_part(name: str) -> str:
    """The name of a file without folders, as either kind of system writes them."""
    last = plain(PureWindowsPath(PurePosixPath(name).name).name)
    return last.replace("/", "").replace("\\", "") or "unnamed"
