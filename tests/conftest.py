"""What every test shares: the same examples each time, no network, and a way to run kg."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import settings

from kg.cli import main

ROOT = Path(__file__).parent.parent

# HYPOTHESIS_PROFILE=explore looks for new examples; a run of all checks must not depend on luck.
settings.register_profile("same", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("explore", deadline=None, max_examples=1000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_configure() -> None:
    """Settings of the person who runs the tests must not change what kg prints."""
    for name in ("KG_STORE", "KG_DEBUG", "NO_COLOR", "COLUMNS", "FORCE_COLOR"):
        os.environ.pop(name, None)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Processes that a test starts hear Ctrl-C even where the tests run in the background.

    A shell lets what it starts with "&" ignore it, and that is inherited.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Connections leave this machine in no test; the loopback is allowed."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else "localhost"
        if host not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test tried to reach {host}")
        connect(self, address)

    socket.socket.connect = refuse  # type: ignore[method-assign,assignment] # the point of this fixture
    yield
    socket.socket.connect = connect  # type: ignore[method-assign] # as it was


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run of kg left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


class RunKg(Protocol):
    """Runs kg with these arguments."""

    def __call__(self, *arguments: str | Path) -> Ran: ...


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str]) -> RunKg:
    """Run kg in this process, its output captured as if it were piped."""

    def run(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run
