"""How long a command takes before it does anything, against importing pyoxigraph."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

from bench.measure import WALL, Line, at_most, in_turns

_HELP_LIMIT = 5.0
_QUERY_LIMIT = 8.0
_QUERY = "articles"


def start(store: Path, rounds: int) -> list[Line]:
    """``kg --help``, the list of saved queries, and one of them on the small ``store``."""
    raw = partial(_run, "-c", "import pyoxigraph")
    commands = {
        "kg --help": (_HELP_LIMIT, ("--help",)),
        "kg query": (_QUERY_LIMIT, ("query",)),
        f"kg query {_QUERY}": (_QUERY_LIMIT, ("query", _QUERY, "--store", str(store))),
    }
    lines = []
    for name, (limit, given) in commands.items():
        timed = in_turns(partial(_run, "-m", "kg", *given), raw, rounds, clock=WALL)
        lines.append(at_most("start", name, limit, timed))
    return lines


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
