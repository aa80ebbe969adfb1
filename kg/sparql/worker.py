"""The process that evaluates one ad hoc query, so that it can be killed and cannot take more.

    python -m kg.sparql.worker

It reads a request from stdin and writes the answer to stdout, both as ``kg.sparql.wire`` says.
Where the operating system allows it, it leaves the network before it asks the engine, so that a
way around the guard would find nobody to call.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import pyoxigraph as ox

from kg.confinement import confine
from kg.nquads import load_with_graphs
from kg.sparql.wire import END, FAULT, MEMORY, RUNTIME, STORE, SYNTAX, Request, encode_row
from kg.vocab import PREFIXES

_DAMAGE = "Corruption"  # what RocksDB calls a damaged file, which may show late


def main() -> int:
    """Answer the request on stdin; every outcome but death is written to stdout."""
    request = Request(**json.loads(sys.stdin.buffer.readline()))
    confine(request.seconds, request.memory_bytes)
    out = sys.stdout.buffer
    try:
        for line in _answer(request, sys.stdin.buffer):
            out.write(line)
    except MemoryError:
        out.write(_line({FAULT: MEMORY}))
    out.flush()
    return 0


def _answer(request: Request, graph: BinaryIO) -> Iterator[bytes]:
    try:
        store = _open(request, graph)
    except (OSError, RuntimeError, SyntaxError) as error:
        yield _line({FAULT: STORE, "reason": str(error)})
        return
    try:
        answer = store.query(request.query, prefixes=dict(PREFIXES))
        if isinstance(answer, ox.QueryBoolean):
            yield _line({"form": "ask", "columns": [], "verdict": bool(answer)})
            yield _line({END: True, "truncated": False})
            return
        if isinstance(answer, ox.QueryTriples):
            columns = ["subject", "predicate", "object"]
            yield _line({"form": "construct", "columns": columns, "verdict": None})
        else:
            columns = [variable.value for variable in answer.variables]
            yield _line({"form": "select", "columns": columns, "verdict": None})
        yield from _rows(answer, request)
    except SyntaxError as error:
        yield _line({FAULT: SYNTAX, "reason": str(error)})
    except (OSError, RuntimeError, ValueError) as error:
        kind = STORE if _DAMAGE in str(error) else RUNTIME
        yield _line({FAULT: kind, "reason": str(error)})


def _open(request: Request, graph: BinaryIO) -> ox.Store:
    if request.index is not None:
        return ox.Store.read_only(request.index)
    store = ox.Store()
    load_with_graphs(store, graph)
    return store


def _rows(answer: Iterable[Iterable[Any]], request: Request) -> Iterator[bytes]:
    size = 0
    truncated = False
    for count, row in enumerate(answer):
        line = _line(encode_row(tuple(row)))
        size += len(line)
        if count >= request.rows or size > request.answer_bytes:
            truncated = True
            break
        yield line
    yield _line({END: True, "truncated": truncated})


def _line(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode() + b"\n"


if __name__ == "__main__":
    sys.exit(main())
