"""Validates strangers' files: looks at them from outside, has a process of its own do the rest."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import kg
from kg import errors
from kg.errors import InputError, InternalError, KgError
from kg.validate.engines import Engine
from kg.validate.limits import Limits
from kg.validate.report import FileReport, Finding, Report

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".ttl": "text/turtle",
        ".trig": "application/trig",
        ".nt": "application/n-triples",
        ".nq": "application/n-quads",
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
) -> Report:
    """The report on graphs that have been read already, from standard input for example.

    A fault of syntax, encoding or nesting is a finding; ``Report.exit_code`` knows it. Raises
    ``InputError`` when reading and judging took more time or memory than ``limits`` allow or
    broke the parser, or ``shapes`` are malformed, and ``ResourceError`` or ``InternalError`` when
    kg's own files are.
    """
    bounds = limits or Limits()
    request = {
        "shapes": None if shapes is None else [str(path.resolve()) for path in shapes],
        "limits": asdict(bounds),
        "engine": engine,
        "files": [[s.name, s.media_type, len(s.data)] for s in submissions],
    }
    data = b"".join(submission.data for submission in submissions)
    names = ", ".join(submission.name for submission in submissions)
    return _answer(_run(json.dumps(request).encode() + b"\n" + data, names, bounds), names, bounds)


def load(path: Path, limits: Limits) -> Submission:
    """The file ``path``. Raises ``InputError`` as ``validate_files`` says."""
    media_type = MEDIA_TYPES.get(path.suffix.lower())
    if media_type is None:
        raise InputError(
            f"'{path.suffix}' is no format that can be validated",
            where=str(path),
            todo=f"use {', '.join(MEDIA_TYPES)}",
        )
    try:
        # Looked at before it is opened: opening a pipe would wait for somebody to write to it.
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise InputError("not a regular file", where=str(path), todo="name a file")
        if status.st_size > limits.file_bytes:
            raise _too_large(path, limits)
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"cannot be read: {reason}", where=str(path), todo="check the name and the permissions"
        ) from error
    if len(data) > limits.file_bytes:
        raise _too_large(path, limits)
    return Submission(str(path), media_type, data)


def _too_large(path: Path, limits: Limits) -> InputError:
    return InputError(
        f"larger than {limits.file_bytes >> 20} MiB", where=str(path), todo="split the file"
    )


def _run(request: bytes, names: str, limits: Limits) -> bytes:
    """What the worker wrote; what it prints on stderr as it dies is for nobody."""
    package = str(Path(kg.__file__).resolve().parent.parent)
    paths = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter with fixed arguments
            [sys.executable, "-P", "-m", _WORKER],
            input=request,
            capture_output=True,
            timeout=limits.seconds,
            env=os.environ | {"PYTHONPATH": paths},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise InputError(
            f"reading and judging took longer than {limits.seconds:g} seconds and was stopped",
            where=names,
            todo="split the file",
        ) from None
    return done.stdout


def _answer(output: bytes, names: str, limits: Limits) -> Report:
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
        raise _error(answer["error"])
    return Report(
        tuple(FileReport(**file) for file in answer["files"]),
        tuple(Finding(**finding) for finding in answer["findings"]),
        notes=tuple(answer["notes"]),
    )


def _error(fault: dict[str, str | None]) -> KgError:
    kind = getattr(errors, str(fault["kind"]), InternalError)
    made: KgError = kind(str(fault["what"]), where=fault["where"], todo=fault["todo"])
    return made
