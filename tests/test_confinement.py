"""The bounds of the processes that work on what strangers wrote."""

from __future__ import annotations

import subprocess
import sys

import pytest

CONFINE = "from kg.confinement import confine; confine(1.5, 1 << 30)\n"


def _ran(code: str, before: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", before + CONFINE + code],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_bounds_are_set_for_good() -> None:
    ran = _ran(
        "import resource as r\n"
        "print([r.getrlimit(kind) for kind in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_CORE)])"
    )
    assert ran.stdout.strip() == "[(1073741824, 1073741824), (3, 3), (0, 0)]", ran.stderr


def test_a_bound_that_is_lower_already_stays() -> None:
    ran = _ran(
        "print(r.getrlimit(r.RLIMIT_CPU))",
        before="import resource as r; r.setrlimit(r.RLIMIT_CPU, (2, 2))\n",
    )
    assert ran.stdout.strip() == "(2, 2)", ran.stderr


def test_more_memory_is_refused() -> None:
    assert "MemoryError" in _ran("bytearray(2 << 30)").stderr


LISTEN = "import socket; server = socket.create_server(('127.0.0.1', 0))\n"
CALL = (
    "try:\n"
    "    socket.create_connection(server.getsockname(), timeout=5).close()\n"
    "except OSError:\n"
    "    print('alone')\n"
    "else:\n"
    "    print('connected')\n"
)


def test_the_network_is_out_of_reach() -> None:
    own = "import os; print(os.readlink('/proc/self/ns/net'))\n"
    outside = subprocess.run(
        [sys.executable, "-c", own], capture_output=True, text=True, check=True
    )
    inside = _ran(own)
    if inside.stdout == outside.stdout:
        pytest.skip("this kernel does not let a process leave its network")
    assert _ran(CALL, before=LISTEN).stdout.strip() == "alone"
