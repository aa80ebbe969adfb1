"""The process that reads and judges strangers' files, so that it can be killed.

    python -m kg.validate.worker

On stdin comes one line of JSON (the names, media types and sizes of the files, the limits, other
shapes if any, the graph that they are judged against if any), then the files themselves. On stdout
goes one JSON value: the report, with the statements of each file if they are wanted, or the error.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from kg.confinement import confine
from kg.errors import InputError, KgError, StoreError, described
from kg.iris import DEFAULT_BASE
from kg.validate.against import Against
from kg.validate.engines import Engine
from kg.validate.files import Submission
from kg.validate.limits import Limits


def main() -> int:
    """Answer the request on stdin; every outcome but death is written to stdout."""
    source = sys.stdin.buffer
    request = json.loads(source.readline())
    limits = Limits(**request["limits"])
    confine(limits.seconds, limits.memory_bytes)
    try:
        answer = _judge_all(request, source, limits)
    except KgError as error:
        answer = {"error": described(error)}
    except (MemoryError, RecursionError):
        answer = {"error": described(_too_much(request, limits))}
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()
    return 0


def _judge_all(request: Mapping[str, Any], source: BinaryIO, limits: Limits) -> dict[str, Any]:
    # Here, so that what the imports take counts against the limits.
    from kg.validate.naming import with_selectors
    from kg.validate.reading import read
    from kg.validate.rules import load_rules

    shapes = request["shapes"]
    rules = load_rules(None if shapes is None else [Path(name) for name in shapes])
    answer: dict[str, Any] = {"files": [], "findings": [], "notes": [], "statements": []}
    with _known(request["against"]) as known:
        for name, media_type, size in request["files"]:
            submission = Submission(name, media_type, source.read(size))
            base = known.base if known else DEFAULT_BASE
            reading = own = read(submission.data, media_type, name, limits, base)
            if known is not None and not reading.faults:
                own = reading.saying(with_selectors(reading.quads))
                reading = reading.saying(known.said_now(own.quads))
            file, findings, note = _judge(submission, reading, rules, request["engine"], known)
            answer["files"].append(file)
            answer["findings"].extend(findings)
            answer["statements"].append(_statements(own, request["under"]))
            if note and note not in answer["notes"]:
                answer["notes"].append(note)
    return answer


@contextmanager
def _known(against: Mapping[str, str | None] | None) -> Iterator[Any]:
    """The graph that the files are judged against; None when each is judged alone."""
    if against is None:
        yield None
        return
    from kg.validate.known import Known

    paths = {key: Path(name) for key in ("graph", "index", "articles") if (name := against[key])}
    try:
        opened = Known(Against(str(against["base"]), **paths))
    except (OSError, RuntimeError) as error:
        raise StoreError(
            f"the graph cannot be read: {error}",
            where=against["graph"],
            todo="see `kg store verify`",
        ) from error
    with opened:
        yield opened


def _judge(
    submission: Submission, reading: Any, rules: Any, engine: Engine, known: Any
) -> tuple[dict[str, Any], list[dict[str, Any]], str | None]:
    from kg.validate.adding import judge_against
    from kg.validate.engine import judge
    from kg.validate.report import file_report, in_order

    name, media_type = submission.name, submission.media_type
    if known is None:
        judged = judge(reading.quads, rules, name, reading.faults, engine)
    else:
        judged = judge_against(reading.quads, known, rules, name, reading.faults, engine)
    findings = in_order((*reading.place(judged.findings), *reading.remarks))
    counts = judged.triples, judged.focus_nodes, judged.shapes
    file = file_report(name, media_type, findings, *counts)
    return asdict(file), [asdict(finding) for finding in findings], judged.note


def _statements(reading: Any, under: str | None) -> str | None:
    """The statements as they would be kept, if they are wanted and the file could be read."""
    if under is None or reading.faults:
        return None
    from kg.validate.naming import named

    return named(reading.quads, under).decode()


def _too_much(request: Mapping[str, Any], limits: Limits) -> InputError:
    return InputError(
        f"needs more than {limits.memory_bytes >> 20} MiB, or holds a single value above 16 MiB",
        where=", ".join(name for name, _, _ in request["files"]),
        todo="split the file",
    )


if __name__ == "__main__":
    sys.exit(main())
