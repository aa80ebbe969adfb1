"""The process that reads a file to be compared, so that it can be killed.

    python -m kg.diff.worker

On stdin comes one value of JSON: path, media type and name of the file, the limits. The statements
go to stdout, which is a file, as sorted N-Quads lines, each once; at the end one line of JSON goes
to stderr, with the number of things without an IRI or the error.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

from kg.confinement import confine
from kg.errors import InputError, KgError, described
from kg.validate.limits import Limits


def main() -> int:
    """Answer the request on stdin; every outcome but death is told on stderr."""
    request = json.loads(sys.stdin.buffer.read())
    limits = Limits(**request["limits"])
    confine(limits.seconds, limits.memory_bytes)
    answer: dict[str, object]
    try:
        answer = {"unnamed": _read(request, limits, sys.stdout.buffer)}
        sys.stdout.flush()
    except KgError as error:
        answer = {"error": described(error)}
    except (MemoryError, RecursionError):
        answer = {"error": described(_too_much(request, limits))}
    sys.stderr.write(f"\n{json.dumps(answer)}\n")
    return 0


def _read(request: Mapping[str, Any], limits: Limits, sink: BinaryIO) -> int:
    # Here, so that what the imports take counts against the limits.
    from kg.diff.reading import copy_if_sorted, lines_of

    path, media_type, name = Path(request["path"]), request["media_type"], request["name"]
    if copy_if_sorted(path, media_type, sink):
        return 0
    lines, unnamed = lines_of(path, media_type, name, limits)
    sink.writelines(lines)
    return unnamed


def _too_much(request: Mapping[str, Any], limits: Limits) -> InputError:
    return InputError(
        f"needs more than {limits.memory_bytes >> 20} MiB, or holds a single value above 16 MiB",
        where=request["name"],
        todo="export it as nquads, which is read line by line",
    )


if __name__ == "__main__":
    sys.exit(main())
