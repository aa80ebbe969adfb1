"""The process that converts: confined before it looks at a file, and killed when it is late."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from multiprocessing.connection import Connection

from kg.articles.conversion.model import Converted, Refused
from kg.confinement import confine

PROCESSOR_SECONDS = 300
MEMORY = 2 * 1024**3


def serve(connection: Connection) -> None:
    """Answer requests (kind, bytes of the file) until the other end closes.

    An answer is JSON: the fields of ``Converted``, or ``what`` and ``todo`` of a refusal. It is
    no pickle, since what reads the file might be made to write one.
    """
    confine(PROCESSOR_SECONDS, MEMORY)
    while True:
        try:
            kind, data = connection.recv()
        except (EOFError, OSError):
            return
        connection.send_bytes(json.dumps(_answer(kind, data)).encode())


def _answer(kind: str, data: bytes) -> dict[str, str]:
    # One library is imported, that of the kind asked for: each takes a fifth of a second.
    convert: Callable[[bytes], Converted] = import_module(f"kg.articles.conversion.{kind}").convert
    try:
        return asdict(convert(data))
    except Refused as refusal:
        return {"what": refusal.what, "todo": refusal.todo}
    except UnicodeDecodeError as error:
        return {"what": f"is not UTF-8 (byte {error.start})", "todo": "save it as UTF-8"}
    except MemoryError:
        return {"what": "takes too much memory to convert", "todo": "save its text"}
    except Exception as error:  # a library's fault with a stranger's file: theirs to hear of
        reason = f"cannot be converted to text ({type(error).__name__})"
        return {"what": reason, "todo": "save its text"}
