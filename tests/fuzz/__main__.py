"""``python -m tests.fuzz DOOR [--seconds N]``: coverage-guided fuzzing of one door with Atheris.

Without a door, each of them in turn. What is found to reach new code is kept in a folder outside
the checkout for the next run; a crash is written to ``tests/fuzz/crashes/DOOR/``, where the tests
play it again for ever.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

CRASHES = Path(__file__).parent / "crashes"
_LONGEST = 20_000
_SLOWEST = 20


def main() -> int:
    """Fuzz; the exit code is that of the first door that crashed, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("door", nargs="?")
    parser.add_argument("--seconds", type=int, default=600, help="for each door")
    parser.add_argument("--corpus", type=Path, default=Path(tempfile.gettempdir()) / "kg-fuzz")
    given = parser.parse_args()
    if given.door:
        return fuzz(given.door, given.seconds, given.corpus / given.door)
    from tests.fuzz.doors import DOORS

    for door in DOORS:
        # Each in a process of its own: Atheris ends the one it runs in.
        command = [sys.executable, "-m", "tests.fuzz", door, "--seconds", str(given.seconds)]
        done = subprocess.run([*command, "--corpus", str(given.corpus)], check=False)
        if done.returncode:
            return done.returncode
    return 0


def fuzz(door: str, seconds: int, corpus: Path) -> int:
    """Fuzz one door for a while, starting from its examples and what earlier runs kept."""
    import atheris

    from tests.fuzz import doors

    with atheris.instrument_imports(include=["kg"]):
        doors.enter(door, b"")

    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(doors.DOORS[door].seeds()):
        (corpus / f"seed-{number:04}").write_bytes(seed[:_LONGEST])
    found = CRASHES / door
    found.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={_LONGEST}",
        f"-timeout={_SLOWEST}",
        "-rss_limit_mb=4096",
        f"-artifact_prefix={found}/",
        "-verbosity=1",
    ]
    atheris.Setup([sys.argv[0], str(corpus), *options], lambda data: doors.enter(door, data))
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
