"""Asks the process that converts files, and turns whatever happens to it into an answer."""

from __future__ import annotations

import json
from multiprocessing import get_context
from types import TracebackType
from typing import Any

from kg.articles.conversion.model import Converted
from kg.articles.conversion.worker import serve
from kg.errors import InputError
from kg.processes import deaf_to_interrupts

SECONDS = 30.0
"""How long one file may take."""


class Converter:
    """A process that turns files into text, started when the first one needs it.

    Use it as a context: the process ends with it. A file that kills its process, or takes longer
    than ``seconds``, is refused, and the next one gets a new process.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._running: _Running | None = None

    def __enter__(self) -> Converter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def convert(self, kind: str, data: bytes, where: str) -> Converted:
        """The text of a file of this kind; ``where`` names it in messages.

        Raises ``InputError`` when it cannot be had.
        """
        while True:
            running = self._running or _Running()
            self._running = running
            answer = running.ask(kind, data, self._seconds)
            if answer is not None:
                break
            fresh, late = running.answered == 0, running.late
            self._stop()
            if fresh or late:  # an older process may have died of what came before
                what = "takes too long to convert" if late else "cannot be converted to text"
                raise InputError(what, where=where, todo="save its text")
        if "what" in answer:
            raise InputError(answer["what"], where=where, todo=answer["todo"])
        return Converted(**answer)

    def _stop(self) -> None:
        if self._running:
            self._running.kill()
            self._running = None


class _Running:
    """One process, and the connection to it."""

    def __init__(self) -> None:
        spawn = get_context("spawn")
        self._connection, theirs = spawn.Pipe()
        self._process = spawn.Process(target=serve, args=(theirs,), daemon=True)
        with deaf_to_interrupts():
            self._process.start()
        theirs.close()
        self.answered = 0
        self.late = False

    def ask(self, kind: str, data: bytes, seconds: float) -> dict[str, Any] | None:
        """The answer; None when the process died, or is ``late``."""
        try:
            self._connection.send((kind, data))
            if not self._connection.poll(seconds):
                self.late = True
                return None
            answer: dict[str, Any] = json.loads(self._connection.recv_bytes())
        except (EOFError, OSError):
            return None
        self.answered += 1
        return answer

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()
