"""Has a file read in a process of its own, which can be killed."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from kg.confinement import environment
from kg.errors import InputError, from_description
from kg.validate import Limits
from kg.validate.files import look

_WORKER = "kg.diff.worker"


def read_file(file: Path, media_type: str, name: str, into: Path, limits: Limits) -> int:
    """Write the statements of ``file`` to ``into``, as sorted N-Quads lines, each once.

    Returns how many things without an IRI they speak of. ``name`` stands for the file in messages.
    Raises ``InputError`` for a file that is missing, malformed or beyond ``limits``.
    """
    look(file, limits)
    request = {
        "path": str(file.resolve()),
        "media_type": media_type,
        "name": name,
        "limits": asdict(limits),
    }
    with into.open("wb") as sink:
        try:
            done = subprocess.run(  # noqa: S603 - our own interpreter with fixed arguments
                [sys.executable, "-P", "-m", _WORKER],
                input=json.dumps(request).encode(),
                stdout=sink,
                stderr=subprocess.PIPE,
                timeout=limits.seconds,
                env=environment(),
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise InputError(
                f"reading took longer than {limits.seconds:g} seconds and was stopped",
                where=name,
                todo="compare smaller files",
            ) from None
    return _outcome(done.stderr, name, limits)


def _outcome(said: bytes, name: str, limits: Limits) -> int:
    """What the worker says at its end; one that was killed says nothing, or something else."""
    try:
        answer = json.loads(said.splitlines()[-1])
        fault = answer.get("error")
        unnamed = int(answer.get("unnamed", 0))
    except (ValueError, IndexError, AttributeError):
        raise InputError(
            f"broke the reader, or needed more than {limits.memory_bytes >> 20} MiB",
            where=name,
            todo="export it as nquads, which is read line by line",
        ) from None
    if fault is not None:
        raise from_description(fault)
    return unnamed
