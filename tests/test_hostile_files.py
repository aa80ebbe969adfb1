"""Every file of ``tests/hostile_files.py`` gets a verdict: in time, and nobody is called.

Each is judged by ``kg validate`` as a user runs it, in a process of its own that would show a
traceback, a signal or a panic. The server whose address the files name counts who calls it.
"""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import RunKg
from tests.hostile_files import Hostile, hostile_files

FILES = list(hostile_files())
# What a report may be long: it is capped, and says how many findings it left out.
LONGEST = 2_000_000
TROUBLE = re.compile(r"Traceback|panicked|RUST_BACKTRACE|Segmentation|SIG[A-Z]{3,}|\x1b|\x00")


class Server:
    """A server on the loopback that answers nobody and counts who connects."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}/"
        self.calls = 0
        threading.Thread(target=self._count, daemon=True).start()

    def _count(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.calls += 1
            connection.close()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.socket.close()


def test_the_corpus_is_large_and_of_all_forms() -> None:
    assert len(FILES) >= 240
    assert len({(one.name, one.ending) for one in FILES}) == len(FILES)


def test_the_server_counts(server: Server) -> None:
    before = server.calls
    socket.create_connection(server.socket.getsockname()).close()
    while server.calls == before:
        pass
    server.calls = before


@pytest.mark.parametrize("one", FILES, ids=lambda one: f"{one.ending}: {one.name}")
def test_it_gets_a_verdict(one: Hostile, kg: RunKg, server: Server, tmp_path: Path) -> None:
    path = tmp_path / f"f.{one.ending}"
    path.write_bytes(one.make(server.url))
    ran = kg("validate", path)
    said = ran.out + ran.err
    assert ran.code in one.codes, said[:2000]
    assert said.strip()
    assert len(said) < LONGEST
    assert not TROUBLE.search(said), said[:2000]
    assert server.calls == 0
