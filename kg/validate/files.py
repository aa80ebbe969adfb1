"""Validates strangers' files: looks at them from outside, has a process of its own do the rest."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.articles import kinds as articles
from kg.confinement import environment
from kg.errors import InputError, from_description
from kg.validate.against import Against
from kg.validate.engines import Engine
from kg.validate.limits import Limits
from kg.validate.report import FileReport, Finding, Report

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".ttl": "text/turtle",
        ".trig": "application/trig",
        ".nt": "application/n-triples",
        ".nq": "application/n-quads",
        ".jsonld": "application/ld+json",
        ".json": "application/ld+json",
        ".rdf": "application/rdf+xml",
        ".owl": "application/rdf+xml",
        ".xml": "application/rdf+xml",
        ".csv": "text/csv",
        **{
            ending: articles.MEDIA_TYPES[kind]
            for ending, kind in articles.KINDS.items()
            if kind != "jsonl"
        },
    }
)
"""The formats that can be validated, by the ending of a file's name."""

_WORKER = "kg.validate.worker"


@dataclass(frozen=True, slots=True)
class Submission:
    """A graph as it came: its name for the findings, its media type, its bytes."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Judged:
    """The report on one submission, and its statements as sorted N-Triples without blank nodes.

    ``statements`` is None when the file could not be read to its end.
    """

    report: Report
    statements: bytes | None


def validate_files(
    paths: Iterable[Path],
    shapes: Sequence[Path] | None = None,
    limits: Limits | None = None,
    engine: Engine = "auto",
) -> Report:
    """The report on Turtle, TriG, N-Triples and N-Quads files, each judged alone.

    Raises ``InputError`` for a file that is missing, no regular file, of another format or beyond
    ``limits``; otherwise as ``validate_submissions``.
    """
    bounds = limits or Limits()
    return validate_submissions([load(path, bounds) for path in paths], shapes, bounds, engine)


def validate_submissions(
    submissions: Sequence[Submission],
    shapes: Sequence[Path] | None = None,
    limits: Limits | None = None,
    engine: Engine = "auto",
    against: Against | None = None,
) -> Report:
    """The report on graphs that have been read already, from standard input for example.

    With ``against``, each is judged as an addition to the graph that is there. A fault of syntax,
    encoding or nesting is a finding; ``Report.exit_code`` knows it. Raises ``InputError`` when
    reading and judging took more time or memory than ``limits`` allow or broke the parser, or
    ``shapes`` are malformed, and ``ResourceError`` or ``InternalError`` when kg's own files are.
    """
    rules = None if shapes is None else [str(path.resolve()) for path in shapes]
    request = {"shapes": rules, "engine": engine, "against": _paths(against), "under": None}
    return _report(_ask(submissions, request, limits or Limits()))


def judge_submission(
    submission: Submission, against: Against, under: str, limits: Limits | None = None
) -> Judged:
    """The report on one graph as an addition, and its statements as they would be added.

    ``under`` begins the IRIs of its blank nodes. Raises as ``validate_submissions`` does.
    """
    request = {"shapes": None, "engine": "auto", "against": _paths(against), "under": under}
    answer = _ask([submission], request, limits or Limits())
    (text,) = answer["statements"]
    return Judged(_report(answer), None if text is None else str(text).encode())


def _paths(against: Against | None) -> dict[str, str | None] | None:
    if against is None:
        return None
    parts = {"graph": against.graph, "index": against.index, "articles": against.articles}
    paths = {name: str(path.resolve()) if path else None for name, path in parts.items()}
    return {"base": against.base, **paths}


def _ask(
    submissions: Sequence[Submission], request: Mapping[str, object], limits: Limits
) -> dict[str, Any]:
    """The worker's answer. Raises the error that it describes."""
    files = [[s.name, s.media_type, len(s.data)] for s in submissions]
    whole = {**request, "limits": asdict(limits), "files": files}
    data = b"".join(submission.data for submission in submissions)
    names = ", ".join(submission.name for submission in submissions)
    output = _run(json.dumps(whole).encode() + b"\n" + data, names, limits)
    return _answer(output, names, limits)


def load(path: Path, limits: Limits, ending: str | None = None) -> Submission:
    """The file ``path``; ``ending`` is for a name that does not tell what it holds.

    Raises ``InputError`` as ``validate_files`` says.
    """
    media_type = MEDIA_TYPES.get(path.suffix.lower()) or MEDIA_TYPES.get(f".{ending}")
    if media_type is None:
        raise InputError(
            f"'{path.suffix}' is no format that can be validated",
            where=str(path),
            todo=f"use {', '.join(MEDIA_TYPES)}, or say with --input what it holds",
        )
    look(path, limits)
    try:
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    if len(data) > limits.file_bytes:
        raise _too_large(path, limits)
    return Submission(str(path), media_type, data)


def look(path: Path, limits: Limits) -> None:
    """Look at a file before it is opened: opening a pipe would wait for somebody to write to it.

    Raises ``InputError`` for one that is missing, no regular file, or beyond ``limits``.
    """
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if not stat.S_ISREG(status.st_mode):
        raise InputError("not a regular file", where=str(path), todo="name a file")
    if status.st_size > limits.file_bytes:
        raise _too_large(path, limits)


def _unreadable(path: Path, error: OSError | ValueError) -> InputError:
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(
        f"cannot be read: {reason}", where=str(path), todo="check the name and the permissions"
    )


def _too_large(path: Path, limits: Limits) -> InputError:
    return InputError(
        f"larger than {limits.file_bytes >> 20} MiB", where=str(path), todo="split the file"
    )


def _run(request: bytes, names: str, limits: Limits) -> bytes:
    """What the worker wrote; what it prints on stderr as it dies is for nobody."""
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter with fixed arguments
            [sys.executable, "-P", "-m", _WORKER],
            input=request,
            capture_output=True,
            timeout=limits.seconds,
            env=environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise InputError(
            f"reading and judging took longer than {limits.seconds:g} seconds and was stopped",
            where=names,
            todo="split the file",
        ) from None
    return done.stdout


def _answer(output: bytes, names: str, limits: Limits) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = json.loads(output)
    except ValueError:
        # It was killed, by its memory limit or by the parser's own abort, before it could answer.
        raise InputError(
            f"broke the reader, or needed more than {limits.memory_bytes >> 20} MiB",
            where=names,
            todo="split the file, or write it flatter",
        ) from None
    if "error" in answer:
        raise from_description(answer["error"])
    return answer


def _report(answer: Mapping[str, Any]) -> Report:
    return Report(
        tuple(FileReport(**file) for file in answer["files"]),
        tuple(Finding(**finding) for finding in answer["findings"]),
        notes=tuple(answer["notes"]),
    )
