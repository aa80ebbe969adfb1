"""Asks a query in a process of its own, and turns whatever happens to that into an answer."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kg.confinement import environment
from kg.errors import InternalError, QueryError, StoreError
from kg.sparql import wire
from kg.sparql.answers import Answer
from kg.sparql.guard import clear
from kg.sparql.limits import Limits

if TYPE_CHECKING:
    from kg.endpoint import Endpoint

_WORKER = "kg.sparql.worker"
_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected )?(.*)", re.DOTALL)
_SAYING = re.compile(r"[A-Z][a-z]|[a-z]+ failed|not allowed|not found|unbound|already")


class Served(Protocol):
    """A store, as far as an ad hoc query needs it."""

    @property
    def location(self) -> str:
        """Where it is, for messages."""
        ...

    def endpoint(self) -> Endpoint | None:
        """The endpoint to ask when the graph is on a server."""
        ...

    def index_for(self, sparql: str) -> Path | None:
        """An Oxigraph database that can answer the query; None: it must be sent all statements."""
        ...

    def lines(self) -> Iterator[bytes]:
        """All statements as N-Quads lines."""
        ...


def ask(store: Served, query: str, limits: Limits | None = None) -> Answer:
    """The answer of any SPARQL 1.1 query that only reads ``store``.

    The query is judged by ``kg.sparql.guard`` and then evaluated in a process that is killed when
    its time is up; an endpoint is asked within the same limits, but for memory, which is its own.
    Without FROM it asks the union of all graphs, each triple once. The prefixes of
    ``kg.vocab`` need not be declared.

    Raises ``QueryError`` for a query that is malformed, refused, or beyond a limit, and
    ``StoreError`` for a store that cannot be read, and ``InternalError`` when the process fails.
    """
    bounds = limits or Limits()
    clear(query, bounds)
    endpoint = store.endpoint()
    if endpoint is not None:
        return _elsewhere(endpoint, query, bounds)
    request, graph = _request(store, query, bounds)
    lines = _run(request, graph, bounds)
    return _read(lines, query, store.location, bounds)


def _elsewhere(endpoint: Endpoint, query: str, limits: Limits) -> Answer:
    found = endpoint.first(
        query, rows=limits.rows, seconds=limits.seconds, answer_bytes=limits.answer_bytes
    )
    return Answer(found.form, found.columns, found.rows, found.verdict, found.truncated)


def _request(store: Served, query: str, limits: Limits) -> tuple[wire.Request, bytes]:
    """The request, and the graph to send after it when no index on disk can answer."""
    index = store.index_for(query)
    request = wire.Request(
        query=query,
        index=str(index.resolve()) if index else None,
        seconds=limits.seconds,
        rows=limits.rows,
        memory_bytes=limits.memory_bytes,
        answer_bytes=limits.answer_bytes,
    )
    return request, b"" if index else b"".join(store.lines())


def _run(request: wire.Request, graph: bytes, limits: Limits) -> list[bytes]:
    """The lines that the worker wrote; what the engine prints as it dies is for nobody.

    A signal ends a worker that overflowed its stack or was refused memory. An exit code says that
    the worker itself is at fault.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter with fixed arguments
            [sys.executable, "-P", "-m", _WORKER],
            input=json.dumps(asdict(request)).encode() + b"\n" + graph,
            capture_output=True,
            timeout=limits.seconds,
            env=environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise QueryError(
            f"the query took longer than {limits.seconds:g} seconds and was stopped",
            todo="ask for less, or bind more of its variables",
        ) from None
    if done.returncode > 0 and b"MemoryError" not in done.stderr:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise InternalError(f"the process that evaluates queries failed: {last}")
    return done.stdout.splitlines()


def _read(lines: list[bytes], query: str, location: str, limits: Limits) -> Answer:
    """The answer in the worker's lines. A worker that died leaves the last line out or cut."""
    try:
        values = [json.loads(line) for line in lines]
    except ValueError:
        values = []
    last = values[-1] if values else None
    if not isinstance(last, dict) or not last.keys() & {wire.FAULT, wire.END}:
        last = {wire.FAULT: wire.MEMORY}
    if wire.FAULT in last:
        raise _fault(last, query, location, limits)
    head, rows = values[0], values[1:-1]
    return Answer(
        form=head["form"],
        columns=tuple(head["columns"]),
        rows=tuple(wire.decode_row(row) for row in rows),
        verdict=head["verdict"],
        truncated=last["truncated"],
    )


def _fault(
    report: dict[str, Any], query: str, location: str, limits: Limits
) -> QueryError | StoreError | InternalError:
    kind, reason = report[wire.FAULT], " ".join(str(report.get("reason", "")).split())
    if kind == wire.SYNTAX:
        return _syntax(reason, query)
    if kind == wire.STORE:
        return StoreError(
            f"the store cannot be read: {reason}", where=location, todo="run `kg store verify`"
        )
    if kind == wire.MEMORY:
        return QueryError(
            f"the query broke the engine, or needed more than {limits.memory_bytes >> 20} MiB",
            todo="ask for less, or write it flatter",
        )
    return QueryError(f"the query cannot be evaluated: {reason}", todo="mend the query")


def _syntax(reason: str, query: str) -> QueryError:
    """The engine's complaint, with the place in our words and without its lists of characters."""
    match = _PLACE.fullmatch(reason)
    if match is None:
        return QueryError(f"the query cannot be read: {reason}", todo="mend the query")
    line, column = int(match[1]), int(match[2])
    text = query.splitlines()[line - 1][column - 1 :] if line <= query.count("\n") + 1 else ""
    found = f"at {text.split()[0][:40]!r}" if text.split() else "at its end"
    saying = [part for part in match[3].removeprefix("one of ").split(", ") if _says(part)]
    hint = f": {'; '.join(saying)}" if saying else ""
    return QueryError(
        f"the query cannot be read {found}{hint}",
        where=f"line {line}, column {column}",
        todo="mend the query there",
    )


def _says(part: str) -> bool:
    return bool(_SAYING.search(part)) and "[" not in part and '"' not in part
