"""The record of a submission: what it is, who handed it in, and what became of it."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from typing import Any, Literal, get_args

State = Literal["received", "accepted", "quarantined", "retracted"]
STATES: tuple[State, ...] = get_args(State)
What = Literal["submitted", "accepted", "quarantined", "retracted", "erased"]
FORMAT = 1
ID_DIGITS = 16
LONGEST = 500
"""The most characters that are kept of a name or remark."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: when (ISO, UTC, whole seconds), by whom, with which remark."""

    at: str
    what: What
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A submission as it stands.

    ``id`` is the first 16 hexadecimal digits of ``sha256``, the hash of the bytes. ``file`` is the
    name that it was handed in under, without folders. ``base`` begins every IRI of the graph that
    it was judged against. ``triples``, ``violations`` and ``warnings`` count its statements and
    what was found when it was last judged. ``graph_sha256`` is the hash of what is added to the
    graph for it ("": nothing is). ``received`` says that it was judged good but that publishing
    was interrupted.
    """

    id: str
    sha256: str
    file: str
    media_type: str
    size: int
    by: str
    note: str
    base: str
    state: State
    triples: int
    violations: int
    warnings: int
    graph_sha256: str
    events: tuple[Event, ...]

    @property
    def when(self) -> str:
        """When it was last handed in."""
        return next((e.at for e in reversed(self.events) if e.what == "submitted"), "")

    @property
    def erased(self) -> bool:
        """Whether nothing but the record is left."""
        return bool(self.events) and self.events[-1].what == "erased"

    def now(self, state: State, *events: Event) -> Record:
        """The record in a further state, with what led to it."""
        return replace(self, state=state, events=(*self.events, *events))


def as_json(record: Record) -> bytes:
    """The record as the file that is kept of it."""
    text = json.dumps({"format": FORMAT, **asdict(record)}, indent=2, ensure_ascii=False)
    return f"{text}\n".encode()


def from_json(data: bytes) -> Record:
    """The record in a file. Raises ``ValueError`` when it is none."""
    content = json.loads(data)
    if not isinstance(content, dict) or content.pop("format", None) != FORMAT:
        raise ValueError("not a record of this form")
    if set(content) != {field.name for field in fields(Record)}:
        raise ValueError("fields are missing or unknown")
    if content["state"] not in STATES:
        raise ValueError("the state is unknown")
    events = content.pop("events")
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise ValueError("the events are no list")
    made: dict[str, Any] = content
    try:
        return Record(**made, events=tuple(Event(**event) for event in events))
    except TypeError as error:
        raise ValueError("an event is malformed") from error


def moment(at: datetime) -> str:
    """A time in UTC as records have it.

    >>> from datetime import UTC
    >>> moment(datetime(2026, 11, 22, 16, 5, 9, 7, UTC))
    '2026-11-22T16:05:09Z'
    """
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


def plain(text: str) -> str:
    r"""A stranger's words as they are kept: one line, no control characters, not without end.

    >>> plain(" Ann\x1b[31m \n Holt ")
    'Ann[31m Holt'
    """
    shown = "".join(c for c in text if c.isspace() or not unicodedata.category(c).startswith("C"))
    return " ".join(shown.split())[:LONGEST]
